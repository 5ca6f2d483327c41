"""Who may write in the investigation of a case, and when."""

from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.cases.access import can_read
from ombuds.cases.models import Case
from ombuds.cases.workflow import State
from ombuds.lib.errors import Refusal

IN_INVESTIGATION = frozenset({State.OPEN, State.AWAITING_SERVICE, State.ANALYSIS, State.MEDIATION})


class NotInInvestigation(Refusal):
    """Findings belong to a case that is being investigated."""

    template = _("This is only possible while the case is being investigated. It stands at “%(state)s”.")


class MayNot(Refusal):
    """The actor lacks the right, or stands behind a wall."""

    template = _("You may not change this case.")


def insist_handles(case: Case, actor: User, permission: Permission = Permission.CASES_CASE_HANDLE) -> None:
    """Raises MayNot."""
    if not actor.may(permission) or not can_read(actor, case):
        raise MayNot()


def insist_in_investigation(case: Case) -> None:
    """Raises NotInInvestigation."""
    if State(case.state) not in IN_INVESTIGATION:
        raise NotInInvestigation(state=State(case.state).label)
