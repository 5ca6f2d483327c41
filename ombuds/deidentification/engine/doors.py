"""Which door of a house it is: 'Kerkstraat 12, Block B, room 214', 'boulevard Anspach 38, 3e étage', 'Residenz Im Anker, Block C'."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.spans import KNOWN, Kind, Span

MOST_INSIDE = 4  # spans that may begin in one door
BUILDING = "building"  # the part of an address that is a house with a name
NAMED_HOUSE = re.compile(r"(?i:residenti?e?|residenz|residence|immeuble|building|gebouw|complexe?) ")
DOOR = re.compile(
    r"(?:,? ?\(?(?:(?i:blo(?:c|k|ck)|building|batiment|gebouw|gebaude|kamer|room|chambre|zimmer|appartement|app\.|appt\.?|apt\.?|flat|wohnung|bus|bte\.?|boite|box|bt\.|postfach|studio|kot|aile|vleugel)"
    r" ?(?:n[°r]\.? ?)?(?:[A-Z]|\d{1,3}(?:[./]\d{1,3})?[a-zA-Z]?)(?![^\W_])"
    r"|\d{1,2}(?:e|de|ste|eme|er|st|nd|rd|th|\.) (?i:verdiep(?:ing)?|etage|floor|stock|og)(?![^\W_])"
    r"|(?i:rez[- ]de[- ]chaussee|rez arriere|z/n|s/n|zn\.|gelijkvloers|ground floor|erdgeschoss|(?:first|second|third) floor)(?![^\W_])))+"
)


def with_doors(text: Text, spans: Sequence[Span]) -> list[Span]:
    """`spans` in order, those of addresses and of houses with a name grown over block, box, floor and room behind them; none overlaps.

    What was found inside of a door goes; where something begins in it and goes on behind it, the address stays as it is.
    """
    grown: list[Span] = []
    for at, span in enumerate(spans):
        if grown and span.start < grown[-1].end:
            continue
        grown.append(_with_its_door(text, span, spans[at + 1 : at + 1 + MOST_INSIDE]))
    return grown


def _with_its_door(text: Text, span: Span, following: Sequence[Span]) -> Span:
    inside = list(text.within([(span.start, span.end)])) if _may_have_one(span) else []
    if not inside or not (span.kind is Kind.ADDRESS or NAMED_HOUSE.match(text.cased, text.starts[inside[0]])):
        return span
    door = DOOR.match(text.cased, text.ends[inside[-1]])
    if door is None:
        return span
    end = text.folded.original(text.starts[inside[-1]], door.end())[1]
    if any(span.end <= other.start < end < other.end for other in following):
        return span
    part = span.part if span.kind is Kind.ADDRESS else BUILDING
    return replace(span, end=max(span.end, end), kind=Kind.ADDRESS, part=part)


def _may_have_one(span: Span) -> bool:
    return span.kind is Kind.ADDRESS or (
        span.kind in {Kind.PERSON, Kind.ORGANISATION} and span.source != KNOWN
    )
