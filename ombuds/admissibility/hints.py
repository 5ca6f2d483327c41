"""What the facts of a case point at: the register for competence, dates and parties for admissibility."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ombuds.accounts.models import User
from ombuds.admissibility.services.first_line import answer_awaited_until
from ombuds.admissibility.terms import CompetenceVerdict
from ombuds.authorities.models import Body, Competence
from ombuds.authorities.services import Purpose, judge
from ombuds.cases.models import Case
from ombuds.cases.services import earlier_cases
from ombuds.cases.terms import Kind
from ombuds.cases.workflow import State
from ombuds.lib.today import today
from ombuds.lib.workingdays import add_months
from ombuds.office.models import Ground

COUNCIL_OF_STATE_DAYS = 60


@dataclass(frozen=True)
class Hint:
    """`strong`: the ground is preselected. Otherwise it is only something to look at."""

    code: str
    why: str
    strong: bool = True


@dataclass(frozen=True)
class CompetenceHint:
    """What the register says of a body on the day of receipt."""

    verdict: str
    why: str
    refer_to: Body | None = None
    legal_basis: str = ""


def competence_of(case: Case, body: Body | None) -> CompetenceHint | None:
    """None when the register does not know: a person decides."""
    found = judge(case.office, body, Purpose.COMPLAINT, case.received_on) if body else None
    if found is None or found.row is None:
        return None
    if found.row.verdict in (Competence.Verdict.OURS, Competence.Verdict.FIRST_LINE):
        verdict = CompetenceVerdict.OURS
    elif found.refer_to is not None:
        verdict = CompetenceVerdict.TRANSFER
    else:
        verdict = CompetenceVerdict.REDIRECT
    return CompetenceHint(verdict, found.reason, found.refer_to, found.legal_basis)


def admissibility_of(case: Case, grounds: Iterable[Ground], user: User) -> dict[str, Hint]:
    """Ground code → what in this case points at it."""
    by_code = {ground.code: ground for ground in grounds}
    found = [
        _age(case, by_code.get("A3")),
        _no_contact(case),
        _unknown_person(case),
        _same_again(case, user),
        _question(case),
        _proceedings(case),
    ]
    return {hint.code: hint for hint in found if hint and hint.code in by_code}


def _age(case: Case, ground: Ground | None) -> Hint | None:
    """The age of the facts, on the day of receipt, against the limit of the ground."""
    months = ground.parameters.get("max_age_months") if ground else None
    day = case.facts_on or case.decision_on
    if not months or not day:
        return None
    limit = add_months(day, months)
    if case.received_on <= limit:
        return None
    values = {"day": date_format(day, "j F Y"), "limit": date_format(limit, "j F Y")}
    return Hint("A3", _("The facts are of %(day)s; the limit was %(limit)s.") % values)


def _no_contact(case: Case) -> Hint | None:
    if case.first_line_returns.exists() or _is_direct(case):
        return None
    if case.contacted_service_on is None:
        return Hint("A2", _("The case does not say when the person contacted the service."))
    until = answer_awaited_until(case.office, case.contacted_service_on)
    if until is not None and today() <= until:
        values = {
            "day": date_format(case.contacted_service_on, "j F Y"),
            "until": date_format(until, "j F Y"),
        }
        why = _("The person contacted the service on %(day)s; it has until %(until)s to answer.") % values
        return Hint("A2", why, strong=False)
    return None


def _is_direct(case: Case) -> bool:
    """Kinds and matters that need no first line in this office (domain.md 1.7)."""
    direct = case.office.setting("direct_access", [])
    if case.kind in direct or case.kind in (Kind.SYSTEMIC_INQUIRY, Kind.PARLIAMENT_REQUEST):
        return True
    notified = case.notified_on
    running = notified is not None and case.received_on <= notified + dt.timedelta(days=COUNCIL_OF_STATE_DAYS)
    return running and any("council_of_state" in name for name in direct)


def _unknown_person(case: Case) -> Hint | None:
    """Nobody with a name; an address counts only where the office asks for one."""
    people = [p for p in case.parties.all() if p.role == "complainant"]
    if not any(p.full_name for p in people):
        return Hint("A4", _("The case has no complainant with a name."))
    if not any(p.street or p.email for p in people):
        return Hint("A4", _("There is neither a postal nor an e-mail address."), strong=False)
    return None


def _same_again(case: Case, user: User) -> Hint | None:
    bodies = set(case.grievances.values_list("body_id", flat=True)) - {None}
    before = [
        other
        for other in earlier_cases(case, user=user)
        if other.state in (State.REFUSED, State.CLOSED) and other.grievances.filter(body__in=bodies).exists()
    ]
    if not before:
        return None
    references = ", ".join(str(other) for other in before[:3])
    return Hint(
        "A6", _("Earlier case of the same person about the same service: %s.") % references, strong=False
    )


def _question(case: Case) -> Hint | None:
    if case.kind != Kind.INFORMATION_REQUEST:
        return None
    return Hint("A13", _("The case is registered as a question."))


def _proceedings(case: Case) -> Hint | None:
    if not case.suspensions.exists():
        return None
    return Hint("A7", _("The case stood still before because of proceedings."), strong=False)
