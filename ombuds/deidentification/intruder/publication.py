"""A publication as the intruder reads it: its parts, sentences, words and the facts told, with offsets of the parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ombuds.deidentification.engine.language import guess
from ombuds.deidentification.intruder.base import Base
from ombuds.deidentification.intruder.concepts import placed_concepts
from ombuds.deidentification.intruder.lexicon import LANGUAGES
from ombuds.deidentification.intruder.plain import STEM, WORD, Plain, Sentence, plain, sentences
from ombuds.deidentification.intruder.telling import Fact, facts_in

# Fewer words do not tell their language.
LONG_ENOUGH = 8


@dataclass(frozen=True, slots=True)
class Said:
    """A fact as told at [start, end) of the part `where`; `text` as it stands there."""

    where: str
    start: int
    end: int
    text: str
    fact: Fact

    @property
    def name(self) -> str:
        return f"{self.fact.kind}={self.fact.value}"


def language_of(where: str) -> str:
    """The language that the name of a part begins with ("fr/title"); empty when it does not say."""
    first, slash, _rest = where.partition("/")
    return first if slash and first in LANGUAGES else ""


class Publication:
    """`parts`: (where, text); `language` is that of the whole, `languages` that of each part, by its name ("fr/title") or guessed when it is not given: they serve
    replacements only, every language is read."""

    def __init__(
        self, parts: Sequence[tuple[str, str]], language: str, languages: Mapping[str, str] | None = None
    ) -> None:
        self.parts = tuple((where, text.replace("\x00", " ")) for where, text in parts)
        self.language = language if language in LANGUAGES else "nl"
        self.languages = languages or {
            where: language_of(where) or (guess(text) if len(text.split()) >= LONG_ENOUGH else self.language)
            for where, text in self.parts
        }

    @cached_property
    def plains(self) -> tuple[tuple[str, str, Plain], ...]:
        return tuple((where, text, plain(text)) for where, text in self.parts)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(s for where, text in self.parts for s in sentences(where, text))

    @cached_property
    def words(self) -> list[list[str]]:
        """Words of each part."""
        return [WORD.findall(p.text) for _, _, p in self.plains]

    @cached_property
    def told(self) -> tuple[Said, ...]:
        """Every fact told, in reading order."""
        found: list[Said] = []
        for where, text, folded in self.plains:
            for fact in facts_in(folded.cased):
                found.append(_said(where, text, folded, fact))
        return tuple(sorted(found, key=lambda s: (s.where, s.start, s.end, s.name)))

    def named(self, base: Base) -> tuple[Said, ...]:
        """Values of the base's own fields (a body, a theme, anything) that stand in the text."""
        found: list[Said] = []
        for where, text, folded in self.plains:
            placed = placed_concepts(folded.cased)
            words = [concept for concept, _, _ in placed]
            for at in range(len(words)):
                for entry in base.phrases.at(words, at):
                    start, end = placed[at][1], placed[at + len(entry.words) - 1][2]
                    fact = Fact(f"field {entry.kind}", entry.value, start, end)
                    found.append(_said(where, text, folded, fact))
        return tuple(found)

    @cached_property
    def terms(self) -> dict[str, tuple[str, int, int]]:
        """Stem to its first (where, start, end)."""
        found: dict[str, tuple[str, int, int]] = {}
        for where, _, folded in self.plains:
            for match in WORD.finditer(folded.text):
                if len(match.group()) > 1 and match.group()[:STEM] not in found:
                    found[match.group()[:STEM]] = (where, *folded.original(*match.span()))
        return found


def _said(where: str, text: str, folded: Plain, fact: Fact) -> Said:
    start, end = folded.original(fact.start, fact.end)
    return Said(where, start, end, text[start:end], fact)
