"""Sentences with {slots}, one a line under "## head", "## body" and "## end"; and how they become pieces."""

import re
from functools import cache

from benchmarks.letters import blind, hands
from benchmarks.letters.piece import GOLD, NEUTRAL, PLAIN, Piece, plain
from benchmarks.letters.slots import fill
from benchmarks.letters.world import World

SLOT = re.compile(r"\{([\w.]+)\}")
VOWEL = re.compile(r"[aeiouyàâäéèêëîïôöûüœhAEIOUYÀÂÄÉÈÊËÎÏÔÖÛÜŒ]")


@cache
def sections(language: str, style: str) -> dict[str, list[str]]:
    """{"head": […], "body": […], "end": […], "doc": […]}; a missing section is an empty list.

    Every "## doc" begins one whole document of many lines; the other sections have one sentence a line.
    """
    found: dict[str, list[str]] = {"head": [], "body": [], "end": [], "doc": []}
    name = "body"
    for line in (
        (hands.sentences(style) / language / f"{style.lower()}.txt").read_text(encoding="utf-8").splitlines()
    ):
        if line.startswith("## "):
            name = line[3:].split()[0]
            if name == "doc":
                found["doc"].append("")
        elif name == "doc":
            found["doc"][-1] += line + "\n"
        elif line.strip():
            found[name].append(line.replace("\\n", "\n"))
    found["doc"] = [text.strip() for text in found["doc"]]
    return found


def sentence(template: str, world: World) -> list[Piece]:
    pieces: list[Piece] = []
    for at, part in enumerate(SLOT.split(template)):
        pieces += filled(part, world) if at % 2 else plain(part)
    if world.language == "fr":
        pieces = french(pieces)
    return capitalised(pieces)


def filled(slot: str, world: World) -> list[Piece]:
    other = world.hand == blind.HAND or (world.hand == hands.OWN and world.rng.random() < 0.5)
    if other and slot in blind.SLOTS:
        return blind.SLOTS[slot](world)
    return fill(slot, world)


def capitalised(pieces: list[Piece]) -> list[Piece]:
    """A sentence begins with a capital, unless it begins with what is written as it is (an address of mail, a name)."""
    if not pieces or pieces[0].role == GOLD or not pieces[0].text[:1].isalpha():
        return pieces
    return [pieces[0].saying(pieces[0].text[0].upper() + pieces[0].text[1:]), *pieces[1:]]


def french(pieces: list[Piece]) -> list[Piece]:
    """Elision and contraction over the seams: de + Anne = d'Anne, de + le = du, à + les = aux."""
    out: list[Piece] = []
    for piece in pieces:
        before = out[-1] if out and out[-1].role == PLAIN else None
        if before is not None:
            out[-1], piece = before.saying(_elided(before.text, piece)), piece
            head, piece = _contracted(out[-1].text, piece)
            out[-1] = out[-1].saying(head)
        out.append(piece)
    return [piece for piece in out if piece.text]


def _elided(before: str, piece: Piece) -> str:
    if piece.role == GOLD and piece.kind == "person" and VOWEL.match(piece.text):
        return re.sub(r"\b(d|qu|D|Qu)e $", r"\1'", before)
    return before


def _contracted(before: str, piece: Piece) -> tuple[str, Piece]:
    for word, short in (("le ", {"de ": "du ", "à ": "au "}), ("les ", {"de ": "des ", "à ": "aux "})):
        if piece.role in (PLAIN, NEUTRAL) and piece.text.startswith(word):
            for small, joined in short.items():
                if re.search(rf"(?:^|\s){small}$", before):
                    return before[: -len(small)] + joined, piece.saying(piece.text[len(word) :])
    return before, piece
