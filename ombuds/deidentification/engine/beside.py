"""What stands right beside a name and belongs to it: 'bomma |Tieneke', 'Fr. |Roiseux', 'Le Floc|'h', and the door in 'Mevr. Janssen, |nr. 15'."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.spans import MODEL, Kind, Span

LONGEST = 14  # characters that are looked at before a name
# Whom a family calls so is often called nothing else.
PET = r"(?i:bomma|bompa|bobonne|bonpapa|bonmaman|tantine|tantie|tonton|mamie|mamy|papy|memere|pepere|babcia) "
# Given names as a list of those present cuts them short; in German 'Fr. Müller' is a lady.
CUT = r"(?:Ph|Th|Ch|Chr|Jos|Joh|Alb|Gust|Bern|Marg|Cath|Elis|Wilh|Heinr|Friedr|Ferd)\. ?"
LETTER = (
    r"(?<=[a-z,;:)] )[B-HJ-LNP-XZ] "  # 'l'huissier de justice K |Moerman'; M is Monsieur, A and I are words
)
BEFORE = re.compile(rf"(?<![^\W_])(?:{PET}|{CUT}|{LETTER})\Z")
BEFORE_IN_FRENCH = re.compile(rf"(?<![^\W_])(?:{PET}|{CUT}|{LETTER}|Fr\. ?)\Z")
# 'p/o |Maud', 'i. A. |Lecoq': who signs for another.
FOR_ANOTHER = re.compile(r"(?<=[pP]/)[oO]\.? ?(?=[A-Z])|(?:(?<=i\. )|(?<=i\.))[AV]\. ?(?=[A-Z])")
AFTER = re.compile(r"'h(?![^\W_])")
# 'Decamps |& fils', 'Peeters |en Zonen'
FAMILY_FIRM = re.compile(
    r" (?:& ?(?i:fils|filles?|freres|zonen|zoon|zn\.?|dochters?|sohne?|tochter|sons?|daughters?)|(?:en|et|und|and) (?:Fils|Filles?|Freres|Zonen|Zoon|Dochters?|Sohne?|Tochter|Sons?|Daughters?))(?![^\W_])"
)
DOOR = re.compile(
    r"(?:,| [\-–])? ?\(?(?:(?:du|au|van|vom|of) )?(?P<nr>(?i:nr|no|n°)\.? ?\d{1,3}[a-zA-Z]?)(?![^\W_]|[./\-]\d| ?[€%])"
)
REASON = "It stands where an address would stand"


def with_what_is_beside(text: Text, spans: Sequence[Span]) -> list[Span]:
    """`spans` in order, those of persons grown over it, and the numbers of the doors behind them; none overlaps."""
    done: list[Span] = []
    for at, span in enumerate(spans):
        words = list(text.within([(span.start, span.end)])) if span.kind is Kind.PERSON else []
        end = spans[at + 1].start if at + 1 < len(spans) else text.folded.length
        if not words:
            done.append(span)
            continue
        done.append(_grown(text, span, words, done[-1].end if done else 0, end))
        if (door := _door(text, words[-1])) and done[-1].end <= door.start and door.end <= end:
            done.append(door)
    return done


def _grown(text: Text, span: Span, words: Sequence[int], first: int, last: int) -> Span:
    """With what is beside it, as long as that lies between `first` and `last`, offsets in the original."""
    start, end = text.starts[words[0]], text.ends[words[-1]]
    if signs := FOR_ANOTHER.match(text.cased, start, end):
        start = signs.end()
        span = replace(span, start=text.folded.original(start, end)[0])
    pattern = BEFORE_IN_FRENCH if text.language == "fr" else BEFORE
    before = pattern.search(text.cased, max(0, start - LONGEST), start)
    if before and text.folded.original(before.start(), start)[0] >= first:
        span = replace(span, start=text.folded.original(before.start(), start)[0])
    firm = FAMILY_FIRM.match(text.cased, end)
    after = firm or AFTER.match(text.cased, end)
    if after and text.folded.original(end, after.end())[1] <= last:
        span = replace(span, end=max(span.end, text.folded.original(end, after.end())[1]))
        if firm:
            span = replace(span, kind=Kind.ORGANISATION, entity="", part="")
    return span


def _door(text: Text, word: int) -> Span | None:
    """The number of a house behind the last word of somebody's name."""
    found = DOOR.match(text.cased, text.ends[word])
    if found is None:
        return None
    start, end = text.folded.original(found.start("nr"), found.end())
    return Span(start, end, Kind.ADDRESS, MODEL, 0.7, reason=REASON)
