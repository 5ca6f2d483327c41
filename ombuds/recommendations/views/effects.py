"""What a page shows of the kept effect: sentence, chart, table."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ombuds.lib.charts import Expected, draw_expected
from ombuds.recommendations.effect import Estimate
from ombuds.recommendations.effect_words import sentence
from ombuds.recommendations.models import Change, Effect, Recommendation
from ombuds.recommendations.terms import OmbudsmanFinds


@dataclass(frozen=True)
class Row:
    """A month of the table under the chart."""

    month: dt.date
    observed: int
    expected: float | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True)
class Shown:
    """An effect as the page needs it."""

    effect: Effect
    verdict: str
    sentence: str
    chart: str
    rows: list[Row]


def effect_of(recommendation: Recommendation) -> Shown | None:
    """None when nobody said how it is to be measured."""
    effect = Effect.objects.filter(recommendation=recommendation).first()
    if effect is None:
        return None
    found = Estimate.of(effect.found)
    return Shown(effect, found.verdict, sentence(found), _chart(effect, found), _rows(effect, found))


def effect_start(recommendation: Recommendation) -> dict[str, Any]:
    """What the form begins with: what was kept, or the theme and the day on which we found it carried out."""
    effect = Effect.objects.filter(recommendation=recommendation).first()
    if effect is not None:
        names = ("changed_on", "theme", "norm", "this_body_only", "share_of_intake")
        return {name: getattr(effect, name) for name in names}
    found = recommendation.changes.filter(
        what=Change.What.OMBUDSMAN_FINDS,
        after__in=[OmbudsmanFinds.IMPLEMENTED, OmbudsmanFinds.PARTLY_IMPLEMENTED],
    ).first()
    return {
        "theme": recommendation.theme,
        "this_body_only": recommendation.body_id is not None,
        "changed_on": found.on if found else None,
    }


def _months(effect: Effect) -> list[dt.date]:
    first = effect.first_month
    if first is None:
        return []
    numbers = range(first.year * 12 + first.month - 1, first.year * 12 + first.month - 1 + len(effect.counts))
    return [dt.date(number // 12, number % 12 + 1, 1) for number in numbers]


def _chart(effect: Effect, found: Estimate) -> str:
    if not any(effect.counts):
        return ""
    return draw_expected(
        Expected(
            title=_("Complaints a month"),
            description=sentence(found),
            labels=tuple(month.strftime("%m/%Y") for month in _months(effect)),
            observed=tuple(float(count) for count in effect.counts),
            expected=found.curve,
            lower=found.lower,
            upper=found.upper,
            change=effect.change,
            observed_name=_("Complaints received"),
            expected_name=_("Expected without the change"),
            change_name=_("carried out %(day)s") % {"day": date_format(effect.changed_on, "j F Y")},
        ),
        language=get_language() or "nl",
    )


def _rows(effect: Effect, found: Estimate) -> list[Row]:
    rows = []
    for index, (month, count) in enumerate(zip(_months(effect), effect.counts, strict=True)):
        curve = (
            (found.curve[index], found.lower[index], found.upper[index])
            if found.curve
            else (None, None, None)
        )
        rows.append(Row(month, count, *curve))
    return rows
