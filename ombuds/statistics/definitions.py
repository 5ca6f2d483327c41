"""Counters as rows of the office: loaded from its profile, corrected by staff, one version after the other."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ombuds.accounts.models import User
from ombuds.audit.services import record
from ombuds.lib.today import today
from ombuds.office import correcting
from ombuds.office.loading import Changes
from ombuds.office.models import Office
from ombuds.statistics import counters
from ombuds.statistics.counters import Counter, Labels
from ombuds.statistics.models import CounterDefinition
from ombuds.statistics.terms import Act

# Fields of the file → columns of the row.
_COLUMNS = {
    "labels": "labels", "definition": "definition", "unit": "unit_labels", "counted": "unit", "date_rule": "date_rule",
    "scope": "scope", "axis": "axis", "chart": "chart", "version": "number", "legal_bases": "legal_bases", "breaks": "breaks",
    "valid_from": "valid_from",
}  # fmt: skip
_DEFAULTS: dict[str, Any] = {
    "unit": "case", "axis": "", "chart": "none", "number": 1, "legal_bases": {}, "breaks": {}, "valid_from": None,
}  # fmt: skip
# What staff correct; the rest means something to the program.
CORRECTABLE = ("labels", "definition", "unit_labels", "legal_bases", "note")
CHANGEABLE = (*CORRECTABLE, "date_rule", "scope")


def load(office: Office, path: Path) -> Changes:
    """Load the counters of a profile's folder: part of `ombuds office load`. Rows that staff corrected stay."""
    changes, made = Changes(), 0
    present = {
        row.code: row
        for row in CounterDefinition.objects.filter(office=office).order_by("-valid_from", "-pk")
    }
    for order, (code, fields) in enumerate(counters.read(path).items()):
        values = {**_DEFAULTS, **{_COLUMNS[name]: value for name, value in fields.items()}, "order": order}
        row = present.get(code)
        if row is None:
            CounterDefinition.objects.create(office=office, code=code, **values)
            made += 1
        else:
            _update(row, values, changes)
    if made:
        changes.made.append(
            ngettext("Counters: %(number)d added.", "Counters: %(number)d added.", made) % {"number": made}
        )
    return changes


def _update(row: CounterDefinition, values: Mapping[str, Any], changes: Changes) -> None:
    changed = [name for name, value in values.items() if name != "order" and getattr(row, name) != value]
    if not changed:
        return
    words = {"code": row.code, "columns": ", ".join(changed)}
    if row.corrected:
        changes.kept.append(
            _("The counter %(code)s was corrected by staff and stays as it is (%(columns)s differ).") % words
        )
        return
    for name in changed:
        setattr(row, name, values[name])
    row.save(update_fields=changed)
    changes.made.append(_("The counter %(code)s: changed %(columns)s.") % words)


class Known:
    """The definitions of an office, read once."""

    def __init__(self, office_code: str) -> None:
        found = CounterDefinition.objects.filter(office__code=office_code)
        self.rows = sorted(found, key=lambda row: (row.order, row.code, row.valid_from or date.min, row.pk))
        self.files = counters.from_files(office_code)

    def in_force(self, day: date | None = None) -> dict[str, Counter]:
        """Return every counter as it is defined on a day (today), in the order of the profile."""
        day = day or today()
        held: dict[str, CounterDefinition] = {}
        for row in self.rows:
            if row.code not in held or row.is_valid_on(day):
                held[row.code] = row
        return {code: _counter(row) for code, row in held.items()} | {
            code: each for code, each in self.files.items() if code not in held
        }

    def by_year(self, code: str, years: list[int]) -> dict[int, Counter]:
        """Return year → the definition that held at its end; years before the first version have that one."""
        known = [_counter(row) for row in self.rows if row.code == code] or [self.files[code]]
        return {
            year: next(
                (c for c in reversed(known) if (c.valid_from or date.min) <= date(year, 12, 31)), known[0]
            )
            for year in years
        }


def in_force(office_code: str, day: date | None = None) -> dict[str, Counter]:
    """Return every counter as it is defined on a day (today), in the order of the profile."""
    return Known(office_code).in_force(day)


def _counter(row: CounterDefinition) -> Counter:
    return Counter(
        code=row.code,
        labels=row.labels,
        definition=row.definition,
        unit=row.unit_labels,
        date_rule=row.date_rule,
        scope=row.scope,
        counted=row.unit,
        axis=row.axis,
        chart=row.chart,
        version=row.number,
        valid_from=row.valid_from,
        legal_bases=row.legal_bases,
        breaks={int(year): words for year, words in row.breaks.items()},
    )


def row_of(office: Office, code: str) -> CounterDefinition | None:
    """Return the version that holds today, or the newest."""
    found = CounterDefinition.objects.filter(office=office, code=code)
    rows = sorted(found, key=lambda row: (row.valid_from or date.min, row.pk))
    held = [row for row in rows if row.is_valid_on(today())] or rows
    return held[-1] if held else None


def correct(
    *, row: CounterDefinition, values: Mapping[str, Any], reason: str, version: int, actor: User
) -> CounterDefinition:
    """Correct the words of a definition: nothing else is counted. Raises what `office.correcting.correct` raises."""
    done: CounterDefinition = correcting.correct(
        row=row,
        values={name: values[name] for name in CORRECTABLE if name in values},
        reason=reason,
        version=version,
        actor=actor,
    )
    record(Act.CORRECT_COUNTER, actor=actor, subject=done, data={"code": row.code})
    return done


def redefine(
    *, row: CounterDefinition, values: Mapping[str, Any], starts_on: date, why: Labels, reason: str, version: int, actor: User
) -> CounterDefinition:  # fmt: skip
    """Count otherwise from a day on: a new version, and a break in the series of which every table tells why.

    Raises what `office.correcting.start_new_version` raises.
    """
    given = {name: values[name] for name in CHANGEABLE if name in values}
    given |= {"number": row.number + 1, "breaks": {**row.breaks, str(starts_on.year): dict(why)}}
    done: CounterDefinition = correcting.start_new_version(
        row=row, values=given, starts_on=starts_on, reason=reason, version=version, actor=actor
    )
    record(Act.CORRECT_COUNTER, actor=actor, subject=done, data={"code": row.code, "version": done.number})
    return done
