"""Trains and judges the model of names: `python -m benchmarks.persons [--out FILE] [--hold-out Y,Z] [--per-style N]`.

Needs python-crfsuite (MIT) in an environment of its own; the engine itself reads only the weights.
"""

import argparse
import gzip
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.letters import LANGUAGES, world
from benchmarks.letters.piece import Document
from benchmarks.persons.names import somebody
from benchmarks.persons.texts import OWN, PLAIN, STYLES, documents
from ombuds.deidentification.engine.finding import hard_and_soft
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.persons.features import Features, of_word, runs
from ombuds.deidentification.engine.persons.finding import free_words
from ombuds.deidentification.engine.persons.model import DATA
from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.reading import read

Sequence = tuple[list[list[str]], list[str]]


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
                [str(n) for n in labels],
            )


def main() -> None:
    import pycrfsuite  # type: ignore[import-not-found]  # in an environment of its own

    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--out", type=Path, default=DATA)
    parser.add_argument("--hold-out", default="")
    parser.add_argument("--per-style", type=int, default=70)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--c1", type=float, default=0.05)
    parser.add_argument("--c2", type=float, default=0.05)
    parser.add_argument("--rounds", type=int, default=150)
    options = parser.parse_args()
    world.somebody = somebody  # type: ignore[attr-defined]  # the letters, but with people of ours
    trainer = pycrfsuite.Trainer(verbose=False)
    numbers: dict[str, str] = {}  # the tool cannot read back every sign that a feature may hold
    count = 0
    for language in LANGUAGES:
        for style in STYLES:
            if style in options.hold_out.split(","):
                continue
            number = options.per_style * {OWN: 8, PLAIN: 2}.get(style, 1)
            for document in documents(language, style, number, options.seed):
                for xs, ys in sequences(document):
                    trainer.append(
                        [[numbers.setdefault(x, f"f{len(numbers)}") for x in word] for word in xs], ys
                    )
                    count += len(ys)
        print(language, count, "words", file=sys.stderr)
    trainer.set_params(
        {"c1": options.c1, "c2": options.c2, "max_iterations": options.rounds, "feature.minfreq": 3}
    )
    with tempfile.NamedTemporaryFile(suffix=".crf") as made:
        trainer.train(made.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(made.name)
        info = tagger.info()
    names = {number: feature for feature, number in numbers.items()}
    states = {(names[number], label): weight for (number, label), weight in info.state_features.items()}
    write(options.out, states, dict(info.transitions))


def write(path: Path, states: dict[tuple[str, str], float], turns: dict[tuple[str, str], float]) -> None:
    """Rounded to hundredths, the weights of one value together; the same weights give the same file."""
    weights: dict[str, float] = defaultdict(float)
    for (feature, label), weight in states.items():
        weights[feature] += weight if label == "1" else -weight
    grouped: dict[int, list[str]] = defaultdict(list)
    for feature, weight in weights.items():
        if round(weight * 100):
            grouped[round(weight * 100)].append(feature)
    data = {
        "turns": {a + b: round(turns.get((a, b), 0.0), 3) for a in "01" for b in "01"},
        "weights": [[value, sorted(grouped[value])] for value in sorted(grouped)],
    }
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(
        gzip.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), mtime=0)
    )
    print(f"{sum(map(len, grouped.values()))} weights, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
