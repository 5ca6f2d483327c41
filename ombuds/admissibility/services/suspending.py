"""A case stands still for a court case or appeal on exactly the same object, until the person asks to go on."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.admissibility.models import Suspension
from ombuds.admissibility.terms import Act, Proceedings
from ombuds.audit.services import record
from ombuds.authorities.models import Contact
from ombuds.cases.models import Case
from ombuds.cases.services import move
from ombuds.cases.workflow import CaseAct
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today
from ombuds.office.models import Ground


class NotForAnnulment(Refusal):
    template = _(
        "An annulment appeal at the Council of State does not suspend our treatment: the case goes on."
    )


class OtherObject(Refusal):
    template = _(
        "A case stands still only when the proceedings are about exactly the same object. Otherwise it goes on."
    )


def suspend(
    case: Case,
    *,
    actor: User,
    proceedings: str,
    same_object: bool,
    reason: str,
    before: str = "",
    ground: Ground | None = None,
    told_by: Contact | None = None,
) -> Suspension:
    """T12. Raises a Refusal."""
    if proceedings == Proceedings.ANNULMENT:
        raise NotForAnnulment()
    if not same_object:
        raise OtherObject()
    with transaction.atomic():
        move(case, CaseAct.SUSPEND, actor=actor, reason=reason)
        kept = Suspension.objects.create(
            case=case, ground=ground, proceedings=proceedings, before=before[:200], reason=reason.strip(),
            told_by=told_by, since=today(), started_by=actor,
        )  # fmt: skip
        record(Act.SUSPEND, actor=actor, subject=kept, case=case, data={"proceedings": proceedings})
    return kept


def resume(
    case: Case, *, actor: User, asked_on: dt.date | None, how: str = "", still_to_mediate: str = ""
) -> None:
    """T13: only because the person asked, and with what there is still to do. Raises a Refusal."""
    if asked_on is not None and asked_on > today():
        raise Refusal(_("The day on which the person asked cannot lie in the future."))
    with transaction.atomic():
        move(case, CaseAct.RESUME, actor=actor, reason=still_to_mediate, asked_by_person=asked_on is not None)
        open_one = Suspension.objects.filter(case=case, ended_on__isnull=True)
        open_one.update(ended_on=today(), asked_to_resume_on=asked_on, asked_how=how[:200])
        record(Act.RESUME, actor=actor, subject=case, case=case)
