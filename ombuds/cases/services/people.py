"""Who works on a case, and who must not see it."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.cases.models import Case, Wall
from ombuds.cases.services.clocks import hold
from ombuds.cases.terms import Act
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now


def _may_assign(case: Case, actor: User, handler: User | None) -> bool:
    """Anyone may take a case; at triage a case of nobody may be given; the rest needs the right to give."""
    if handler == actor or actor.may(Permission.CASES_CASE_ASSIGN):
        return True
    return case.handler_id is None and actor.may(Permission.CASES_CASE_TRIAGE)


def assign(case: Case, *, actor: User | Actor, handler: User | None) -> None:
    """Give the case to a handler (None: back to the team's pile). Taking a case yourself needs no special right."""
    if isinstance(actor, User) and not _may_assign(case, actor, handler):
        raise Refusal(_("Only a second reader or the ombudsman can give this case to someone else."))
    if handler is not None:
        if not handler.may(Permission.CASES_CASE_TRIAGE):
            raise Refusal(_("%(name)s does not handle cases."), name=handler.name)
        if Wall.objects.filter(case=case, user=handler, lifted_at__isnull=True).exists():
            raise Refusal(_("This case cannot be given to %(name)s."), name=handler.name)
    with transaction.atomic():
        before = case.handler_id
        team = handler.team if handler and handler.team_id else case.team
        Case.objects.filter(pk=case.pk).update(handler=handler, team=team, version=F("version") + 1)
        case.refresh_from_db()
        to = handler.pk if handler else None
        record(
            Act.ASSIGN,
            actor=actor,
            subject=case,
            case=case,
            data={"from": before, "to": to},
        )


def assign_many(cases: Iterable[Case], *, actor: User, handler: User | None) -> tuple[int, list[str]]:
    """Give several cases at once. Returns how many moved, and a sentence for each that could not."""
    moved, sentences = 0, []
    for case in cases:
        try:
            assign(case, actor=actor, handler=handler)
            moved += 1
        except Refusal as refusal:
            sentences.append(f"{case.reference}: {refusal.sentence}")
    return moved, sentences


def raise_wall(case: Case, *, actor: User, user: User, reason: str) -> Wall:
    """From now on the person neither sees nor finds the case, and is not told. If it was theirs, it is nobody's."""
    if not reason.strip():
        raise Refusal(_("Please say what the conflict of interest is."))
    with transaction.atomic():
        hold(Case.objects.filter(pk=case.pk))  # rows first, the chain last: nobody waits in a circle
        wall, created = Wall.objects.get_or_create(
            case=case,
            user=user,
            lifted_at=None,
            defaults={"reason": reason.strip(), "raised_by": actor},
        )
        if created:
            record(Act.WALL, actor=actor, subject=wall, case=case, data={"user": user.pk})
        if Case.objects.filter(pk=case.pk, handler=user).update(handler=None, version=F("version") + 1):
            case.refresh_from_db()
    return wall


def lift_wall(wall: Wall, *, actor: User) -> None:
    """The conflict is over. The row stays, with its end."""
    with transaction.atomic():
        if Wall.objects.filter(pk=wall.pk, lifted_at__isnull=True).update(lifted_at=now()):
            record(
                Act.UNWALL,
                actor=actor,
                subject=wall,
                case=wall.case,
                data={"user": wall.user_id},
            )
