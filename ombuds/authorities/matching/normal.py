"""Text made comparable: case, accents, dashes, dotted abbreviations and the many spellings of Saint."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

FILLERS = frozenset(
    "de du des d la le l les van het der den of the voor pour et en and a au aux t te ten a' van't un une een"
    " s m n j qu c in op dans sur on at bij chez mijn mon ma mes my is est".split()
)
SAINTS = frozenset("st ste saint sainte sint sinte sankt saints".split())
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}[A-Za-z]?")
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_TRANSLATE = str.maketrans({"ß": "ss", "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ø": "o", "ł": "l"})
MAX_CHARACTERS = 6000
MAX_TOKENS = 500


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as compared, and as it was written."""

    text: str
    written: str
    filler: bool


def plain(text: str) -> str:
    """Without accents."""
    spread = unicodedata.normalize("NFKD", text.translate(_TRANSLATE))
    return "".join(c for c in spread if not unicodedata.combining(c))


def tokens(text: str) -> list[Token]:
    """The words of a text, at most MAX_TOKENS; the rest of a very long text adds nothing to whom it is about."""
    shown = plain(text[:MAX_CHARACTERS])
    shown = _DOTTED.sub(lambda m: m.group().replace(".", "") + " ", shown)
    found = []
    for match in _WORD.finditer(shown):
        written = match.group()
        word = written.casefold()
        if word in SAINTS:
            word = "st"
        found.append(Token(word, written, word in FILLERS))
        if len(found) == MAX_TOKENS:
            break
    return _without_idioms(found)


def _without_idioms(found: list[Token]) -> list[Token]:
    """French « en train de » has no train in it."""
    kept: list[Token] = []
    for i, token in enumerate(found):
        before = found[i - 1].text if i else ""
        after = found[i + 1].text if i + 1 < len(found) else ""
        if not (token.text == "train" and before == "en" and after in ("de", "d")):
            kept.append(token)
    return kept


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The comparable words of a name, without fillers unless nothing else is left."""
    found = tokens(text)
    content = tuple(token.text for token in found if not token.filler)
    return content or tuple(token.text for token in found)
