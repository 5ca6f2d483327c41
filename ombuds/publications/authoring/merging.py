"""Two people wrote on the same text: what each changed is kept, and what both changed is shown. Imports no Django."""

from collections.abc import Mapping
from dataclasses import dataclass

Texts = Mapping[str, Mapping[str, str]]  # language → field → text


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that both changed, each in another way."""

    language: str
    field: str
    mine: str
    theirs: str


def merge(base: Texts, theirs: Texts, mine: Texts) -> tuple[dict[str, dict[str, str]], list[Clash]]:
    """Return what comes of `mine` laid over `theirs`, and the clashes; at a clash the merged text holds `mine`.

    `base` is what I saw when I began; a field that `mine` does not name is theirs.
    """
    merged = {language: dict(fields) for language, fields in theirs.items()}
    clashes: list[Clash] = []
    for language, fields in mine.items():
        place = merged.setdefault(language, {})
        for field, text in fields.items():
            was, now = (side.get(language, {}).get(field, "") for side in (base, theirs))
            if text in (was, now):
                continue  # I did not change it, or we both wrote the same
            if now != was:
                clashes.append(Clash(language, field, text, now))
            place[field] = text
    return merged, clashes
