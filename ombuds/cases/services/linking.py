"""Cases that belong together: earlier ones of the same person, duplicates, merged ones."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.cases.models import Case, CaseQuerySet, Link, Party, Wall
from ombuds.cases.services.moving import move
from ombuds.cases.terms import Act, LinkKind
from ombuds.cases.workflow import CaseAct, State
from ombuds.lib.errors import Refusal


def earlier_cases(case: Case, *, user: User) -> CaseQuerySet:
    """Other cases of the same person (same name and postal code, or same e-mail address) that `user` may see."""
    same = Q()
    for party in case.parties.all():
        if party.match_key:
            same |= Q(match_key=party.match_key)
        if party.email:
            same |= Q(email__iexact=party.email)
    if not same:
        return Case.objects.none()
    found = Party.objects.filter(same).exclude(case=case).values("case_id")
    cases: CaseQuerySet = Case.objects.visible_to(user).filter(pk__in=found)
    return cases


def link(case: Case, other: Case, *, actor: User | Actor, kind: str) -> Link:
    """Tie two cases together; twice is once."""
    if case.pk == other.pk:
        raise Refusal(_("A case cannot be linked to itself."))
    with transaction.atomic():
        row, created = Link.objects.get_or_create(
            case=case,
            other=other,
            kind=kind,
            defaults={"by": actor if isinstance(actor, User) else None},
        )
        if created:
            record(
                Act.LINK,
                actor=actor,
                subject=row,
                case=case,
                data={"kind": kind, "other": other.pk},
            )
    return row


def linked_cases(case: Case, *, user: User) -> list[tuple[str, Case]]:
    """Kind and case, from both sides, without those that `user` may not see."""
    walled = Wall.objects.filter(user=user, lifted_at__isnull=True).values("case_id")
    rows = Link.objects.filter(Q(case=case) | Q(other=case)).select_related("case", "other")
    rows = rows.exclude(case_id__in=walled).exclude(other_id__in=walled)
    return [(str(row.get_kind_display()), row.other if row.case_id == case.pk else row.case) for row in rows]


def merge(case: Case, into: Case, *, actor: User, reason: str) -> None:
    """The case goes on in another one: same complaint, same person. Papers stay where they came in."""
    if case.pk == into.pk:
        raise Refusal(_("A case cannot be merged into itself."))
    if into.merged_into_id or not into.is_active:
        raise Refusal(_("Choose a case that is still being treated."))
    with transaction.atomic():
        move(case, CaseAct.MERGE, actor=actor, reason=reason)
        Case.objects.filter(pk=case.pk, state=State.MERGED).update(merged_into=into)
        case.refresh_from_db()
        link(case, into, actor=actor, kind=LinkKind.MERGED)
