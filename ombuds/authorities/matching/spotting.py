"""Names of bodies and places in a text: exact first, then with typing errors, with guards against false friends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from ombuds.authorities.matching import traps
from ombuds.authorities.matching.entries import Entry, Place
from ombuds.authorities.matching.normal import Token, tokens, words

LONGEST = 9
FUZZY_TOKENS = 60
FUZZY_WORDS = 8
FUZZY_LENGTH = 6
SHORT = 4
BODY, PLACE = "body", "place"
KIND_WORDS = traps.MUNICIPAL_WORDS | traps.WELFARE_WORDS | {"of", "de", "d", "van"}

LONG_NAME = 13  # letters


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write a body or a place."""

    what: str
    code: str
    words: tuple[str, ...]
    weight: int
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text, at token positions start to end."""

    what: str
    code: str
    start: int
    end: int
    weight: float
    likeness: float = 1.0


def _spellings(entry: Entry) -> Iterator[tuple[str, int]]:
    for name in entry.names.values():
        yield name, 100
    for alias in entry.aliases:
        yield alias, 98
    for short in entry.abbreviations:
        yield short, 97


class Index:
    """All names, by their letters without spaces; so that « Viva qua » and « netbrussel » are found too."""

    def __init__(self, entries: Sequence[Entry], places: Sequence[Place]) -> None:
        self._names: dict[str, list[Name]] = {}
        for entry in entries:
            for text, weight in _spellings(entry):
                for spelling in _forms(text):
                    risky = len(spelling) == 1 and spelling[0] in traps.WORDS_TOO
                    self._add(Name(BODY, entry.code, spelling, weight, risky))
        for place in places:
            for text in {*place.names.values(), *place.others}:
                for spelling in _forms(text):
                    self._add(Name(PLACE, place.nis, spelling, 100))
        self._keys = [key for key in self._names if len(key) >= FUZZY_LENGTH - 1]
        self.longest = min(LONGEST, max((len(n.words) for ns in self._names.values() for n in ns), default=1))

    def _add(self, name: Name) -> None:
        key = "".join(name.words)
        if len(name.words) == 1 and name.what == BODY and len(key) < 2:
            return
        known = self._names.setdefault(key, [])
        if all((n.what, n.code) != (name.what, name.code) for n in known):
            known.append(name)

    def exact(self, found: Sequence[Token]) -> list[Mention]:
        """Names that stand there letter by letter, the longest first."""
        mentions = [m for view in _views(found) for m in self._in_view(found, view)]
        return longest_only(mentions)

    def _in_view(self, found: Sequence[Token], view: list[int]) -> Iterator[Mention]:
        for i in range(len(view)):
            for size in range(min(self.longest, len(view) - i), 0, -1):
                spot = view[i : i + size]
                key = "".join(found[p].text for p in spot)
                for name in self._names.get(key, ()):
                    if _is_fit(name, found, spot):
                        yield Mention(name.what, name.code, spot[0], spot[-1] + 1, name.weight)

    def fuzzy(self, found: Sequence[Token], exact: Sequence[Mention], known: frozenset[str]) -> list[Mention]:
        """Names with typing errors; a longer name with an error goes before a short one without inside it, but not
        before one whose own word would be the error: « Famiris kinderbijslag » is no « Famifed kinderbijslag »."""
        mentions: list[Mention] = []
        spans = {(m.start, m.end) for m in exact}
        sure = {p for m in exact if m.what == BODY for p in range(m.start, m.end)}
        view = [i for i, t in enumerate(found[:FUZZY_TOKENS]) if not t.filler]
        for i in range(len(view)):
            for size in range(min(FUZZY_WORDS, len(view) - i), 0, -1):
                spot = view[i : i + size]
                if not any(start <= spot[0] and spot[-1] < end for start, end in spans):
                    certain = {found[p].text for p in spot if p in sure}
                    likely = self._like(found, spot, known)
                    mentions += [m for words, m in likely if certain <= set(words)]
        return mentions

    def _like(
        self, found: Sequence[Token], spot: list[int], known: frozenset[str]
    ) -> list[tuple[tuple[str, ...], Mention]]:
        """The likest names, each with its words as the register writes them."""
        key = "".join(found[p].text for p in spot)
        named = spot[0] > 0 and found[spot[0] - 1].text in KIND_WORDS
        if len(key) < FUZZY_LENGTH - named or (len(spot) == 1 and key in known) or key.isdigit():
            return []
        allowed = _allowed(len(key), len(spot))
        if all(found[p].text in known for p in spot):
            # Words that mean something else are no misspelt name, but for one letter in several long ones.
            if len(spot) == 1 or len(key) < LONG_NAME:
                return []
            allowed = 1
        hits = process.extract(
            key, self._keys, scorer=fuzz.ratio, score_cutoff=78 if len(key) < 7 else 84, limit=4
        )
        mentions = []
        for other, _score, _i in hits:
            distance = OSA.distance(key, other, score_cutoff=allowed)
            if distance > allowed or other[0] != key[0]:
                continue
            for name in self._names[other]:
                if len(key) < FUZZY_LENGTH and name.what == BODY:
                    continue
                slip = distance <= len(key) // LONG_NAME  # one letter in a long name, two in a very long one
                if not slip and _differs_in_short_words(name.words, [found[p].text for p in spot]):
                    continue
                if not name.capitals and _is_fit(name, found, spot, letters=False):
                    likeness = 1 - distance / len(key)
                    mention = Mention(name.what, name.code, spot[0], spot[-1] + 1, name.weight, likeness)
                    mentions.append((name.words, mention))
        best = max((m.likeness for _words, m in mentions), default=0)
        return [(words, m) for words, m in mentions if m.likeness == best]


def _forms(text: str) -> list[tuple[str, ...]]:
    """« De Lijn » counts with its article only: « lijn » alone is a word."""
    full, content = tuple(token.text for token in tokens(text)), words(text)
    return [full] if len(content) == 1 and len(full) > 1 else [content]


def _differs_in_short_words(name: Sequence[str], written: Sequence[str]) -> bool:
    """« SPRB Economie » is not « SPF Economie »: the short words are what tells names apart."""
    return len(name) == len(written) and any(
        a != b and min(len(a), len(b)) <= SHORT and not (len(a) == SHORT and b.endswith(a))
        for a, b in zip(name, written, strict=True)
        if len(name) > 1
    )


def _allowed(letters: int, parts: int) -> int:
    """Typing errors that a name of this length may have."""
    if parts == 1:
        return 1 if letters < 11 else 2
    return 1 if letters < 9 else 2 if letters < 18 else 3


def _views(found: Sequence[Token]) -> list[list[int]]:
    """Positions of all words, and positions without fillers."""
    everything = list(range(len(found)))
    content = [i for i in everything if not found[i].filler]
    return [everything] if len(content) == len(everything) else [everything, content]


def _is_fit(name: Name, found: Sequence[Token], spot: list[int], letters: bool = True) -> bool:
    """Whether this is the name, and not a word or a person that looks like it."""
    key = "".join(name.words)
    first = found[spot[0]]
    alone = len(spot) == sum(not t.filler for t in found) or len(spot) == len(found)
    if letters and len(key) < 6 and tuple(found[p].text for p in spot) != name.words:
        return False
    if name.capitals and not alone and not all(found[p].written.isupper() for p in spot):
        return False
    before = found[spot[0] - 1] if spot[0] else None
    if before and len(spot) == 1 and name.what == PLACE and _is_person(before, found, spot[0]):
        return False
    if name.what == PLACE and len(name.words) == 1 and key in traps.PLACE_WORDS and not alone:
        lead = before is not None and (before.text in traps.PLACE_LEAD or _is_postcode(before.text))
        lower = all(t.written == t.written.lower() for t in found)
        return lead and (lower or first.written[:1].isupper())
    return True


def _is_postcode(text: str) -> bool:
    return len(text) == 4 and text.isdigit()


def _is_person(before: Token, found: Sequence[Token], at: int) -> bool:
    if before.text in traps.TITLES or (before.text in traps.FIRST_NAMES and before.written[:1].isupper()):
        return True
    earlier = found[at - 2] if at >= 2 else None
    return bool(earlier and earlier.text in traps.TITLES and before.text not in traps.PLACE_LEAD)


def longest_only(mentions: list[Mention]) -> list[Mention]:
    """Without what lies inside a longer name: « Brussel » in « Brussel Fiscaliteit »."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start, -m.likeness)):
        inside = any(
            k.start <= mention.start
            and mention.end <= k.end
            and (k.start, k.end) != (mention.start, mention.end)
            for k in kept
        )
        same = any(
            (k.what, k.code, k.start, k.end) == (mention.what, mention.code, mention.start, mention.end)
            for k in kept
        )
        if not inside and not same:
            kept.append(mention)
    return sorted(kept, key=lambda m: (m.start, m.end, m.code))
