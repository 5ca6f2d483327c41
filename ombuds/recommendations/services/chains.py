"""Recommendations that hang together over the years, as one line of time."""

import datetime as dt
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.services import record
from ombuds.lib.errors import Refusal
from ombuds.recommendations.models import Change, Recommendation, Relation
from ombuds.recommendations.services.permitting import insist
from ombuds.recommendations.terms import Act, RelationKind

NEEDS_OTHER = frozenset({RelationKind.REPEATS, RelationKind.REPLACES, RelationKind.NARROWS})


def relate(
    recommendation: Recommendation,
    *,
    actor: User,
    kind: str,
    other: Recommendation | None = None,
    on: dt.date | None = None,
    where: str = "",
    url: str = "",
) -> Relation:
    """Say how it hangs together with another one, a debate or a new rule."""
    insist(actor)
    if kind in NEEDS_OTHER and other is None:
        raise Refusal(_("Name the other recommendation."))
    if kind not in NEEDS_OTHER and other is None and not where.strip():
        raise Refusal(_("Name the committee, document or regulation."))
    if other is not None and other.pk == recommendation.pk:
        raise Refusal(_("A recommendation is not related to itself."))
    if other is not None and recommendation.relations.filter(kind=kind, other=other).exists():
        raise Refusal(_("This relation is there already."))
    with transaction.atomic():
        relation = Relation.objects.create(
            recommendation=recommendation,
            kind=kind,
            other=other,
            on=on,
            where=where.strip(),
            url=url,
            by=actor,
        )
        record(Act.RELATE, actor=actor, subject=recommendation, data={"kind": kind})
    return relation


def chain_of(recommendation: Recommendation) -> list[Recommendation]:
    """All recommendations reached through relations, both ways, the oldest first."""
    known, ask = {recommendation.pk}, {recommendation.pk}
    while ask:
        pairs = Relation.objects.filter(Q(recommendation__in=ask) | Q(other__in=ask), other__isnull=False)
        reached = {pk for pair in pairs.values_list("recommendation_id", "other_id") for pk in pair if pk}
        ask = reached - known
        known |= ask
    rows = Recommendation.objects.filter(pk__in=known).prefetch_related("texts", "sources")
    return sorted(rows, key=lambda r: (r.year, r.sequence or 10**6, r.pk))


@dataclass(order=True)
class Moment:
    """One dated thing in the life of a chain."""

    on: dt.date
    code: str
    kind: str = field(
        compare=False
    )  # issued | promised | progress | reminded | what of a Change | kind of a Relation
    text: str = field(compare=False, default="")
    url: str = field(compare=False, default="")
    pk: int = field(compare=False, default=0)


def timeline(chain: list[Recommendation]) -> list[Moment]:
    """The issue dates, answers, findings, debates and new rules of a whole chain, in order."""
    moments: list[Moment] = []
    for one in chain:
        if one.issued_on:
            moments.append(Moment(one.issued_on, one.code, "issued", one.title, pk=one.pk))
        for change in one.changes.all():
            if change.after != "issued":
                moments.append(Moment(change.on, one.code, change.what, _words(change), pk=one.pk))
        moments += _of_plan(one)
        for relation in one.relations.all():
            day = relation.on or one.issued_on or one.created_at.date()
            text = relation.other.code if relation.other else relation.where
            moments.append(Moment(day, one.code, relation.kind, text, relation.url, one.pk))
    return sorted(moments)


def _of_plan(one: Recommendation) -> list[Moment]:
    """Promises, how far they are, and terms that passed without a word."""
    found = [Moment(m.promised_on, one.code, "promised", m.words, pk=one.pk) for m in one.measures.all()]
    found += [Moment(told.on, one.code, "progress", told.words, pk=one.pk) for told in one.progress.all()]
    return found + [Moment(r.made_on, one.code, "reminded", pk=one.pk) for r in one.reminders.all()]


def _words(change: Change) -> str:
    return f"{change.after_label}{f': {change.note}' if change.note else ''}"
