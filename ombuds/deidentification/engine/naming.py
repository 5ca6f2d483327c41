"""Finds the names of known people: any case, accents, order, initials, possessive, pet name, one or two typing errors."""

import re
from collections.abc import Iterator, Sequence
from itertools import starmap
from typing import NamedTuple

from ombuds.deidentification.engine.folding import Folded, plain
from ombuds.deidentification.engine.known import Person
from ombuds.deidentification.engine.language import guess
from ombuds.deidentification.engine.lexicons.loading import Strength, given_strength, words
from ombuds.deidentification.engine.matching import (
    Hit,
    Targets,
    is_common,
    is_dictionary_word,
    is_slip_of,
    targets_of,
)
from ombuds.deidentification.engine.monograms import monograms, spaced_out
from ombuds.deidentification.engine.persons.cues import (
    BEFORE_DAYS,
    CONJUNCTIONS,
    DETERMINERS,
    LABELS,
    NAMES_OF_DAYS,
    PARTICLES,
    POSSESSIVES,
    ROLES,
    SALUTATIONS,
    SMALL,
    TITLES,
)
from ombuds.deidentification.engine.spans import KNOWN, Kind, Span
from ombuds.deidentification.engine.words import EVERYDAY

TOKEN = re.compile(r"[^\W_]+")
GAP = r"[\s\-'.,_]{0,3}"
POSSESSIVE = r"(?:'?s|')?"
SHORT = 3
# Between two words of one name: space, one line end, hyphen, apostrophe, point or underscore of an address.
JOINT = re.compile(
    r"[ \t]{0,3}(?:\r?\n[ \t>]*)?|\. ?'|[ \t]'|[ \t]?[-'_.][ \t]?(?:\n[ \t>]*)?|\.-|[ \t]?,[ \t]{0,2}(?:\n[ \t>]*)?"
)
REASON = "The case file knows this name"
MIDDLE_NAMES = 3
LONGEST_PARTICLE = 5
ANNOUNCING = TITLES | ROLES | SALUTATIONS
SMALL_ANYWHERE = frozenset().union(*SMALL.values())
INTRODUCING = frozenset("heet heette appelle heisse named called genaamd nomme nommee bin suis ben".split())
# Below this share of capitals a text is typed small, and names are too.
FEW_CAPITALS = 0.04
LABEL_GAP = re.compile(r"(?:[^\n\w]{0,6}|[ .·_…-]{0,60}):[ \t\"'*_]*")
# Letters that are words somewhere; the others are nobody's but a name's.
BARE_WORDS = frozenset("a d e i l m n o s t u y x".split())
OF = frozenset("of van de d von".split())
ARTICLES = frozenset().union(
    *DETERMINERS.values(),
    POSSESSIVES,
    {"to", "te", "zu", "will", "would", "i", "ik", "je", "ich", "you", "we"},
)


class Token(NamedTuple):
    """A word in plain form; `start` and `end` are offsets of the plain form."""

    text: str
    start: int
    end: int
    capital: bool


def tokens(folded: Folded) -> list[Token]:
    return list(starmap(Token, zip(*folded.words, strict=True)))


def words_of(name: str) -> list[str]:
    return TOKEN.findall(plain(name))


def is_named(words: list[str], original: str) -> bool:
    """Whether a lone match is the name: short and everyday words only count with a capital."""
    if len(words) > 1 or (len(words[0]) > SHORT and words[0] not in EVERYDAY):
        return True
    return original[:1].isupper()


def errors_allowed(word: str) -> int:
    return 0 if len(word) < 5 else 1 if len(word) < 8 else 2


def names(text: str, folded: Folded, people: Sequence[Person]) -> Iterator[Span]:
    """Spans of known people, possibly overlapping; `entity` is 'person:' and the place in `people`."""
    finder = _Finder(text, folded, people)
    for start, end, confidence, person, part in finder.found():
        yield Span(
            *folded.original(start, end), Kind.PERSON, KNOWN, confidence, f"person:{person}", part, "", REASON
        )


Found = tuple[int, int, float, int, str]


class _Finder:
    def __init__(self, text: str, folded: Folded, people: Sequence[Person]) -> None:
        self.text, self.folded, self.tokens, self.people = text, folded, tokens(folded), people
        self.plain = folded.text
        self.targets: list[Targets] = [targets_of(p.first, p.last) for p in people]
        capitals = sum(folded.words.capitals)
        self.language = guess(text[:3000])
        self.is_french = self.language == "fr"
        self.is_small = capitals < FEW_CAPITALS * len(self.tokens) + 1

    def found(self) -> Iterator[Found]:
        hits = self._hits()
        for index in sorted(hits):
            for person, hit in hits[index].items():
                if index and self._continues(hits, index, person):
                    continue
                yield from self._name_from(hits, index, person, hit)
        for number, one in enumerate(self.people):
            for start, end in monograms(self.folded, one.first, one.last):
                yield start, end, 0.9, number, "monogram"
            for start, end in spaced_out(self.folded, one.last):
                yield self._begin(start, number), end, 0.95, number, "last"

    def _hits(self) -> dict[int, dict[int, Hit]]:
        """For each token that is a word of someone's name: person → how well."""
        hits: dict[int, dict[int, Hit]] = {}
        for word, indexes in self.folded.places.items():
            for number, targets in enumerate(self.targets):
                hit = targets.match(word, self.language)
                if hit is None:
                    continue
                for index in indexes:
                    if hit.exact or self.tokens[index].capital or len(word) > 4:
                        hits.setdefault(index, {})[number] = hit
        return hits

    def _gap(self, index: int) -> str:
        return self.plain[self.tokens[index].end : self.tokens[index + 1].start]

    def _continues(self, hits: dict[int, dict[int, Hit]], index: int, person: int) -> bool:
        """Whether the token before is of the same person, so that the name began there."""
        before = hits.get(index - 1, {}).get(person)
        if before is None or not self._joins(index - 1):
            return False
        # 'Jean-Pierre, Pierre': after a comma the same part of a name is another mention.
        return "," not in self._gap(index - 1) or before.part != hits[index][person].part

    def _joins(self, index: int) -> bool:
        gap = self._gap(index)
        if not JOINT.fullmatch(gap):
            return False
        # 'Clive. Hill' and '22 ans.' over 'WILLEMS' are two sentences, 'C. Hill' and 'clive.hill' are one name.
        return not gap.startswith((". ", ".\n", ".\r")) or len(self.tokens[index].text) == 1

    def _name_from(
        self, hits: dict[int, dict[int, Hit]], index: int, person: int, hit: Hit
    ) -> Iterator[Found]:
        words, last = [hit], index
        # 'Barry Drummond, Hamish Drummond': the first Drummond is no family name before a comma.
        ends = (
            index > 0 and self._joins(index - 1) and bool(hits.get(index - 1, {}).keys() & hits[index].keys())
        )
        while (following := self._next_of(hits, last, person)) is not None:
            is_whole = {"first", "last"} <= {word.part for word in words}
            if (ends or is_whole) and "," in self._gap(last):
                break  # 'Tyrone Yarwood, Tyrone O'Rourke'
            last = following
            words.append(hits[last][person])
        parts = {word.part for word in words}
        if len(words) == 1 and not self._stands_alone(index, hit):
            return
        confidence = min(word.confidence for word in words)
        own = self.targets[person]
        particles = own.particles if hit.part == "last" else own.given_particles
        start = self._begin(self.tokens[index].start, person, index, particles)
        end = self._end(last, person)
        part = "full" if len(parts) > 1 else parts.pop()
        yield start, end, confidence, person, part

    def _next_of(self, hits: dict[int, dict[int, Hit]], last: int, person: int) -> int | None:
        """The next token of the same name, over particles, initials and a few middle names."""
        at, middle = last, 0
        while at + 1 < len(self.tokens) and self._joins(at):
            gap = self._gap(at)
            at += 1
            token = self.tokens[at]
            if person in hits.get(at, {}):
                # 'Jan, Jan' and 'Claes à Claes' are two mentions.
                apart = "," in gap or not self._are_particles(range(last + 1, at), person)
                return at if not apart or hits[at][person].part != hits[last][person].part else None
            if "," in gap and not token.capital:
                return None
            if token.text in PARTICLES or len(token.text) == 1 or self._is_slip(at, person):
                continue
            if "-" in gap and gap.strip() != gap:
                return None  # 'Agyeman, Abena - der Föderale Pensionsdienst'
            middle += 1
            if not token.capital or middle > MIDDLE_NAMES or is_dictionary_word(token.text):
                return None
        return None

    def _is_slip(self, at: int, person: int) -> bool:
        own = self.targets[person].particles
        word = self.tokens[at].text
        if not own or len(word) > LONGEST_PARTICLE or word in CONJUNCTIONS:
            return False
        return not any(word in small for small in SMALL.values()) and is_slip_of(word, own)

    def _are_particles(self, between: range, person: int) -> bool:
        """'Noor al-Huda': the words between belong to this very name; also when there are none."""
        own = self.targets[person].particles | self.targets[person].given_particles
        return all(self.tokens[at].text in own for at in between)

    def _stands_alone(self, index: int, hit: Hit) -> bool:
        """Whether one word of a name is the name: not when it is a word as well and nothing tells them apart."""
        token = self.tokens[index]
        word = token.text
        if (hit.pet and not hit.close) or hit.company:
            return False
        if not hit.exact:
            return token.capital or len(word) >= 5 or self.is_small
        if len(word) == 1:
            return self.text[slice(*self.folded.original(token.start, token.end))] in hit.written
        everyday = len(word) <= SHORT or word in EVERYDAY or is_dictionary_word(word)
        if not everyday or self._is_announced(index, hit):
            return True
        if not token.capital:
            if self._is_alone_on_its_line(index) or (self.is_small and self._is_small_name(index, hit)):
                return True
            if word not in EVERYDAY | SMALL_ANYWHERE and word not in words(self.language):
                return True  # 'said' among French words, 'uwe' among German ones
            return self.is_small and len(word) > SHORT and not is_common(word)
        in_capitals = (
            self.plain[token.start : token.end].upper() == self.folded.cased[token.start : token.end]
            and len(word) > 1
        )
        if word in NAMES_OF_DAYS and self._is_day(index):
            return False
        starts = not index or bool(re.search(r"[.!?\n:]", self._gap(index - 1)))
        if in_capitals:
            return not is_common(word) or self._is_spelt_so(token, hit)
        return not starts or self._is_spelt_so(token, hit) or word not in SMALL[self.language]

    def _is_spelt_so(self, token: Token, hit: Hit) -> bool:
        """'Sá' with the accent of the name, where 'sa' would be a word."""
        said = self.text[slice(*self.folded.original(token.start, token.end))].lower()
        return not said.isascii() and any(said in TOKEN.findall(name.lower()) for name in hit.written)

    def _is_day(self, index: int) -> bool:
        """'in April', '3 mei', 'August 2024'."""
        before = self.tokens[index - 1].text if index else ""
        after = self.tokens[index + 1].text if index + 1 < len(self.tokens) else ""
        near = index > 0 and self._gap(index - 1).strip(".") in {" ", ""}  # '2) April calls' is no day
        follows = after.isdigit() and self._gap(index).strip(" ") in {"", "."}
        return (near and (before in BEFORE_DAYS or before.isdigit())) or follows

    def _is_announced(self, index: int, hit: Hit) -> bool:
        """A title, a relative, a salutation, or the particles and initials of this very name stand before it."""
        at = index - 1
        while (
            at >= 0
            and self._joins(at)
            and (self.tokens[at].text in PARTICLES or len(self.tokens[at].text) == 1)
        ):
            # 'het OCMW van Antwerpen' is not Mr Van Antwerpen: a capital, or two particles.
            is_so = self.tokens[at].capital or (at > 0 and self.tokens[at - 1].text in hit.particles)
            if is_so and self.tokens[at].text in hit.particles and hit.part == "last":
                return True
            if self.tokens[at].text in hit.initials and self._gap(at).startswith("."):
                return True
            at -= 1
        if at < 0:
            return False
        before, gap = self.tokens[at].text, self._gap(at)
        if len(gap) < 4 and (before in ANNOUNCING or self._is_introduced(at)):
            return True
        if before in OF and gap == " " and at and self.tokens[at - 1].text in ROLES:
            return True  # 'the mother of mark'
        labelled = before in LABELS or before in ROLES or before == "enfants"
        return labelled and bool(LABEL_GAP.fullmatch(gap))

    def _is_alone_on_its_line(self, index: int) -> bool:
        """A signature: 'grace' under a message."""
        before = self._gap(index - 1) if index else "\n"
        after = self._gap(index) if index + 1 < len(self.tokens) else "\n"
        return "\n" in before and ("\n" in after or index + 1 == len(self.tokens))

    def _is_small_name(self, index: int, hit: Hit) -> bool:
        """In a text typed small: the given name of a party that is a word as well, unless an article stands before it."""
        before = self.tokens[index - 1].text if index else ""
        if hit.part != "first" or before in ARTICLES or len(self.tokens[index].text) <= SHORT:
            return False
        return given_strength(self.tokens[index].text) is Strength.SURE and not self._is_day(index)

    def _is_introduced(self, at: int) -> bool:
        """'ik heet', 'je m'appelle', 'my name is'."""
        word, before = self.tokens[at].text, self.tokens[at - 1].text if at else ""
        return word in INTRODUCING or (word in {"is", "est", "ist"} and before in {"naam", "nom", "name"})

    def _begin(
        self, start: int, person: int, index: int | None = None, particles: frozenset[str] | None = None
    ) -> int:
        """With the particles and initials that stand before it."""
        if index is None:
            index = next((i for i, token in enumerate(self.tokens) if token.start >= start), len(self.tokens))
        targets = self.targets[person]
        own = targets.particles if particles is None else particles
        at = index - 1
        while at >= 0 and self._joins(at) and "," not in self._gap(at):
            token = self.tokens[at]
            is_particle = token.text in own or (
                at > 0
                and self._is_slip(at, person)
                and self.tokens[at - 1].text in targets.initials
                and self.tokens[at - 1].capital
            )
            is_title = token.text == "m" and self.is_french and token.capital  # 'M Van Minh Le'
            is_initial = len(token.text) == 1 and (
                (token.text in targets.initials and not (is_title and particles is targets.given_particles))
                or (token.capital and not is_title and self._gap(at).startswith("."))
            )
            if not (is_particle or is_initial) or (
                is_initial and not token.capital and token.text not in targets.initials
            ):
                break
            if (
                is_initial
                and not self._gap(at).startswith(".")
                and not token.capital
                and not self._is_bare(at)
            ):
                break
            start = token.start
            at -= 1
        return self._with_hyphen(start, at)

    def _is_bare(self, at: int) -> bool:
        """'j müller' in a text typed small; 'a müller' may be somebody who has, or goes to, one."""
        return self.is_small and self.tokens[at].text not in BARE_WORDS and self._gap(at) == " "

    def _with_hyphen(self, start: int, at: int) -> int:
        """'Marie-Anne' when only Anne is known."""
        while (
            at >= 0 and self._gap(at) == "-" and self.tokens[at].capital and self.tokens[at].end == start - 1
        ):
            if is_common(self.tokens[at].text):
                break
            start = self.tokens[at].start
            at -= 1
        return start

    def _end(self, last: int, person: int) -> int:
        """With the possessive, a second half after a hyphen, and initials after the family name."""
        end, at = self.tokens[last].end, last
        while at + 1 < len(self.tokens) and self._gap(at) == "-" and self.tokens[at + 1].capital:
            at += 1
            end = self.tokens[at].end
        rest = self.plain[end : end + 3]
        if rest[:2] == "'s" and not rest[2:].isalnum():
            return end + 2
        if rest[:1] == "'" and self.plain[end - 1] in "szx" and not rest[1:2].isalnum():
            return end + 1
        while at + 1 < len(self.tokens) and re.fullmatch(r",? |\.-?|\. |\n", self._gap(at)):
            token = self.tokens[at + 1]
            follows = self.plain[token.end : token.end + 1]
            if not token.capital or len(token.text) > 1 or follows != ".":
                break
            if "\n" in self._gap(at) and self.plain[token.end + 1 : token.end + 2].strip():
                break
            if token.text not in self.targets[person].initials and not self._goes_on_small(at + 1):
                break
            at, end = at + 1, token.end + 1
        return end

    def _goes_on_small(self, index: int) -> bool:
        """'Klinkenberg S. betaalde': the letter belongs to the name before it."""
        return index + 1 >= len(self.tokens) or not self.tokens[index + 1].capital
