"""Whose hands typed it: the same words formal, hasty, without accents, in capitals, with mistakes."""

import unicodedata
from random import Random

MANNERS = (
    "plain",
    "plain",
    "plain",
    "plain",
    "formal",
    "formal",
    "hasty",
    "hasty",
    "unaccented",
    "unaccented",
    "mistakes",
    "mistakes",
    "capitals",
)
_SLIPS = {
    "nl": [
        ("ik heb", "ik heeb"),
        ("niet", "nit"),
        ("altijd", "altyd"),
        ("d.", "dt."),
        ("geen", "gen"),
        ("steeds", "steets"),
        ("onmiddellijk", "onmiddelijk"),
        ("adres", "addres"),
        ("gebeld", "gebelt"),
        ("verhuis", "verhuiz"),
    ],
    "fr": [
        ("j'ai", "jai"),
        ("ça", "ca"),
        ("toujours", "toujour"),
        ("c'est", "cest"),
        ("n'ai", "nai"),
        ("qu'il", "quil"),
        ("adresse", "addresse"),
        ("parce que", "parceque"),
        ("reçu", "recu"),
        ("dossier", "dosier"),
    ],
    "en": [("received", "recieved"), ("their", "there"), ("address", "adress"), ("answered", "anwsered")],
    "de": [("nicht", "nich"), ("dass", "das")],
}


def retype(text: str, manner: str, lang: str, rng: Random) -> str:
    """The text as this person types it."""
    if manner == "capitals":
        return unaccent(text).upper() if rng.random() < 0.6 else text.upper()
    if manner == "unaccented":
        return unaccent(text)
    if manner == "hasty":
        return _hasty(text, rng)
    return _slip(text, lang, rng) if manner == "mistakes" else text


def unaccent(text: str) -> str:
    """Without accents, as on a keyboard of another country."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).replace(
        "œ", "oe"
    )


def _hasty(text: str, rng: Random) -> str:
    """One block, small letters, commas for full stops."""
    block = " ".join(text.split("\n\n"))
    if rng.random() < 0.5:
        block = block.replace(". ", ", ").replace(" ?", "??")
    return block.lower() if rng.random() < 0.7 else block


def _slip(text: str, lang: str, rng: Random) -> str:
    """A handful of slips: known misspellings, a letter twice, two letters swapped."""
    for right, wrong in _SLIPS.get(lang, []):
        if rng.random() < 0.5:
            text = text.replace(right, wrong)
    letters = list(text)
    for _ in range(max(1, len(text) // 260)):
        at = rng.randrange(1, len(letters) - 2)
        if letters[at].isalpha() and letters[at + 1].isalpha() and letters[at].islower():
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return "".join(letters)
