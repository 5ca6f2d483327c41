"""A safety net: what goes to a service must not show a complainant who asked us not to give the name."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from ombuds.cases.models import Case
from ombuds.correspondence.merging import OUTSIDE
from ombuds.documents.models import Document
from ombuds.lib.errors import Refusal
from ombuds.lib.text import fold


class NameWouldShow(Refusal):
    template = _(
        "The person asked us not to give their name to the service, but this text holds “%(what)s”. Take it out first."
    )


class PaperShowsName(Refusal):
    template = _(
        "The person asked us not to give their name to the service, but “%(paper)s” holds it. "
        "Make a version without the name, and share that one."
    )


def identifiers(case: Case) -> list[str]:
    """What points at the complainants: names, addresses, numbers. Very short words would hit everywhere."""
    found: list[str] = []
    for party in case.parties.filter(role__in=["complainant", "representative"]):
        found += [
            party.full_name,
            party.last_name,
            party.organisation,
            party.email,
            party.street,
            party.national_number,
        ]
        found += [party.phone, party.first_name if len(party.first_name) > 3 else ""]
    return [text for text in dict.fromkeys(found) if len(text.strip()) > 2]


def find(case: Case, text: str) -> str:
    """The first identifier that the text holds, or nothing."""
    folded, digits = fold(text), re.sub(r"\D", "", text)
    for identifier in identifiers(case):
        pattern = rf"(?<!\w){re.escape(fold(identifier))}(?!\w)"
        number = re.sub(r"\D", "", identifier)
        same_number = len(number) >= 8 and not re.search(r"[a-z]", fold(identifier)) and number in digits
        if re.search(pattern, folded) or same_number:
            return identifier
    return ""


def check(case: Case, audience: str, *texts: str, papers: Iterable[Document] = ()) -> None:
    """Raises NameWouldShow or PaperShowsName."""
    if not case.name_withheld or audience not in OUTSIDE:
        return
    for text in texts:
        if what := find(case, text):
            raise NameWouldShow(what=what)
    for paper in papers:
        if find(case, f"{paper.original_name} {paper.text}"):
            raise PaperShowsName(paper=paper.original_name)
