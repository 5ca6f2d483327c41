"""A report that is a complaint: the handler proposes what exactly would go over, the reporter says yes or no to that and to
nothing else. Making the case is the work of the handover room, which stands above both houses."""

import re
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from ombuds.integrity import chests, record
from ombuds.integrity.chests import Holder
from ombuds.integrity.database import atomic
from ombuds.integrity.models import Report
from ombuds.integrity.services import counting, files
from ombuds.integrity.services.admitting import opened_for
from ombuds.integrity.services.dialogue import LONGEST, NothingWritten
from ombuds.integrity.terms import ENDED, Act, Compartment, Kind, State
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today

FIELD = re.compile(r"handover:\d{4}")


class AlreadyAnswered(Refusal):
    """The reporter said yes or no before, or the report has ended."""

    template = _("This was answered already, or the report has ended.")


@dataclass(frozen=True)
class Offer:
    """Everything that would be in the complaint: nothing else goes over."""

    service: str
    text: str
    why: str
    files: tuple[str, ...] = ()  # fields of files of the report


def propose(report: Report, holder: Holder, offer: Offer) -> str:
    """Put it before the reporter. Gives the field it is kept in."""
    if report.state in ENDED or report.kind != Kind.DISCLOSURE:
        raise AlreadyAnswered()
    if not offer.text.strip() or not offer.why.strip():
        raise NothingWritten()
    assert holder.handler is not None
    with atomic():
        opened = opened_for(report, holder, Compartment.CONTENT)
        known = files.listed(opened)
        entry = {
            **asdict(offer),
            "text": offer.text[:LONGEST],
            "files": [field for field in offer.files if field in known],
            "by": holder.handler.name,
            "day": today().isoformat(),
            "answer": "",
            "answered_on": "",
        }
        field = opened.add("handover", entry)
        record.note(Act.OFFERED_OUT, report=report, handler=holder.handler)
    return field


def offers(report: Report, holder: Holder) -> dict[str, dict[str, Any]]:
    """Field → what was proposed and what came of it."""
    return chests.open_chest(report, Compartment.CONTENT, holder).read_all("handover:")


def open_offer(report: Report, holder: Holder, field: str) -> dict[str, Any]:
    """The proposal in this field, as long as it waits for an answer. Raises AlreadyAnswered."""
    if not FIELD.fullmatch(field) or report.state in ENDED:
        raise AlreadyAnswered()
    found: dict[str, Any] | None = chests.open_chest(report, Compartment.CONTENT, holder).read(field)
    if found is None or found["answer"]:
        raise AlreadyAnswered()
    return found


def keep_here(report: Report, holder: Holder, field: str) -> None:
    """The reporter says no: nothing goes over."""
    _answer(report, holder, field, "no", {})
    record.note(Act.KEPT_HERE, report=report)


def gone_over(report: Report, holder: Holder, field: str, reference: str) -> None:
    """The reporter said yes and the case is there: the report has ended. Call in a transaction of this room's database."""
    with atomic():
        if not Report.objects.filter(pk=report.pk, state=report.state).update(
            state=State.COMPLAINT, ended_on=today()
        ):
            raise AlreadyAnswered()
        _answer(report, holder, field, "yes", {"reference": reference})
        opened = chests.open_chest(report, Compartment.CONTENT, holder)
        opened.add("consent", {"given": True, "to": reference, "day": today().isoformat()})
        record.note(Act.WENT_OVER, report=report)
        counting.count(today().year, "ended", State.COMPLAINT)


def _answer(report: Report, holder: Holder, field: str, answer: str, more: dict[str, str]) -> None:
    with atomic():
        found = open_offer(report, holder, field)
        opened = chests.open_chest(report, Compartment.CONTENT, holder)
        opened.write(field, {**found, **more, "answer": answer, "answered_on": today().isoformat()})
