"""Own-initiative and thematic inquiries over many cases."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.authorities.models import Body
from ombuds.cases.models import Case
from ombuds.cases.services import change_case
from ombuds.investigations.models import Inquiry, InquiryCase, InquiryFinding, InquiryMove
from ombuds.investigations.services.permitting import MayNot, insist_handles
from ombuds.investigations.terms import INQUIRY_MOVES, OVER, Act, InquiryState
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today
from ombuds.office.models import Norm, Office


def open_inquiry(
    *, office: Office, actor: User, title: str, question: str, bodies: Iterable[Body] = (), **fields: Any
) -> Inquiry:
    """Start an inquiry with its question."""
    _insist_may(actor)
    with transaction.atomic():
        inquiry = Inquiry.objects.create(
            office=office, title=title.strip(), question=question.strip(), **{"lead": actor, **fields}
        )
        inquiry.bodies.set(bodies)
        InquiryMove.objects.create(inquiry=inquiry, to_state=inquiry.state, by=actor)
        record(Act.OPEN_INQUIRY, actor=actor, subject=inquiry)
    return inquiry


def change_inquiry(
    inquiry: Inquiry, *, actor: User, version: int, bodies: Iterable[Body] | None = None, **fields: Any
) -> Inquiry:
    """Change its words. `version` is what the writer saw."""
    _insist_may(actor)
    with transaction.atomic():
        if not Inquiry.objects.filter(pk=inquiry.pk, version=version).update(
            version=F("version") + 1, **fields
        ):
            raise Refusal(
                _("Someone else changed this inquiry while you were writing. Compare, and save again.")
            )
        inquiry.refresh_from_db()
        if bodies is not None:
            inquiry.bodies.set(bodies)
        record(Act.CHANGE_INQUIRY, actor=actor, subject=inquiry, data={"fields": sorted(fields)})
    return inquiry


def move_inquiry(inquiry: Inquiry, *, actor: User, to: str, reason: str = "") -> Inquiry:
    """One step. Closing needs a conclusion, dropping a reason."""
    _insist_may(actor)
    if to not in INQUIRY_MOVES[inquiry.state]:
        raise Refusal(
            _("This step is not possible now: the inquiry stands at “%(state)s”."),
            state=inquiry.get_state_display(),
        )
    if to == InquiryState.CLOSED and not inquiry.conclusion.strip():
        raise Refusal(_("Write the conclusion first."))
    if to == InquiryState.DROPPED and not reason.strip():
        raise Refusal(_("Say why the inquiry is dropped."))
    with transaction.atomic():
        changes = {"state": to, "closed_on": today() if to in OVER else None, "version": F("version") + 1}
        if not Inquiry.objects.filter(pk=inquiry.pk, state=inquiry.state).update(**changes):
            raise Refusal(_("Someone else moved this inquiry at the same moment."))
        InquiryMove.objects.create(
            inquiry=inquiry, from_state=inquiry.state, to_state=to, by=actor, reason=reason.strip()
        )
        inquiry.refresh_from_db()
        record(Act.MOVE_INQUIRY, actor=actor, subject=inquiry, data={"to": to})
    return inquiry


def join_inquiry(inquiry: Inquiry, case: Case, *, actor: User, reason: str = "") -> InquiryCase:
    """The case shares the cause (T23): it is flagged as part of a structural problem."""
    insist_handles(case, actor)
    with transaction.atomic():
        link, created = InquiryCase.objects.get_or_create(
            inquiry=inquiry, case=case, defaults={"reason": reason.strip(), "by": actor}
        )
        if not created:
            raise Refusal(_("This case is part of the inquiry already."))
        change_case(case, actor=actor, systemic=True)
        record(Act.JOIN_INQUIRY, actor=actor, subject=inquiry, case=case)
    return link


def leave_inquiry(inquiry: Inquiry, case: Case, *, actor: User) -> None:
    """The case turned out to have another cause."""
    insist_handles(case, actor)
    with transaction.atomic():
        if not inquiry.case_links.filter(case=case).delete()[0]:
            raise Refusal(_("This case is not part of the inquiry."))
        if not case.inquiry_links.exists():
            change_case(case, actor=actor, systemic=False)
        record(Act.LEAVE_INQUIRY, actor=actor, subject=inquiry, case=case)


def add_inquiry_finding(
    inquiry: Inquiry, *, actor: User, norm: Norm, verdict: str, reasoning: str, body: Body | None = None
) -> InquiryFinding:
    """What the inquiry found of a service."""
    _insist_may(actor)
    if inquiry.state in OVER:
        raise Refusal(_("This inquiry is over."))
    if not reasoning.strip():
        raise Refusal(_("A finding needs reasons."))
    with transaction.atomic():
        finding = InquiryFinding.objects.create(
            inquiry=inquiry, body=body, norm=norm, verdict=verdict, reasoning=reasoning.strip(), by=actor
        )
        record(Act.FIND, actor=actor, subject=finding, data={"norm": norm.code, "verdict": verdict})
    return finding


def _insist_may(actor: User) -> None:
    if not actor.may(Permission.CASES_CASE_HANDLE):
        raise MayNot()
