"""The trials of the gate benchmark: each text tried gives one record, so that runs in parts can be read together."""

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from benchmarks import _gate_cases as made
from benchmarks._gate_rival import Rival
from ombuds.deidentification.intruder import Base, Holding, examine, meaning, mend
from ombuds.deidentification.intruder.plain import sentences
from ombuds.lib.progress import track

SENSE = 0.35
LEVELS = ("identifiers removed", "partly coarsened", "told by day", "told by month")
Record = dict[str, Any]
Cases = Mapping[int, made.Made]


def publication(case: made.Made, level: str, rng: random.Random) -> str:
    ways: dict[str, Callable[[], str]] = {
        "identifiers removed": lambda: made.identifiers_removed(case),
        "partly coarsened": lambda: made.coarsened(case, rng),
        "told by day": lambda: made.told(case, rng, "day"),
        "told by month": lambda: made.told(case, rng, "month"),
    }
    return ways[level]()


def cold(cases: Cases, base: Base, sample: list[int]) -> Iterator[Record]:
    """The first check of a process, which reads the encoder: a harmless text, for which everything is asked."""
    text = made.general(cases[sample[0]], random.Random("cold"))
    started = time.process_time()
    examine([("text", text)], str(cases[sample[0]].line["lang"]), Holding(base))
    yield {"trial": "cold", "level": "", "case": sample[0], "seconds": time.process_time() - started}


def find(cases: Cases, base: Base, rival: Rival | None, sample: list[int], level: str) -> Iterator[Record]:
    """Does the gate put the true case first when nobody names it, and does it let the text pass?"""
    for number in track(sample, label=f"finding: {level}"):
        case = cases[number]
        text = publication(case, level, random.Random(f"find {level} {number}"))
        started = time.process_time()
        verdict = examine([("text", text)], str(case.line["lang"]), Holding(base))
        yield {
            "trial": "find",
            "level": level,
            "case": number,
            "seconds": time.process_time() - started,
            "first": bool(verdict.candidates) and verdict.candidates[0][0] == case.line["id"],
            "passed": verdict.passed,
            "places": rival.ranks(text, number) if rival is not None and verdict.passed else {},
        }


def mended(cases: Cases, base: Base, rival: Rival, sample: list[int], level: str) -> Iterator[Record]:
    """Mended until the gate lets it pass: do others find the case, how many fit, and what is left of the text?"""
    for number in track(sample, label=f"mending: {level}"):
        case = cases[number]
        text = publication(case, level, random.Random(f"mend {level} {number}"))
        held = Holding(base, frozenset([str(case.line["id"])]))
        started = time.process_time()
        done = mend([("text", text)], str(case.line["lang"]), held)
        seconds = time.process_time() - started
        started = time.process_time()
        examine(done.parts, str(case.line["lang"]), held)
        new = done.parts[0][1]
        yield {
            "trial": "mend",
            "level": level,
            "case": number,
            "seconds": seconds,
            "check": time.process_time() - started,
            "passed": done.verdict.passed,
            "before": rival.ranks(text, number),
            "places": rival.ranks(new, number),
            "unrelated": rival.ranks(new, unrelated(cases, number)),
            "k": done.verdict.facts.k,
            "rival_k": rival.k(new, number),
            "kept": done.kept,
            "sense": sense(text, new),
            "text": text,
            "new": new,
        }


def unrelated(cases: Cases, number: int) -> int:
    """Another case of the sample in the same language: where it stands tells what a searcher's places are worth by chance."""
    language = cases[number].line["lang"]
    others = [n for n, case in cases.items() if n != number and case.line["lang"] == language]
    return random.Random(f"unrelated {number}").choice(others or [n for n in cases if n != number])


def of_series(base: Base, rival: Rival, groups: Sequence[made.Series], level: str) -> Iterator[Record]:
    """A text made of one case, the others of its series linked with it, mended until it passes: it may point at the series. Does it point
    more at the case whose words it has than at the others?"""
    for group in track(groups, label=f"series: {level}"):
        number, case = group[random.Random(f"series {level} {group[0][0]}").randrange(len(group))]
        alike = [n for n, _ in group]
        text = publication(case, level, random.Random(f"series {level} {number}"))
        held = Holding(base, frozenset(str(one.line["id"]) for _, one in group))
        started = time.process_time()
        done = mend([("text", text)], str(case.line["lang"]), held)
        new = done.parts[0][1]
        yield {
            "trial": "series",
            "level": level,
            "case": number,
            "seconds": time.process_time() - started,
            "alike": alike,
            "unmended": new == text,
            "passed": done.verdict.passed,
            "before": rival.among(text, number, alike),
            "places": rival.among(new, number, alike),
            "kept": done.kept,
            "sense": sense(text, new),
            "text": text,
            "new": new,
        }


def safe(cases: Cases, base: Base, rival: Rival | None, sample: list[int], level: str) -> Iterator[Record]:
    """Texts about what happens to many, the case named or not. Some do point at their case by chance: the others' places say it."""
    for number in track(sample, label=f"harmless: {level}"):
        text = made.general(cases[number], random.Random(f"safe {number}"))
        truth = frozenset([str(cases[number].line["id"])] if level == "named" else [])
        started = time.process_time()
        verdict = examine([("text", text)], str(cases[number].line["lang"]), Holding(base, truth))
        yield {
            "trial": "safe",
            "level": level,
            "case": number,
            "seconds": time.process_time() - started,
            "passed": verdict.passed,
            "why": list(verdict.reasons),
            "own": dict(verdict.places),
            "places": rival.ranks(text, number) if rival is not None else {},
            "text": text,
        }


def sense(before: str, after: str) -> float:
    """The share of the sentences before to which some sentence after is close in meaning, by an encoder."""
    old, new = ([s.text for s in sentences("", t)] for t in (before, after))
    if not old or not new or not meaning.available():
        return 0.0
    return float(((meaning.vectors(old) @ meaning.vectors(new).T).max(axis=1) >= SENSE).mean())
