"""The people in one text as propagation sees them: joined with their neighbours, and found again elsewhere."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from ombuds.deidentification.engine.entities import Entities, words_in
from ombuds.deidentification.engine.folding import Folded
from ombuds.deidentification.engine.lexicons import Vocabulary
from ombuds.deidentification.engine.lexicons.loading import Strength, family_strength, given_strength
from ombuds.deidentification.engine.matching import is_common, is_dictionary_word
from ombuds.deidentification.engine.persons.cues import (
    BEFORE_DAYS,
    DEEDS,
    DETERMINERS,
    NAMES_OF_DAYS,
    PARTICLES,
    POSSESSIVES,
    ROLES,
    SALUTATIONS,
    STOP,
)
from ombuds.deidentification.engine.persons.edges import end_of
from ombuds.deidentification.engine.persons.titles import is_title
from ombuds.deidentification.engine.persons.tokens import text_of
from ombuds.deidentification.engine.spans import KNOWN, PROPAGATION, Kind, Span

BETWEEN = re.compile(r"[ \t]{1,2}(?:\r?\n)?|\r?\n|-|\. ?|")
MOST_WORDS = 7
SHORTEST = 3
SHORTEST_SLIP, LONG_NAME = 5, 9
SURELY = 0.7
TITLED = "A title stands before it"
# They are articles and conjunctions: 'hij zegt dat Pascal …', 'he says that Said …'.
LINKING = frozenset({"dat", "die", "that"})
COUNTING = frozenset(
    "kein keine keinen keinem zwei drei vier funf alle viele einige mehrere beide jeder jede jeden als zum zur im am beim vom ins".split()
)
# Small German words that end as describing words do and describe nothing.
BARE_E = frozenset(
    "wie sie habe hatte werde wurde sollte wollte konnte musste durfte ohne gegen neben zwischen wegen wegen haben hatten werden wurden sollen wollen konnen mussen sagten sagen oder aber immer wieder weder "
    "unter uber hinter dessen deren denen wen wenn wann denn dann schon schreiben bitten fragen rief riefen gestern heute morgen abends fragte sagte meinte schrieb mietete antwortete bezahlte klagte nannte erklarte".split()
)
REASON = "The same name stands elsewhere in the case"
JOINED = "It stands beside a name"


class Mentions:
    def __init__(
        self,
        folded: Folded,
        language: str,
        spans: Sequence[Span],
        kept: Sequence[tuple[int, int]],
        vocabulary: Vocabulary,
    ) -> None:
        self.text = text_of(folded, language, vocabulary)
        self.found = [s for s in spans if s.kind is Kind.PERSON]
        self.added: list[Span] = []
        self._whole: frozenset[str] = frozenset()
        self._starts = [
            folded.original(start, end)[0]
            for start, end in zip(self.text.starts, self.text.ends, strict=True)
        ]
        self._taken = [False] * len(self.text)
        for start, end in [*((s.start, s.end) for s in spans), *kept]:
            for index in self._indexes(start, end):
                self._taken[index] = True

    def _indexes(self, start: int, end: int) -> range:
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def _name(self, span: Span) -> str:
        """The name in plain form; an s after an apostrophe or at the end is left to `Entities`."""
        indexes = self._indexes(span.start, span.end)
        return " ".join(self.text.words[index] for index in indexes)

    @property
    def people(self) -> list[tuple[Span, str]]:
        return [(span, self._name(span)) for span in [*self.found, *self.added]]

    # Neighbours

    def join_neighbours(self) -> None:
        """'Rebecca' and 'Kalala' side by side are one name; so are a given name and the family name beside it."""
        current: Span | None = None
        first: Span | None = None
        for span in sorted(self.found, key=lambda s: (s.start, s.end)):
            wider = self._widened(span)
            if current is not None and self._belongs(current, wider):
                current = self._joined(current, wider)
                continue
            self._keep(current, first)
            current, first = wider, span
        self._keep(current, first)

    def _keep(self, span: Span | None, original: Span | None) -> None:
        if (
            span is not None
            and original is not None
            and (span.start, span.end) != (original.start, original.end)
        ):
            self.added.append(span)
            for index in self._indexes(span.start, span.end):
                self._taken[index] = True

    def _belongs(self, left: Span, right: Span) -> bool:
        a, b = self._indexes(left.start, left.end), self._indexes(right.start, right.end)
        if not a or not b or a[-1] + 1 != b[0] or len(a) + len(b) > MOST_WORDS:
            return False
        if left.part in {"full", "initials"} and right.part == "full":
            return False
        between = self.text.gap(a[-1])
        if between in {", ", ","}:
            return left.part == "last" and right.part in {"first", "initials"}
        if between.startswith("."):
            return len(self.text.words[a[-1]]) == 1 and BETWEEN.fullmatch(between) is not None
        return BETWEEN.fullmatch(between) is not None and (
            "\n" not in between or (left.part == "first" and right.part == "last")
        )

    def _joined(self, left: Span, right: Span) -> Span:
        known = [s for s in (left, right) if s.source == KNOWN]
        whole = next((s for s in known if s.part == "full"), None)
        same = len(known) == 2 and left.entity == right.entity
        entity = whole.entity if whole else left.entity if same else ""
        source = KNOWN if known else PROPAGATION
        confidence = max(left.confidence, right.confidence)
        return Span(left.start, right.end, Kind.PERSON, source, confidence, entity, "full", "", JOINED)

    def _widened(self, span: Span) -> Span:
        """With a word beside it that is a family name after a given one, or a given one before a family name."""
        indexes = self._indexes(span.start, span.end)
        if not indexes:
            return span
        text, first, last = self.text, indexes[0], indexes[-1]
        if span.part == "first" and last + 1 < len(text) and text.gap(last) in {" ", "-"}:
            after = last + 1
            if (
                self._is_free_capital(after)
                and family_strength(text.words[after])
                and not is_common(text.words[after])
            ):
                return replace(
                    span,
                    end=text.folded.original(text.starts[after], end_of(text, after))[1],
                    part="full",
                    entity="",
                )
        if (
            span.part == "last"
            and first
            and text.before(first) in {" ", "-"}
            and self._is_free_capital(first - 1)
        ):
            word = text.words[first - 1]
            if given_strength(word) and not (text.starts_sentence(first - 1) and is_common(word)):
                return replace(span, start=self._starts[first - 1], part="full", entity="")
        return span

    def _is_free_capital(self, index: int) -> bool:
        word = self.text.words[index]
        return (
            self.text.capitals[index]
            and not self._taken[index]
            and not self.text.stops(index)
            and word not in PARTICLES
            and len(word) > 1
            and not self.text.in_capitals(index)
            and not is_title(self.text, index)
            and word not in SALUTATIONS
            and word not in ROLES
        )

    # Elsewhere

    def words_of_names(self) -> Iterator[str]:
        for span, name in self.people:
            if span.confidence < 0.55:
                continue
            for word in words_in(name)[0]:
                bare = word[:-1] if word.endswith("s") and is_possessive(word) else word
                is_short = len(bare) == SHORTEST - 1 and not is_dictionary_word(bare)  # 'Vo', 'Xu'
                if (
                    (len(bare) >= SHORTEST or is_short)
                    and bare.isalpha()
                    and (bare not in STOP or bare in NAMES_OF_DAYS)
                ):
                    yield bare

    def names_of_whole_people(self) -> Iterator[str]:
        """Words of names that stand in full somewhere, or after a title: what they say alone is no doubt."""
        for span, name in self.people:
            whole = span.part in {"full", "initials"} or span.reason == TITLED
            if whole and span.confidence >= SURELY:
                yield from (word for word in words_in(name)[0] if len(word) >= SHORTEST)

    def find_again(self, names: frozenset[str], whole: frozenset[str] = frozenset()) -> None:
        """`whole`: those of `names` that are part of somebody's full name."""
        text = self.text
        self._whole = whole
        slips = self._slips(names)
        for index, word in enumerate(text.words):
            is_named = word in names or (word.endswith("s") and word[:-1] in names)
            if self._taken[index] or not (is_named or word in slips):
                continue
            if word in slips or self._is_again(index, word):
                start = self._starts[self._with_particles(index)]
                end = text.folded.original(text.starts[index], end_of(text, index))[1]
                part = (
                    "first"
                    if given_strength(word) is Strength.SURE and start == self._starts[index]
                    else "last"
                )
                self.added.append(Span(start, end, Kind.PERSON, PROPAGATION, 0.7, "", part, "", REASON))
                self._taken[index] = True

    def _slips(self, names: frozenset[str]) -> frozenset[str]:
        """The words of the text that are no words, but one of the names with a letter wrong: 'Armstroong', 'louose'."""
        known = _by_shape(names)
        unknown = {word for index, word in enumerate(self.text.words) if not self._taken[index]}
        return frozenset(
            word
            for word in unknown - names
            if len(word) >= SHORTEST_SLIP
            and word.isalpha()
            and not is_dictionary_word(word)
            and not self.text.vocabulary.is_word(word)
            and any(
                _is_slip(word, name)
                for length in range(len(word) - 2, len(word) + 3)
                for name in known.get((word[0], length), ())
            )
        )

    def _is_again(self, index: int, word: str) -> bool:
        text = self.text
        if text.vocabulary.is_word(word):
            return False
        if word in NAMES_OF_DAYS:
            return text.capitals[index] and not self._is_day(index)
        if len(word) < SHORTEST:
            return text.capitals[index] or (text.is_typed_small and not text.stops(index))
        if not text.capitals[index]:
            is_odd = (len(word) > SHORTEST or text.is_typed_small) and not is_dictionary_word(word)
            return is_odd or (text.is_typed_small and self._does_something(index, word))
        if text.in_capitals(index):
            return not is_common(word)
        if not is_dictionary_word(word):
            return True
        if is_common(word) and not self._acts(index):
            return word in self._whole and self._stands_as_a_name(index)
        determiners = DETERMINERS.get(text.language, frozenset())
        if index and text.before(index) in {" ", "'"} and text.words[index - 1] in determiners:
            return word in self._whole and text.words[index - 1] in LINKING
        if word in self._whole and self._stands_as_a_name(index):
            return True
        return not (text.language == "de" and not family_strength(word) and not given_strength(word))

    def _stands_as_a_name(self, index: int) -> bool:
        """'aber Richter wohnt dort', 'Said welcomes': no article, number or describing word before it, no small word itself."""
        text = self.text
        if text.stops(index) or text.in_capitals(index):
            return False
        before = text.words[index - 1] if index and text.before(index) in {" ", "'", "-"} else ""
        if text.language == "de":
            articles = DETERMINERS["de"] | POSSESSIVES | COUNTING
            described = before.endswith(("e", "en", "er", "es", "em")) and before not in BARE_E
            return not (
                before in articles or before[:1].isdigit() or (described and not text.capitals[index - 1])
            )
        return before not in (DETERMINERS.get(text.language, frozenset()) | POSSESSIVES) - LINKING

    def _does_something(self, index: int, word: str) -> bool:
        """'sherpa dit que non', 'faith was', in a text typed small: at the start of a sentence, before a verb."""
        text = self.text
        if Strength.SURE not in (given_strength(word), family_strength(word)) or index + 1 >= len(text):
            return False
        starts = not index or text.before(index).strip(" ") in {".", "\n", "\n\n", ". -"}
        return starts and text.gap(index) == " " and text.words[index + 1] in DEEDS and word not in DEEDS

    def _is_day(self, index: int) -> bool:
        """'in April', '3 mei', 'August 2024'."""
        text = self.text
        before = text.words[index - 1] if index else ""
        after = text.words[index + 1] if index + 1 < len(text) else ""
        near = text.before(index).strip(".") in {" ", ""}  # '2) April calls' is no day
        follows = after.isdigit() and text.gap(index).strip(" ") in {"", "."}
        return (near and (before in BEFORE_DAYS or before.isdigit())) or follows or text.in_capitals(index)

    def _acts(self, index: int) -> bool:
        """'Hill's', 'Kaiser hat': what follows shows that a person is meant, though the word is an everyday one."""
        text = self.text
        if index + 1 >= len(text):
            return False
        gap, after = text.gap(index), text.words[index + 1]
        if gap == "'" and after == "s":
            return True
        return gap == " " and after in DEEDS and not text.capitals[index + 1]

    def _with_particles(self, index: int) -> int:
        """'Van den Berg', 'el Amrani': with capitals or after the sure particles."""
        text, at = self.text, index
        while (
            at
            and not self._taken[at - 1]
            and text.words[at - 1] in PARTICLES
            and text.before(at) in {" ", "'", "-"}
        ):
            if text.capitals[at - 1] and not (
                text.starts_sentence(at - 1) and at == index and text.stops(at - 1)
            ):
                at -= 1
                continue
            break
        return at

    # Answer

    def changes(self, entities: Entities) -> list[Span]:
        """The added spans with their person, and the found ones whose person is now known better."""
        changed = []
        for span in self.added:
            known = span.source == KNOWN and span.entity
            changed.append(span if known else replace(span, entity=entities.key_of(self._name(span))))
        for span in self.found:
            if span.source != KNOWN or not span.entity:
                key = entities.key_of(self._name(span))
                if key != span.entity:
                    changed.append(replace(span, entity=key))
        return changed


@lru_cache(maxsize=4)
def _by_shape(names: frozenset[str]) -> dict[tuple[str, int], list[str]]:
    """First letter and length → names long enough for a slip: a word is held against these few, not against all of a long text."""
    found: dict[tuple[str, int], list[str]] = {}
    for name in names:
        if len(name) >= SHORTEST_SLIP:
            found.setdefault((name[0], len(name)), []).append(name)
    return found


def _is_slip(word: str, name: str) -> bool:
    """One letter wrong, missing, doubled or swapped, two in a long name, never the first."""
    allowed = 1 if len(name) < LONG_NAME else 2
    if word[0] != name[0] or abs(len(word) - len(name)) > allowed:
        return False
    return OSA.distance(word, name, score_cutoff=allowed) <= allowed


def is_possessive(word: str) -> bool:
    stem = word[:-1]
    return not (given_strength(word) or family_strength(word)) and bool(
        given_strength(stem) or family_strength(stem)
    )
