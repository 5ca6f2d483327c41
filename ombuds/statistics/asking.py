"""How a counter counts, in words: the filter that its cases pass."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from ombuds.statistics import labels
from ombuds.statistics.counters import Counter
from ombuds.statistics.cube.facts import Labels
from ombuds.statistics.queries import UNIT_LABELS
from ombuds.statistics.terms import DateRule, Scope

OTHER = _("lines")


def words_of(counter: Counter, year: int | None = None) -> Labels:
    """Return the query of a counter as a sentence in every language, of one year or of any."""
    text = (
        _("Counted: %(unit)s. Which: %(scope)s. In the year: %(rule)s (%(first)s to %(last)s).")
        if year
        else _(
            "Counted: %(unit)s. Which: %(scope)s. In the year: %(rule)s, from 1 January to 31 December in Brussels."
        )
    )
    values: Mapping[str, object] = {
        "unit": UNIT_LABELS.get(counter.counted, OTHER),
        "scope": dict(Scope.choices).get(counter.scope, counter.scope),
        "rule": dict(DateRule.choices).get(counter.date_rule, counter.date_rule),
        "first": f"01/01/{year}",
        "last": f"31/12/{year}",
    }
    return labels.everywhere(text, **values)
