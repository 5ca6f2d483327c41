"""Trains the network of the second look: `python -m benchmarks.second_look [--out FILE] [--rounds N] [--hold-out g,h]`.

Needs jax, optax and scipy; the engine itself needs numpy and reads the weights. Half an hour on two processors that do
nothing else. The weights that ship took these rounds (without seven of the hands and 88 of the whole letters) and then two
at a third of the pace, over all of them: `--start FILE --turns 3 --whole-turns 8 --share 0.7 --rounds 2 --rate 1e-3 --seed 900`.
"""

import argparse
import json
import os
import sys
from multiprocessing import Pool
from pathlib import Path
from random import Random
from typing import Any
from unicodedata import normalize

import numpy as np

from benchmarks.letters import LANGUAGES, generate, world
from benchmarks.letters import names as usual
from benchmarks.letters.piece import Document
from benchmarks.persons.names import somebody
from benchmarks.persons.texts import OWN, PLAIN, TOLD, documents
from benchmarks.second_look import mixing
from benchmarks.second_look.examples import Example, examples
from benchmarks.second_look.letters import letters
from ombuds.deidentification.engine.second_look.network import DATA, from_file

STYLES = "ABCDEFGHWY"
TIMES = {OWN: 4, TOLD: 8, PLAIN: 1}  # so many draws of what is no style
OTHER_HOUSES = 0.6  # of the letters get firms and streets of the lists
EXCERPTS = 2  # beside each letter, a few of its sentences
SHORT = 700  # characters; what is shorter is no letter but a paragraph
# Of the letters by hand: typed small, in capitals, without accents, with the slips of a scanner.
SMALL, LOUD, BARE, SCANNED = 0.12, 0.08, 0.06, 0.08
SLIPS = {"l": "1", "i": "l", "O": "0", "o": "c", "e": "c", "I": "l", "B": "8", "S": "5", "g": "q", "h": "b"}
SLIPPING = 0.03  # of the letters that a scanner may misread
WHOLE_TABLES = frozenset({"rows", "forms", "gaps", "covers"})
# Sentences of the engine's tests: a text may be as short as that, and what the finders leave there is to stay.
SENTENCES = Path(__file__).parent / "short.jsonl"
# Whole documents with slots, and the words for them, by eighteen more hands; the form is that of `letters/hands.py`.
HANDS = Path(__file__).parent / "hands"
QUARTERS = 4
# Whole letters, each written in one go, teach more than slots and paragraphs: they are told more often, of the rest a part is left out.
WHOLE = "1234567890"
SHARE = 0.6
Job = tuple[str, str, int, int]
Made = tuple[dict[tuple[str, str], int], list[Example]]


def drawn(job: Job) -> Made:
    """Examples of invented letters: (language, style, how many, seed); every second seed has people whom no list knows."""
    language, style, number, seed = job
    world.somebody = somebody if seed % 2 else usual.somebody  # type: ignore[attr-defined]  # the letters, with people of ours
    words: dict[tuple[str, str], int] = {}
    rng, found = Random(f"{job}"), list[Example]()
    made = (
        generate(language, number, seed, style)
        if style in STYLES
        else documents(language, style, number, seed)
    )
    for document in made:
        if style != PLAIN and rng.random() < OTHER_HOUSES:
            document = mixing.mixed(document, rng, people=False)
        found += examples(document, rng, words)
        for _ in range(EXCERPTS):
            found += examples(mixing.excerpt(document, rng), rng, words)
    return words, found


def by_hand(job: tuple[Path, int]) -> Made:
    """Examples of one file of letters; the first turn as they were written, the others about other people."""
    path, turn = job
    words: dict[tuple[str, str], int] = {}
    rng, found = Random(f"{path.name}{turn}"), list[Example]()
    for document in letters(path):
        document = _dressed(mixing.mixed(document, rng) if turn else document, rng)
        found += examples(document, rng, words, rng.choice((1, 2)))
        for _ in range(EXCERPTS if len(document.text) > SHORT else 0):
            found += examples(mixing.excerpt(document, rng), rng, words)
    return words, found


def of_hand(job: tuple[Path, str, int, int]) -> Made:
    """Examples of letters by the templates and words of another hand: (folder, language, how many, seed)."""
    folder, language, number, seed = job
    os.environ["OMBUDS_LETTERS"] = str(folder)  # read once, so that every job has a process of its own
    words: dict[tuple[str, str], int] = {}
    rng, found = Random(f"{folder.name}{language}{seed}"), list[Example]()
    for document in generate(language, number, seed, "X"):
        if rng.random() < OTHER_HOUSES:
            document = mixing.mixed(document, rng, people=seed % 2 == 0)
        found += examples(document, rng, words)
        for _ in range(EXCERPTS):
            found += examples(mixing.excerpt(document, rng), rng, words)
    return words, found


def short(part: int) -> Made:
    """Examples of single sentences and what the finders mask in them; a quarter of them all."""
    words: dict[tuple[str, str], int] = {}
    rng, found = Random(part), list[Example]()
    for line in SENTENCES.read_text(encoding="utf-8").splitlines()[part::QUARTERS]:
        given = json.loads(line)
        document = Document("short", given["lang"], "S", given["text"])
        document.spans = [
            {"start": start, "end": end, "kind": kind, "origin": ""} for start, end, kind in given["spans"]
        ]
        found += examples(document, rng, words, 4)
    return words, found


def _dressed(document: Document, rng: Random) -> Document:
    """The same text as people and machines write it; every change keeps the number of code points."""
    chance = rng.random()
    if chance < SMALL and len(document.text.lower()) == len(document.text):
        document.text = document.text.lower()
    elif chance < SMALL + LOUD:
        document.text = "".join(c.upper() if len(c.upper()) == 1 else c for c in document.text)
    elif chance < SMALL + LOUD + BARE:
        document.text = "".join(normalize("NFD", c)[0] for c in document.text)
    elif chance < SMALL + LOUD + BARE + SCANNED:
        document.text = "".join(_slip(c, rng) for c in document.text)
    return document


def _slip(character: str, rng: Random) -> str:
    """The same character, or what a scanner makes of it."""
    return SLIPS[character] if character in SLIPS and rng.random() < SLIPPING else character


def together(made: list[Made]) -> tuple[list[Example], list[tuple[str, str]]]:
    """All examples with one numbering of the words."""
    words: dict[tuple[str, str], int] = {}
    found: list[Example] = []
    for own, some in made:
        numbers = np.asarray([words.setdefault(word, len(words)) for word in own], dtype=np.int32)
        for example in some:
            example.words = numbers[example.words]
            found.append(example)
    return found, list(words)


def write(path: Path, weights: dict[str, Any]) -> None:
    """Tables as whole numbers of eight bits, with a scale for each column."""
    kept: dict[str, Any] = {}
    for name, values in sorted(weights.items()):
        if name in WHOLE_TABLES:
            scale = np.maximum(np.abs(values).max(axis=0), 1e-9) / 127
            kept[name] = np.rint(values / scale).astype(np.int8)
            kept[f"{name}_scale"] = scale.astype(np.float32)
        else:
            kept[name] = values.astype(np.float16)
    path.parent.mkdir(exist_ok=True)
    np.savez_compressed(path, **kept)
    print(f"{path.stat().st_size:,} bytes", file=sys.stderr)


def weights_of(path: Path) -> dict[str, Any]:
    """What `write` has written, as the training wants it."""
    network = from_file(path)
    layers = {f"mix{at}": mix for at, (mix, _) in enumerate(network.layers)}
    layers |= {f"bias{at}": bias for at, (_, bias) in enumerate(network.layers)}
    names = ("rows", "forms", "gaps", "covers", "out", "base")
    return layers | {name: getattr(network, name) for name in names}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--out", type=Path, default=DATA)
    parser.add_argument("--hold-out", default="", help="hands, with commas")
    parser.add_argument("--number", type=int, default=40, help="letters of a draw")
    parser.add_argument("--turns", type=int, default=8, help="times each letter by hand, with other people")
    parser.add_argument("--whole-turns", type=int, default=12, help="the same for whole letters")
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--seed", type=int, default=700)
    parser.add_argument("--share", type=float, default=SHARE, help="of all texts but whole letters")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--rate", type=float, default=3e-3)
    options = parser.parse_args()
    from benchmarks.second_look.fitting import all_rows_of, fit  # what needs jax, for those who train

    jobs: list[Job] = [
        (language, style, options.number, options.seed + draw)
        for language in LANGUAGES
        for style in (*STYLES, *TIMES)
        for draw in range(TIMES.get(style, 2))
    ]
    held = set(options.hold_out.split(","))
    files = [path for path in sorted(mixing.FOLDER.glob("?_??.txt")) if path.name[0] not in held]
    with Pool() as pool:
        made = pool.map(drawn, jobs, 1)
        made += pool.map(short, range(QUARTERS), 1)
        parts = [(path, turn) for path in files if path.name[0] not in WHOLE for turn in range(options.turns)]
        made += pool.map(by_hand, parts, 1)
        letters_whole = [path for path in files if path.name[0] in WHOLE]
        whole = pool.map(
            by_hand, [(path, turn) for path in letters_whole for turn in range(options.whole_turns)], 1
        )
    hands = [folder for folder in sorted(HANDS.iterdir()) if folder.name not in held]
    with Pool(maxtasksperchild=1) as pool:
        each = [
            (folder, language, options.number * 2, seed)
            for folder in hands
            for language in LANGUAGES
            for seed in (1, 2)
        ]
        made += pool.map(of_hand, each, 1)
    rng = Random(options.seed)
    made = [(words, [one for one in some if rng.random() < options.share]) for words, some in made]
    found, words = together(made + whole)
    print(len(found), "texts,", sum(len(one.words) for one in found), "words", file=sys.stderr)
    start = weights_of(options.start) if options.start else None
    write(options.out, fit(found, all_rows_of(words), options.rounds, rate=options.rate, start=start))


if __name__ == "__main__":
    main()
