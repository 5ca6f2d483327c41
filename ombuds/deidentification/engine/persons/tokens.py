"""The words of a text with what their form says: capitals, place in the sentence, language of their line."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain

from ombuds.deidentification.engine.folding import Folded
from ombuds.deidentification.engine.language import SPOKEN, count_of
from ombuds.deidentification.engine.lexicons import EMPTY, Vocabulary
from ombuds.deidentification.engine.lexicons.loading import words as words_of_language
from ombuds.deidentification.engine.persons.cues import CLOSINGS, SMALL, STOP

LINE = re.compile(r"[^\n]*\n?")
ENDS_SENTENCE = re.compile(r"[.!?…:;•*|>\"()\[\]\n\t]")
# Of the letters in a line: above this share of capitals they say nothing about names.
MOSTLY_CAPITALS = 0.6
# A line at least so long may have been broken by the margin.
FULL_LINE = 50
# Below this share of words with a capital a text is typed small.
FEW_CAPITALS = 0.04
# A shorter line without a capital says nothing.
SHORT_LINE = 12

Range = tuple[int, int]


@dataclass
class Text:
    """One text as words; all offsets are of the plain form (`folded.text`), `Folded.original` leads back."""

    folded: Folded
    language: str
    vocabulary: Vocabulary = EMPTY
    plain: str = field(init=False, repr=False)
    cased: str = field(init=False, repr=False)
    words: list[str] = field(init=False, repr=False)
    starts: list[int] = field(init=False, repr=False)
    ends: list[int] = field(init=False, repr=False)
    capitals: list[bool] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.plain, self.cased = self.folded.text, self.folded.cased
        self.words, self.starts, self.ends, self.capitals = self.folded.words
        self._sentences: dict[int, bool] = {}

    def __len__(self) -> int:
        return len(self.words)

    def original_word(self, index: int) -> str:
        return self.cased[self.starts[index] : self.ends[index]]

    def is_all_capitals(self, index: int) -> bool:
        return self.ends[index] - self.starts[index] > 1 and self.original_word(index).isupper()

    @cached_property
    def is_typed_small(self) -> bool:
        """Whether so few words have a capital that names may have none either."""
        return sum(self.capitals) <= FEW_CAPITALS * len(self)

    def is_small_here(self, index: int) -> bool:
        """Whether the text is typed small, or the line of the word has not one capital."""
        return self.is_typed_small or self._is_small_line(self.line_of(index))

    def _is_small_line(self, line: int) -> bool:
        known = self._small_lines.get(line)
        if known is None:
            start, end = self.line_range(line)
            known = self._small_lines[line] = end - start > SHORT_LINE and self.cased[start:end].islower()
        return known

    @cached_property
    def _small_lines(self) -> dict[int, bool]:
        return {}

    def gap(self, index: int) -> str:
        """What stands between this word and the next; '\\n\\n' after the last."""
        gaps = self._gaps
        return gaps[index + 1] if index + 1 < len(gaps) else "\n\n"

    def before(self, index: int) -> str:
        return self._gaps[index] if index else "\n\n"

    @cached_property
    def _gaps(self) -> list[str]:
        """What stands before each word; most of it is one space."""
        plain, ends = self.folded.text, self.ends
        same: dict[str, str] = {}
        gaps = [
            same.setdefault(gap, gap)
            for gap in (plain[a:b] for a, b in zip(ends, self.starts[1:], strict=False))
        ]
        return ["", *gaps]

    def starts_sentence(self, index: int) -> bool:
        """At the start of a line, a sentence, a quotation or after a bullet; not after 'dr.' or an initial."""
        known = self._sentences.get(index)
        if known is None:
            known = self._sentences[index] = self._is_first(index, self.before(index))
        return known

    def _is_first(self, index: int, before: str) -> bool:
        if before == " " or not ENDS_SENTENCE.search(before) or self.is_wrapped(index):
            return False
        if before.strip() == "." and index:
            previous = self.words[index - 1]
            return not ((len(previous) == 1 and previous.isalpha()) or previous in ABBREVIATIONS)
        return True

    def is_wrapped(self, index: int) -> bool:
        """The word only begins a line because the line before was full."""
        before = self.before(index)
        if before.strip(" \r>") != "\n" or not index or self.capitals[index - 1]:
            return False
        start, end = self.line_range(self.line_of(index - 1))
        return end - start > FULL_LINE

    @cached_property
    def _lines(self) -> tuple[list[int], list[int]]:
        starts, ends = [], []
        for match in LINE.finditer(self.plain):
            starts.append(match.start())
            ends.append(match.end())
        return starts, ends

    def line_of(self, index: int) -> int:
        return self._line_of_words[index]

    @cached_property
    def _line_of_words(self) -> list[int]:
        line, found = 0, []
        firsts = self._lines[0]
        last = len(firsts) - 1
        for start in self.starts:
            while line < last and firsts[line + 1] <= start:
                line += 1
            found.append(line)
        return found

    def line_range(self, line: int) -> Range:
        return self._lines[0][line], self._lines[1][line]

    @property
    def line_count(self) -> int:
        return len(self._lines[0])

    def line_text(self, line: int) -> str:
        start, end = self.line_range(line)
        return self.plain[start:end]

    @cached_property
    def originals(self) -> tuple[Sequence[int], Sequence[int]]:
        """Where each word begins and ends in the original text."""
        if isinstance(self.folded.origin, range):
            return self.starts, self.ends
        both = [self.folded.original(start, end) for start, end in zip(self.starts, self.ends, strict=True)]
        return [start for start, _ in both], [end for _, end in both]

    def within(self, ranges: Iterable[Range]) -> Iterator[int]:
        """The indexes of the words that these stretches of the original touch."""
        starts, ends = self.originals
        for start, end in ranges:
            yield from range(bisect_right(ends, start), bisect_left(starts, end))

    def words_of_line(self, line: int) -> range:
        start, end = self.line_range(line)
        return range(bisect_right(self.starts, start - 1), bisect_right(self.starts, end - 1))

    @cached_property
    def _shouted_lines(self) -> list[bool]:
        """For each line whether it is written in capitals."""
        shouted = []
        for start, end in zip(*self._lines, strict=True):
            line = self.cased[start:end]
            letters = 0 if line.islower() else sum(map(str.isalpha, line))
            shouted.append(letters > 3 and sum(map(str.isupper, line)) > MOSTLY_CAPITALS * letters)
        return shouted

    @cached_property
    def _shouted(self) -> list[bool]:
        """The same for each word."""
        lines = self._shouted_lines
        return [lines[line] for line in self._line_of_words]

    @cached_property
    def _languages_of_lines(self) -> list[tuple[str, ...]]:
        """For each line the language of the text, and its own if that is another one, by the lines beside it too."""
        alone, small = (self.language,), self._small_words
        found: list[tuple[str, ...]] = []
        for line in range(self.line_count):
            other = language_of(chain(*small[max(0, line - 1) : line + 2]))
            found.append((self.language, other) if other and other != self.language else alone)
        return found

    @cached_property
    def _languages(self) -> list[tuple[str, ...]]:
        lines = self._languages_of_lines
        return [lines[line] for line in self._line_of_words]

    @cached_property
    def _small_words(self) -> list[list[str]]:
        """For each line the words that tell a language, as often as they stand there."""
        found: list[list[str]] = [[] for _ in range(self.line_count)]
        for word, line in zip(self.words, self._line_of_words, strict=True):
            if word in SPOKEN:
                found[line].append(word)
        return found

    def in_capitals(self, index: int) -> bool:
        """Whether the line is written in capitals, so that a capital says nothing."""
        return self._shouted[index]

    def heads(self, index: int) -> bool:
        """Whether the word stands in a line of capitals over a text that is not: a heading."""
        line = self.line_of(index)
        if not self._shouted_lines[line]:
            return False
        following = next(
            (at for at in range(line + 1, min(line + 4, self.line_count)) if self.line_text(at).strip()), line
        )
        return not self._shouted_lines[following]

    def languages(self, index: int) -> tuple[str, ...]:
        """The language of the text, and that of the line if it is another one."""
        return self._languages[index]

    @cached_property
    def closings(self) -> tuple[str, ...]:
        """What a letter ends with, as far as it stands anywhere in the text."""
        return tuple(closing for closing in CLOSINGS if closing in self.plain)

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The language of the text and those of which some line is full."""
        return frozenset({self.language}.union(*self._languages_of_lines[:400]))

    def stops(self, index: int) -> bool:
        """Whether the word is never a name, or a part of one, in the languages spoken here."""
        return self.words[index] in _stops(self._languages[index])

    def is_word(self, index: int) -> bool:
        """Whether the word is one of the language spoken here, a possessive or elision not counting."""
        word = self.words[index]
        return any(word in words_of_language(language) for language in self._languages[index])


@cache
def _stops(languages: tuple[str, ...]) -> frozenset[str]:
    """What is never a name in any of these languages."""
    return STOP.union(*(SMALL[language] for language in languages if language in SMALL))


_read: list[Text] = []
KEPT = 4


def text_of(folded: Folded, language: str, vocabulary: Vocabulary = EMPTY) -> Text:
    """The words of a text; the last few are remembered, since names are sought and then followed in the same one."""
    for text in _read:
        if text.folded is folded and text.language == language and text.vocabulary is vocabulary:
            return text
    text = Text(folded, language, vocabulary)
    _read.insert(0, text)
    del _read[KEPT:]
    return text


ABBREVIATIONS = frozenset(
    """mevr mw dhr mr mrs ms dr prof ing ir drs mme mlle mgr st me mtr lic tel nr art blz ca bv bijv enz resp inz evt incl excl cf p pp vol no ref dd geb
    abs abt bzw str ggf usw nr hr fr frl gez sign""".split()
)


def language_of(words: Iterable[str]) -> str:
    """The language whose small words the line holds most of; '' when fewer than two speak for any."""
    counts = count_of(words)
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] > 1 else ""
