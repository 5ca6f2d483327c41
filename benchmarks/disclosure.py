"""Disclosure control: is anything inferable, is it the cheapest, how long does it take; the hand habit and acro beside us.

`python -m benchmarks.disclosure [--tables 500] [--linked 50] [--large]`. Peers: the habit "while a line has one hole, hide its
cheapest other cell", and `acro` where it is installed (pip install acro): it hides small cells only, and a reader who
knows the true totals (from another table) works them out.
The engine's optimum is that of pytauargus (OPT) on the same sums, asked apart from our code.
"""

import argparse
import contextlib
import io
import itertools
import json
import logging
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ombuds.statistics.disclosure import TOTAL, Cell, Rules, Table, audit, protect
from ombuds.statistics.disclosure.cells import Key
from ombuds.statistics.disclosure.totals import complete, sums


def random_table(seed: int) -> tuple[Table, Rules]:
    """A table of up to 30 × 15, skewed or even, four in ten with groups of rows; rules by chance."""
    chance = random.Random(seed)
    rows, columns = chance.randint(2, 30), chance.randint(2, 15)
    even = chance.random() < 0.4
    cells: dict[Key, Cell] = {
        (f"r{r}", f"c{c}"): Cell(chance.randint(0, 30) if even else int(chance.paretovariate(0.8)) - 1)
        for r in range(rows)
        for c in range(columns)
    }
    trees = {"row": {f"r{r}": f"g{r // 4}" for r in range(rows)}} if chance.random() < 0.4 else {}
    rules = Rules(
        minimum_frequency=chance.choice([3, 5, 10]),
        cost=chance.choice(["value", "count"]),
        protect_zeros=chance.random() < 0.2,
    )
    return complete(Table("table", ("row", "column"), cells, trees)), rules


def linked_tables(seed: int) -> list[Table]:
    """Three two-way tables of the same cases: region × sex, region × age, sex × age."""
    chance = random.Random(seed)
    sizes = {"region": chance.randint(3, 12), "sex": 2, "age": chance.randint(3, 7)}
    cases = [
        {
            name: f"{name[0]}{min(size - 1, int(chance.paretovariate(0.9)) - 1)}"
            for name, size in sizes.items()
        }
        for _case in range(chance.randint(60, 900))
    ]
    found = []
    for pair in itertools.combinations(sizes, 2):
        counts = Counter(tuple(case[name] for name in pair) for case in cases)
        found.append(complete(Table(" × ".join(pair), pair, {key: Cell(n) for key, n in counts.items()})))
    return found


def large_file(seed: int = 1) -> list[tuple[str, str, str]]:
    """Some 33,000 findings: organisation × category × finding, most combinations with fewer than five."""
    chance = random.Random(seed)
    weights = [min(30.0, chance.paretovariate(1.1)) for _organisation in range(205)]
    lean = [[chance.gammavariate(0.8, 1) / (c + 1) ** 0.7 for c in range(11)] for _organisation in weights]
    findings = (0.3, 0.25, 0.15, 0.1, 0.1, 0.07, 0.03)
    return [
        (
            f"o{o}",
            f"c{chance.choices(range(11), lean[o])[0]}",
            f"f{chance.choices(range(7), findings)[0]}",
        )
        for o in chance.choices(range(205), weights, k=33_000)
    ]


def habit(table: Table, rules: Rules) -> set[Key]:
    """What many do by hand: while a line has one hole, hide its cheapest other cell."""
    hidden = {key for key, cell in table.cells.items() if 0 < (cell.value or 0) < rules.minimum_frequency}
    changed = True
    while changed:
        changed = False
        for whole, parts in sums(table):
            line = [*parts, whole]
            if sum(key in hidden for key in line) == 1:
                others = [key for key in line if key not in hidden and table.cells[key].value]
                if others:
                    hidden.add(min(others, key=lambda key: table.cells[key].value or 0))
                    changed = True
    return hidden


def engine_optimum(table: Table, rules: Rules) -> tuple[float, bool, bool]:
    """The cost of tau-ARGUS OPT with protection of one up and one down, limits as the engine sets them itself; whether it
    proved that nothing is cheaper within its minute; whether a reader can work out none of what it hides.
    """
    from pytauargus import HiTaSCtrl

    keys = list(table.cells)
    number = {key: i for i, key in enumerate(keys)}
    values = [table.cells[key].value or 0 for key in keys]
    small = {
        i
        for i, value in enumerate(values)
        if (value > 0 or rules.protect_zeros) and value < rules.minimum_frequency
    }
    costs = [1 if rules.cost == "count" else value for value in values]
    lines = ["0", str(len(keys))]
    for i, value in enumerate(values):
        status, room = ("u", 1) if i in small else ("s" if value else "z", 0)
        lines.append(f"{i} {value} {max(1, costs[i])} {status} 0 {max(values)} {min(room, value)} {room} 0")
    relations = [(number[whole], [number[part] for part in parts]) for whole, parts in sums(table)]
    lines.append(str(len(relations)))
    for whole, parts in relations:
        lines.append(f"0 {len(parts) + 1} : {whole} (-1) " + " ".join(f"{part} (1)" for part in parts))
    # The engine leaves its logs where it runs.
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        problem, answer = Path(folder) / "in", Path(folder) / "out"
        problem.write_text("\n".join(lines) + "\n")
        status = HiTaSCtrl().full_jj(in_file_jj=str(problem), out_file=str(answer), max_time=1)
        found = {int(line.split()[0]) for line in answer.read_text().splitlines() if line.strip()}
    shown = {key: Cell(None) if i in found | small else table.cells[key] for i, key in enumerate(keys)}
    safe = audit(Table("engine", table.dimensions, shown, table.trees), rules).safe
    return sum(costs[i] for i in found - small), status == 0, safe


def by_acro(table: Table, rules: Rules) -> Table | None:
    """The table as `acro` would let it out, beside totals that are known; None for tables with groups of rows."""
    import pandas
    from acro import ACRO

    if table.trees:
        return None
    cases = [
        key for key, cell in table.cells.items() if TOTAL not in key for _case in range(int(cell.value or 0))
    ]
    if not cases:
        return None
    data = pandas.DataFrame(cases, columns=list(table.dimensions))
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        logging.disable(logging.CRITICAL)
        checker = ACRO(suppress=True)
        acro_thresholds(rules.minimum_frequency)
        found = checker.crosstab(data[table.dimensions[0]], data[table.dimensions[1]])
        logging.disable(logging.NOTSET)
    shown = {
        key: Cell(None) if TOTAL not in key and cell.value and not left(found, key) else cell
        for key, cell in table.cells.items()
    }
    return Table("acro", table.dimensions, shown)


def acro_thresholds(least: int) -> None:
    """Give it the threshold of our rules instead of its own of ten."""
    from acro import acro_tables

    acro_tables.THRESHOLD = least


def left(found: Any, key: Key) -> bool:
    """Whether a cell of the answer still has its number."""
    try:
        value = found.loc[key[0], key[1]]
    except KeyError:
        return False
    return bool(value == value and value)


def timed(act: Callable[[], Any]) -> tuple[Any, float]:
    """The result, and the seconds it took."""
    start = time.perf_counter()
    return act(), time.perf_counter() - start


def random_tables(count: int, first: int = 0) -> dict[str, Any]:
    """Ours, the engine's optimum and the habit on the same tables."""
    seconds, below, unsafe, by_habit = [], 0, 0, 0
    dearer: list[dict[str, Any]] = []
    there, tried, by_peer = find_spec("acro") is not None, 0, 0
    for seed in range(first, first + count):
        table, rules = random_table(seed)
        done, took = timed(partial(protect, table, rules))
        seconds.append(took)
        unsafe += len(done.audit.unsafe)
        optimum, proven, safe = engine_optimum(table, rules)
        if done.cost > optimum:
            dearer.append(
                {"table": seed, "ours": done.cost, "engine": optimum, "proven": proven, "safe": safe}
            )
        below += done.cost < optimum
        hidden = habit(table, rules)
        shown = {k: Cell(None) if k in hidden else c for k, c in table.cells.items()}
        by_habit += not audit(Table("t", table.dimensions, shown, table.trees)).safe
        peer = by_acro(table, rules) if there else None
        if peer is not None:
            tried += 1
            by_peer += not audit(peer).safe
    return {
        "tables": count,
        "figures unprotected after us": unsafe,
        "tables dearer than the engine's optimum": len(dearer),
        "of which the engine's leaves no figure inferable": sum(each["safe"] for each in dearer),
        "which": dearer,
        "tables cheaper than it": below,
        "tables unprotected after the habit": by_habit,
        "tables unprotected after acro": f"{by_peer} of {tried}" if there else "acro is not installed",
        "seconds a table, median": round(statistics.median(seconds), 3),
        "seconds a table, most": round(max(seconds), 2),
    }


def linked_sets(count: int) -> dict[str, Any]:
    """Sets of three tables that share margins: protected together, and each alone."""
    unsafe, alone, seconds = 0, 0, []
    for seed in range(count):
        tables = linked_tables(seed)
        done, took = timed(partial(protect, tables))
        seconds.append(took)
        unsafe += len(done.audit.unsafe)
        apart = [protect(table).tables.tables[0] for table in tables]
        # Shown in one table is shown: what only one of them hides is not hidden.
        alone += not audit(apart).safe
    return {
        "linked sets": count,
        "figures unprotected after us": unsafe,
        "sets unprotected when each table is protected alone": alone,
        "seconds a set, median": round(statistics.median(seconds), 3),
    }


def large() -> dict[str, Any]:
    """One file of cases: counted, protected and audited anew."""
    counts = Counter(large_file())
    table = Table(
        "findings", ("organisation", "category", "finding"), {k: Cell(n) for k, n in counts.items()}
    )
    done, protecting = timed(lambda: protect(table))
    again, auditing = timed(lambda: audit(done.tables))
    states = Counter(cell.state.value for cell in done.cells)
    return {
        "cells": len(counts),
        "of which under five": sum(n < 5 for n in counts.values()),
        **states,
        "inferable": len(again.unsafe),
        "seconds to protect and prove": round(protecting, 1),
        "seconds to audit again": round(auditing, 1),
    }


def main() -> None:
    """Print one JSON object a part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=500)
    parser.add_argument("--first", type=int, default=0, help="number of the first table")
    parser.add_argument("--linked", type=int, default=50)
    parser.add_argument("--large", action="store_true", help="also a file of 33,000 cases (minutes)")
    options = parser.parse_args()
    if options.tables:
        print(json.dumps(random_tables(options.tables, options.first)), flush=True)
    if options.linked:
        print(json.dumps(linked_sets(options.linked)), flush=True)
    if options.large:
        print(json.dumps(large()), flush=True)


if __name__ == "__main__":
    main()
