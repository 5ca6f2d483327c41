"""The done-lines of the gate (issue 3) as one table: what must be, what is, and whether it is reached."""

import json
import math
import statistics
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Record = dict[str, Any]
SEARCHERS = ("mixed", "cosine", "letters")
FIRST = 5
NEEDED = 5
HALF = 0.5
SMALL = 2000


def records_in(path: Path) -> list[Record]:
    """The records of one or more runs that were kept in a file; of a text tried twice the last counts."""
    last: dict[tuple[Any, ...], Record] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        last[record["cases"], record["trial"], record["level"], record["case"]] = record
    return list(last.values())


def table(records: Iterable[Record]) -> list[str]:
    """Markdown, one block for every size of base."""
    listed = list(records)
    lines: list[str] = []
    for size in sorted({r["cases"] for r in listed}):
        of_size = [r for r in listed if r["cases"] == size]
        lines += [
            "",
            f"Base of {size:,} cases",
            "",
            "| texts | tried | what | must | measured | |",
            "| --- | --- | --- | --- | --- | --- |",
        ]
        for level in dict.fromkeys(r["level"] for r in of_size if r["trial"] == "find"):
            lines += _found([r for r in of_size if r["trial"] == "find" and r["level"] == level], level)
        for level in dict.fromkeys(r["level"] for r in of_size if r["trial"] == "mend"):
            lines += _mended([r for r in of_size if r["trial"] == "mend" and r["level"] == level], level)
        for level in dict.fromkeys(r["level"] for r in of_size if r["trial"] == "series"):
            lines += _of_series([r for r in of_size if r["trial"] == "series" and r["level"] == level], level)
        for level in dict.fromkeys(r["level"] for r in of_size if r["trial"] == "safe"):
            lines += _safe([r for r in of_size if r["trial"] == "safe" and r["level"] == level], level)
        lines += _times(of_size, 2.0 if size <= SMALL else 10.0)
    return lines[1:]


def _row(texts: str, tried: int, what: str, must: str, measured: str, good: bool | None) -> str:
    return f"| {texts} | {tried} | {what} | {must} | {measured} | {'' if good is None else 'yes' if good else '**no**'} |"


def _share(records: list[Record], said: str) -> float:
    return sum(bool(r[said]) for r in records) / max(1, len(records))


def _found(records: list[Record], level: str) -> Iterable[str]:
    first, passed = _share(records, "first"), [r for r in records if r["passed"]]
    by_others = sum(min(r["places"].values(), default=FIRST + 1) <= FIRST for r in passed)
    must = level == "identifiers removed"
    yield _row(
        level,
        len(records),
        "true case first for the gate, unnamed",
        "≥ 95 %" if must else "",
        f"{first:.1%}",
        first >= 0.95 if must else None,
    )
    yield _row(
        level,
        len(records),
        "pass as they are; others find the case of",
        "",
        f"{len(passed)}; {by_others}",
        None,
    )


def _mended(records: list[Record], level: str) -> Iterable[str]:
    passed = [r for r in records if r["passed"]]
    n = max(1, len(passed))
    tried = len(records)
    yield _row(f"{level}, mended", tried, "pass", "", f"{len(passed) / max(1, tried):.1%}", None)
    for name in SEARCHERS:
        before = sum(r["before"][name] <= FIRST for r in records) / max(1, tried)
        after = sum(r["places"][name] <= FIRST for r in passed) / n
        yield _row(
            f"{level}, mended",
            tried,
            f"true case in the first five of {name} (before {before:.0%})",
            "≤ 2 %",
            f"{after:.1%}",
            after <= 0.02,
        )
    compared = [r["unrelated"]["letters"] for r in passed if "unrelated" in r]
    if compared:
        share = sum(place <= FIRST for place in compared) / len(compared)
        what = "… and by chance: another case in its place, first five of letters"
        yield _row(f"{level}, mended", len(compared), what, "", f"{share:.1%}", None)
    anyone = sum(min(r["places"].values()) <= FIRST for r in passed) / n
    yield _row(f"{level}, mended", tried, "… of any of the three", "", f"{anyone:.1%}", None)
    for said, name in (("k", "by the gate"), ("rival_k", "by another's count")):
        share = sum(r[said] >= NEEDED for r in passed) / n
        yield _row(f"{level}, mended", tried, f"k ≥ 5 {name}", "≥ 98 %", f"{share:.1%}", share >= 0.98)
    kept = statistics.mean([r["kept"] for r in passed] or [0.0])
    sense = statistics.mean([r["sense"] for r in passed] or [0.0])
    half = sum(r["kept"] >= HALF for r in passed) / n
    yield _row(
        f"{level}, mended",
        tried,
        "sentences that survive in sense (by an encoder)",
        "≥ 50 %",
        f"{kept:.0%} ({sense:.0%}); half or more in {half:.0%} of the texts",
        kept >= HALF,
    )


def _of_series(records: list[Record], level: str) -> Iterable[str]:
    """Beside each figure what chance gives and twice its spread, beyond which a text points at the case that it was made of."""
    passed = [r for r in records if r["passed"]]
    texts, n, tried = f"series, {level}, mended", max(1, len(passed)), len(records)
    yield _row(texts, tried, "pass", "", f"{len(passed) / max(1, tried):.1%}", None)
    chances = [1 / len(r["alike"]) for r in passed]
    spread = math.sqrt(sum(c * (1 - c) for c in chances)) / n
    most = sum(chances) / n + 2 * spread
    for name in SEARCHERS:
        before = sum(r["before"][name] == 1 for r in records) / max(1, tried)
        first = sum(r["places"][name] == 1 for r in passed) / n
        what = f"its own case first of its series for {name} (before {before:.0%})"
        yield _row(
            texts, tried, what, f"chance: {sum(chances) / n:.0%}, ≤ {most:.0%}", f"{first:.1%}", first <= most
        )
    kept = statistics.mean([r["kept"] for r in passed] or [0.0])
    sense = statistics.mean([r["sense"] for r in passed] or [0.0])
    said = f"{kept:.0%} ({sense:.0%})"
    yield _row(texts, tried, "sentences that survive in sense (by an encoder)", "≥ 50 %", said, kept >= HALF)


def _safe(records: list[Record], level: str) -> Iterable[str]:
    stopped = [r for r in records if not r["passed"]]
    lucky = sum(min(r["places"].values(), default=FIRST + 1) <= FIRST for r in stopped)
    share = len(stopped) / max(1, len(records))
    yield _row(
        f"harmless, case {level}",
        len(records),
        "stopped (of which others do find)",
        "≤ 5 %",
        f"{share:.1%} ({lucky})",
        share <= 0.05,
    )


def _times(records: list[Record], most: float) -> Iterable[str]:
    checks = [r["seconds"] for r in records if r["trial"] in ("find", "safe")]
    checks += [r["check"] for r in records if r["trial"] == "mend"]
    if checks:
        yield _row(
            "all",
            len(checks),
            "seconds of processor of one check: median, slowest",
            f"< {most:.0f}",
            f"{statistics.median(checks):.2f}, {max(checks):.2f}",
            max(checks) < most,
        )
    if first := [r["seconds"] for r in records if r["trial"] == "cold"]:
        yield _row(
            "all",
            len(first),
            "seconds of processor of the first check of a process: median, slowest",
            "",
            f"{statistics.median(first):.1f}, {max(first):.1f}",
            None,
        )
    if mendings := [r["seconds"] for r in records if r["trial"] == "mend"]:
        yield _row(
            "all",
            len(mendings),
            "seconds of processor of one mending: median, slowest",
            "",
            f"{statistics.median(mendings):.1f}, {max(mendings):.1f}",
            None,
        )
