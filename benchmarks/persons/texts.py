"""What the model of names learns from: the letters of all styles, sentences of our own, and plain text that names nobody."""

import gettext
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import django

from benchmarks.letters import generate, noise
from benchmarks.letters.generating import joined
from benchmarks.letters.piece import Document, Piece, assemble, plain
from benchmarks.letters.templates import sentence
from benchmarks.letters.world import World

HOUSE = Path(__file__).resolve().parents[2]
TEMPLATES = Path(__file__).parent / "templates"
OWN, TOLD, PLAIN = "own", "told", "plain"
STYLES = (*"ABCDEFGHYZ", OWN, TOLD, PLAIN)
STRING = re.compile(r'^"(.*)"$')


def documents(language: str, style: str, number: int, seed: int) -> Iterator[Document]:
    if style == OWN:
        for at in range(number):
            yield mixed(language, Random(f"{seed}/{language}/own/{at}"), f"own-{language}-{at}")
    elif style == TOLD:
        for at in range(number):
            yield told(language, Random(f"{seed}/{language}/told/{at}"), f"told-{language}-{at}")
    elif style == PLAIN:
        yield from without_names(language, number, seed)
    else:
        yield from generate(language, number, seed, style)


@cache
def lines(language: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"body": [], "plain": []}
    name = "body"
    for line in (TEMPLATES / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            name = line[3:]
        elif line.strip():
            found[name].append(line.replace("\\n", "\n"))
    return found


def mixed(language: str, rng: Random, name: str) -> Document:
    """Sentences about people with some about nobody between them; one document in three is typed or scanned badly."""
    world = World(language, rng)
    listed = lines(language)
    chosen = rng.sample(listed["body"], rng.randrange(4, 12)) + rng.sample(listed["plain"], rng.randrange(4))
    rng.shuffle(chosen)
    pieces = joined([sentence(line, world) for line in chosen], rng.choice([" ", "\n", "\n\n", "\n- "]))
    return assemble(spoiled(pieces, rng), Document(name, language, OWN, ""))


def spoiled(pieces: list[Piece], rng: Random) -> list[Piece]:
    """Half of all texts as they are; the others typed small, in a hurry, or scanned."""
    chance = rng.random()
    if chance < 0.17:
        return [piece.saying(piece.text.lower()) for piece in pieces]
    if chance < 0.32:
        return noise.hurried(pieces, rng)
    if chance < 0.5:
        return rng.choice(noise.SCANS)(pieces, rng)
    return pieces


@cache
def stories(language: str) -> list[list[str]]:
    """Whole documents of other hands, as lines with slots; their loose sentences are one list each."""
    found: list[list[str]] = []
    whole = True
    for line in (TEMPLATES / f"{language}_told.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            whole = line == "## doc"
            if whole:
                found.append([])
        elif whole:
            found[-1].append(line)
        else:
            found.append([line.replace("\\n", "\n")])
    return found


def told(language: str, rng: Random, name: str) -> Document:
    """A document of another hand, or some of its loose sentences; with people of ours."""
    world = World(language, rng)
    listed = stories(language)
    documents_ = [story for story in listed if len(story) > 1]
    loose = [story[0] for story in listed if len(story) == 1]
    chosen = rng.choice(documents_) if rng.random() < 0.6 else rng.sample(loose, rng.randrange(4, 10))
    pieces = joined([sentence(line, world) for line in chosen], "\n" if chosen in documents_ else " ")
    return assemble(spoiled(pieces, rng), Document(name, language, TOLD, ""))


def without_names(language: str, number: int, seed: int) -> Iterator[Document]:
    """The sentences of this program and, in German, of the framework it is built with."""
    rng = Random(f"{seed}/{language}/plain")
    listed = said(language)
    for at in range(number):
        chosen = rng.sample(listed, min(12, len(listed)))
        pieces: list[Piece] = joined([plain(line) for line in chosen], rng.choice([" ", "\n", "\n\n"]))
        if rng.random() < 0.2:
            pieces = rng.choice(noise.SCANS)(pieces, rng)
        yield assemble(pieces, Document(f"plain-{language}-{at}", language, PLAIN, ""))


@cache
def said(language: str) -> list[str]:
    if language == "de":
        path = Path(django.__file__).parent / "conf" / "locale" / "de" / "LC_MESSAGES" / "django.mo"
        with path.open("rb") as file:
            catalogue = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # its only list of messages
        found = {str(text) for text in catalogue.values()}
    else:
        wanted = "msgid" if language == "en" else "msgstr"
        found = {
            text
            for path in sorted(
                (HOUSE / "ombuds").glob(f"*/locale/{'nl' if language == 'en' else language}/*/*.po")
            )
            for text in messages(path.read_text(encoding="utf-8"), wanted)
        }
    return sorted(text for text in found if len(text) > 15 and "%" not in text and "<" not in text)


def messages(catalogue: str, wanted: str) -> Iterator[str]:
    """The texts of a catalogue of translations that stand after one keyword."""
    inside, text = False, ""
    for line in [*catalogue.splitlines(), 'msgid ""']:
        if line.startswith("msg"):
            if inside and text:
                yield text.replace("\\n", "\n").replace('\\"', '"')
            inside, text = line.startswith(wanted + " "), ""
            line = line.partition(" ")[2]
        if inside and (found := STRING.match(line)):
            text += found.group(1)
