"""Text without its accidents: accents, case, stems. The same on both databases."""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_STEMMERS = {"nl": "dutch", "fr": "french", "en": "english", "de": "german"}


def clean(text: str) -> str:
    """Without characters that no database keeps or that hide: NUL, lone surrogates, direction overrides."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(
        c for c in text if c in "\n\t" or (unicodedata.category(c) not in ("Cc", "Cs") and c not in _HIDDEN)
    )


_HIDDEN = {
    "\u202a",
    "\u202b",
    "\u202c",
    "\u202d",
    "\u202e",
    "\u2066",
    "\u2067",
    "\u2068",
    "\u2069",
}


def fold(text: str) -> str:
    """Lower case, no accents, single spaces: for comparing what people typed."""
    text = unicodedata.normalize("NFKD", text).replace("ß", "ss").replace("œ", "oe").replace("æ", "ae")
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(text.casefold().split())


def words(text: str) -> list[str]:
    """The folded words of a text."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=200_000)
def stem(word: str, lang: str) -> str:
    """The stem of one folded word; unknown languages keep the word."""
    name = _STEMMERS.get(lang)
    return snowballstemmer.stemmer(name).stemWord(word) if name else word


def stems(text: str, langs: tuple[str, ...] = ("nl", "fr", "en")) -> str:
    """Every word, and its stem in each language where that differs: one text is found from any language."""
    found: list[str] = []
    for word in words(text):
        found.append(word)
        found.extend({stem(word, lang) for lang in langs} - {word})
    return " ".join(found)
