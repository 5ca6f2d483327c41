"""Accepting what the gate proposes, or writing a sentence anew; the gate then runs again."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.services import record
from ombuds.deidentification import intruder
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean
from ombuds.publications.models import GateRun, Publication, Text
from ombuds.publications.permitting import cases_of, insist
from ombuds.publications.services.advising import advice, is_source
from ombuds.publications.services.attacking import holding, last_run
from ombuds.publications.services.parts import parts_of
from ombuds.publications.terms import Act
from ombuds.publications.writing import insist_editable, write

Change = tuple[str, int, int, str]  # where, start, end, what comes in its place
LIMITS = {"title": 160, "summary": 1000, "body": 200_000}


class Moved(Refusal):
    """The text is not the one that the gate spoke of."""

    template = _("The text has changed since the gate spoke. Nothing was changed now; look again.")


class NoWayThrough(Refusal):
    """Whatever is taken up, the text does not pass."""

    template = _("Even with all that the gate proposes the text does not pass. Nothing was changed. %(why)s")


def accept(publication: Publication, *, actor: User, run: int, number: int) -> Publication:
    """Put one proposal into the text."""
    return _accept(publication, actor, run, lambda at, _row: at == number)


def accept_all(publication: Publication, *, actor: User, run: int, kind: str) -> Publication:
    """Put all proposals of one kind into the text; of two on the same words the first one counts."""
    return _accept(publication, actor, run, lambda _at, row: row["kind"] == kind)


def accept_until_it_passes(publication: Publication, *, actor: User, run: int) -> float:
    """Take up what the gate proposes, time and again, in all languages; the share of sentences that survive in sense.

    Nothing is changed when the text does not pass even then: raises NoWayThrough, with the reason.
    """
    _run(publication, run)
    parts = parts_of(publication)
    own = [part for part in parts.told if is_source(part[0])]
    held = holding(publication.office, parts, cases_of(publication), publication=publication)
    done = intruder.mend(own, (parts.languages or ["nl"])[0], held)
    if not done.verdict.passed:
        raise NoWayThrough(why=done.why_not((get_language() or "en")[:2]))
    before = dict(own)
    changes = [(where, 0, len(before[where]), text) for where, text in done.parts if text != before[where]]
    if changes:
        _change(publication, actor, changes)
    return done.kept


def rewrite(publication: Publication, *, actor: User, run: int, number: int, text: str) -> Publication:
    """Put the writer's own words in the place of a sentence; no words: the sentence goes."""
    held = _run(publication, run)
    found = next((one for one in advice(publication, held) if one.number == number and one.editable), None)
    if found is None:
        raise Moved()
    return _change(publication, actor, [(found.where, found.start, found.end, clean(text).strip())])


def _accept(publication: Publication, actor: User, run: int, wanted: Any) -> Publication:
    held = _run(publication, run)
    rows = enumerate(held.advice.get("proposals", []))
    chosen = [
        (row["where"], row["start"], row["end"], row["replacement"])
        for at, row in rows
        if wanted(at, row) and is_source(row["where"]) and row["kind"] != "merge"
    ]
    if not chosen:
        raise Moved()
    return _change(publication, actor, chosen)


def _run(publication: Publication, run: int) -> GateRun:
    """Raises Moved unless the run with this number speaks of the text as it is now."""
    insist_editable(publication)
    last = last_run(publication)
    if last is None or last.pk != run:
        raise Moved()
    return last


def _change(publication: Publication, actor: User, changes: Iterable[Change]) -> Publication:
    insist(actor)
    texts = {text.language: text for text in publication.texts.all()}
    written: dict[str, dict[str, Any]] = {}
    free: dict[str, int] = {}  # from the end to the front, so that offsets stay right
    for where, start, end, words in sorted(changes, key=lambda c: (c[0], -c[1], c[2])):
        language, _slash, name = where.partition("/")
        if language not in texts or end > free.get(where, end):
            continue
        fields = written.setdefault(language, _fields(texts[language]))
        fields[name] = _tidy(fields[name][:start] + words + fields[name][end:], start + len(words))
        free[where] = start
        if len(fields[name]) > LIMITS[name]:
            raise Refusal(_("That is too long."))
    changed = write(publication, actor=actor, version=publication.version, texts=written)
    record(Act.ACCEPT, actor=actor, subject=publication, data={"parts": sorted(free)})
    return changed


def _fields(text: Text) -> dict[str, str]:
    return {"title": text.title, "summary": text.summary, "body": text.body}


def _tidy(text: str, at: int) -> str:
    """No two spaces and no heap of empty lines where something was taken out."""
    before, after = text[:at], text[at:]
    if not before or before[-1].isspace():
        after = after.lstrip(" ") if "\n" not in before[-1:] else after.lstrip(" \n")
    return before + after
