"""One mention of one person in each span: a find that runs on over the end of a sentence is two, and 'd’' is no name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.inventing import likely_gender
from ombuds.deidentification.engine.inventing.lists import municipalities
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.lexicons.loading import Strength, family_strength, given_strength
from ombuds.deidentification.engine.replacing.hints import TITLES
from ombuds.deidentification.engine.replacing.persons import WORD
from ombuds.deidentification.engine.replacing.strangers import (
    as_house,
    as_town,
    sentences_apart,
    with_saint,
    without_strangers,
)
from ombuds.deidentification.engine.spans import KNOWN, PERSON, Kind, Span
from ombuds.deidentification.engine.words import PARTICLES

# A full stop after a word of two letters or more ends a sentence; after one letter it belongs to an initial.
SENTENCE_END = re.compile(
    r"(?:(?<=[^\W\d_]{2})|(?<=['’][sS])|(?<=[sxz]['’]))[.!?;:]+[\s\"'»”’)]*\s+|\n\s*\n|(?<=\w) (?:à|an|und|en|et|and|in|at|bei|zu|uit) (?=\w)"
)
INITIAL = re.compile(r"(?<![^\W_])([^\W\d_])\.[ \u00a0-]?['’]?$")
SMALL = re.compile(r"(?:([dlDL]|[qQ]u)['’]|([a-zà-ÿ]{2,4})[ \u00a0])(?=\S)")
NEXT_WORD = re.compile(r"(?<=\d)[.,;]?\s+[^\W\d_]$")
NAME_AFTER_D = re.compile(r"[^\W\d_a-zß-ÿ](?:\.|[^\W\d_]+(?:[ '’\-]|$))")
TITLE = re.compile(
    r"(?:de heer|mevrouw|mevr\.?|mw\.?|dhr\.?|meneer|madame|mme\.?|mlle\.?|monsieur|mr\.?|mrs\.?|ms\.?|miss|frau|herrn?|dr\.?)[ \u00a0]+(?=\w)",
    re.I,
)
SHORTEST = 3
COMMA = re.compile(r",\s+")
SMALL_FIRST = re.compile(r"^(?:[a-zß-ÿ]+ )+")  # the 'an' of 'an Anne-Marie, Maria'
BETWEEN_TWO = re.compile(r",\s+|-")
MONSIEUR = re.compile(r"M\. (?=[^\W\d_a-zß-ÿ](?:[^\W\d_]|-)+ (?:[^\W\d_a-zß-ÿ]|['d]))")


@dataclass(frozen=True, slots=True)
class _Cast:
    """The words of every known person: (given names, family names), and the people themselves."""

    known: KnownIdentifiers
    words: tuple[tuple[frozenset[str], frozenset[str]], ...]
    language: str

    def of(self, span: Span) -> int | None:
        kind, _, number = span.entity.partition(":")
        is_known = kind == "person" and number.isdigit() and int(number) < len(self.words)
        return int(number) if is_known else None

    def closest(self, words: set[str], number: int) -> int:
        """The person whose words these are; `number` unless another fits better (Pierre rather than Jean-Pierre)."""
        fits = [
            (len(words & (firsts | lasts)), bool(firsts and firsts <= words) + bool(lasts and lasts <= words))
            for firsts, lasts in self.words
        ]
        return max(range(len(fits)), key=lambda i: (*fits[i], i == number))

    def bears_all(self, listed: list[str]) -> bool:
        """Whether one known person bears every one of these words, the last perhaps with an s."""
        return bool(listed) and any(
            all(w in firsts | lasts or w.removesuffix("s") in firsts | lasts for w in listed)
            for firsts, lasts in self.words
        )

    def short_for(self, listed: list[str]) -> int | None:
        """Whose given name this single word is the beginning of ('Olu' of Olufunke); None for nobody's or several's."""
        if len(listed) != 1 or len(listed[0]) < SHORTEST or listed[0] in self.everything:
            return None
        owners = [
            i for i, (firsts, _) in enumerate(self.words) if any(f.startswith(listed[0]) for f in firsts)
        ]
        return owners[0] if len(owners) == 1 else None

    @property
    def everything(self) -> frozenset[str]:
        return frozenset(w for pair in self.words for part in pair for w in part)


def mentions(text: str, spans: Sequence[Span], known: KnownIdentifiers, language: str) -> list[Span]:
    """The same spans, person spans cut and trimmed; in order."""
    cast = _Cast(known, tuple((_words(p.first), _words(p.last)) for p in known.people), language)
    lists = {s.entity for s in spans if s.kind is Kind.PERSON and text.count(",", s.start, s.end) > 1}
    spans = [
        replace(s, entity="", part="") if s.kind is Kind.PERSON and s.entity in lists else s for s in spans
    ]
    entities = {plain(text[s.start : s.end]): s.entity for s in spans if s.kind is Kind.ORGANISATION}
    found: list[Span] = []
    for span in (_without_space(text, s) for s in spans):
        if span.kind is Kind.EMAIL and text[span.start] == "@" and found and found[-1].end == span.start:
            # The name before the @ was found by itself.
            span = replace(span, start=found.pop().start)
        if found and (year := _year_taken_along(text, found[-1], span)):
            found[-1] = replace(found[-1], end=span.start + 4)
            span = replace(span, start=span.start + year)
        if found and _is_its_year(text, found[-1], span):
            found[-1] = replace(found[-1], end=span.end)
        elif span.source == PERSON:  # what a reader decided is neither cut nor dropped
            found.append(_of_its_own(text, span, cast) if span.kind is Kind.PERSON else span)
        elif span.kind is Kind.ORGANISATION:
            found += _firms_in(text, span, cast, entities)
        elif span.kind is Kind.PERSON and cast.of(span) is None and (other := _no_person(text, span)):
            found.append(other)
        elif span.kind is Kind.PERSON:
            found += _people_in(text, span, cast)
        else:
            found.append(_without_next_word(text, span))
    return list(_side_by_side(text, found))


def _without_space(text: str, span: Span) -> Span:
    written = text[span.start : span.end]
    if not written.strip():
        return span
    if span.kind is Kind.ADDRESS and re.search(r"[^\W\d_]{4}\.$", written):
        return replace(span, end=span.end - 1)  # the full stop of the sentence
    return replace(
        span,
        start=span.start + len(written) - len(written.lstrip()),
        end=span.end - len(written) + len(written.rstrip()),
    )


def _side_by_side(text: str, spans: list[Span]) -> Iterator[Span]:
    """Where a span grew into the next one, that one begins after it: "Stefan's." and 's.⏎Stefan'."""
    at = 0
    for span in spans:
        start = max(span.start, at)
        while start > span.start and start < span.end and not text[start].isalnum():
            start += 1
        if start < span.end:
            yield replace(span, start=start)
        at = max(at, span.end)


def _is_its_year(text: str, day: Span, span: Span) -> bool:
    """The 2020 of '3 maart 2020' where the case has that postcode."""
    year = re.fullmatch(r"(?:19|20)\d{2}", text[span.start : span.end])
    beside = text[day.end : span.start] in ("", " ", "/", "-", ".")
    return day.kind is Kind.DATE and span.kind is Kind.PLACE and year is not None and beside


def _year_taken_along(text: str, day: Span, span: Span) -> int:
    """How far the '1941, ' of 'née le 27 novembre 1941, rue Haute 3' reaches into the address after it; 0 without one."""
    year = re.match(r"(?:19|20)\d{2},\s+(?=[^\W_])", text[span.start : span.end])
    is_day = day.kind in (Kind.DATE, Kind.BIRTH_DATE) and text[day.end : span.start] in (" ", "/", "-", ".")
    return year.end() if year and is_day and span.kind is Kind.ADDRESS else 0


def _firms_in(text: str, span: Span, cast: _Cast, entities: dict[str, str]) -> Iterator[Span]:
    whole = _as_somebody(text, with_saint(text, span))
    if whole.kind is Kind.PERSON:
        yield from _people_in(text, whole, cast)
        return
    for piece in sentences_apart(text, whole, cast.everything, entities):
        yield from _people_in(text, piece, cast) if piece.kind is Kind.PERSON else [piece]


FUNCTION = re.compile(
    r"(?:zaakvoerder|bestuurder|directeur|directrice|gerante?|geschaftsfuhrer(?:in)?|manager|director|owner|eigenaar|proprietaire|inhaber(?:in)?|notaris|notaire|notary|notarin?),? $"
)


def _as_somebody(text: str, span: Span) -> Span:
    """'the manager, Kofi Ndiaye' is a man, where the finder of firms took him for one."""
    listed = re.findall(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*", text[span.start : span.end])
    is_name = len(listed) in (2, 3) and given_strength(plain(listed[0])) is Strength.SURE
    if not is_name or span.source == KNOWN or not all(w[0].isupper() for w in listed):
        return span
    if not FUNCTION.search(plain(text[max(0, span.start - 24) : span.start])):
        return span
    return replace(span, kind=Kind.PERSON, entity="", part="")


def _no_person(text: str, span: Span) -> Span | None:
    """A town or a school that looked like somebody."""
    other = as_town(text, as_house(text, span))
    return other if other.kind is not Kind.PERSON else None


def _people_in(text: str, span: Span, cast: _Cast) -> Iterator[Span]:
    for piece in _cut(text, _with_initials(text, _of_its_own(text, span, cast), cast), cast):
        named = without_strangers(text, piece, cast.everything, cast.language)
        if named is None or named.kind is not Kind.PERSON:
            yield from [named] if named else []
            continue
        named = _of_its_own(text, named, cast)
        written = plain(text[named.start : named.end])
        if named.start < named.end and written.strip(". ") not in TITLES and not _is_loose_s(text, named):
            yield named


def _words(name: str) -> frozenset[str]:
    return frozenset(WORD.findall(plain(name)))


def _of_its_own(text: str, span: Span, cast: _Cast) -> Span:
    """With the person whose words these are, where another's name only looked like it (Marie-Hélène is not Maria)."""
    number = cast.of(span)
    listed = [t for t in WORD.findall(plain(text[span.start : span.end])) if len(t) > 1]
    if number is None and (short := cast.short_for(listed)) is not None:
        return replace(span, entity=f"person:{short}", part="first")
    if number is None and not cast.bears_all(listed):
        return span
    words = {w for t in listed for w in (t, t.removesuffix("s"))}
    return replace(span, entity=f"person:{cast.closest(words, number or 0)}")


def _without_next_word(text: str, span: Span) -> Span:
    """A number does not take the n of the next "n'est" along."""
    match = NEXT_WORD.search(text[max(span.start, span.end - 6) : span.end])
    if match and text[span.end : span.end + 1] in ("'", "’"):
        return replace(span, end=span.end - len(match.group()))
    return span


def _is_loose_s(text: str, span: Span) -> bool:
    """The s of a possessive that was cut off from its name."""
    return text[span.start : span.end] in ("s", "S") and text[span.start - 1 : span.start] in ("'", "’")


def _with_initials(text: str, span: Span, cast: _Cast) -> Span:
    """With the true initial that was left outside (N. 't Jampens), of a relative when it is the relative's."""
    if text[span.end - 1 : span.end] in ("'", "’") and re.match(r"s(?!\w)", text[span.end : span.end + 2]):
        span = replace(span, end=span.end + 1)
    match = INITIAL.search(text[max(0, span.start - 6) : span.start])
    number = cast.of(span)
    if not match or number is None or (match.group(1) == "M" and cast.language == "fr"):
        return span
    people = cast.known.people
    letter, last = plain(match.group(1)), plain(people[number].last)
    relatives = [i for i, p in enumerate(people) if p.first and plain(p.last) == last]
    for index in [number, *relatives]:
        if plain(people[index].first)[:1] == letter:
            return replace(span, start=span.start - len(match.group()), entity=f"person:{index}")
    return span


def _cut(text: str, span: Span, cast: _Cast) -> Iterator[Span]:
    written = text[span.start : span.end]
    ends = [m for m in SENTENCE_END.finditer(written) if m.end() < len(written)] or _two_people(written, cast)
    if not ends:
        yield _trimmed(text, span, cast)
        return
    starts = [0, *(m.end() for m in ends)]
    stops = [*(m.start() for m in ends), len(written)]
    for start, stop in zip(starts, stops, strict=True):
        piece = replace(span, start=span.start + start, end=span.start + stop, part="")
        number = cast.of(span)
        if number is None:
            yield _trimmed(text, replace(piece, entity=""), cast)
            continue
        if start or text[piece.start : piece.end].islower():
            piece = _without_strangers(text, piece, cast.everything)
        words = {
            w for t in WORD.findall(plain(text[piece.start : piece.end])) for w in (t, t.removesuffix("s"))
        }
        piece = replace(piece, entity=f"person:{cast.closest(words, number)}")
        yield _trimmed(text, piece, cast) if piece.kind is Kind.PERSON else piece


def _two_people(written: str, cast: _Cast) -> list[re.Match[str]]:
    """The sign in 'Mohamed, Mehmet' and 'Roy-Blanc' where the case knows both, the commas of a list; not that in 'Peeters, Jan'."""
    if written.count(",") > 1:
        return list(COMMA.finditer(written))
    for sign in BETWEEN_TWO.finditer(written):
        before, after = (
            WORD.findall(plain(SMALL_FIRST.sub("", written[: sign.start()]))),
            WORD.findall(plain(written[sign.end() :])),
        )
        if cast.bears_all(before) and cast.bears_all(after) and not cast.bears_all([*before, *after]):
            return [sign]
        if sign.group() != "-" and _are_two_names(before, after):
            return [sign]
    return []


def _are_two_names(before: list[str], after: list[str]) -> bool:
    """'sa sœur Odile, Petra Sokolova': a given name and a whole one; 'Peeters, Jan Willem' is one man."""
    if len(before) != 1 or len(after) != 2 or family_strength(before[0]) or given_strength(after[1]):
        return False
    return given_strength(before[0]) is Strength.SURE and given_strength(after[0]) is Strength.SURE


def _without_strangers(text: str, span: Span, words: frozenset[str]) -> Span:
    """Without the words before the name that begin the next sentence ('Als Peeters'); a town stays found, as a place."""
    for match in WORD.finditer(text, span.start, span.end):
        word = plain(match.group())
        if word in words or word.removesuffix("s") in words or len(word) == 1:
            return replace(span, start=match.start())
    if plain(text[span.start : span.end]) in municipalities():
        return replace(span, kind=Kind.PLACE)
    return replace(span, end=span.start)


def _trimmed(text: str, span: Span, cast: _Cast) -> Span:
    """Without a small word that belongs to the sentence: d'Anne, van T. Peeters; nor a title."""
    while span.start < span.end and not text[span.start].isalnum() and text[span.start] not in "'’":
        span = replace(span, start=span.start + 1)
    written = text[span.start : span.end]
    title = TITLE.match(written) or (_monsieur(written, span, cast) if cast.language == "fr" else None)
    if title:
        span = replace(span, start=span.start + title.end())
        written = text[span.start : span.end]
    match = SMALL.match(written)
    if not match or not _belongs_to_sentence(match, written[match.end() :], span, cast):
        return span
    return replace(span, start=span.start + match.end())


def _monsieur(written: str, span: Span, cast: _Cast) -> re.Match[str] | None:
    """'M.' is Monsieur before a full name, and before a family name that a man of the case bears."""
    number = cast.of(span)
    if number is not None and re.match(r"M\. (?=[\w'’])", written):
        last = plain(cast.known.people[number].last)
        relatives = [p for p in cast.known.people if plain(p.last) == last]
        if any((p.gender or likely_gender(p.first)) != "f" for p in relatives):
            return re.match(r"M\. ", written)
    return MONSIEUR.match(written)


def _belongs_to_sentence(match: re.Match[str], rest: str, span: Span, cast: _Cast) -> bool:
    if match.group(1):
        return match.group(1).islower() and bool(NAME_AFTER_D.match(rest))
    following, number = WORD.match(rest), cast.of(span)
    given: frozenset[str] = frozenset()
    if number is not None:
        given = cast.words[number][0] - cast.words[number][1]
    is_first = following is not None and any(
        word in given for word in (plain(following.group()), plain(following.group()).removesuffix("s"))
    )
    return match.group(2) in (PARTICLES | {"que"}) and (is_first or bool(re.match(r"[^\W\d_a-zß-ÿ]\.", rest)))
