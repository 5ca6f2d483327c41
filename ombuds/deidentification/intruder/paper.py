"""A publication as a file of any program gives it: plain text, Markdown, HTML or JSON, as parts with their places."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

TEXTS = ("title", "summary", "text", "body", "html", "texts", "sentences", "story", "content", "share", "alt")
TRUTH = ("case", "case_id", "cases", "truth", "case_ids", "true_case")
LANGUAGES = ("lang", "language", "taal", "langue")
TOLD = ("alt", "title", "aria-label", "content", "href", "src", "value", "placeholder")
BLOCKS = frozenset("p div li h1 h2 h3 h4 h5 h6 td th tr br section article figcaption blockquote".split())
MARKUP = re.compile(r"<(?:p|div|html|body|h[1-6]|ul|ol|li|br|span|a|img|article)\b[^>]*>", re.IGNORECASE)


class NotAPublication(ValueError):
    """The file holds nothing that could be published."""


@dataclass(frozen=True, slots=True)
class Paper:
    """`parts`: (where, text); `truth`: the cases it names as its own; `language`: as it says, or empty."""

    parts: tuple[tuple[str, str], ...]
    truth: frozenset[str] = frozenset()
    language: str = ""


def read_paper(content: str, name: str = "") -> Paper:
    """A publication from the text of its file; `name` only tells the form by its ending.

    Raises NotAPublication when nothing can be read from it.
    """
    low = name.lower()
    stripped = content.lstrip("\ufeff \t\r\n")
    if low.endswith(".json") or (stripped.startswith("{") and not low.endswith((".txt", ".md"))):
        return _of_json(stripped)
    if low.endswith((".html", ".htm")) or (
        not low.endswith((".txt", ".md")) and MARKUP.search(stripped[:5000])
    ):
        return Paper(_filled(_of_html("text", content)))
    return Paper(_filled([("text", content)]))


def _filled(parts: Any) -> tuple[tuple[str, str], ...]:
    found = tuple((where, text) for where, text in parts if text.strip())
    if not found:
        raise NotAPublication("nothing to read")
    return found


def _of_json(content: str) -> Paper:
    try:
        held = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise NotAPublication("not valid JSON") from error
    if isinstance(held, list | str):
        held = {"text": held}
    if not isinstance(held, Mapping):
        raise NotAPublication("not a JSON object")
    parts = [
        part for name, value in held.items() if name.lower() in TEXTS for part in _parts(name.lower(), value)
    ]
    truth = frozenset(t for name in TRUTH for t in _names(held.get(name)))
    language = next((str(held[n])[:2].lower() for n in LANGUAGES if isinstance(held.get(n), str)), "")
    return Paper(_filled(_unique(parts)), truth, language)


def _parts(where: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        if where == "html" or (MARKUP.search(value[:5000]) and "<" in value):
            yield from _of_html(where, value)
        else:
            yield where, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _parts(f"{where} {name}", inner)
    elif isinstance(value, list) and all(isinstance(v, str) for v in value):
        yield where, " ".join(value)
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from _parts(f"{where} {number}", inner)


def _unique(parts: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Each part under a name of its own."""
    seen: dict[str, int] = {}
    for where, text in parts:
        seen[where] = seen.get(where, 0) + 1
        yield (where if seen[where] == 1 else f"{where} {seen[where]}"), text


def _names(value: Any) -> list[str]:
    if isinstance(value, list):
        return [n for v in value for n in _names(v)]
    return [str(value)] if isinstance(value, str | int) and not isinstance(value, bool) and str(value) else []


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown: list[str] = []
        self.told: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style")
        if tag in BLOCKS:
            self.shown.append("\n\n")
        self.told += [value for name, value in attrs if value and (name in TOLD or name.startswith("data-"))]

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style") and self.hidden > 0
        if tag in BLOCKS:
            self.shown.append("\n\n")

    def handle_data(self, data: str) -> None:
        (self.told if self.hidden else self.shown).append(data)

    def handle_comment(self, data: str) -> None:
        self.told.append(data)


def _of_html(where: str, content: str) -> list[tuple[str, str]]:
    reader = _Reader()
    reader.feed(content)
    reader.close()
    shown = re.sub(r"[ \t]*\n\s*\n\s*", "\n\n", "".join(reader.shown)).strip()
    return [(where, shown), (f"{where} (attributes)", "\n\n".join(reader.told))]
