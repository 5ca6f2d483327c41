"""Can the gate find the case, are the texts it passes safe from another searcher, what survives, and how long does it take?

    ./run bench gate [--cases 2000] [--sample 60] [--seed 1] [--only find,mend,safe]

A base of invented cases (series of like cases among them); of a sample of them publications at several levels. Printed:
  find    identifiers only removed: the share in which the gate ranks the true case first (wanted ≥ 95 %), and what it passes
  mend    publications at all levels, mended until they pass: the share that pass, the share in which the *other* searcher
          (`_gate_rival`, other features, other code) has the true case among his first five (wanted ≤ 2 %), k ≥ 5 (wanted ≥ 98 %), and
          the sentences that survive in sense (wanted ≥ half): as the gate counts, and by an encoder (cosine ≥ 0.35)
  safe    texts that tell only what many cases share: the share wrongly stopped (wanted ≤ 5 %)
  time    of one check, median and slowest (wanted: under 2 s with 2,000 cases, under 10 s with 100,000)
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import _gate_cases as made
from benchmarks._gate_rival import Rival
from ombuds.deidentification.intruder import Base, examine, meaning, mend
from ombuds.deidentification.intruder.plain import sentences
from ombuds.deidentification.intruder.reading import case_of

SENSE = 0.35
LEVELS = ("identifiers removed", "partly coarsened", "told by day", "told by month")


def publication(case: made.Made, level: str, rng: random.Random) -> str:
    ways: dict[str, Callable[[], str]] = {
        "identifiers removed": lambda: made.identifiers_removed(case),
        "partly coarsened": lambda: made.coarsened(case, rng),
        "told by day": lambda: made.told(case, rng, "day"),
        "told by month": lambda: made.told(case, rng, "month"),
    }
    return ways[level]()


def base_of(cases: list[made.Made]) -> Base:
    """The base as an office has it: from its file."""
    started = time.perf_counter()
    base = Base.of(case_of(case.line) for case in cases)
    built = time.perf_counter() - started
    with tempfile.TemporaryDirectory() as folder:
        base.save(Path(folder) / "base.index")
        size = (Path(folder) / "base.index").stat().st_size
        base = Base.load(Path(folder) / "base.index")
    print(
        f"base                 {len(base)} cases, index built in {built:.0f} s, {size / 1e6:.0f} MB on disk"
    )
    return base


def find(cases: list[made.Made], base: Base, sample: list[int], times: list[float]) -> None:
    for level in LEVELS:
        rng = random.Random(f"find {level}")
        first = passed = 0
        for number in sample:
            case = cases[number]
            started = time.perf_counter()
            verdict = examine([("text", publication(case, level, rng))], str(case.line["lang"]), base)
            times.append(time.perf_counter() - started)
            first += bool(verdict.candidates) and verdict.candidates[0][0] == case.line["id"]
            passed += verdict.passed
        total = len(sample)
        print(
            f"find    {level:20} true case first {first / total:6.1%}   passed {passed / total:6.1%}   (the case not named to it)"
        )


def mended(cases: list[made.Made], base: Base, rival: Rival, sample: list[int], times: list[float]) -> None:
    for level in LEVELS:
        rng = random.Random(f"mend {level}")
        passed = top = enough = 0
        before = 0
        kept: list[float] = []
        sense: list[float] = []
        for number in sample:
            case = cases[number]
            text = publication(case, level, rng)
            before += rival.rank(text, number) <= 5
            started = time.perf_counter()
            done = mend([("text", text)], str(case.line["lang"]), base, frozenset([str(case.line["id"])]))
            times.append(time.perf_counter() - started)
            if done.verdict.passed:
                passed += 1
                new = done.parts[0][1]
                top += rival.rank(new, number) <= 5
                enough += done.verdict.facts.k >= 5
                kept.append(done.kept)
                sense.append(_sense(text, new))
        n = max(passed, 1)
        print(
            f"mend    {level:20} pass {passed / len(sample):6.1%}   other searcher first five {before / len(sample):6.1%} → {top / n:6.1%}   "
            f"k ≥ 5 {enough / n:6.1%}   sentences kept {statistics.mean(kept or [0]):.0%} (by encoder {statistics.mean(sense or [0]):.0%})"
        )


def _sense(before: str, after: str) -> float:
    """The share of the sentences before to which some sentence after is close in meaning."""
    old, new = ([s.text for s in sentences("", t)] for t in (before, after))
    if not old or not new or not meaning.available():
        return 0.0
    return float(((meaning.vectors(old) @ meaning.vectors(new).T).max(axis=1) >= SENSE).mean())


def safe(cases: list[made.Made], base: Base, sample: list[int]) -> None:
    rng = random.Random("safe")
    stopped = 0
    why: dict[str, int] = {}
    for number in sample:
        text = made.general(cases[number], rng)
        verdict = examine([("text", text)], str(cases[number].line["lang"]), base)
        stopped += not verdict.passed
        for reason in () if verdict.passed else verdict.reasons[:1]:
            why[reason[:60]] = why.get(reason[:60], 0) + 1
    print(f"safe    wrongly stopped {stopped / len(sample):.1%} {why or ''}")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="find,mend,safe")
    options = parser.parse_args()
    cases = list(made.cases(options.cases, options.seed))
    base = base_of(cases)
    sample = random.Random(options.seed).sample(range(len(cases)), min(options.sample, len(cases)))
    parts, checks, mendings = options.only.split(","), [0.0], [0.0]
    if "find" in parts:
        find(cases, base, sample, checks)
    if "safe" in parts:
        safe(cases, base, sample)
    if "mend" in parts:
        rival = Rival(
            " ".join([*map(str, c.line["texts"]), str(c.line["body"]), str(c.line["theme"])]) for c in cases
        )  # type: ignore[arg-type, call-overload] # texts is a list of strings
        mended(cases, base, rival, sample, mendings)
    print(
        f"time    one check {statistics.median(checks):.2f} s, slowest {max(checks):.2f} s; one mending {statistics.median(mendings):.1f} s, slowest {max(mendings):.1f} s"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
