"""Freezing the figures of a moment, drawing on them, and telling what has changed since."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.cases.models import Case
from ombuds.lib.errors import Refusal
from ombuds.office.models import Office
from ombuds.statistics import services
from ombuds.statistics.cube import BLANK, Facts
from ombuds.statistics.disclosure import Hidden
from ombuds.statistics.extracting import extract
from ombuds.statistics.models import Snapshot
from ombuds.statistics.tables import Table, from_json, to_json
from ombuds.statistics.terms import Act

NOT_COMPARED = ("year", "month")  # both follow from the dates


class NoSuchSnapshot(Refusal):
    """A name that nobody gave."""

    template = _("There is no frozen data set “%(name)s”.")


class NameTaken(Refusal):
    """A frozen data set stays what it is."""

    template = _("There already is a frozen data set “%(name)s”. Choose another name.")


class Damaged(Refusal):
    """The bytes are not those that were frozen."""

    template = _("The frozen data set “%(name)s” is not what was frozen. Do not use it.")


class ChangedMeanwhile(Refusal):
    """Cases changed between the check of a report and its release."""

    template = _("Cases changed while the report was being checked. Release it again.")


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one case since: it came, it went, or some of its values are others."""

    case: int
    reference: str
    what: str  # added | gone | changed
    changes: Mapping[str, tuple[str, str]]  # column → before, now


def take(*, office: Office, year: int, name: str = "", actor: User | None) -> Snapshot:
    """Freeze every case of the office and every table of the year. Raises NotAllowed, NameTaken."""
    if actor is not None and not actor.may(Permission.REPORT_WRITE):
        raise services.NotAllowed()
    with transaction.atomic():
        name = slugify(name)[:60] or _free_name(office, year)
        if Snapshot.objects.filter(office=office, name=name).exists():
            raise NameTaken(name=name)
        facts = extract(office)
        tables = [to_json(table) for table in services.tables(office, year)]
        return keep(office=office, name=name, facts=facts, tables=tables, year=year, actor=actor)


def keep(
    *, office: Office, name: str, facts: Facts, tables: list[dict[str, object]], year: int | None, actor: User | None,
    source: str = "",
) -> Snapshot:  # fmt: skip
    """Store rows as a frozen data set: part of the acts that make one."""
    row = Snapshot.objects.create(
        office=office, name=name, year=year, rows=facts.packed(), tables=tables, cases=facts.number_of("case"),
        digest=digest(facts, tables), source=source, taken_by=actor,
    )  # fmt: skip
    record(
        Act.TAKE_SNAPSHOT,
        actor=actor,
        subject=row,
        data={"year": year, "cases": row.cases, "sha256": row.digest},
    )
    return row


def _free_name(office: Office, year: int) -> str:
    taken = set(
        Snapshot.objects.filter(office=office, name__startswith=f"{year}").values_list("name", flat=True)
    )
    number = 1
    while (name := str(year) if number == 1 else f"{year}-{number}") in taken:
        number += 1
    return name


def digest(facts: Facts, tables: Sequence[Mapping[str, object]]) -> str:
    """Return the SHA-256 of rows and tables in their one canonical form."""
    text = json.dumps(list(tables), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(facts.to_bytes() + text.encode()).hexdigest()


def find(office: Office, name: str) -> Snapshot:
    """Return a frozen data set by its name. Raises NoSuchSnapshot."""
    found = Snapshot.objects.filter(office=office, name=name[:60]).first()
    if found is None:
        raise NoSuchSnapshot(name=name[:60])
    return found


def facts_of(snapshot: Snapshot) -> Facts:
    """Return the frozen rows, proved to be those that were frozen. Raises Damaged."""
    facts = Facts.unpacked(bytes(snapshot.rows))
    if digest(facts, snapshot.tables) != snapshot.digest:
        raise Damaged(name=snapshot.name)
    return facts


def tables_of(snapshot: Snapshot) -> dict[str, Table]:
    """Return the frozen tables, exact, by the code of their counter. Raises Damaged."""
    facts_of(snapshot)
    return {table.key: table for table in map(from_json, snapshot.tables)}


def differences(snapshot: Snapshot) -> Iterator[Difference]:
    """Yield what has changed in the cases since: nothing of it is taken into the frozen figures."""
    before = _by_case(facts_of(snapshot))
    now = _by_case(extract(snapshot.office))
    pks = sorted(set(before) | set(now))
    references = dict(Case.objects.filter(pk__in=_some(before, now)).values_list("pk", "reference"))
    for pk in pks:
        old, new = before.get(pk), now.get(pk)
        if old == new:
            continue
        what = "added" if old is None else "gone" if new is None else "changed"
        changes = {
            name: (_read(old, name), _read(new, name))
            for name in sorted(set(old or {}) | set(new or {}))
            if (old or {}).get(name) != (new or {}).get(name)
        }
        yield Difference(pk, references.get(pk, ""), what, changes if what == "changed" else {})


def _some(before: Mapping[int, object], now: Mapping[int, object]) -> list[int]:
    return [pk for pk in set(before) | set(now) if before.get(pk) != now.get(pk)][:50_000]


def _by_case(facts: Facts) -> dict[int, dict[str, frozenset[str]]]:
    """Return case → column → its values; dates as days."""
    found: dict[int, dict[str, set[str]]] = {}
    words = {name: c.values for name, c in facts.columns.items() if name not in NOT_COMPARED}
    codes = {name: facts.columns[name].codes.tolist() for name in words}
    days = {name: numbers.tolist() for name, numbers in facts.days.items()}
    for place, pk in enumerate(facts.ids["case"].tolist()):
        case = found.setdefault(pk, {name: set() for name in (*words, *days)})
        for name, values in words.items():
            case[name].add(values[codes[name][place]])
        for name, numbers in days.items():
            case[name].add(_date(numbers[place]))
    return {pk: {name: frozenset(values) for name, values in case.items()} for pk, case in found.items()}


def _date(day: int) -> str:
    return str(np.datetime64("0001-01-01") + np.timedelta64(day - 1, "D")) if day else BLANK


def _read(case: Mapping[str, frozenset[str]] | None, name: str) -> str:
    return ", ".join(sorted((case or {}).get(name, ())))


def for_report(public: Mapping[str, Table], *, office: Office, year: int, actor: User | None) -> Snapshot:
    """Return the data set that the report of a year draws on, frozen now when none is yet. Part of releasing a report.

    Raises ChangedMeanwhile when what the report shows is not what is frozen.
    """
    found = Snapshot.objects.filter(office=office, year=year).first()
    row = found or take(office=office, year=year, actor=actor)
    exact = {data["key"]: from_json(data) for data in row.tables}
    for key, table in public.items():
        if key in exact and not _same(table, exact[key]):
            raise ChangedMeanwhile()
    return row


def _same(public: Table, exact: Table) -> bool:
    """Whether every figure shown is the one that was frozen."""
    there = {row.key: row.cells for row in exact.rows} | {"": exact.totals or ()}
    here = {row.key: row.cells for row in public.rows} | {"": public.totals or ()}
    return all(
        isinstance(cell, Hidden) or cell == other
        for key, cells in here.items()
        for cell, other in zip(cells, there.get(key, ()), strict=False)
    )
