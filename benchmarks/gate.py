"""Can the gate find the case, are the texts it passes safe from another searcher, what survives, and how long does it take?

    ./run bench gate [--cases 2000] [--sample 60] [--seed 1] [--only find,mend,safe]

A base of invented cases (series of like cases among them); of a sample of them publications at several levels. Printed:
  find    identifiers only removed: the share in which the gate ranks the true case first (wanted ≥ 95 %), and what it passes
  mend    publications at all levels, mended until they pass: the share that pass, the share in which each of three *other* searchers
          (`_gate_rival`, other features, other code) has the true case among his first five (wanted ≤ 2 %), k ≥ 5 (wanted ≥ 98 %), and
          the sentences that survive in sense (wanted ≥ half): as the gate counts, and by an encoder (cosine ≥ 0.35)
  safe    texts that tell only what many cases share: the share stopped (wanted ≤ 5 %), the case named and unnamed
  time    of one check, median and slowest (wanted: under 2 s with 2,000 cases, under 10 s with 100,000)
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import _gate_cases as made
from benchmarks._gate_rival import Rival
from ombuds.deidentification.intruder import Base, Holding, examine, meaning, mend
from ombuds.deidentification.intruder.plain import sentences
from ombuds.deidentification.intruder.reading import case_of
from ombuds.lib.progress import track

SENSE = 0.35
SEARCHERS = ("mixed", "cosine", "letters")
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


def find(
    cases: list[made.Made], base: Base, rival: Rival | None, sample: list[int], times: list[float]
) -> None:
    for level in LEVELS:
        rng = random.Random(f"find {level}")
        first = passed = missed = 0
        for number in track(sample, label=f"finding: {level}"):
            case = cases[number]
            text = publication(case, level, rng)
            started = time.perf_counter()
            verdict = examine([("text", text)], str(case.line["lang"]), Holding(base))
            times.append(time.perf_counter() - started)
            first += bool(verdict.candidates) and verdict.candidates[0][0] == case.line["id"]
            passed += verdict.passed
            missed += verdict.passed and rival is not None and rival.rank(text, number) <= 5
        total = len(sample)
        print(
            f"find    {level:20} true case first {first / total:6.1%}   passed {passed / total:6.1%}, of which another searcher finds {missed}"
            "   (the case not named to it)"
        )


def made_texts(case: made.Made) -> list[str]:
    texts = case.line["texts"]
    assert isinstance(texts, list)
    return [str(text) for text in texts]


def mended(cases: list[made.Made], base: Base, rival: Rival, sample: list[int], times: list[float]) -> None:
    for level in LEVELS:
        rng = random.Random(f"mend {level}")
        passed = enough = half = 0
        before: Counter[str] = Counter()
        after: Counter[str] = Counter()
        kept: list[float] = []
        sense: list[float] = []
        for number in track(sample, label=f"mending: {level}"):
            case = cases[number]
            text = publication(case, level, rng)
            before.update(name for name, place in rival.ranks(text, number).items() if place <= 5)
            started = time.perf_counter()
            held = Holding(base, frozenset([str(case.line["id"])]))
            done = mend([("text", text)], str(case.line["lang"]), held)
            times.append(time.perf_counter() - started)
            if done.verdict.passed:
                passed += 1
                new = done.parts[0][1]
                after.update(name for name, place in rival.ranks(new, number).items() if place <= 5)
                enough += done.verdict.facts.k >= 5
                kept.append(done.kept)
                half += done.kept >= 0.5
                sense.append(_sense(text, new))
        n = max(passed, 1)
        found = ", ".join(
            f"{name} {before[name] / len(sample):.0%} → {after[name] / n:.1%}" for name in SEARCHERS
        )
        print(
            f"mend    {level:20} pass {passed / len(sample):6.1%}   in the first five of other searchers: {found}   k ≥ 5 {enough / n:6.1%}   "
            f"sentences kept {statistics.mean(kept or [0]):.0%}, half or more in {half / n:.0%} of the texts (by encoder {statistics.mean(sense or [0]):.0%})"
        )


def _sense(before: str, after: str) -> float:
    """The share of the sentences before to which some sentence after is close in meaning."""
    old, new = ([s.text for s in sentences("", t)] for t in (before, after))
    if not old or not new or not meaning.available():
        return 0.0
    return float(((meaning.vectors(old) @ meaning.vectors(new).T).max(axis=1) >= SENSE).mean())


def safe(cases: list[made.Made], base: Base, rival: Rival | None, sample: list[int]) -> None:
    """Texts about what happens to many, with the case named and unnamed. Some do point at their case by chance: a rival says how many."""
    for named in (False, True):
        rng = random.Random("safe")
        stopped = lucky = 0
        for number in sample:
            text = made.general(cases[number], rng)
            truth = frozenset([str(cases[number].line["id"])] if named else [])
            if examine([("text", text)], str(cases[number].line["lang"]), Holding(base, truth)).passed:
                continue
            stopped += 1
            lucky += rival is not None and min(rival.ranks(text, number).values()) <= 5
        print(
            f"safe    {'the case named' if named else 'unnamed':20} stopped {stopped / len(sample):.1%}, of which other searchers do find {lucky}"
        )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="find,mend,safe")
    parser.add_argument("--no-rival", action="store_true", help="find, safe and time only; saves memory")
    options = parser.parse_args()
    cases = list(made.cases(options.cases, options.seed))
    base = base_of(cases)
    sample = random.Random(options.seed).sample(range(len(cases)), min(options.sample, len(cases)))
    parts, checks, mendings = options.only.split(","), [0.0], [0.0]
    rival = (
        None
        if options.no_rival
        else Rival(" ".join([*made_texts(c), str(c.line["body"]), str(c.line["theme"])]) for c in cases)
    )
    if "find" in parts:
        find(cases, base, rival, sample, checks)
    if "safe" in parts:
        safe(cases, base, rival, sample)
    if "mend" in parts and rival is not None:
        mended(cases, base, rival, sample, mendings)
    print(
        f"time    one check {statistics.median(checks):.2f} s, slowest {max(checks):.2f} s; one mending {statistics.median(mendings):.1f} s, slowest {max(mendings):.1f} s"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
