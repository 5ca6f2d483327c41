"""Who is called what in a publication: one ledger for all its texts and languages, clear of everybody whom the office knows.

Nothing of it is stored: the seed of the publication gives the same names again, as long as nobody new comes near them.
"""

import re
from collections.abc import Iterable

from ombuds.accounts.models import User
from ombuds.authorities.models import Contact
from ombuds.cases.models import Party
from ombuds.deidentification.engine import KnownIdentifiers, Mode
from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.replacing import Ledger
from ombuds.office.models import Office
from ombuds.publications.models import Publication, Text
from ombuds.publications.terms import Kind

MODES = {Kind.STORY: Mode.FICTION}
# Two to four words with a capital in a row, small particles between them: what an invented name looks like in a finished text.
FULL_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: (?:van|de|den|der|du|von|el|al|da))*(?: [A-ZÀ-Þ][\w’'-]+){1,3}")
MOST = 50_000


def mode_of(publication: Publication) -> Mode:
    """Invented names in a story, letters in everything else."""
    return MODES.get(Kind(publication.kind), Mode.PSEUDONYM)


def ledger_of(
    publication: Publication, known: KnownIdentifiers, language: str, *, standing: Iterable[str] = ()
) -> Ledger:
    """The one ledger of a publication. `language`: that of its first text, after which names are made; `standing`: names that stay in it.

    Only fiction needs to stay clear of others: letters are nobody's name.
    """
    mode = mode_of(publication)
    if mode is not Mode.FICTION:
        return Ledger(language, mode, known, publication.seed, avoid=set(standing))
    avoid = {*people_of(publication.office), *standing}
    return Ledger(language, mode, known, publication.seed, avoid=avoid, used=told_elsewhere(publication))


def people_of(office: Office) -> set[str]:
    """Full names of the parties of every case, of officials in the register and of the office's own people; the newest parties first."""
    parties = Party.objects.filter(case__office=office).exclude(last_name="").order_by("-pk")
    found = {
        f"{first} {last}".strip() for first, last in parties.values_list("first_name", "last_name")[:MOST]
    }
    found |= set(Contact.objects.exclude(name="").values_list("name", flat=True))
    return found | set(User.objects.exclude(name="").values_list("name", flat=True))


def told_elsewhere(publication: Publication) -> set[str]:
    """Names in the office's other publications, in plain form: nobody is invented twice."""
    others = Text.objects.filter(publication__office=publication.office).exclude(publication=publication)
    if publication.corrects_id:  # a new version tells of the same people
        others = others.exclude(publication_id=publication.corrects_id)
    texts = others.values_list("title", "summary", "body")
    return {plain(name) for row in texts for text in row for name in FULL_NAME.findall(text)}
