"""At triage: has this person, or somebody else, sent the same before? And does a colleague occur in it?"""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import BooleanField, ExpressionWrapper, Q

from ombuds.accounts.models import User
from ombuds.cases.models import Case
from ombuds.cases.services import earlier_cases
from ombuds.intake.models import Submission
from ombuds.lib.text import fold, words

MONTHS_BACK = 400  # days
MOST_COMPARED = 400
ALIKE = 0.55  # of the words that stand in both texts; on real complaints, copies lie above and strangers below 0.3
FEWEST_WORDS = 8


@dataclass(frozen=True)
class Likeness:
    """Another case, and how much of the words it shares."""

    case: Case
    percent: int
    same_person: bool


def _bag(text: str) -> frozenset[str]:
    return frozenset(word for word in words(text[:20_000]) if len(word) > 3)


def similar_cases(case: Case, *, user: User, tied: Collection[int] = ()) -> list[Likeness]:
    """Cases with nearly the same text, the likest first, and all earlier ones of the same person; without those that
    are `tied` to this one already."""
    shares = _shares(case)
    earlier = Q(pk__in=earlier_cases(case, user=user).order_by().values("pk"))
    rows = (
        Case.objects.visible_to(user)
        .filter(Q(pk__in=shares) | earlier)
        .exclude(pk__in=tied)
        .annotate(same_person=ExpressionWrapper(earlier, output_field=BooleanField()))
    )
    found = [
        Likeness(each, round(100 * shares.get(each.pk, 0.0)), bool(getattr(each, "same_person", False)))
        for each in rows
    ]
    return sorted(found, key=lambda one: (-one.percent, -one.case.pk))[:12]


def _shares(case: Case) -> dict[int, float]:
    """How much of the words each recent case about the same services has in common with this one."""
    own = _bag(" ".join(one.text for one in case.submissions.all()))
    if len(own) < FEWEST_WORDS:
        return {}
    bodies = [grievance.body_id for grievance in case.grievances.all() if grievance.body_id]
    near = Q(case__grievances__body__in=bodies) if bodies else Q()
    rows = (
        Submission.objects.filter(near, received_at__gte=case.received_at - dt.timedelta(days=MONTHS_BACK))
        .exclude(case=case)
        .exclude(case=None)
        .order_by("-received_at")
        .values_list("case_id", "fields__text", "fields__notes")[:MOST_COMPARED]
    )
    shares: dict[int, float] = {}
    for pk, text, notes in rows:
        bag = _bag(str(text or notes or ""))
        share = len(own & bag) / max(len(own | bag), 1)
        if share >= ALIKE:
            shares[pk] = max(shares.get(pk, 0.0), share)
    return shares


def colleagues_in(case: Case, active: Iterable[User]) -> list[User]:
    """Those of the active staff whose whole name stands in the text or among the people of the case: perhaps a conflict."""
    people = " ".join(f"{party.full_name} {party.email}" for party in case.parties.all())
    texts = " ".join(" ".join(map(str, one.fields.values())) for one in case.submissions.all())
    whole = fold(f"{people} {texts[:200_000]}")
    there = set(words(whole))
    found = []
    for user in active:
        parts = [part for part in words(user.name) if len(part) > 1]
        named = len(parts) > 1 and there.issuperset(parts)
        if named or (user.email and fold(user.email) in whole):
            found.append(user)
    return found
