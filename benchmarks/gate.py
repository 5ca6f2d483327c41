"""Can the gate find the case, are the texts it passes safe from another searcher, what survives, and how long does it take?

    ./run bench gate [--cases 2000] [--sample 60] [--seed 1] [--only find,mend,series,safe]
    ./run bench gate --cases 100000 --build --folder KEPT                       the base and the other searchers, once
    ./run bench gate --cases 100000 --folder KEPT --only mend --levels "identifiers removed" --part 0:10 --keep records.jsonl
    ./run bench gate --table records.jsonl                                      all that was kept, as one table

A base of invented cases (series of like cases among them); of a sample of them publications at several levels. Tried:
  find    the case not named: the share in which the gate ranks the true case first (≥ 95 % where identifiers only were removed)
  mend    publications mended until they pass: the share in which each of three *other* searchers (`_gate_rival`, other features, other
          code) has the true case among his first five (≤ 2 %), k ≥ 5 by the gate and by another's count (≥ 98 %), and the sentences
          that survive in sense (≥ half): as the gate counts, and by an encoder (cosine ≥ 0.35)
  series  texts made of one of five to eight like cases, all of them linked, mended until they pass: the share in which the case whose
          words they have is the first of its series for a searcher (by chance: one in five to eight)
  safe    texts that tell only what many cases share: the share stopped (≤ 5 %), the case named and unnamed
  time    of one check, median and slowest (under 2 s with 2,000 cases, under 10 s with 100,000)

The last lines are the table of what must be and what is. `--keep` adds every text's record to a file, so that parts can be run one by one.
"""

import argparse
import itertools
import json
import pickle
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import _gate_cases as made
from benchmarks._gate_rival import Rival, read
from benchmarks._gate_table import records_in, table
from benchmarks._gate_trials import LEVELS, Cases, Record, cold, find, mended, of_series, safe
from ombuds.deidentification.intruder import Base
from ombuds.deidentification.intruder.reading import case_of

T = TypeVar("T")
PIECE = 10_000


def base_of(options: argparse.Namespace, folder: Path) -> Base:
    """The base as an office has it: from its file. Built when the folder has none that these readers made."""
    path = folder / "base.index"
    started = time.perf_counter()
    try:
        base = Base.load(path)
    except (OSError, ValueError):  # not there, or made by other readers
        listed = made.cases(options.cases, options.seed)
        Base.of(case_of(case.line) for case in listed).save(path)
        print(f"index built in {time.perf_counter() - started:.0f} s, {path.stat().st_size / 1e6:.0f} MB")
        started = time.perf_counter()
        base = Base.load(path)
    print(f"base    {len(base)} cases, opened in {time.perf_counter() - started:.1f} s")
    return base


def rival_of(options: argparse.Namespace, folder: Path) -> Rival:
    """The other searchers, who read everything once and keep it beside the base, piece by piece."""
    listed = iter(made.cases(options.cases, options.seed))
    pieces = []
    for first in range(0, options.cases, PIECE):
        some = list(itertools.islice(listed, PIECE))
        pieces.append(kept(folder / f"rival-{first}.pickle", partial(read, map(words_of, some), first)))
    return Rival(pieces)


def words_of(case: made.Made) -> str:
    return " ".join([*made_texts(case), str(case.line["body"]), str(case.line["theme"])])


def sample_of(options: argparse.Namespace, folder: Path) -> dict[int, made.Made]:
    """Case numbers by chance, and the cases."""
    chosen = random.Random(options.seed).sample(range(options.cases), min(options.sample, options.cases))

    def find_them() -> dict[int, made.Made]:
        wanted = set(chosen)
        found = {n: c for n, c in enumerate(made.cases(options.cases, options.seed)) if n in wanted}
        return {number: found[number] for number in chosen}

    return kept(folder / f"sample-{options.sample}.pickle", find_them)


def series_of(options: argparse.Namespace, folder: Path) -> list[made.Series]:
    """Series of like cases by chance, as many as `--sample` says or there are."""

    def find_them() -> list[made.Series]:
        found = made.series(made.cases(options.cases, options.seed))
        return random.Random(options.seed).sample(found, min(options.sample, len(found)))

    return kept(folder / f"series-{options.sample}.pickle", find_them)


def kept(path: Path, make: Callable[[], T]) -> T:
    """What stands in the file; made and written when it is not there."""
    if path.exists():
        with path.open("rb") as file:
            found: T = pickle.load(file)  # noqa: S301 our own file, written below
            return found
    made_now = make()
    with path.open("wb") as file:
        pickle.dump(made_now, file, protocol=pickle.HIGHEST_PROTOCOL)
    return made_now


def made_texts(case: made.Made) -> list[str]:
    texts = case.line["texts"]
    assert isinstance(texts, list)
    return [str(text) for text in texts]


def trials(
    options: argparse.Namespace,
    cases: Cases,
    base: Base,
    rival: Rival | None,
    sample: list[int],
    groups: list[made.Series],
) -> Iterator[Record]:
    yield from cold(cases, base, sample)
    chosen, levels = options.only.split(","), options.levels.replace("_", " ").split(",")
    for level in levels:
        if "find" in chosen:
            yield from find(cases, base, rival, sample, level)
        if "mend" in chosen and rival is not None:
            yield from mended(cases, base, rival, sample, level)
        if "series" in chosen and rival is not None:
            yield from of_series(base, rival, groups, level)
    for level in ("unnamed", "named") if "safe" in chosen else ():
        yield from safe(cases, base, rival, sample, level)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="find,mend,series,safe")
    parser.add_argument("--levels", default=",".join(LEVELS))
    parser.add_argument("--part", default=":", help="of the sample, as FROM:TO")
    parser.add_argument("--folder", type=Path, help="keeps the base and the other searchers there")
    parser.add_argument("--build", action="store_true", help="make what the folder keeps, and stop")
    parser.add_argument("--keep", type=Path, help="adds a record a text, JSON lines")
    parser.add_argument("--table", type=Path, help="print the table of a kept file, and stop")
    parser.add_argument("--no-rival", action="store_true", help="find, safe and time only; saves memory")
    return parser.parse_args()


def run(options: argparse.Namespace, folder: Path) -> list[Record]:
    base = base_of(options, folder)
    rival = None if options.no_rival else rival_of(options, folder)
    if options.build:
        return []
    cases = sample_of(options, folder)
    sample = list(cases)
    first, _, last = options.part.partition(":")
    part = sample[int(first or 0) : int(last or len(sample))]
    listed = series_of(options, folder) if "series" in options.only else []
    groups = listed[int(first or 0) : int(last or len(listed))]
    records = []
    for record in trials(options, cases, base, rival, part, groups):
        record |= {"cases": options.cases, "seed": options.seed}
        records.append(record)
        if options.keep:
            with options.keep.open("a", encoding="utf-8") as file:
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return records


def main() -> int:
    options = _options()
    if options.table:
        print("\n".join(table(records_in(options.table))))
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        print("\n".join(table(run(options, folder))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
