"""A fact told more coarsely in its place, as words that fit the sentence: "op 12 maart 2024" becomes "in maart 2024".

`coarsened` gives the stretch to replace (which may take the preposition, article or "gemeente" before it along) and the new words.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ombuds.deidentification.intruder.coarser import coarser_fact
from ombuds.deidentification.intruder.phrasing import ages, amounts, dates, places, states
from ombuds.deidentification.intruder.telling import Fact

LANGUAGES = ("nl", "fr", "en", "de")
# "une facture de" before "une certaine somme" becomes "une facture d'une certaine somme".
ELIDED = re.compile(r"(?<!\w)(?:[dD]e|[qQ]ue) $")
VOWEL = re.compile(r"[aeiouyéèê]", re.IGNORECASE)
Writer = Callable[[str, int, int, Fact, "Fact | None", str], "tuple[int, int, str] | None"]
WRITERS: dict[str, Writer] = {
    "date": dates.written,
    "age": ages.written,
    "amount": amounts.written,
    "place": places.written,
    "family": states.written,
    "health": states.written,
    "status": states.written,
    "profession": states.written,
    "nationality": states.written,
    "duration": states.written,
}


@dataclass(frozen=True, slots=True)
class Coarsened:
    """Replace [start, end) of the text by `replacement`; `fact`: what is then still told, None when nothing."""

    start: int
    end: int
    replacement: str
    fact: Fact | None


def coarsened(text: str, start: int, end: int, fact: Fact, language: str, steps: int = 1) -> Coarsened | None:
    """The fact told at [start, end) of `text`, so many steps more coarsely; None when no words for it are known.

    Always from the original words: coarsening what was coarsened before would pile up prepositions.
    """
    writer = WRITERS.get(fact.kind)
    if writer is None:
        return None
    step: Fact | None = fact
    for _ in range(steps):
        step = coarser_fact(step) if step is not None else None
    language = language if language in LANGUAGES else "nl"
    found = writer(text, start, end, fact, step, language)
    if found is None:
        return None
    first, last, words = found
    if not words:
        first, last = _with_spaces(text, first, last)
    elif text[first:last][:1].isupper() and _opens(text, first):
        words = words[0].upper() + words[1:]
    if language == "fr" and (small := ELIDED.search(text[:first])) and VOWEL.match(words):
        first, words = small.start(), f"{small.group()[:-2]}'{words}"
    return Coarsened(first, last, words, step)


def _opens(text: str, start: int) -> bool:
    return re.search(r"(?:^|[.!?…:]\s+|\n)\s*$", text[:start]) is not None


def _with_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    """What is left out takes one space beside it along, and a comma that would stand alone."""
    while start > 0 and text[start - 1] == " ":
        start -= 1
    if start > 0 and text[start - 1] == "," and text[end : end + 1] in (",", ".", ";"):
        start -= 1
    return start, end
