"""Spans side by side that are one thing become one, with what stands between them."""

import re
from dataclasses import replace

from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.lexicons.loading import Strength, given_strength
from ombuds.deidentification.engine.spans import KNOWN, LEXICON, MODEL, Kind, Span

# A firm's name may have been taken in pieces for these.
OF_A_FIRM = frozenset({Kind.ORGANISATION, Kind.PERSON, Kind.PLACE, Kind.PROFESSION})
FULL_LINE = 45  # characters at least, so that the next line goes on with the same sentence
NUMBER = re.compile(r"\d{1,4} ?[a-zA-Z]?")
DOUBTFUL = 0.5  # at most, of a capital that nothing explains


def closed_up(text: str, spans: list[Span]) -> list[Span]:
    """The same spans in order, those that are one put together: a name is hidden when the space inside it is hidden too."""
    closed: list[Span] = []
    for span in spans:
        last = closed[-1] if closed else None
        if last is None:
            closed.append(span)
        elif span.start < last.end:  # both reach over the same hyphen
            closed[-1] = last = replace(last, end=max(min(last.end, span.start), last.start))
            if last.start == last.end:
                closed.pop()
            closed.append(span)
        elif (one := _one(text, last, span)) is not None:
            closed[-1] = one
        else:
            closed.append(span)
    return closed


def _one(text: str, last: Span, span: Span) -> Span | None:
    """Both as one span, or None when they are two things."""
    gap, kinds = _gap(text, last, span), {span.kind, last.kind}
    if kinds == {Kind.PERSON}:
        if _are_partners(text, last, span):
            return replace(last, end=span.end, kind=Kind.ORGANISATION, entity="", part="")
        return _one_person(last, span) if gap == " " else None
    if Kind.ORGANISATION in kinds and kinds <= OF_A_FIRM:
        return _one_firm(text, last, span)
    if span.kind is Kind.ADDRESS and gap == " " and (last.kind is Kind.ADDRESS or _is_doubtful(last)):
        return replace(span, start=last.start)  # '141B |place du Jeu de Balle', 'Untere |Rottergasse'
    if kinds == {Kind.ADDRESS} and gap == ", " and NUMBER.fullmatch(text, last.start, last.end):
        return replace(span, start=last.start)  # '122A, |rue Pont-à-Mousson'
    if _are_one_fact(text, last, span):
        return replace(last, end=span.end, entity=f"{last.entity} {span.entity.partition(':')[2]}")
    return None


def _gap(text: str, last: Span, span: Span) -> str:
    """What stands between them; the end of a full line, where a word was broken off, as the space that it is."""
    gap = text[last.end : span.start]
    if gap.strip(" >\r") != "\n":
        return gap
    line = last.end - (text.rfind("\n", 0, last.end) + 1)
    return " " if line > FULL_LINE else gap


def _one_person(last: Span, span: Span) -> Span | None:
    """'Vna |\'t Hof', of which the case knows the end: somebody, whoever it is."""
    if KNOWN not in {last.source, span.source} or "full" in {last.part, span.part}:
        return None
    return replace(last, end=span.end, entity="", part="full")


def _one_firm(text: str, last: Span, span: Span) -> Span | None:
    """A firm and a name or firm side by side are one: the space between them tells how they belong together."""
    gap, kinds = _gap(text, last, span), {span.kind, last.kind}
    firm, other = (span, last) if span.kind is Kind.ORGANISATION else (last, span)
    if Kind.PROFESSION in kinds:
        return replace(firm, start=last.start, end=span.end) if gap == " " else None
    if gap not in TOGETHER and not _is_first_partner(text, last, span):
        return None
    if other.source == KNOWN and other.kind is Kind.PERSON:
        is_name = _is_doubtful(firm) and gap == " "  # 'Rhys |McGrath', of which the case knows the end
        return replace(other, start=last.start, end=span.end, entity="", part="full") if is_name else None
    if other.source == KNOWN and other.kind is Kind.ORGANISATION and firm.source != KNOWN:
        firm = other
    return replace(firm, start=last.start, end=span.end)


def _is_doubtful(span: Span) -> bool:
    return span.kind is Kind.ORGANISATION and span.source in {LEXICON, MODEL} and span.confidence <= DOUBTFUL


def _are_one_fact(text: str, last: Span, span: Span) -> bool:
    """'getrouwd zonder kinderen', 'Neder-Over-Heembeek' found in two halves."""
    if span.kind is not last.kind or KNOWN in {span.source, last.source}:
        return False
    gap = text[last.end : span.start]
    return gap == "-" if span.kind is Kind.PLACE else gap == " " and span.kind in {Kind.FAMILY, Kind.HEALTH}


# Side by side, or with what stands inside names only: 'Luís |da| Silva of Rombouts'.
TOGETHER = frozenset({"", " ", "-", "! ", " & ", " da ", " dos ", " do ", " das ", " del ", " di "})


def _is_first_partner(text: str, last: Span, span: Span) -> bool:
    """'Wexford, Lane & Partners': one word, a comma, and a firm with the sign between its names."""
    one = text[last.start : last.end]
    return (
        text[last.end : span.start] == ", "
        and span.kind is Kind.ORGANISATION
        and last.kind is not Kind.PLACE
        and "&" in text[span.start : span.end]
        and one.count(" ") < 2
    )


def _are_partners(text: str, last: Span, span: Span) -> bool:
    """'Lambrecht & Delcourt' is an office; 'Jan & Marie' are two people."""
    if text[last.end : span.start] not in {" & ", "&"} or KNOWN in {last.source, span.source}:
        return False
    names = [plain(text[one.start : one.end]) for one in (last, span)]
    return not all(given_strength(name) is Strength.SURE for name in names)
