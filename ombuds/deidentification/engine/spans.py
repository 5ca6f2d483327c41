"""A span: one stretch of text that identifies, and why we think so."""

from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    PERSON = "person"
    ADDRESS = "address"
    PLACE = "place"
    DATE = "date"
    TIME = "time"
    BIRTH_DATE = "birth_date"
    AGE = "age"
    NATIONAL_NUMBER = "national_number"
    IBAN = "iban"
    CARD = "card"
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    HANDLE = "handle"
    IP = "ip"
    PLATE = "plate"
    IDENTITY_DOCUMENT = "identity_document"
    COMPANY_NUMBER = "company_number"
    REFERENCE = "reference"
    COURT_NUMBER = "court_number"
    ORGANISATION = "organisation"
    PROFESSION = "profession"
    AMOUNT = "amount"
    GPS = "gps"
    HEALTH = "health"
    FAMILY = "family"


# Each of these points at one person or household by itself; the others only do so together.
DIRECT: frozenset[Kind] = frozenset(
    {
        Kind.PERSON, Kind.ADDRESS, Kind.BIRTH_DATE, Kind.NATIONAL_NUMBER, Kind.IBAN, Kind.CARD, Kind.PHONE, Kind.EMAIL, Kind.URL,
        Kind.HANDLE, Kind.IP, Kind.PLATE, Kind.IDENTITY_DOCUMENT, Kind.COMPANY_NUMBER, Kind.REFERENCE, Kind.COURT_NUMBER,
        Kind.ORGANISATION, Kind.GPS,
    }
)  # fmt: skip


class Mode(StrEnum):
    MARK = "mark"
    REDACT = "redact"
    PSEUDONYM = "pseudonym"
    FICTION = "fiction"


KNOWN = "known"
PATTERN = "pattern"
LEXICON = "lexicon"
MODEL = "model"
PROPAGATION = "propagation"
PERSON = "person"  # a reviewer said so
SURE = 0.9


@dataclass(frozen=True, slots=True)
class Span:
    """Offsets are code points of the input; `entity` ties the mentions of one person or place together.

    `reason` is one short English sentence for the reviewer.
    """

    start: int
    end: int
    kind: Kind
    source: str
    confidence: float
    entity: str = ""
    part: str = ""
    replacement: str = ""
    reason: str = ""

    @property
    def length(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Keep:
    """A stretch that must stay readable (a body, a law, an office), and why."""

    start: int
    end: int
    reason: str = ""
    of_case: bool = False


def resolve(spans: Iterable[Span], text: str, keep: Iterable[Keep] = ()) -> list[Span]:
    """Spans that do not overlap: what the case knows wins over what must stay, that over all guesses, longer over shorter.

    What is left of the loser beside the winner is covered too: better a word too many than half a name.
    """
    walls = [
        Span(k.start, k.end, Kind.ORGANISATION, KEPT, 1.0, part=OF_CASE if k.of_case else "") for k in keep
    ]
    found: list[Span] = []
    for group in _clusters([*spans, *walls]):
        found += group if len(group) == 1 else _settled(group, text)
    return [span for span in found if span.source != KEPT]


def _clusters(spans: list[Span]) -> Iterator[list[Span]]:
    """Runs of spans that overlap, so that settling one run costs nothing for the rest of a long text."""
    group: list[Span] = []
    end = -1
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if group and span.start >= end:
            yield group
            group = []
        group.append(span)
        end = max(end, span.end) if len(group) > 1 else span.end
    if group:
        yield group


def _settled(group: list[Span], text: str) -> list[Span]:
    taken: list[Span] = []
    starts: list[int] = []
    names = [span for span in group if span.kind in ON_A_NETWORK]
    inside = {
        w for w in group if w.source == KEPT and any(n.start <= w.start and w.end <= n.end for n in names)
    }
    group = [span for span in group if span not in inside]  # '@peeters.mediatrice' names no office
    group = [_after_a_network_name(span, names) for span in group]
    walls = [span for span in group if span.source == KEPT]
    group = [_grown(span, group, walls, text) for span in group]
    for span in sorted((s for s in group if not _yields(s, walls)), key=_rank):
        for piece in _pieces(span, taken, starts):
            if piece == span or piece.source == KEPT or _is_worth_it(piece, text):
                at = bisect(starts, piece.start)
                taken.insert(at, piece)
                starts.insert(at, piece.start)
    return taken


def _after_a_network_name(span: Span, names: list[Span]) -> Span:
    """'@de_andrew', and on the next line 'Sutton Jane'; 'Francesca' over 'francesca_b@voo.be': no name of somebody goes on inside the other."""
    for name in names:
        if span.kind is Kind.PERSON and span.start < name.start < span.end < name.end:
            return replace(span, end=name.start)
        if span.kind is Kind.PERSON and name.start < span.start < name.end < span.end:
            return replace(span, start=name.end)
    return span


KEPT = "kept"
ON_A_NETWORK = frozenset({Kind.EMAIL, Kind.URL, Kind.HANDLE})


OF_CASE = "of case"
# What the case knows before what must stay, and that before every guess.
ORDER = {KNOWN: 0, PERSON: 0, KEPT: 1}


def _grown(span: Span, group: list[Span], walls: list[Span], text: str) -> Span:
    """A day of birth in a national number, a name in an e-mail address: the case knows the whole, not a piece of it."""
    if span.source != KNOWN:
        return span
    apart = [
        n
        for n in group
        if n.source == KNOWN
        and (n.kind in WHOLE or (n.kind is Kind.PERSON and not span.start <= n.start < span.end))
    ]
    if (span.kind in WHOLE and span.kind is not Kind.REFERENCE) or (
        span.kind is Kind.PERSON and _stands_apart(span, text)
    ):
        # 'dörte goor 0032462974628': a number and a name side by side are two things
        group = [other for other in group if other.kind is not Kind.REFERENCE]
    address = span.kind is Kind.ADDRESS or (span.kind is Kind.PLACE and span.part in {"town", "postcode"})
    whole = [
        other
        for other in group
        if (other.kind in WHOLE or (address and other.kind is Kind.ADDRESS and other.source != KNOWN) or (span.kind is other.kind is Kind.ORGANISATION and other.source != KNOWN)) and other.start <= span.start and span.end <= other.end and other.length > span.length
        and not any(w.start < other.end and other.start < w.end for w in walls)
        # '90 09 15 077 |68, Auf der Ley 13'; 'IK HEET LODE DE |BACKER EN IK WOON Davidlaan 275', where capitals say nothing
        and not (address and any(n.start < other.end and other.start < n.end for n in apart if n is not span))
    ]  # fmt: skip
    if not whole:
        return span
    largest = max(whole, key=lambda other: (other.length, other.confidence, other.kind))
    if largest.kind is Kind.ADDRESS and span.kind is Kind.ADDRESS:
        return replace(span, start=largest.start, end=largest.end)
    return replace(
        largest, source=KNOWN, confidence=max(span.confidence, largest.confidence), reason=span.reason
    )


def _stands_apart(span: Span, text: str) -> bool:
    """Whether nothing but space stands on both sides."""
    return not text[max(0, span.start - 1) : span.start].strip() and not text[span.end : span.end + 1].strip()


def _yields(span: Span, walls: list[Span]) -> bool:
    """A town of the case or a misspelt name inside the name of a body is the body's; so is the body itself."""
    if span.source != KNOWN or not walls:
        return False
    unsure = span.kind is Kind.PLACE or span.confidence < SURE
    return any(
        w.start <= span.start and span.end <= w.end
        for w in walls
        if unsure or (span.kind is Kind.ORGANISATION and w.part == OF_CASE)
    )


def _rank(span: Span) -> tuple[int, int, float, int, str]:
    return (ORDER.get(span.source, 2), -span.length, -span.confidence, span.start, span.kind)


# One thing, read as one: its pieces mean nothing by themselves.
WHOLE = frozenset(
    {
        Kind.NATIONAL_NUMBER, Kind.IBAN, Kind.CARD, Kind.PHONE, Kind.EMAIL, Kind.URL, Kind.HANDLE, Kind.PLATE,
        Kind.IDENTITY_DOCUMENT, Kind.COMPANY_NUMBER, Kind.REFERENCE, Kind.COURT_NUMBER,
    }
)  # fmt: skip
# Half a name or street still names someone; half of a number that was read in two ways does not.
TELLING = frozenset(
    {Kind.PERSON, Kind.ADDRESS, Kind.EMAIL, Kind.URL, Kind.DATE, Kind.BIRTH_DATE, Kind.HANDLE, Kind.GPS}
)


def _is_worth_it(rest: Span, text: str) -> bool:
    """Whether what is left of a span beside a stronger one must be covered as well."""
    letters = sum(c.isalnum() for c in text[rest.start : rest.end])
    if rest.kind is Kind.ADDRESS and letters:
        return True
    if rest.kind is Kind.REFERENCE and sum(c.isdigit() for c in text[rest.start : rest.end]) > 3:
        return True
    if rest.kind is Kind.PERSON and rest.source != KNOWN and letters:
        return True  # the initial before a name that a firm took
    return letters > 1 and (rest.source == KNOWN or rest.kind in TELLING)


def _pieces(span: Span, taken: list[Span], starts: list[int]) -> list[Span]:
    """The parts of the span that nothing covers yet."""
    at = max(0, bisect(starts, span.start) - 1)
    start, pieces = span.start, []
    while at < len(taken) and taken[at].start < span.end:
        if taken[at].end > start:
            if taken[at].start > start:
                pieces.append(replace(span, start=start, end=taken[at].start))
            start = taken[at].end
        at += 1
    return [*pieces, replace(span, start=start)] if start < span.end else pieces
