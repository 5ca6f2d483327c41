"""`ombuds disclosure protect | audit FILE… --rules RULES.toml`: disclosure control for any tables in CSV files."""

import json
import math
import sys
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand

from ombuds.lib.progress import track
from ombuds.statistics.disclosure import (
    TOTAL,
    Audit,
    BadRules,
    Interval,
    LinkedTables,
    NotConsistent,
    Protected,
    Rules,
    audit,
    protect,
)
from ombuds.statistics.disclosure.files import BadFile, File, link, read, written_csv
from ombuds.statistics.disclosure.rules import STRICT, from_toml
from ombuds.statistics.disclosure.texts import told

SHOWN = 20  # figures named on a screen


class Command(BaseCommand):
    """Exit codes: 0 safe, 1 not safe, 2 wrong usage or figures that contradict each other."""

    requires_system_checks = []  # needs no database
    help = "Protects tables of figures so that nobody can be found in them, or attacks tables to see what they tell."

    def add_arguments(self, parser: ArgumentParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        for act, sentence in (
            ("protect", "Hides (or rounds) what must be hidden in true tables, and proves it."),
            ("audit", "Works out from released tables what each hidden figure can be."),
        ):
            one = acts.add_parser(act, help=sentence)
            one.add_argument(
                "files", nargs="+", metavar="FILE", help="CSV: row,column,value; TOTAL for margins"
            )
            one.add_argument(
                "--rules",
                type=Path,
                help="RULES.toml: minimum_frequency, protect_zeros, cost …; without it, the rules that an office publishes by",
            )
            one.add_argument(
                "--released", action="append", default=[], metavar="FILE", help="a table published before"
            )
            one.add_argument("--json", action="store_true", help="answer as JSON")
            if act == "audit":
                one.add_argument(
                    "--texts",
                    nargs="*",
                    type=Path,
                    default=[],
                    metavar="TEXT",
                    help="texts and letters published beside the tables",
                )
            if act == "protect":
                one.add_argument("--by", default="", help="columns to count cases by, for a file of cases")
                one.add_argument("--out", type=Path, help="folder for the tables as they may be published")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            rules = _rules(options["rules"])
            safe = (
                self._protect(rules, options) if options["act"] == "protect" else self._audit(rules, options)
            )
        except (BadRules, BadFile, NotConsistent) as problem:
            _fail(str(problem))
        if not safe:
            sys.exit(1)

    def _protect(self, rules: Rules, options: dict[str, Any]) -> bool:
        by = tuple(name.strip() for name in options["by"].split(",") if name.strip())
        files = _read(options["files"], by=by)
        tables = link(files, _read(options["released"], released=True))
        done = protect(tables, rules, watch=_watch)
        if options["out"]:
            _write(options["out"], done, files)
        if options["json"]:
            self._print(_protected(done, files, rules))
        else:
            self._tell(done)
        return done.safe

    def _audit(self, rules: Rules, options: dict[str, Any]) -> bool:
        files = _read(options["files"], released=True)
        tables = link(files, _read(options["released"], released=True))
        found = audit(tables, rules, watch=_watch)
        if options["texts"]:
            facts = told(_texts(options["texts"]), found.intervals.values())
            if facts:
                tables = replace(tables, facts=(*tables.facts, *facts))
                found = audit(tables, rules, watch=_watch)
        if options["json"]:
            self._print(_audited(found, tables, files, rules))
        else:
            self._name(found)
        return found.safe

    def _print(self, data: Mapping[str, Any]) -> None:
        self.stdout.write(json.dumps(data, ensure_ascii=False))

    def _tell(self, done: Protected) -> None:
        states = [cell.state.value for cell in done.cells]
        self.stdout.write(
            f"{states.count('published')} figures can be published, {states.count('primary')} are unsafe, "
            f"{states.count('secondary')} are hidden to protect them, at a cost of {done.cost:g}"
            f"{' (the least there is)' if done.optimal else ''}."
        )
        self._name(done.audit)

    def _name(self, found: Audit) -> None:
        for each in found.unsafe[:SHOWN]:
            self.stdout.write(f"  {each.name}: {each.problem}")
        if len(found.unsafe) > SHOWN:
            self.stdout.write(f"  … and {len(found.unsafe) - SHOWN} more")
        count = len(found.intervals)
        self.stdout.write(
            f"Safe: none of {count} hidden figures can be worked out."
            if found.safe
            else f"Not safe: {len(found.unsafe)} of {count} hidden figures can be worked out."
        )


def _watch(items: Sequence[int]) -> Any:
    return track(items, total=len(items), label="figures")


def _rules(path: Path | None) -> Rules:
    if path is None:
        return STRICT
    try:
        rules = from_toml(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValueError) as problem:
        if isinstance(problem, BadRules):
            raise
        _fail(f"The rules {str(path)[:80]!r} cannot be read: {_reason(problem)}.")
    if rules.ignored:
        print(f"ombuds disclosure: not used: {', '.join(rules.ignored)}.", file=sys.stderr)
    return rules


def _texts(paths: Sequence[Path]) -> dict[str, str]:
    found = {}
    for path in paths:
        try:
            found[path.name] = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as problem:
            _fail(f"The text {str(path)[:80]!r} cannot be read: {_reason(problem)}.")
    return found


def _read(paths: Sequence[str], *, by: Sequence[str] = (), released: bool = False) -> list[File]:
    found = []
    names = [Path(path).name for path in paths]
    for path, name in zip(paths, names, strict=True):
        try:
            data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        except (OSError, ValueError) as problem:
            _fail(f"The file {path[:80]!r} cannot be read: {_reason(problem)}.")
        found.append(read(name if names.count(name) == 1 else path, data, by=by, released=released))
    return found


def _reason(problem: Exception) -> str:
    return getattr(problem, "strerror", None) or "it is not a text in UTF-8"


def _fail(sentence: str) -> NoReturn:
    print(f"ombuds disclosure: {sentence}", file=sys.stderr)
    sys.exit(2)


def _labels(labels: Mapping[str, str], file: File) -> dict[str, Any]:
    """Return the labels under the names that the file gives its dimensions; `row` and `column` are always there."""
    named = dict(zip(file.dimensions, labels.values(), strict=True))
    values = list(named.values())
    return {"row": values[0], "column": values[1] if len(values) > 1 else TOTAL} | named


def _number(value: float | None) -> float | None:
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) else value


def _protected(done: Protected, files: Sequence[File], rules: Rules) -> dict[str, Any]:
    by_name = {file.name: file for file in files}
    cells = [
        _labels(cell.labels, by_name[cell.table])
        | {
            "table": cell.table,
            "value": _number(cell.value),
            "published": _number(cell.published),
            "state": cell.state.value,
            "reason": cell.reason,
            "inferred_low": _number(cell.inferred_low),
            "inferred_high": _number(cell.inferred_high),
        }
        for cell in done.cells
    ]
    return {"cells": cells, "cost": _number(done.cost), "safe": done.safe, "optimal": done.optimal}


def _state(value: float | None, known: Interval | None, rules: Rules) -> str:
    """Published; hidden and surely large enough by itself; or hidden and perhaps unsafe: released tables tell no more."""
    if value is not None:
        return "published"
    return "secondary" if known and known.low >= max(rules.minimum_frequency, 1) else "primary"


def _audited(found: Audit, tables: LinkedTables, files: Sequence[File], rules: Rules) -> dict[str, Any]:
    cells = []
    for table, file in zip(tables.tables, files, strict=True):
        for key, cell in table.cells.items():
            known = found.intervals.get(table.node(key))
            value = _number(cell.value)
            cells.append(
                _labels(dict(zip(table.dimensions, key, strict=True)), file)
                | {
                    "table": table.name,
                    "value": value,
                    "published": value,
                    "state": _state(value, known, rules),
                    "reason": known.problem if known else "",
                    "inferred_low": _number(known.low) if known else value,
                    "inferred_high": _number(known.high) if known else value,
                }
            )
    unsafe = [
        {"figure": each.name, "low": _number(each.low), "high": _number(each.high), "reason": each.problem}
        for each in found.unsafe
    ]
    return {"cells": cells, "cost": None, "safe": found.safe, "unsafe": unsafe}


def _write(folder: Path, done: Protected, files: Sequence[File]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for table, file in zip(done.tables.tables, files, strict=True):
            (folder / Path(file.name).name).write_text(written_csv(table, file), encoding="utf-8")
    except OSError as problem:
        _fail(f"{str(folder)[:80]!r} cannot be written: {_reason(problem)}.")
