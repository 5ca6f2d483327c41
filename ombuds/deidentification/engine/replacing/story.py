"""What the writers of replacements know of the text at hand."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.replacing.days import days_in
from ombuds.deidentification.engine.replacing.ledger import Ledger
from ombuds.deidentification.engine.replacing.mentions import mentions
from ombuds.deidentification.engine.replacing.net import with_net
from ombuds.deidentification.engine.replacing.persons import TruePerson, people_of
from ombuds.deidentification.engine.spans import Kind, Span

YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
ANY_YEAR = 2024
PRONOUN = re.compile(r"(?<![^\W_])(?:he|his|him|she|her)(?![^\W_])", re.I)


@dataclass
class Story:
    """`people`: whom each person span names, by its index; `year`: of dates that name none; `met`: organisations so far;
    `roles`: key of a person → role, for those told by it."""

    text: str
    language: str
    ledger: Ledger
    spans: list[Span]
    people: dict[int, TruePerson]
    year: int = ANY_YEAR
    met: set[str] = field(default_factory=set)
    roles: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls, text: str, language: str, ledger: Ledger, spans: Sequence[Span], known: KnownIdentifiers
    ) -> "Story":
        listed = with_net(text, mentions(text, spans, known, language), known)
        return cls(
            text, language, ledger, listed, people_of(text, listed, known, language), _year(text, listed)
        )

    def written(self, index: int) -> str:
        span = self.spans[index]
        return self.text[span.start : span.end]

    def before(self, index: int, reach: int = 60) -> str:
        start = self.spans[index].start
        return self.text[max(0, start - reach) : start]

    def entity(self, index: int) -> str:
        """What ties the mentions of one thing together."""
        span = self.spans[index]
        return span.entity or plain(self.written(index))

    def gender_near(self, index: int) -> str:
        """Of the person named last before this span, else of the first one after it."""
        before = [i for i in self.people if i < index]
        after = [i for i in self.people if i > index]
        nearest = max(before, default=min(after, default=None)) if before or after else None
        if self.language == "en" and (said := self._pronoun_near(index, nearest)):
            return said
        return self.people[nearest].gender if nearest is not None else ""

    def _pronoun_near(self, index: int, nearest: int | None) -> str:
        """'The applicant is 44. He can …': what he and she say where nobody is named in the sentence."""
        start = self.spans[index].start
        if nearest is not None and nearest < index:
            between = self.text[self.spans[nearest].end : start]
            if not re.search(r"[.!?]\s", between):
                return ""
        around = Counter(w.lower() for w in PRONOUN.findall(self.text[max(0, start - 60) : start + 100]))
        he, she = around["he"] + around["his"] + around["him"], around["she"] + around["her"]
        return "m" if he > she else "f" if she > he else ""

    def offset(self) -> int:
        return self.ledger.offset([when for when, _ in self._dates])

    @cached_property
    def _dates(self) -> list[tuple[date, bool]]:
        """The dates of the text, and whether it names the day."""
        return [
            (when, bool(day.day))
            for i, span in enumerate(self.spans)
            if span.kind is Kind.DATE
            for day in days_in(self.written(i))
            if (when := day.on(self.years.get((day.month, day.day), self.year))) is not None
        ]

    @cached_property
    def years(self) -> dict[tuple[int, int], int]:
        """(month, day) → the year it has where the text names it in full: '30 July' is the 30 July 2024 of before."""
        found: dict[tuple[int, int], int] = {}
        for i, span in enumerate(self.spans):
            for day in days_in(self.written(i)) if span.kind is Kind.DATE else ():
                if day.year and day.day:
                    found.setdefault((day.month, day.day), day.year)
        return found

    @cached_property
    def anchors(self) -> dict[tuple[int, int], int]:
        """(year, month) → the first day of it that the text names."""
        found: dict[tuple[int, int], int] = {}
        for when, has_day in self._dates:
            if has_day:
                found.setdefault((when.year, when.month), when.day)
        return found


def _year(text: str, spans: list[Span]) -> int:
    """The year that most dates of the text name."""
    years = Counter(
        int(year)
        for span in spans
        if span.kind is Kind.DATE
        for year in YEAR.findall(text[span.start : span.end])
    )
    return years.most_common(1)[0][0] if years else ANY_YEAR
