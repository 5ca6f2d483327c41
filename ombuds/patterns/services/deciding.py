"""What people decide about patterns. The machine lays it over its groups and never undoes it."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import F, Max, QuerySet
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.cases.access import can_read
from ombuds.cases.models import Case
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean
from ombuds.lib.today import today
from ombuds.patterns.models import Apart, Likeness, Member, Pattern
from ombuds.patterns.terms import Act, PatternState, Source

WITNESSES = 5  # members of what stays, that each split-off case is kept apart from


class MayNot(Refusal):
    """The actor lacks the right."""

    template = _("You may not change patterns.")


def change(pattern: Pattern, *, actor: User, version: int, title: str, description: str) -> Pattern:
    """Give it a title and a description. Both are shown to everyone who may see the pattern: no names of people."""
    _set(
        pattern,
        actor,
        version,
        Act.CHANGE,
        title=clean(title)[:160],
        description=clean(description),
        named_by=actor,
    )
    return pattern


def watch(pattern: Pattern, *, actor: User, version: int) -> Pattern:
    _set(pattern, actor, version, Act.WATCH, state=PatternState.WATCHED)
    return pattern


def dismiss(pattern: Pattern, *, actor: User, version: int, reason: str) -> Pattern:
    """Set it aside, with the reason. It raises no signal any more."""
    if not reason.strip():
        raise Refusal(_("Say why this is no structural problem."))
    _set(pattern, actor, version, Act.DISMISS, state=PatternState.DISMISSED, reason=clean(reason))
    return pattern


def restore(pattern: Pattern, *, actor: User, version: int) -> Pattern:
    _set(pattern, actor, version, Act.RESTORE, state=PatternState.OPEN, reason="")
    return pattern


def pin(pattern: Pattern, *, actor: User, version: int, pinned: bool) -> Pattern:
    """On top of the list, or no longer."""
    _set(pattern, actor, version, Act.PIN, pinned=pinned)
    return pattern


def merge(pattern: Pattern, into: Pattern, *, actor: User) -> Pattern:
    """Two patterns are one problem: all members that the actor may see move, and stay."""
    _insist(actor)
    if pattern.pk == into.pk or pattern.office_id != into.office_id:
        raise Refusal(_("Choose another pattern."))
    with transaction.atomic():
        moved = _place(seen(pattern, actor), into, actor)
        _place(seen(into, actor), into, actor)
        if not pattern.members.exists():
            Pattern.objects.filter(pk=pattern.pk).update(
                state=PatternState.MERGED, merged_into=into, version=F("version") + 1
            )
        record(Act.MERGE, actor=actor, subject=into, data={"from": pattern.number, "members": moved})
    return into


def split(pattern: Pattern, cases: Iterable[Case], *, actor: User, title: str = "") -> Pattern:
    """These cases are another problem: they get a pattern of their own, and are never joined with the rest again."""
    _insist(actor)
    chosen = set(seen(pattern, actor).filter(case__in=cases).values_list("pk", flat=True))
    rest = seen(pattern, actor).exclude(pk__in=chosen)
    if not chosen or not rest.exists():
        raise Refusal(_("Choose some of the cases, not all."))
    with transaction.atomic():
        made = Pattern.objects.create(
            office=pattern.office, number=next_number(pattern), title=clean(title)[:160], named_by=actor
        )
        stays = list(rest.values_list("case_id", flat=True)[:WITNESSES])
        goes = list(Member.objects.filter(pk__in=chosen).values_list("case_id", flat=True))
        _place(Member.objects.filter(pk__in=chosen), made, actor)
        _keep_apart(((a, b) for a in goes for b in stays), actor)
        record(Act.SPLIT, actor=actor, subject=made, data={"from": pattern.number, "members": len(goes)})
    return made


def join(pattern: Pattern, case: Case, *, actor: User) -> Member:
    """This case belongs to the pattern too; it stays there."""
    _insist(actor)
    if not can_read(actor, case):
        raise Refusal(_("There is no case with this reference."))
    with transaction.atomic():
        member, _created = Member.objects.update_or_create(
            case=case,
            defaults={"pattern": pattern, "number": pattern.number, "source": Source.PERSON, "by": actor},
            create_defaults={
                "pattern": pattern,
                "number": pattern.number,
                "source": Source.PERSON,
                "by": actor,
                "received_on": case.received_on,
            },
        )
        record(Act.JOIN, actor=actor, subject=pattern, case=case)
    return member


def leave(pattern: Pattern, case: Case, *, actor: User) -> None:
    """This case is about something else: it stands alone, and is never joined with the others again."""
    _insist(actor)
    if not can_read(actor, case) or not pattern.members.filter(case=case).exists():
        raise Refusal(_("This case is not in the pattern."))
    with transaction.atomic():
        stays = seen(pattern, actor).exclude(case=case).values_list("case_id", flat=True)[:WITNESSES]
        _keep_apart(((case.pk, other) for other in list(stays)), actor)
        pattern.members.filter(case=case).update(
            pattern=None, number=next_number(pattern), source=Source.PERSON, by=actor
        )
        record(Act.LEAVE, actor=actor, subject=pattern, case=case)


def say_verdict(likeness: Likeness, *, actor: User, verdict: str) -> None:
    """“The same problem” or “another problem”: kept, and learned from."""
    _insist(actor)
    if verdict not in ("same", "other"):
        raise Refusal(_("Choose one of the two."))
    with transaction.atomic():
        Likeness.objects.filter(pk=likeness.pk).update(verdict=verdict, verdict_by=actor)
        pair = sorted((likeness.case_id, likeness.other_id))
        if verdict == "other":
            _keep_apart([(pair[0], pair[1])], actor)
        else:
            Apart.objects.filter(case_id=pair[0], other_id=pair[1]).delete()
        record(
            Act.JOIN if verdict == "same" else Act.LEAVE, actor=actor, subject=likeness, case=likeness.case
        )


def seen(pattern: Pattern, user: User) -> "QuerySet[Member]":
    """The members that a person may see."""
    return Member.objects.filter(pattern=pattern, case__in=Case.objects.visible_to(user).values("pk"))


def next_number(pattern: Pattern) -> int:
    """One that neither a pattern nor a group in the vectors has: people's numbers start far above the machine's."""
    highest = Member.objects.filter(case__office=pattern.office).aggregate(top=Max("number"))["top"] or 0
    named = Pattern.objects.filter(office=pattern.office).aggregate(top=Max("number"))["top"] or 0
    return int(max(highest, named, 1_000_000)) + 1


def _place(members: "QuerySet[Member]", pattern: Pattern, actor: User) -> int:
    return members.update(pattern=pattern, number=pattern.number, source=Source.PERSON, by=actor)


def _keep_apart(pairs: Iterable[tuple[int, int]], actor: User) -> None:
    rows = [Apart(case_id=min(a, b), other_id=max(a, b), by=actor) for a, b in pairs if a != b]
    Apart.objects.bulk_create(rows, ignore_conflicts=True)


def _set(pattern: Pattern, actor: User, version: int, act: Act, **fields: Any) -> None:
    _insist(actor)
    with transaction.atomic():
        changed = Pattern.objects.filter(pk=pattern.pk, version=version).update(
            version=F("version") + 1, **fields
        )
        if not changed:
            raise Refusal(
                _("Someone else changed this pattern while you were writing. Compare, and save again.")
            )
        pattern.refresh_from_db()
        record(act, actor=actor, subject=pattern, data={"on": today().isoformat()})


def _insist(actor: User) -> None:
    if not actor.may(Permission.CASES_CASE_HANDLE):
        raise MayNot()
