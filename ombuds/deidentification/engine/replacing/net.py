"""The last net: names of known people that still stand in the text with a capital, where nothing was found."""

from collections.abc import Sequence

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.replacing.persons import WORD
from ombuds.deidentification.engine.spans import KNOWN, PROPAGATION, Kind, Span
from ombuds.deidentification.engine.words import EVERYDAY, PARTICLES

SHORTEST = 3
APOSTROPHES = "'’"


def with_net(text: str, spans: Sequence[Span], known: KnownIdentifiers) -> list[Span]:
    """The spans, and one for every capitalised word outside them that is a word of a known person's name, or a whole family."""
    owners: dict[str, int] = {}
    for index, person in enumerate(known.people):
        for word in WORD.findall(plain(f"{person.first} {person.last}")):
            if len(word) >= SHORTEST and word not in EVERYDAY | PARTICLES:
                owners.setdefault(word, index)
    families = _families(text, spans)
    if not owners and not families:
        return list(spans)
    bodies = {w for body in known.bodies for w in WORD.findall(plain(body))}
    found, at = list(spans), 0
    for start, end in [*((s.start, s.end) for s in spans), (len(text), len(text))]:
        for match in WORD.finditer(text, at, max(at, start)):
            word = plain(match.group())
            owner = owners.get(word, owners.get(word.removesuffix("s")))
            if owner is not None and match.group()[0].isupper() and word not in bodies:
                stop = _with_ending(text, match.end(), start)
                found.append(Span(match.start(), stop, Kind.PERSON, KNOWN, 1.0, f"person:{owner}"))
            elif owner is None and match.group()[0].isupper() and word in families:
                found.append(
                    Span(match.start(), match.end(), Kind.PERSON, PROPAGATION, 0.8, families[word], "last")
                )
        at = end
    return sorted(found, key=lambda s: s.start)


def _families(text: str, spans: Sequence[Span]) -> dict[str, str]:
    """'kessels' → the entity of 'Frau Kessel': plurals of names that were found."""
    found: dict[str, str] = {}
    for span in spans:
        if span.kind is Kind.PERSON and not span.entity.startswith("person:") and span.part != "first":
            for word in WORD.findall(plain(text[span.start : span.end])):
                if len(word) > SHORTEST and word not in EVERYDAY | PARTICLES:
                    found.setdefault(f"{word}s", span.entity)
    return found


def _with_ending(text: str, end: int, limit: int) -> int:
    """With the possessive ending that follows."""
    if end < limit and text[end] in APOSTROPHES:
        if (
            text[end + 1 : end + 2] in ("s", "S")
            and end + 2 <= limit
            and not text[end + 2 : end + 3].isalnum()
        ):
            return end + 2
        if text[end - 1] in "sxzSXZ":
            return end + 1
    return end
