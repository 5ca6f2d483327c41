"""A file of findings becomes a frozen data set, a protected table, and a proof that it tells on nobody."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from ombuds.accounts.models import User
from ombuds.audit.services import record
from ombuds.office.models import Office
from ombuds.statistics import snapshots
from ombuds.statistics.cube import Facts, cross
from ombuds.statistics.disclosure import (
    Audit,
    Cell,
    LinkedTables,
    Protected,
    Rules,
    Table,
    audit,
    protect,
)
from ombuds.statistics.disclosure.attack import Watch
from ombuds.statistics.disclosure.cells import Key
from ombuds.statistics.disclosure.rules import from_data
from ombuds.statistics.findings import SIDES, Findings
from ombuds.statistics.models import Snapshot
from ombuds.statistics.terms import Act


@dataclass(frozen=True, slots=True)
class Imported:
    """The frozen data set, its table as it may be published, and what a second attack on that found."""

    snapshot: Snapshot
    table: Table
    protected: Protected
    again: Audit

    @property
    def safe(self) -> bool:
        """Whether neither attack could work out a hidden figure."""
        return self.protected.safe and self.again.safe

    def summary(self) -> dict[str, Any]:
        """Return the numbers as plain data."""
        states = [cell.state.value for cell in self.protected.cells]
        inner = [cell.value for key, cell in self.table.cells.items() if "TOTAL" not in key]
        return {
            "name": self.snapshot.name,
            "findings": self.snapshot.cases,
            "cells": sum(1 for value in inner if value),
            "cells_under_five": sum(1 for value in inner if 0 < (value or 0) < 5),
            "figures": len(states),
            "published": states.count("published"),
            "primary": states.count("primary"),
            "secondary": states.count("secondary"),
            "inferable": len(self.again.unsafe) + len(self.protected.audit.unsafe),
            "safe": self.safe,
            "sha256": self.snapshot.digest,
        }


def table_of(facts: Facts, name: str = "findings") -> Table:
    """Return organisation × category × finding with every margin."""
    found = cross(facts, SIDES, "case")
    cells: dict[Key, Cell] = {key: Cell(number) for key, number in found.cells.items() if number}
    return Table(name, SIDES, cells)


def rules_of(office: Office) -> Rules:
    """Return the rules by which this office publishes files of findings, as its profile says (`disclosure_rules`).

    A combination that is not in the table is a zero that everyone sees, so readers know that what is hidden is none.
    """
    return from_data({"zeros_are_known": True, **office.setting("disclosure_rules", {})})


def bring_in(
    findings: Findings, *, office: Office, name: str, source: str, rules: Rules, actor: User | None = None,
    watch: Watch | None = None,
) -> Imported:  # fmt: skip
    """Freeze the findings, protect their table and attack it. Raises NameTaken, NotConsistent."""
    facts = findings.facts()
    name = slugify(name)[:60] or "findings"
    with transaction.atomic():
        if Snapshot.objects.filter(office=office, name=name).exists():
            raise snapshots.NameTaken(name=name)
        row = snapshots.keep(
            office=office, name=name, facts=facts, tables=[], year=None, actor=actor, source=source[:200]
        )
        record(Act.IMPORT_FINDINGS, actor=actor, subject=row, data={"findings": len(facts)})
    table = table_of(facts)
    done = protect(table, rules, watch=watch, bounds=False)
    # From nothing but what would be published: the second attack knows no true value.
    again = audit(LinkedTables(done.tables.tables), rules, watch=watch, bounds=False)
    return Imported(row, table, done, again)


def write(imported: Imported, folder: Path) -> list[str]:
    """Write the table as it may be published, whole and each two-way part of it. Raises OSError."""
    from ombuds.statistics.disclosure.files import File, written_csv

    folder.mkdir(parents=True, exist_ok=True)
    whole = imported.protected.table(imported.table.name)
    parts: dict[str, tuple[str, ...]] = {
        "findings.csv": SIDES,
        **{
            f"{a}-{b}.csv": (a, b)
            for a, b in ((SIDES[0], SIDES[1]), (SIDES[0], SIDES[2]), (SIDES[1], SIDES[2]))
        },
    }
    for name, sides in parts.items():
        cells = _part(whole.cells, sides)
        text = written_csv(Table(name, sides, cells), File(name, sides))
        (folder / name).write_text(text, encoding="utf-8")
    return list(parts)


def _part(cells: Mapping[Key, Cell], sides: tuple[str, ...]) -> dict[Key, Cell]:
    """Return the figures over all labels of the sides left out."""
    kept = [place for place, side in enumerate(SIDES) if side in sides]
    left = [place for place, side in enumerate(SIDES) if side not in sides]
    return {
        tuple(key[place] for place in kept): cell
        for key, cell in cells.items()
        if all(key[place] == "TOTAL" for place in left)
    }
