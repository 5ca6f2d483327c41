"""The condition that a reminder has been sent, registered with cases at start-up (apps.py)."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from ombuds.cases.guards import guard
from ombuds.cases.models import Case
from ombuds.correspondence.services.information import REMINDED
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today


@guard("reminder_sent")
def reminder_sent(case: Case, context: dict[str, Any]) -> None:
    """No answer, a reminder, and its term has passed."""
    open_ones = case.information_requests.filter(answered_at__isnull=True, closed_at__isnull=True)
    if not open_ones.exists():
        raise Refusal(_("The complainant was asked nothing that is still open."))
    if open_ones.filter(reminded_at__isnull=True).exists():
        raise Refusal(_("Send a reminder first."))
    running = case.clocks.filter(
        rule=REMINDED, met_on__isnull=True, cancelled=False, due_on__gte=today()
    ).first()
    if running is not None and running.due_on:
        raise Refusal(
            _("The complainant still has until %(day)s to answer the reminder."),
            day=date_format(running.due_on, "j F Y"),
        )
