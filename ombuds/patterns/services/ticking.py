"""Once a day: cases that were missed, services that stand out on a theme or a norm, and complaints that came back."""

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from django.db.models import F, QuerySet
from django.utils import timezone

from ombuds.cases.models import Case, Grievance
from ombuds.office.models import Office
from ombuds.patterns.engine.budgeting import alarm_level
from ombuds.patterns.engine.windows import LEAST, LEVEL, WINDOWS, Excess, Totals, excess
from ombuds.patterns.models import Member, Signal, SignalCase
from ombuds.patterns.running import SERVICES, is_built, is_outdated
from ombuds.patterns.services.arriving import forget
from ombuds.patterns.services.learning import learn_strengths
from ombuds.patterns.services.lettering import send_letters
from ombuds.patterns.services.rebuilding import catch_up, rebuild
from ombuds.patterns.services.trying import try_recall
from ombuds.patterns.terms import SignalKind
from ombuds.recommendations.models import Recommendation

TESTS_A_YEAR = 26.0  # independent looks at one series: its windows overlap from day to day
QUIET, YOUNG = 91, 180
ENOUGH, LOOKS = 200, 1200  # complaints about services that a level is found from; moments that are looked at
Key = tuple[str, int, str | int]  # kind, body, theme or norm


def tick(office: Office, day: dt.date) -> int:
    """For settings.OMBUDS_TICK. The number of cases taken in, signals raised and letters sent."""
    taken = 0
    if is_outdated(office):  # after an upgrade that brought another encoder
        rebuild(office)
    if is_built(office):
        forget(office)
        taken = catch_up(office)
        try_recall(office, day)
        if day.day == 1:
            learn_strengths(office)
    return taken + stand_out(office, day) + came_back(office, day) + send_letters(office, day)


def stand_out(office: Office, day: dt.date) -> int:
    """A service that has more of a theme, or of findings on a norm, than its share of all complaints leads to expect."""
    totals, series = counted(office, day)
    if not series or totals.last - totals.first < YOUNG:
        return 0
    allowed = float(office.setting("patterns_false_alarms_a_year", 4)) * SERVICES
    level = services_level(series, allowed)
    raised = 0
    for key, rows in series.items():
        days = np.sort(np.asarray([when for when, _case in rows], np.int64))
        seen = excess(days, day.toordinal(), totals)
        if seen is not None and seen.strength >= level:
            raised += _raise(office, day, key, rows, seen, level)
    return raised


def services_level(series: Mapping[Key, Sequence[tuple[int, int]]], allowed: float) -> float:
    """As of all other series: their complaints dealt out anew over the same days. Of a young office, by the number of series."""
    flat = [(when, number) for number, rows in enumerate(series.values()) for when, _case in rows]
    days = [when for when, _number in flat]
    since = max(max(days) - 365, min(days) + YOUNG)
    if len(days) < ENOUGH or since >= max(days) - 90:
        return math.log10(len(series) * TESTS_A_YEAR / max(allowed, 0.01))
    places: dict[int, list[int]] = defaultdict(list)
    for place, (_when, number) in enumerate(flat):
        places[number].append(place)
    lot = max(1, sum(when >= since for when in days) // LOOKS)
    whole = [places[number] for _when, number in flat]
    return alarm_level(whole, days, since, allowed, seed=len(days), asked=lambda place: place % lot == 0)


def counted(office: Office, day: dt.date) -> tuple[Totals, dict[Key, list[tuple[int, int]]]]:
    """Days of all cases, and (day, case) for each service × theme and service × norm; letters of a campaign count once."""
    since = timezone.make_aware(dt.datetime.combine(day - dt.timedelta(LEVEL + WINDOWS[-1]), dt.time()))
    copies = set(
        Member.objects.filter(letter_of__isnull=False)
        .exclude(case=F("letter_of"))
        .values_list("case_id", flat=True)
    )
    cases = Case.objects.filter(office=office, received_at__gte=since).values_list("pk", "received_at")
    days = {pk: timezone.localdate(at).toordinal() for pk, at in cases if pk not in copies}
    series: dict[Key, list[tuple[int, int]]] = defaultdict(list)
    rows = Grievance.objects.filter(case__office=office, case__received_at__gte=since, body__isnull=False)
    for key, case in _pairs(rows):
        if case in days and (days[case], case) not in series[key]:
            series[key].append((days[case], case))
    return Totals(list(days.values())), {key: found for key, found in series.items() if len(found) >= LEAST}


def _pairs(rows: "QuerySet[Grievance]") -> Iterator[tuple[Key, int]]:
    for case, body, theme, general in rows.values_list("case_id", "body_id", "theme", "case__theme"):
        if theme or general:
            yield ("body_theme", body, theme or general), case
    found = rows.filter(findings__replaced_at=None, findings__verdict="breached")
    for case, body, norm in found.values_list("case_id", "body_id", "findings__norm_id"):
        yield ("body_norm", body, norm), case


def _raise(
    office: Office, day: dt.date, key: Key, rows: list[tuple[int, int]], seen: Excess, level: float
) -> int:
    kind, body, other = key
    what = {"theme": other} if kind == "body_theme" else {"norm_id": other}
    quiet = day - dt.timedelta(QUIET)
    if Signal.objects.filter(office=office, kind=kind, body_id=body, raised_on__gt=quiet, **what).exists():
        return 0
    signal = Signal.objects.create(
        office=office, kind=SignalKind(kind), body_id=body, raised_on=day, days=seen.window,
        expected=seen.expected, season=seen.season, strength=seen.strength, level=level, least=LEAST, **what,
    )  # fmt: skip
    held = [case for when, case in rows if when > day.toordinal() - seen.window]
    SignalCase.objects.bulk_create(SignalCase(signal=signal, case_id=case) for case in held)
    return 1


def came_back(office: Office, day: dt.date) -> int:
    """Complaints of a pattern that a recommendation was followed on, again as many as before it."""
    raised = 0
    followed = Recommendation.objects.filter(office=office, ombudsman_finds="followed").prefetch_related(
        "changes", "sources"
    )
    for one in followed:
        done = max((c.on for c in one.changes.all() if c.what == "ombudsman_finds"), default=None)
        if done is None or not 120 <= (day - done).days <= 3 * 365:
            continue
        cases = [source.case_id for source in one.sources.all() if source.case_id]
        for pattern in set(
            Member.objects.filter(case__in=cases, pattern__isnull=False).values_list("pattern_id", flat=True)
        ):
            raised += _returned(office, day, one, pattern, done)
    return raised


def _returned(office: Office, day: dt.date, one: Recommendation, pattern: int, done: dt.date) -> int:
    members = Member.objects.filter(pattern_id=pattern)
    recent = members.filter(received_on__gt=max(day - dt.timedelta(91), done))
    before = members.filter(received_on__range=(done - dt.timedelta(365), done)).count() / 4
    count = recent.count()
    known = Signal.objects.filter(
        office=office, kind=SignalKind.BACK, pattern_id=pattern, raised_on__gt=day - dt.timedelta(365)
    )
    if count < LEAST or count < before * 0.8 or known.exists():
        return 0
    signal = Signal.objects.create(
        office=office, kind=SignalKind.BACK, pattern_id=pattern, raised_on=day, days=91, expected=0,
        least=LEAST, recommendation=one,
    )  # fmt: skip
    SignalCase.objects.bulk_create(SignalCase(signal=signal, case_id=m.case_id) for m in recent)
    return 1
