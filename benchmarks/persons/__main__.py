"""Trains and judges the model of names: `python -m benchmarks.persons [--out FILE] [--hold-out Y,Z] [--per-style N]`.

Needs scipy (BSD); the engine itself reads only the weights. About five minutes on one processor.
"""

import argparse
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.letters import LANGUAGES, world
from benchmarks.letters.piece import Document
from benchmarks.persons.fitting import Words, fit
from benchmarks.persons.names import somebody
from benchmarks.persons.texts import OWN, PLAIN, STYLES, TOLD, documents
from ombuds.deidentification.engine.finding import hard_and_soft
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.persons.features import Features, of_word, runs
from ombuds.deidentification.engine.persons.finding import free_words
from ombuds.deidentification.engine.persons.model import DATA
from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.reading import read

TIMES = {OWN: 10, TOLD: 8, PLAIN: 2}  # so many times the documents of another style
Sequence = tuple[list[list[str]], list[int]]


def sequences(document: Document) -> Iterator[Sequence]:
    """Features and labels of the words that may be names, as the engine sees them."""
    reading = read(document.text, document.lang)
    hard, _ = hard_and_soft(reading, KnownIdentifiers())
    text = Text(reading.folded, document.lang)
    features = Features(text)
    gold = [0] * (len(document.text) + 1)
    for number, mark in ((1, document.spans), (2, document.neutral)):
        for span in mark:
            if span["kind"] == "person":
                gold[span["start"] : span["end"]] = [number] * (span["end"] - span["start"])
    for run in runs(text, free_words(text, hard)):
        labels = [gold[text.folded.original(text.starts[i], text.ends[i])[0]] for i in run]
        if 2 not in labels:
            yield (
                [[*of_word(text.words[i], document.lang), *features.of(i)] for i in run],
                labels,
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--out", type=Path, default=DATA)
    parser.add_argument("--hold-out", default="")
    parser.add_argument("--per-style", type=int, default=60)
    parser.add_argument("--parts", type=int, default=6, help="draws with a seed of their own")
    parser.add_argument("--penalty", type=float, default=0.5)
    parser.add_argument("--least", type=int, default=4, help="features seen less often are left out")
    parser.add_argument("--rounds", type=int, default=70)
    options = parser.parse_args()
    world.somebody = somebody  # type: ignore[attr-defined]  # the letters, but with people of ours
    words = Words()
    for language in LANGUAGES:
        for part in range(options.parts):
            learn(words, language, part, options)
        print(language, len(words.labels), "words", file=sys.stderr)
    weights, turns = fit(words, options.penalty, options.least, options.rounds)
    write(options.out, weights, turns)


def learn(words: Words, language: str, part: int, options: argparse.Namespace) -> None:
    for style in STYLES:
        if style in options.hold_out.split(","):
            continue
        number = options.per_style * TIMES.get(style, 1) // options.parts
        for document in documents(language, style, number, 10 + part):
            for features, labels in sequences(document):
                words.add(features, labels)


def write(path: Path, weights: dict[str, float], turns: dict[tuple[int, int], float]) -> None:
    """Rounded to hundredths, the weights of one value together; the same weights give the same file."""
    grouped: dict[int, list[str]] = defaultdict(list)
    for feature, weight in weights.items():
        if round(weight * 100):
            grouped[round(weight * 100)].append(feature)
    data = {
        "turns": {f"{a}{b}": round(turns[a, b], 3) for a in (0, 1) for b in (0, 1)},
        "weights": [[value, sorted(grouped[value])] for value in sorted(grouped)],
    }
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(
        gzip.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), mtime=0)
    )
    print(f"{sum(map(len, grouped.values()))} weights, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
