"""Finds the steps of `ombuds/patterns/engine/strengths.csv`, and says how true they are of pairs they were not found from.

    python -m benchmarks.series.strengths [--write]

Pairs are what a caseworker is shown: each complaint with the ten most like it, in invented streams and in the complaints of the demo
office, whose problems are known. Steps come from half of them; the other half, of other seeds, is asked.
"""

import argparse
import datetime as dt
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np

from benchmarks.series import making
from ombuds.demo.plan import plan_cases
from ombuds.patterns.engine import strength
from ombuds.patterns.engine.chain import Chain, Complaint

SEEN, ASKED = (31, 32), (41, 42)
SETTLED = 150  # complaints before the first pair counts
Pair = tuple[float, bool]
HERE = Path(strength.__file__).with_name("strengths.csv")


def told(seed: int) -> Iterator[tuple[dt.date, str, str, str, str]]:
    """Day, language, service, text, problem: odd seeds an invented stream, even ones a demo office."""
    if seed % 2:
        for m in making.stream(seed, years=3, a_year=500)[0]:
            yield m.date, m.lang, m.body, m.text, m.problem
        return
    now = dt.datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Europe/Brussels"))
    for p in sorted(plan_cases(1500, seed, now), key=lambda p: p.received):
        yield p.received.date(), p.written_in, p.service, p.text.body, p.series or p.problem


def pairs(seeds: Sequence[int]) -> list[Pair]:
    found: list[Pair] = []
    for seed in seeds:
        truth: list[str] = []
        with tempfile.TemporaryDirectory() as folder:
            chain = Chain(Path(folder))
            for number, (day, language, body, text, problem) in enumerate(told(seed)):
                arrival = chain.add(Complaint(number, day, language, body, text))
                if number >= SETTLED:
                    found += [(n.score, truth[n.row] == problem) for n in arrival.similar]
                truth.append(problem)
            chain.store.close()
    return found


def reliability(asked: Sequence[Pair], steps: strength.Steps) -> list[tuple[float, float, int]]:
    """(what we say, what is true, pairs) for each tenth."""
    said = np.asarray([strength.strength(score, steps) for score, _ in asked])
    true = np.asarray([same for _, same in asked])
    tenths = np.minimum((said * 10).astype(int), 9)
    return [
        (float(said[tenths == t].mean()), float(true[tenths == t].mean()), int((tenths == t).sum()))
        for t in range(10)
        if (tenths == t).any()
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the steps in the place of those we ship")
    words = parser.parse_args()
    if words.write:
        steps = strength.fit(pairs(SEEN), least=200)
        HERE.write_text("".join(f"{score:.3f},{chance:.3f}\n" for score, chance in steps))
        strength.shipped.cache_clear()
    asked = pairs(ASKED)
    rows = reliability(asked, strength.shipped())
    for said, true, count in rows:
        print(f"  said {said:.2f}  true {true:.2f}  {count} pairs")
    off = sum(abs(said - true) * count for said, true, count in rows) / len(asked)
    print(f"  off by {off:.3f} on average, over {len(asked)} pairs of other seeds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
