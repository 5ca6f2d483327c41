"""Cases of the office as rows without text: what the cube counts and a snapshot freezes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import product
from typing import Any

import numpy as np
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ombuds.admissibility.models import GroundUse
from ombuds.admissibility.terms import GroundVerdict, Verdict
from ombuds.authorities.models import Body
from ombuds.cases.models import Case, Grievance
from ombuds.cases.terms import Assessment, Channel, Kind, Language, Result
from ombuds.investigations.models import Finding, Remedy
from ombuds.investigations.terms import RemedyChecked
from ombuds.investigations.terms import Verdict as FindingVerdict
from ombuds.office.models import Ground, Norm, Office
from ombuds.statistics import labels, mapping, periods
from ombuds.statistics.cube import BLANK, Column, Facts
from ombuds.statistics.cube.facts import NO_DAY, Labels
from ombuds.statistics.figures import duration, scope

CHUNK = 20_000
ASKED = "asked"  # a remedy that nobody has checked yet
PUT_RIGHT = (RemedyChecked.DONE, RemedyChecked.PARTLY)
_CASE = (
    "pk", "received_at", "closed_at", "kind", "channel", "language", "theme", "assessment", "result", "suspended_days",
)  # fmt: skip
Extra = dict[int, set[str]]


class _Rows:
    """Collects the rows column by column; words become small numbers at once, so that a million rows fit."""

    def __init__(self) -> None:
        self.ids: dict[str, list[int]] = {"case": [], "grievance": [], "mention": []}
        self.days: dict[str, list[int]] = {"received": [], "closed": [], "remedied": []}
        self.codes: dict[str, list[int]] = defaultdict(list)
        self.places: dict[str, dict[str, int]] = defaultdict(dict)
        self.mentions = 0

    def add(self, ids: tuple[int, int, int], days: tuple[int, int, int], values: Mapping[str, str]) -> None:
        for name, number in zip(self.ids, ids, strict=True):
            self.ids[name].append(number)
        for name, day in zip(self.days, days, strict=True):
            self.days[name].append(day)
        for name, value in values.items():
            places = self.places[name]
            self.codes[name].append(places.setdefault(value or BLANK, len(places)))

    def column(self, name: str, words: Mapping[str, Labels]) -> Column:
        """Return a column with its values in the order of the alphabet, whatever order the rows came in."""
        places = self.places[name]
        values = tuple(sorted(places))
        new = {value: i for i, value in enumerate(values)}
        table = np.array([new[value] for value in places], dtype=np.int32)
        codes = np.array(self.codes[name], dtype=np.int32)
        return Column(
            table[codes] if len(places) else codes, values, {v: dict(words[v]) for v in values if v in words}
        )


def extract(
    office: Office, *, years: Sequence[int] | None = None, rule: str = "received", mapped: bool = True
) -> Facts:
    """Return the cases of the office as rows, with the years given those received (closed, remedied) in them.

    `mapped`: old themes and services count as what they became.
    """
    found = _of_years(Case.objects.filter(office=office).order_by("pk"), years, rule)
    rows = _Rows()
    bodies = {
        pk: (level, domain) for pk, level, domain in Body.objects.values_list("pk", "level", "policy_domain")
    }
    for chunk in _chunks(found.values_list(*_CASE).iterator(CHUNK)):
        _take(rows, chunk, bodies)
    facts = _facts(rows, office, years, rule)
    return facts.mapped(mapping.of_columns(office)) if mapped else facts


def _of_years(cases: QuerySet[Case], years: Sequence[int] | None, rule: str) -> QuerySet[Case]:
    if not years:
        return cases
    first, last = min(years), max(years)
    if rule == "remedied":
        checked = Remedy.objects.filter(
            checked__in=PUT_RIGHT, checked_on__year__gte=first, checked_on__year__lte=last
        )
        return cases.filter(pk__in=checked.values("case_id"))
    return cases.filter(periods.during(scope.DATE_FIELDS[rule], list(range(first, last + 1))))


def _chunks(rows: Iterable[Any]) -> Iterator[list[Any]]:
    chunk: list[Any] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _take(rows: _Rows, chunk: list[tuple[Any, ...]], bodies: Mapping[int, tuple[str, str]]) -> None:
    first, last = chunk[0][0], chunk[-1][0]
    within = Q(case_id__gte=first, case_id__lte=last)
    grievances: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for row in (
        Grievance.objects.filter(within)
        .order_by("pk")
        .values_list("case_id", "pk", "body_id", "theme", "assessment", "result")
    ):
        grievances[row[0]].append(row[1:])
    norms = _sets(
        Finding.objects.filter(
            grievance__case_id__gte=first, grievance__case_id__lte=last, verdict=FindingVerdict.BREACHED, replaced_at__isnull=True,
        ).values_list("grievance_id", "norm__code")
    )  # fmt: skip
    grounds = _sets(
        GroundUse.objects.filter(
            admissibility__case_id__gte=first, admissibility__case_id__lte=last, admissibility__status="final",
            admissibility__verdict=Verdict.REFUSED, verdict=GroundVerdict.USED,
        ).values_list("admissibility__case_id", "ground__code")
    )  # fmt: skip
    remedies, remedied = _remedies(within)
    for case in chunk:
        own = grievances.get(case[0]) or [(0, None, "", "", "")]
        days, values = _of_case(case, remedied.get(case[0], NO_DAY))
        for grievance in own:
            _add(
                rows, case, grievance, days, values | _of_grievance(case, grievance, bodies),
                norms.get(grievance[0], set()), grounds.get(case[0], set()), remedies.get(case[0], set()),
            )  # fmt: skip


def _add(
    rows: _Rows, case: tuple[Any, ...], grievance: tuple[Any, ...], days: tuple[int, int, int], values: dict[str, str],
    norms: set[str], grounds: set[str], remedies: set[str],
) -> None:  # fmt: skip
    for norm in sorted(norms) or [BLANK]:
        mention = 0
        if norm != BLANK:
            rows.mentions += 1
            mention = rows.mentions
        for ground, remedy in product(sorted(grounds) or [BLANK], sorted(remedies) or [BLANK]):
            rows.add(
                (case[0], grievance[0], mention),
                days,
                {**values, "norm": norm, "ground": ground, "remedy": remedy},
            )


def _sets(pairs: Iterable[tuple[int, str]]) -> Extra:
    found: Extra = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return found


def _remedies(within: Q) -> tuple[Extra, dict[int, int]]:
    """Return case → where its remedies stand, and case → the last day on which one was found to be put right."""
    found: Extra = defaultdict(set)
    on: dict[int, int] = {}
    for case, checked, day in Remedy.objects.filter(within).values_list("case_id", "checked", "checked_on"):
        found[case].add(checked or ASKED)
        if checked in PUT_RIGHT and day:
            on[case] = max(on.get(case, NO_DAY), day.toordinal())
    return found, on


def _of_case(case: tuple[Any, ...], remedied: int) -> tuple[tuple[int, int, int], dict[str, str]]:
    _pk, received, closed, kind, channel, language, theme, assessment, result, suspended = case
    came, went = _day(received), _day(closed)
    values = {
        "kind": kind, "channel": channel, "language": language, "case_theme": theme, "case_assessment": assessment,
        "case_result": result, "duration": _class(max(max(went - came, 0) - suspended, 0)) if closed else BLANK,
    }  # fmt: skip
    return (came, went, remedied), values


def _of_grievance(
    case: tuple[Any, ...], grievance: tuple[Any, ...], bodies: Mapping[int, tuple[str, str]]
) -> dict[str, str]:
    # What is not said of a grievance is as of its case.
    _pk, body, theme, assessment, result = grievance
    level, domain = bodies.get(body, ("", ""))
    return {
        "body": str(body or ""), "level": level, "policy_domain": domain, "grievance_theme": theme or case[6],
        "grievance_assessment": assessment or case[7], "grievance_result": result or case[8],
    }  # fmt: skip


def _day(moment: datetime | None) -> int:
    return timezone.localtime(moment).toordinal() if moment else NO_DAY


def _class(days: int) -> str:
    return next(f"{low}-{high or ''}" for low, high in duration.CLASSES if high is None or days <= high)


def _facts(rows: _Rows, office: Office, years: Sequence[int] | None, rule: str) -> Facts:
    words = _words(office, rows)
    names = (
        "kind", "channel", "language", "case_theme", "case_assessment", "case_result", "duration", "body", "level",
        "policy_domain", "grievance_theme", "grievance_assessment", "grievance_result", "norm", "ground", "remedy",
    )  # fmt: skip
    columns = {name: rows.column(name, words[name]) for name in names}
    empty = Column(np.zeros(len(rows.ids["case"]), dtype=np.int32), (), {})
    months = {f"{number:02}": name for number, name in enumerate(labels.months(), 1)}
    facts = Facts(
        {name: np.array(ids, dtype=np.int64) for name, ids in rows.ids.items()},
        {**columns, "year": empty, "month": Column(empty.codes, (), months)},
        {name: np.array(days, dtype=np.int32) for name, days in rows.days.items()},
        {"office": office.code, "years": sorted(years) if years else [], "mapping": mapping.as_data(office)},
    )
    return facts.dated(rule)


def _words(office: Office, rows: _Rows) -> dict[str, Mapping[str, Labels]]:
    """Return the labels of every column, as they are today: a snapshot keeps them."""
    themes, blank = labels.of_terms(office, "theme"), {BLANK: labels.everywhere(labels.UNKNOWN)}
    assessments, results = labels.of_choices(Assessment), labels.of_choices(Result)
    # Old services and the new one that they became: both names are kept.
    pks = {int(key) for key in rows.places["body"] if key.isdecimal()}
    pks |= {int(new) for new in mapping.by_old(office).get("body", {}).values()}
    found: dict[str, Mapping[str, Labels]] = {
        "kind": labels.of_choices(Kind),
        "channel": labels.of_choices(Channel),
        "language": labels.of_choices(Language),
        "case_theme": themes,
        "grievance_theme": themes,
        "case_assessment": assessments,
        "grievance_assessment": assessments,
        "case_result": results,
        "grievance_result": results,
        "duration": {key: label for _bounds, key, label in duration.class_labels()},
        "body": {str(pk): names for pk, names in labels.of_bodies(pks).items()},
        "level": labels.of_terms(office, "level", "authority_level"),
        "policy_domain": labels.of_terms(office, "policy_domain"),
        "norm": {code: dict(names) for code, names in Norm.objects.filter(office=office).order_by("order", "valid_from").values_list("code", "labels")},
        "ground": {code: dict(names) for code, names in Ground.objects.filter(office=office).order_by("order", "valid_from").values_list("code", "labels")},
        "remedy": {**labels.of_choices(RemedyChecked), ASKED: labels.everywhere(_("Asked, not checked yet"))},
    }  # fmt: skip
    own = {
        "duration": labels.everywhere(_("Not closed yet")),
        "norm": labels.everywhere(_("No norm breached")),
        "ground": labels.everywhere(_("Not refused")),
        "remedy": labels.everywhere(_("No remedy asked")),
        "case_assessment": labels.everywhere(_("Not assessed")),
        "grievance_assessment": labels.everywhere(_("Not assessed")),
    }
    return {name: {**words, BLANK: own.get(name, blank[BLANK])} for name, words in found.items()}
