"""What an inquiry is made of: hearings, draft findings put to those concerned, the final report, the measures and what came of
them; and of a request for protection: the employer's justification, the recommendation, the outcome. All of it sealed, in the
handlers' compartment: each a row of its own, so that nothing written is ever written over by another."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from ombuds.integrity import record
from ombuds.integrity.chests import Holder
from ombuds.integrity.database import atomic
from ombuds.integrity.models import Report
from ombuds.integrity.services.admitting import opened_for
from ombuds.integrity.services.dialogue import NothingWritten, Over
from ombuds.integrity.terms import ENDED, Act, Compartment, Kind, State
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today

ROWS = ("hearing", "finding", "final", "measure", "justification", "recommendation")
ACTS = {
    "hearing": Act.HEARING,
    "finding": Act.FINDING_SENT,
    "final": Act.FINAL_WRITTEN,
    "measure": Act.MEASURE_ASKED,
    "justification": Act.JUSTIFICATION_ASKED,
    "recommendation": Act.PROTECTION_RECOMMENDED,
}
OF = {
    Kind.DISCLOSURE: ("hearing", "finding", "final", "measure"),
    Kind.PROTECTION: ("hearing", "justification", "recommendation"),
}
ANSWERED = {
    "finding": Act.REACTION,
    "measure": Act.MEASURE_FOLLOWED,
    "justification": Act.JUSTIFICATION_CAME,
    "recommendation": Act.PROTECTION_ANSWERED,
}  # rows that somebody outside reacts to


class NotHere(Refusal):
    """Not a row of this kind of file, or not one that waits for an answer."""

    template = _("This does not belong to this file, or it was answered already.")


class NotHeard(Refusal):
    """Somebody may still answer to the draft findings."""

    template = _("Somebody concerned has not answered to the draft findings yet, and still has time.")


class NoFinalReport(Refusal):
    """Nothing to send."""

    template = _("Write the final report first, on the page of the inquiry.")


class WrongAddressee(Refusal):
    """The report was written to another addressee than the decision says."""

    template = _("The final report is addressed to somebody else than you chose here.")


class MeasureOpen(Refusal):
    """Somebody has to look what was done."""

    template = _("Note of each measure what was done with it, on the page of the inquiry.")


def rows(report: Report, holder: Holder) -> dict[str, dict[str, Any]]:
    """Field → row, of all that the inquiry has so far."""
    inner = opened_for(report, holder, Compartment.INNER).read_all()
    return {field: row for field, row in inner.items() if field.partition(":")[0] in ROWS}


def add(report: Report, holder: Holder, kind: str, content: dict[str, Any]) -> str:
    """A row. `content` as its form gives it; days as days."""
    if kind not in OF[Kind(report.kind)]:
        raise NotHere()
    if report.state in ENDED:
        raise Over()
    if not str(content.get("text", "")).strip():
        raise NothingWritten()
    assert holder.handler is not None
    with atomic():
        entry = {**_plain(content), "by": holder.handler.name, "day": today().isoformat()}
        field = opened_for(report, holder, Compartment.INNER).add(kind, entry)
        record.note(ACTS[kind], report=report, handler=holder.handler)
    return field


def answered(report: Report, holder: Holder, field: str, content: dict[str, Any]) -> None:
    """What came back on it, once."""
    kind = field.partition(":")[0]
    if kind not in ANSWERED or kind not in OF[Kind(report.kind)]:
        raise NotHere()
    assert holder.handler is not None
    with atomic():
        inner = opened_for(report, holder, Compartment.INNER)
        found = inner.read(field)
        if found is None or "answer" in found:
            raise NotHere()
        entry = {**_plain(content), "by": holder.handler.name, "day": today().isoformat()}
        inner.write(field, {**found, "answer": entry})
        record.note(ANSWERED[kind], report=report, handler=holder.handler)


def _plain(content: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, dt.date) else value for name, value in content.items()
    }


def head_is_involved(report: Report, holder: Holder) -> bool:
    """According to the reporter, or to what the handlers found."""
    said = opened_for(report, holder, Compartment.CONTENT).read("answers")["answers"].get("head") == "yes"
    return said or bool(opened_for(report, holder, Compartment.INNER).read("head"))


def note_head(report: Report, holder: Holder, *, involved: bool) -> None:
    """The handlers found that the head of the service is involved, or that it was a mistake of theirs."""
    opened_for(report, holder, Compartment.INNER).write("head", involved)


def insist_ready(report: Report, holder: Holder, to: str, choice: str) -> None:
    """May the report go there, as far as the inquiry is concerned?"""
    if report.kind != Kind.DISCLOSURE:
        return
    known = rows(report, holder)
    by_kind = {kind: [row for field, row in known.items() if field.startswith(f"{kind}:")] for kind in ROWS}
    if to == State.REPORTED:
        if any("answer" not in row and row["due"] >= today().isoformat() for row in by_kind["finding"]):
            raise NotHeard()
        if not by_kind["final"]:
            raise NoFinalReport()
        if by_kind["final"][-1]["to"] != choice:
            raise WrongAddressee()
    if to == State.CLOSED and any("answer" not in row for row in by_kind["measure"]):
        raise MeasureOpen()
