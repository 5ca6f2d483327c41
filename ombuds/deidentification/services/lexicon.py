"""The office's own words. A name too many is harmless; a word that blinds the engine needs two persons."""

import re
from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.lexicons import Vocabulary
from ombuds.deidentification.models import LexiconEntry, LexiconQuerySet
from ombuds.deidentification.terms import Act
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean
from ombuds.lib.today import now
from ombuds.office.models import Office

LANGUAGES = ("nl", "fr", "en", "de")
LONGEST = 60
_ONE_WORD = re.compile(r"[^\W\d_]+(?:['’.\-][^\W\d_]+)*\.?")
TEACHERS = frozenset(
    {
        Permission.PUBLICATIONS_TEXT_WRITE,
        Permission.PUBLICATIONS_TEXT_REVIEW,
        Permission.DEIDENTIFICATION_LEXICON_CHANGE,
    }
)


class MayNotTeach(Refusal):
    """The actor lacks the right."""

    template = _("You may not change the lexicon of the office.")


def may_teach(user: User) -> bool:
    """Whoever reads texts for names may teach a word; the others may not even see the list."""
    return bool(TEACHERS & user.permissions)


def standing(office: Office) -> LexiconQuerySet:
    """What was taught and not taken out, with the persons, by word."""
    return LexiconEntry.objects.filter(office=office).standing().select_related("decided_by", "confirmed_by")


def vocabulary_of(office: Office, languages: Iterable[str] = LANGUAGES) -> Vocabulary:
    """What the engine is told for texts in these languages."""
    names: set[str] = set()
    words: set[str] = set()
    rows = LexiconEntry.objects.filter(office=office, language__in=["", *languages]).in_force()
    for folded, is_name in rows.values_list("folded", "is_name"):
        (names if is_name else words).add(folded)
    return Vocabulary(names=frozenset(names), words=frozenset(words))


def learn(
    *, office: Office, word: str, is_name: bool, actor: User, language: str = "", reason: str = ""
) -> LexiconEntry:
    """Teach one word. Raises Refusal: no right, no single word, or taught already."""
    if not may_teach(actor):
        raise MayNotTeach()
    word = _single(word)
    moment = now()
    try:
        with transaction.atomic():
            entry = LexiconEntry.objects.create(
                office=office,
                word=word,
                folded=plain(word).strip(),
                is_name=is_name,
                language=language if language in LANGUAGES else "",
                reason=clean(reason).strip()[:200],
                decided_by=actor,
                decided_at=moment,
            )
            record(Act.LEARN, actor=actor, subject=entry, data={"is_name": is_name})
    except IntegrityError as twice:
        raise Refusal(
            _("“%(word)s” is in the lexicon already. Take it out first to change it."), word=word
        ) from twice
    return entry


def _single(word: str) -> str:
    """One word of letters. Raises Refusal."""
    word = " ".join(clean(word).split())
    if not word:
        raise Refusal(_("Give the word."))
    if len(word) > LONGEST or len(plain(word).strip()) > LONGEST or not _ONE_WORD.fullmatch(word):
        raise Refusal(_("Give one word of letters: first and last name each by themselves, no numbers."))
    return word


def confirm(entry: LexiconEntry, *, actor: User) -> LexiconEntry:
    """A second person agrees that this word is never a name: from now on the engine does not stop at it."""
    if not actor.may(Permission.DEIDENTIFICATION_LEXICON_CHANGE):
        raise MayNotTeach()
    if not entry.waits:
        raise Refusal(_("Nothing waits for agreement here."))
    if entry.decided_by_id == actor.pk:
        raise Refusal(_("Someone other than the person who proposed it must agree."))
    with transaction.atomic():
        rows = LexiconEntry.objects.filter(pk=entry.pk, confirmed_at__isnull=True, ended_at__isnull=True)
        if not rows.update(confirmed_by=actor, confirmed_at=now()):
            raise Refusal(_("Nothing waits for agreement here."))
        entry.refresh_from_db()
        record(Act.CONFIRM, actor=actor, subject=entry)
    return entry


def remove(entry: LexiconEntry, *, actor: User) -> LexiconEntry:
    """Take a word out; the row stays as history. Who taught it may take it back."""
    if not actor.may(Permission.DEIDENTIFICATION_LEXICON_CHANGE) and entry.decided_by_id != actor.pk:
        raise MayNotTeach()
    with transaction.atomic():
        rows = LexiconEntry.objects.filter(pk=entry.pk, ended_at__isnull=True)
        if not rows.update(ended_by=actor, ended_at=now()):
            raise Refusal(_("This word was taken out already."))
        entry.refresh_from_db()
        record(Act.REMOVE, actor=actor, subject=entry)
    return entry
