"""Rules by level and by body, turned into one timeline for each body."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from ombuds.authorities.matching.entries import Entry, Rule

MATTERS = ("complaint", "disclosure")


def timeline(entry: Entry, rules: Iterable[Rule]) -> list[Rule]:
    """The rules of one body, as rules about that body: the particular ones, and between them the general ones."""
    abouts = (f"body:{entry.code}", f"kind:{entry.kind}/{entry.level}", f"level:{entry.level}")
    by_about: dict[tuple[str, str, str], list[Rule]] = {}
    for rule in rules:
        if rule.about in abouts:
            by_about.setdefault((rule.matter, rule.reporter, rule.about), []).append(rule)
    found: list[Rule] = []
    for matter, reporter in sorted({key[:2] for key in by_about}):
        taken: list[Rule] = []
        for about in abouts:
            for rule in by_about.get((matter, reporter, about), ()):
                taken += _clipped(rule, taken)
        found += [replace(rule, about=f"body:{entry.code}") for rule in taken]
    return found


def _clipped(rule: Rule, taken: list[Rule]) -> list[Rule]:
    """What is left of a general rule beside the particular ones: the time after they end."""
    start = rule.valid_from
    for particular in taken:
        if particular.valid_to is None:
            return []
        after = particular.valid_to + dt.timedelta(days=1)
        start = max(start, after) if start else after
    if start and rule.valid_to and start > rule.valid_to:
        return []
    return [replace(rule, valid_from=start)]
