"""Conditions that a move needs (workflow.Move.needs). Rooms above cases register theirs by name at start-up."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.cases.models import Case
from ombuds.cases.terms import Assessment, Kind
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today

Guard = Callable[[Case, dict[str, Any]], None]
GUARDS: dict[str, Guard] = {}


def guard(name: str) -> Callable[[Guard], Guard]:
    """Register a condition: a function of case and context (reason, actor, …) that raises a Refusal."""

    def keep(function: Guard) -> Guard:
        GUARDS[name] = function
        return function

    return keep


def check(names: tuple[str, ...], case: Case, context: dict[str, Any]) -> None:
    """Ask all conditions of a move, in order. A name that nobody registered is a mistake in the program."""
    for name in names:
        GUARDS[name](case, context)


@guard("reason")
def _reason(case: Case, context: dict[str, Any]) -> None:
    if not str(context.get("reason", "")).strip():
        raise Refusal(_("Please give a reason: the file must show why."))


@guard("information_request")
def _information_request(case: Case, context: dict[str, Any]) -> None:
    if case.kind != Kind.INFORMATION_REQUEST:
        raise Refusal(
            _("Only a question can be closed here. Decide first whether the complaint is admissible.")
        )


@guard("outcome_set")
def _outcome_set(case: Case, context: dict[str, Any]) -> None:
    if not case.assessment:
        raise Refusal(_("Set the outcome first: the assessment, and what came of it."))


@guard("founded")
def _founded(case: Case, context: dict[str, Any]) -> None:
    if case.assessment not in (Assessment.FOUNDED, Assessment.PARTLY):
        raise Refusal(_("Only a complaint that is founded, at least partly, can be put right."))


@guard("asked_by_person")
def _asked_by_person(case: Case, context: dict[str, Any]) -> None:
    if not context.get("asked_by_person"):
        raise Refusal(_("A suspended case is taken up again only when the person asks for it."))


@guard("other_reviewer")
def _other_reviewer(case: Case, context: dict[str, Any]) -> None:
    actor = context.get("actor")
    if isinstance(actor, User) and case.handler_id == actor.pk:
        raise Refusal(_("Someone other than the handler must decide on reopening."))


@guard("retention_due")
def _retention_due(case: Case, context: dict[str, Any]) -> None:
    if case.destroy_on is None or case.destroy_on > today():
        raise Refusal(_("This case must still be kept."))


@guard("no_hold")
def _no_hold(case: Case, context: dict[str, Any]) -> None:
    if case.holds.filter(released_at__isnull=True).exists():
        raise Refusal(_("A legal hold stands on this case: nothing of it may be destroyed."))
