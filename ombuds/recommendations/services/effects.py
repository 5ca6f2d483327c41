"""Which complaints a recommendation is measured by, counted by month, and what became of them since it was carried out."""

import datetime as dt
import statistics
from collections import Counter
from dataclasses import asdict

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncMonth
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.cases.models import Case, Grievance, Wall
from ombuds.cases.publicity import publishable
from ombuds.cases.terms import Kind
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today
from ombuds.office.models import Office
from ombuds.recommendations.effect import BadSeries, Series, estimate
from ombuds.recommendations.models import Effect, Recommendation
from ombuds.recommendations.services.permitting import insist
from ombuds.recommendations.terms import Act
from ombuds.recommendations.workflow import was_issued

Months = Counter[dt.date]
MONTHS_BEFORE = 60  # a longer past tells more of other times than of this problem
YEAR = 12
OPENING = 0.1  # of the usual intake: a year with less was before the office, or its records, really began


def measure_effect(
    recommendation: Recommendation,
    *,
    actor: User,
    changed_on: dt.date,
    theme: str = "",
    norm: str = "",
    this_body_only: bool = True,
    share_of_intake: bool = False,
) -> Effect:
    """Say which complaints to look at, since when it was carried out, and compute. Raises a Refusal.

    It takes seconds, because the statistics are loaded for it; pages show what was kept.
    """
    insist(actor)
    if not was_issued(recommendation.status):
        raise Refusal(_("This recommendation is not issued yet."))
    if recommendation.issued_on and not recommendation.issued_on <= changed_on <= today():
        raise Refusal(_("It was carried out on a day between the day of issue and today."))
    only_body = this_body_only and recommendation.body is not None
    if not (theme or norm or only_body):
        raise Refusal(
            _(
                "Choose a theme or a norm: all the complaints of the office tell nothing of this recommendation."
            )
        )
    with transaction.atomic():
        effect, _created = Effect.objects.update_or_create(
            recommendation=recommendation,
            defaults={
                "changed_on": changed_on, "theme": theme, "norm": norm, "this_body_only": only_body,
                "share_of_intake": share_of_intake, "set_by": actor,
            },
        )  # fmt: skip
        _compute(effect, today())
        record(Act.MEASURE, actor=actor, subject=recommendation)
    return effect


def forget_effect(recommendation: Recommendation, *, actor: User) -> None:
    """Not measured any more."""
    insist(actor)
    with transaction.atomic():
        Effect.objects.filter(recommendation=recommendation).delete()
        record(Act.MEASURE, actor=actor, subject=recommendation, data={"measured": False})


def measure_again(office: Office, day: dt.date) -> int:
    """Once a month, when a month more is complete. Returns how many were computed."""
    old = Effect.objects.filter(recommendation__office=office, computed_on__lt=day.replace(day=1))
    done = 0
    intake: Months | None = None
    for effect in old.select_related("recommendation__office", "recommendation__body"):
        intake = _by_month(_everything(office, day)) if intake is None else intake  # once for all of them
        with transaction.atomic():
            _compute(effect, day, intake)
            record(Act.MEASURE, actor=Actor.SYSTEM, subject=effect.recommendation)
        done += 1
    return done


def count_months(
    effect: Effect, day: dt.date, intake: Months | None = None
) -> tuple[dt.date | None, list[int], list[int]]:
    """First month, complaints a month, and the whole intake of those months. The month of `day` is not over: left out.

    The series begins when the office really began to receive complaints, at most five years before the change: a few
    old files carried over would look like years without the problem. `intake`: when it is counted already.
    """
    everything = _everything(effect.recommendation.office, day)
    intake = _by_month(everything) if intake is None else intake
    if not intake:
        return None, [], []
    first = max(min(intake), _months_later(effect.changed_on.replace(day=1), -MONTHS_BEFORE))
    last = _months_later(day.replace(day=1), -1)
    months = _months(first, last)
    if not months:
        return None, [], []
    usual = statistics.median(intake[month] for month in months[-24:])
    while len(months) > YEAR and sum(intake[month] for month in months[:YEAR]) < OPENING * usual * YEAR:
        months.pop(0)
    while len(months) > 1 and not intake[months[0]]:
        months.pop(0)
    counted = _by_month(everything.filter(_about(effect)))
    return months[0], [counted[month] for month in months], [intake[month] for month in months]


def cases_of_month(effect: Effect, month: dt.date) -> "QuerySet[Case]":
    """The complaints that a month of the series counts; what a colleague may see of them is the caller's to say."""
    everything = _everything(effect.recommendation.office, _months_later(month, 1))
    start = dt.datetime.combine(month, dt.time(), tzinfo=get_current_timezone())
    return everything.filter(_about(effect), received_at__gte=start).order_by("received_at", "pk")


def _everything(office: Office, day: dt.date) -> "QuerySet[Case]":
    """All complaints but those behind a wall or never public: a figure must not hint at one."""
    complaints = Case.objects.filter(
        office=office, kind=Kind.COMPLAINT, received_at__date__lt=day.replace(day=1)
    )
    walls = Wall.objects.filter(case=OuterRef("pk"), lifted_at__isnull=True)
    return publishable(complaints).filter(~Exists(walls))


def _about(effect: Effect) -> Q:
    grievances = Grievance.objects.filter(case=OuterRef("pk"))
    if effect.this_body_only:
        grievances = grievances.filter(body=effect.recommendation.body)
    if effect.theme:
        grievances = grievances.filter(Q(theme=effect.theme) | Q(theme="", case__theme=effect.theme))
    if effect.norm:
        grievances = grievances.filter(findings__norm__code=effect.norm, findings__replaced_at__isnull=True)
    return Q(Exists(grievances))


def _by_month(cases: "QuerySet[Case]") -> Months:
    rows = cases.annotate(month=TruncMonth("received_at")).values_list("month", flat=True).order_by()
    return Counter(month.date() for month in rows.iterator())


def _months_later(month: dt.date, many: int) -> dt.date:
    number = month.year * 12 + month.month - 1 + many
    return dt.date(number // 12, number % 12 + 1, 1)


def _months(first: dt.date, last: dt.date) -> list[dt.date]:
    months = []
    while first <= last:
        months.append(first)
        first = _months_later(first, 1)
    return months


def _compute(effect: Effect, day: dt.date, counted: Months | None = None) -> None:
    """The month in which it changed counts as before: half of it was."""
    first, counts, intake = count_months(effect, day, counted)
    changed = effect.changed_on
    start = changed if changed.day == 1 else _months_later(changed.replace(day=1), 1)
    effect.first_month, effect.counts, effect.computed_on = first, counts, day
    effect.change = (start.year - first.year) * 12 + start.month - first.month if first else 0
    try:
        # A month without any intake would divide by nought: half a complaint stands for it.
        share = [max(0.5, float(all_of_it)) for all_of_it in intake] if effect.share_of_intake else []
        effect.found = asdict(estimate(Series(counts, effect.change, intake=share)))
    except BadSeries:
        effect.found = {"verdict": "too_few", "observed": sum(counts[max(0, effect.change) :])}
    effect.save()
