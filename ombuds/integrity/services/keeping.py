"""How long a report is kept, a hold that stops destruction, and destruction itself: the keys go, then everything else."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from ombuds.integrity import record, store
from ombuds.integrity.chests import Holder
from ombuds.integrity.database import atomic
from ombuds.integrity.models import Entry, Report
from ombuds.integrity.services.admitting import opened_for
from ombuds.integrity.terms import ENDED, Act, Channel, Compartment, Kind, NoReceipt, State
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today
from ombuds.lib.workingdays import add_months
from ombuds.office.services import current_office_or_none, retention_rules_on

RULE = "disclosures"  # code of the office's retention rule
YEARS = 10  # where the office has none


_NOTHING: dict[str, Any] = {
    "kind": Kind.DISCLOSURE, "channel": Channel.WEB, "acknowledged_on": None, "no_receipt": NoReceipt.NONE, "feedback_on": None,
    "extended_on": None, "ended_on": None, "verifier": None, "reporter_public": None,
}  # fmt: skip  # what every destroyed report says, whatever it was


class TooEarly(Refusal):
    """Its term has not run out, it is held, or it has not ended."""

    template = _("This report cannot be destroyed yet.")


def kept_until(report: Report) -> dt.date | None:
    """The last day that it is kept; None while it has not ended. Computed anew each time: a changed rule changes the day."""
    if report.ended_on is None:
        return None
    office = current_office_or_none()
    rules = [rule for rule in retention_rules_on(office, today()) if rule.code == RULE] if office else []
    years = (rules[0].years if rules else None) or YEARS
    return add_months(report.ended_on, years * 12)


def may_be_destroyed(report: Report) -> bool:
    """Ended, kept long enough, and not held."""
    until = kept_until(report)
    return until is not None and today() > until and not report.held and report.state in ENDED


def hold(report: Report, holder: Holder, *, held: bool, note: str) -> None:
    """Put a hold on it, or take it off, with the reason."""
    assert holder.handler is not None
    with atomic():
        entry = {"by": holder.handler.name, "day": today().isoformat(), "text": note}
        opened_for(report, holder, Compartment.INNER).add("note", entry)
        Report.objects.filter(pk=report.pk).update(held=held)
        record.note(Act.HELD if held else Act.RELEASED, report=report, handler=holder.handler)


def destroy(report: Report, holder: Holder) -> Entry:
    """All wrapped keys, sealed rows and files of it. What stays: a random number, the day, and an entry in the record, the proof."""
    assert holder.handler is not None
    with atomic():
        fresh = Report.objects.select_for_update().get(pk=report.pk)
        if not may_be_destroyed(fresh):
            raise TooEarly()
        opened_for(fresh, holder, Compartment.INNER)
        fresh.chests.all().delete()  # with their keys: sealed bytes that a disk still holds, nobody opens any more
        for file in list(fresh.files.all()):
            store.remove(file)
        fresh.admissions.all().delete()
        fresh.identity_requests.all().delete()
        Report.objects.filter(pk=fresh.pk).update(
            **_NOTHING, state=State.DESTROYED, received_on=today(), destroyed_on=today()
        )
        record.note(Act.DESTROYED, report=fresh, handler=holder.handler)
    return Entry.objects.filter(report=fresh.pk, act=Act.DESTROYED).latest("id")
