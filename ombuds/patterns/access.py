"""What a person may see of patterns and signals: always from the cases that they may see, counted anew for them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import Http404

from ombuds.accounts.models import User
from ombuds.cases.models import Case
from ombuds.patterns.engine.terms import Vocabulary, shared
from ombuds.patterns.models import Likeness, Pattern, Signal
from ombuds.patterns.reading import language_of, sentence_of, text_of

SHOWN = 0.35  # strength below which an earlier case is not worth a caseworker's time


@dataclass(frozen=True)
class Alike:
    """A case that is like another, and why."""

    likeness: Likeness
    case: Case
    tenths: int  # of ten such pairs, how many were about the same problem
    words: list[str]
    same_body: str
    mine: str
    theirs: str
    their_language: str


def visible_patterns(user: User) -> Any:
    return Pattern.objects.visible_to(user)


def visible_signals(user: User) -> Any:
    return Signal.objects.visible_to(user)


def pattern_or_404(user: User, pk: int) -> Pattern:
    found: Pattern | None = visible_patterns(user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def signal_or_404(user: User, pk: int) -> Signal:
    rows = visible_signals(user).select_related("pattern", "body", "norm", "inquiry", "recommendation")
    found: Signal | None = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def similar(user: User, case: Case, count: int = 5) -> list[Alike]:
    """The cases most like this one that the person may see, with the reason. For the case page and the page of its own."""
    visible = Case.objects.visible_to(user).values("pk")
    rows = Likeness.objects.filter(
        Q(case=case, other__in=visible) | Q(other=case, case__in=visible), strength__gte=SHOWN
    )
    rows = rows.select_related("case", "other").prefetch_related(
        "case__submissions", "case__grievances__body", "other__submissions", "other__grievances__body"
    )
    found: dict[int, Alike] = {}
    for likeness in rows.order_by("-score")[: 2 * count]:
        is_mine = likeness.case_id == case.pk
        other = likeness.other if is_mine else likeness.case
        if other.pk not in found:
            found[other.pk] = _alike(likeness, case, other, is_mine=is_mine)
    return list(found.values())[:count]


def _alike(likeness: Likeness, case: Case, other: Case, *, is_mine: bool) -> Alike:
    numbers = (likeness.sentence, likeness.other_sentence)
    mine, theirs = numbers if is_mine else numbers[::-1]
    language = language_of(case)
    same = language == language_of(other)
    bodies = {g.body_id: str(g.body) for g in case.grievances.all() if g.body_id}
    common = [bodies[g.body_id] for g in other.grievances.all() if g.body_id in bodies]
    return Alike(
        likeness=likeness,
        case=other,
        tenths=min(10, round(likeness.strength * 10)),
        words=shared(text_of(case), text_of(other), language, Vocabulary()) if same else [],
        same_body=common[0] if common else "",
        mine=sentence_of(case, mine),
        theirs=sentence_of(other, theirs),
        their_language=language_of(other),
    )
