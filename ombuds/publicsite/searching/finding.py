"""Asking the index: every word must be there in some form; rare words and words of the title count more."""

import re
from collections import defaultdict
from dataclasses import dataclass
from math import log

from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from ombuds.lib.text import fold, stem, words
from ombuds.office.models import Office
from ombuds.publicsite.models import SearchEntry, SearchWord
from ombuds.publicsite.searching import indexing

LANGUAGES = ("nl", "fr", "en", "de")
MOST_WORDS = 12
SNIPPET = 220  # characters
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that was found; `snippet` is safe HTML with the words marked."""

    entry: SearchEntry
    snippet: SafeString


def find(office: Office, typed: str, *, language: str = "", kind: str = "") -> list[Hit]:
    """Return what was found, the best first; texts of the reader's language before the others."""
    asked = list(dict.fromkeys(words(typed[:400])))[:MOST_WORDS]
    if not asked:
        return []
    indexing.refresh(office)
    forms = [{word[: indexing.LONGEST_WORD]} | {stem(word, code) for code in LANGUAGES} for word in asked]
    entries = SearchEntry.objects.filter(office_code=office.code)
    entries = entries.filter(kind=kind) if kind else entries
    scores = _scores(forms, entries.count())
    found = {entry.pk: entry for entry in entries.filter(pk__in=list(scores))}
    ranked = sorted(
        found.values(), key=lambda e: (e.language != language, -scores[e.pk], -e.day.toordinal(), e.pk)
    )
    every = set[str]().union(*forms)
    return [Hit(entry, _snippet(entry, every)) for entry in _once(ranked)]


def _once(ranked: list[SearchEntry]) -> list[SearchEntry]:
    """One entry a text: the first of its languages."""
    seen: dict[tuple[str, str], SearchEntry] = {}
    for entry in ranked:
        seen.setdefault((entry.kind, entry.key), entry)
    return list(seen.values())


def _scores(forms: list[set[str]], size: int) -> dict[int, float]:
    """Entry → how well it fits; entries that lack a word are not there."""
    scores: dict[int, float] | None = None
    for each in forms:
        weights: dict[int, float] = defaultdict(float)
        for pk, weight in SearchWord.objects.filter(stem__in=each).values_list("entry_id", "weight"):
            weights[pk] = max(weights[pk], weight)
        rarity = log(1 + max(1, size) / max(1, len(weights)))
        scored = {pk: rarity * weight / (weight + 2) for pk, weight in weights.items()}
        scores = (
            scored
            if scores is None
            else {pk: scores[pk] + score for pk, score in scored.items() if pk in scores}
        )
    return scores or {}


def _snippet(entry: SearchEntry, forms: set[str]) -> SafeString:
    """Some words around the first hit, with every hit marked."""
    text = " ".join(entry.text.split())
    spots = [m.span() for m in _WORD.finditer(text) if _is_hit(m[0], entry.language, forms)]
    start = max(0, spots[0][0] - SNIPPET // 3) if spots else 0
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = min(len(text), start + SNIPPET)
    end = (text.find(" ", end) if text.find(" ", end) > 0 else len(text)) if end < len(text) else end
    pieces, at = [], start
    for a, b in spots:
        if start <= a and b <= end:
            pieces += [(conditional_escape(text[at:a]),), (_marked(text[a:b]),)]
            at = b
    pieces.append((conditional_escape(text[at:end]),))
    body = format_html_join("", "{}", pieces)
    return mark_safe(("… " if start else "") + body + (" …" if end < len(text) else ""))  # noqa: S308  # escaped above


def _marked(word: str) -> SafeString:
    return mark_safe(f"<mark>{conditional_escape(word)}</mark>")  # noqa: S308  # escaped here


def _is_hit(word: str, language: str, forms: set[str]) -> bool:
    folded = fold(word)
    return folded in forms or stem(folded, language) in forms
