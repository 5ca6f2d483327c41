"""What scanners and hurried people do to a text. Every change is made inside one piece, so that offsets stay exact."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from random import Random

from benchmarks.letters.piece import GOLD, KEEP, NEUTRAL, PLAIN, Piece
from benchmarks.letters.surface import typo

LOOKALIKES = {
    "l": "1",
    "I": "l",
    "O": "0",
    "e": "c",
    "m": "rn",
    "1": "l",
    "0": "O",
    "5": "S",
    "8": "B",
    "i": "l",
    "B": "8",
    "ü": "u",
    "é": "e",
    "ö": "o",
}


def each(change: Callable[[Piece], str]) -> Callable[[Iterable[Piece]], list[Piece]]:
    return lambda pieces: [piece.saying(change(piece)) for piece in pieces]


def capitals(pieces: Iterable[Piece], rng: Random) -> list[Piece]:
    return each(lambda piece: "".join(c.upper() if len(c.upper()) == 1 else c for c in piece.text))(pieces)


def without_accents(pieces: Iterable[Piece], rng: Random) -> list[Piece]:
    def bare(piece: Piece) -> str:
        return "".join(
            c
            for c in unicodedata.normalize(
                "NFKD", piece.text.translate(str.maketrans("łŁđĐøØı’", "lLdDoOi'"))
            )
            if not unicodedata.combining(c)
        )

    return each(bare)(pieces)


def decomposed(pieces: Iterable[Piece], rng: Random) -> list[Piece]:
    """Letters and their accents as two code points, as some programs save them."""
    return each(lambda piece: unicodedata.normalize("NFD", piece.text))(pieces)


def scanned(pieces: Iterable[Piece], rng: Random) -> list[Piece]:
    """Look-alikes: one in a third of the gold pieces, one in seventy letters elsewhere."""

    def misread(piece: Piece) -> str:
        if piece.role == GOLD:
            return _one(piece.text, rng) if rng.random() < 0.33 else piece.text
        if piece.role == KEEP:
            return _one(piece.text, rng) if rng.random() < 0.1 else piece.text
        return "".join(LOOKALIKES[c] if c in LOOKALIKES and rng.random() < 0.015 else c for c in piece.text)

    return each(misread)(pieces)


def _one(text: str, rng: Random) -> str:
    able = [at for at, c in enumerate(text) if c in LOOKALIKES and at]
    if not able or len(text) < 4:
        return text
    at = rng.choice(able)
    return text[:at] + LOOKALIKES[text[at]] + text[at + 1 :]


def broken(pieces: Iterable[Piece], rng: Random) -> list[Piece]:
    """A narrow column: line ends in the place of spaces, inside names and addresses too, and words cut by hyphens."""

    def cut(piece: Piece) -> str:
        share = 0.1 if piece.role == PLAIN else 0.2 if piece.role == GOLD else 0.0
        text = "".join("\n" if c == " " and rng.random() < share else c for c in piece.text)
        return (
            _hyphenated(text, rng, "-\n")
            if piece.role == PLAIN or (piece.kind == "person" and rng.random() < 0.15)
            else text
        )

    return each(cut)(pieces)


def soft(pieces: Iterable[Piece], rng: Random) -> list[Piece]:
    """Soft hyphens and zero-width spaces inside words, as copied from a web page or a PDF."""
    mark = rng.choice(["\u00ad", "\u200b", "\u00ad"])
    return each(
        lambda piece: (
            _hyphenated(piece.text, rng, mark)
            if piece.role == PLAIN or piece.kind in ("person", "address", "place")
            else piece.text
        )
    )(pieces)


def _hyphenated(text: str, rng: Random, mark: str) -> str:
    def word(found: re.Match[str]) -> str:
        whole = found.group()
        at = rng.randrange(3, len(whole) - 2)
        return whole[:at] + mark + whole[at:] if rng.random() < 0.12 else whole

    return re.sub(r"[^\W\d_]{7,}", word, text)


def spaced(pieces: Iterable[Piece], rng: Random) -> list[Piece]:
    """No-break spaces and double spaces, as word processors leave them."""
    return each(
        lambda piece: "".join(
            rng.choice(["\u00a0", "  ", "\t"]) if c == " " and rng.random() < 0.08 else c for c in piece.text
        )
    )(pieces)


def hurried(pieces: Iterable[Piece], rng: Random) -> list[Piece]:
    """A message typed on a telephone: small letters, slips, dropped full stops; one name in twelve has a slip."""
    small = rng.random() < 0.6
    out = []
    for piece in pieces:
        text = (
            piece.text.lower() if small and not (piece.role == GOLD and rng.random() < 0.12) else piece.text
        )
        if piece.role in (PLAIN, NEUTRAL):
            text = re.sub(
                r"\w{5,}",
                lambda found: typo(found.group(), rng) if rng.random() < 0.06 else found.group(),
                text,
            )
            text = re.sub(r"[.,](?=\s|$)", lambda found: found.group() if rng.random() < 0.6 else "", text)
        elif piece.kind == "person" and rng.random() < 0.08:
            text = typo(text, rng)
        out.append(piece.saying(text))
    return [*out, Piece(rng.choice(["", "", " 😡😡", " 🙏", " :(", " ❤️"]))]


HOMOGLYPHS = str.maketrans("aeopcyxiABEKMHOPCTX", "аеорсухіАВЕКМНОРСТХ")


def homoglyphs(pieces: Iterable[Piece], rng: Random) -> list[Piece]:
    """One letter of a name in six is a Cyrillic one that looks the same."""

    def swap(piece: Piece) -> str:
        if piece.kind not in ("person", "place"):
            return piece.text
        return "".join(c.translate(HOMOGLYPHS) if rng.random() < 0.16 else c for c in piece.text)

    return each(swap)(pieces)


SCANS = (capitals, without_accents, scanned, broken, soft, spaced, decomposed, homoglyphs)
