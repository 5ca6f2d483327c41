"""A question to the cube: what is counted, by what, in which years, only which; in words, as an address, as data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombuds.lib.errors import Refusal
from ombuds.statistics import labels
from ombuds.statistics.cube import AXES, Facts, resolved
from ombuds.statistics.cube.axes import CASE, DATES, GRIEVANCE, MENTION, UNITS
from ombuds.statistics.cube.facts import Labels
from ombuds.statistics.figures.scope import COMPLAINTS
from ombuds.statistics.periods import FIRST_YEAR, LAST_YEAR
from ombuds.statistics.terms import DateRule, Scope

AXIS_LABELS: dict[str, str | Promise] = {
    "year": gettext_lazy("year"),
    "month": gettext_lazy("month"),
    "channel": gettext_lazy("channel"),
    "language": gettext_lazy("language"),
    "kind": gettext_lazy("kind"),
    "body": gettext_lazy("service"),
    "level": gettext_lazy("level of authority"),
    "policy_domain": gettext_lazy("policy domain"),
    "theme": gettext_lazy("theme"),
    "norm": gettext_lazy("norm breached"),
    "ground": gettext_lazy("ground of refusal"),
    "assessment": gettext_lazy("assessment"),
    "result": gettext_lazy("result"),
    "remedy": gettext_lazy("remedy"),
    "duration": gettext_lazy("handling time"),
    "case_theme": gettext_lazy("theme of the case"),
    "case_assessment": gettext_lazy("assessment of the case"),
    "case_result": gettext_lazy("result of the case"),
    "grievance_theme": gettext_lazy("theme of each grievance"),
    "grievance_assessment": gettext_lazy("assessment of each grievance"),
    "grievance_result": gettext_lazy("result of each grievance"),
}
UNIT_LABELS: dict[str, str | Promise] = {
    CASE: gettext_lazy("cases"),
    GRIEVANCE: gettext_lazy("grievances"),
    MENTION: gettext_lazy("norm mentions"),
}
FIXED_SCALES = ("month", "duration")  # lines that stand in a table even when nothing has them
MOST_YEARS = 30


class BadQuestion(Refusal):
    """The cube cannot be asked this; the sentence says what it can be asked."""

    template = gettext_lazy("%(what)s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One to three axes; `where`: axis → the codes that count. Years empty: all of a file of others."""

    rows: str
    columns: str = ""
    layers: str = ""
    years: tuple[int, ...] = ()
    unit: str = GRIEVANCE
    rule: str = DateRule.RECEIVED
    scope: str = Scope.COMPLAINTS
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def axes(self) -> tuple[str, ...]:
        """The sides of the table, rows first."""
        return tuple(axis for axis in (self.rows, self.columns, self.layers) if axis)

    def checked(self, known: Sequence[str] | None = None) -> "Query":
        """Return the query. Raises BadQuestion; `known`: the columns of a file of others."""
        names = list(known) if known is not None else list(AXES)
        for axis in (*self.axes, *self.where):
            if axis not in names:
                raise BadQuestion(
                    what=_("“%(axis)s” is none of: %(names)s.")
                    % {"axis": axis[:60], "names": ", ".join(names)}
                )
        if not self.rows or (self.layers and not self.columns):
            raise BadQuestion(what=_("A table needs rows; one with layers needs columns too."))
        if len(set(self.axes)) < len(self.axes):
            raise BadQuestion(what=_("Rows, columns and layers must be different."))
        if self.unit not in UNITS:
            raise BadQuestion(what=_("The unit is one of: %(names)s.") % {"names": ", ".join(UNITS)})
        if self.rule not in DATES:
            raise BadQuestion(what=_("The date is one of: %(names)s.") % {"names": ", ".join(DATES)})
        if self.scope not in (Scope.COMPLAINTS, Scope.ALL):
            raise BadQuestion(what=_("The scope is one of: %(names)s.") % {"names": "complaints, all"})
        if any(not FIRST_YEAR <= year <= LAST_YEAR for year in self.years) or len(self.years) > MOST_YEARS:
            raise BadQuestion(
                what=_("Years lie between %(first)s and %(last)s, at most %(most)s at once.")
                % {"first": FIRST_YEAR, "last": LAST_YEAR, "most": MOST_YEARS}
            )
        return self

    def of(self, facts: Facts) -> Facts:
        """Return the rows that the query is about, dated by its rule."""
        if self.years:
            facts = facts.in_years(self.years, self.rule).dated(self.rule)
        wanted: dict[str, tuple[str, ...]] = {
            resolved(a, self.unit): values for a, values in self.where.items()
        }
        if self.scope == Scope.COMPLAINTS and "kind" in facts.columns:
            kinds = tuple(str(kind) for kind in COMPLAINTS)
            wanted["kind"] = tuple(k for k in wanted.get("kind", kinds) if k in kinds)
        return facts.picked(wanted)

    def words(self, facts: Facts | None = None) -> Labels:
        """Return the question as a sentence in every language: what every figure of the table counts."""
        return {language: self._sentence(language, facts) for language in labels.LANGUAGES}

    def _sentence(self, language: str, facts: Facts | None) -> str:
        from django.utils.translation import override

        with override(language):
            by = [str(AXIS_LABELS.get(axis, axis)) for axis in self.axes]
            values = {
                "unit": capfirst(str(UNIT_LABELS[self.unit])),
                "axes": _(" and ").join([", ".join(by[:-1]), by[-1]]) if len(by) > 1 else by[0],
                "years": _years(self.years),
            }
            if not self.years:
                text = _("%(unit)s by %(axes)s.") % values
            elif self.rule == DateRule.CLOSED:
                text = _("%(unit)s closed in %(years)s, by %(axes)s.") % values
            elif self.rule == DateRule.REMEDIED:
                text = _("%(unit)s put right in %(years)s, by %(axes)s.") % values
            else:
                text = _("%(unit)s received in %(years)s, by %(axes)s.") % values
            if self.scope == Scope.COMPLAINTS and self.years:
                text += " " + _("Only complaints, also those of the second line and petitions passed on.")
            for axis, codes in self.where.items():
                text += " " + _("Only %(axis)s: %(values)s.") % {
                    "axis": str(AXIS_LABELS.get(axis, axis)),
                    "values": ", ".join(self._label(facts, axis, code, language) for code in codes),
                }
        return text

    def _label(self, facts: Facts | None, axis: str, code: str, language: str) -> str:
        column = facts.columns.get(resolved(axis, self.unit)) if facts is not None else None
        return column.label(code).get(language, code) if column else code

    def params(self) -> dict[str, str]:
        """Return the query for an address."""
        found = {
            "rows": self.rows, "columns": self.columns, "layers": self.layers, "years": _years(self.years),
            "unit": self.unit, "date": self.rule, "scope": self.scope, "where": written_where(self.where),
        }  # fmt: skip
        return {name: value for name, value in found.items() if value}


def from_params(params: Mapping[str, Any], *, known: Sequence[str] | None = None) -> Query:
    """Return the query of an address, a form or a command line. Raises BadQuestion."""
    return Query(
        rows=str(params.get("rows") or ""),
        columns=str(params.get("columns") or ""),
        layers=str(params.get("layers") or ""),
        years=read_years(str(params.get("years") or "")),
        unit=str(params.get("unit") or GRIEVANCE),
        rule=str(params.get("date") or DateRule.RECEIVED),
        scope=str(params.get("scope") or Scope.COMPLAINTS),
        where=read_where(str(params.get("where") or "")),
    ).checked(known)


def read_years(text: str) -> tuple[int, ...]:
    """Return the years of “2024”, “2022-2024” or “2020,2024”. Raises BadQuestion."""
    found: list[int] = []
    for part in text.replace(" ", "").split(",") if text.strip() else []:
        first, _dash, last = part.replace(":", "-").partition("-")
        ends = (first, last or first)
        if not all(end.isascii() and end.isdecimal() and len(end) == 4 for end in ends) or ends[0] > ends[1]:
            raise BadQuestion(what=_("Years are written like 2024, 2022-2024 or 2020,2024."))
        if int(ends[1]) - int(ends[0]) >= MOST_YEARS:
            raise BadQuestion(what=_("Ask at most %(most)s years at once.") % {"most": MOST_YEARS})
        found += range(int(ends[0]), int(ends[1]) + 1)
    return tuple(sorted(set(found)))


def _years(years: Sequence[int]) -> str:
    if len(years) > 1 and list(years) == list(range(years[0], years[-1] + 1)):
        return f"{years[0]}-{years[-1]}"
    return ",".join(map(str, years))


def read_where(text: str) -> dict[str, tuple[str, ...]]:
    """Return the filter of “channel=web|mail;language=fr”. Raises BadQuestion."""
    found: dict[str, tuple[str, ...]] = {}
    for part in (each.strip() for each in text.split(";")):
        if not part:
            continue
        axis, equals, values = part.partition("=")
        if not equals or not values or not axis:
            raise BadQuestion(what=_("A filter is written like channel=web|mail;language=fr."))
        found[axis.strip()] = tuple(value.strip() for value in values.split("|"))[:200]
    return found


def written_where(where: Mapping[str, Sequence[str]]) -> str:
    """Return the filter as `read_where` reads it."""
    return ";".join(f"{axis}={'|'.join(values)}" for axis, values in where.items())
