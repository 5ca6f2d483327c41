"""Trades told beside something else of somebody, in French and English: '29, barista,', 'Sofie (pharmacist)', 'père de deux enfants et conducteur de bus'."""

import re
from collections.abc import Iterator

from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.scanning import matches
from ombuds.deidentification.engine.trade_forms import is_agent, trades

_TRADE = r"(?P<v>[a-z][a-z'\-]{3,24}(?: (?:(?:de|du|des|en|a|of|au) |d')?[a-z][a-z'\-]{2,20}){0,2})"
_END = r"(?=[.,;:)\n]|\Z)"
_FACT = r"(?:father|mother|parent|dad|mum|widow|widower|children|kids|married|divorced|single|separated|pere|mere|enfants?|mariee?|divorcee?|veuve|veuf|celibataire|separee?|gosses)"
FRAMES = (
    re.compile(
        rf"(?:\([1-9]\d\)|(?<![^\W_])(?<![.,:/\-]\d)(?<!\d[.,:/\- ])[1-9]\d(?: ans| years old| yrs| years)?), (?:an? |une? )?{_TRADE}{_END}"
    ),
    re.compile(
        rf"(?<=[a-z]) \((?:[1-9]\d(?: ans| yrs)?, )?{_TRADE}(?=(?:, [1-9]\d(?: ans| yrs)?|, (?:de|from|of|a|in) [a-z\-]+)?\))"
    ),
    re.compile(
        rf"(?<![^\W_]){_FACT}(?: of \w+| de \w+ enfants)?,? (?:and|et)(?: (?:am|is|was|suis|est|etait|work as|travaille comme))? (?:an? |une? )?{_TRADE}{_END}"
    ),
    re.compile(
        rf"(?:\A|[.!?\n] |, )(?:both|tous les deux|tous deux|toutes deux|toutes les deux)(?: are| sont)? {_TRADE}{_END}"
    ),
    re.compile(
        rf"(?<![^\W_])(?P<w>(?:student|trainee|apprentice|etudiante?|apprentie?|stagiaire) {_TRADE}){_END}"
    ),
)
LANGUAGES = frozenset({"fr", "en"})


def trades_beside(reading: Reading) -> Iterator[tuple[int, int]]:
    """(start, end) in the plain form; they may overlap each other."""
    if reading.language not in LANGUAGES:
        return
    for pattern in FRAMES:
        for match in matches(pattern, reading):
            if _is_trade(match["v"].split(), reading.language):
                yield match.start("w" if "w" in pattern.groupindex else "v"), match.end("v")


def _is_trade(said: list[str], language: str) -> bool:
    """A listed one, or a word that can be one where the language has its head: first in French, last in English."""
    if tuple(said) in trades().get(said[0], ()):
        return True
    if language == "fr" and len(said) > 1 and not said[1].startswith(("de", "du", "d'", "en", "au")):
        return False  # 'facteur absent'
    head = said[0] if language == "fr" else said[-1]
    return is_agent(head.removesuffix("s") if not is_agent(head, language) else head, language)
