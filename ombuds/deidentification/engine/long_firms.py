"""All of a firm's name where only pieces of it were found: 'X & Y', a name in brackets, 'X, Y & Co'.

Works on finished spans of the original, as `long_names` does for people.
"""

import re
from dataclasses import replace

from ombuds.deidentification.engine.doubtful_words import ORDINARY, ORDINARY_LETTERS, PUBLIC
from ombuds.deidentification.engine.folding import plain
from ombuds.deidentification.engine.lexicons.loading import Strength, given_strength
from ombuds.deidentification.engine.persons.cues import LABELS, ROLES, SALUTATIONS, SMALL, TITLES
from ombuds.deidentification.engine.spans import KNOWN, Kind, Span

NAMED = frozenset({Kind.PERSON, Kind.ORGANISATION})
_PARTICLES = (
    r"(?:(?:[Dd]e|[Vv]an|[Vv]on|[Dd]er|[Dd]en|[Ll]e|[Ll]a|[Dd]u|[Dd]['’]|[Vv]an de[nr]?|[Tt]er|[Tt]en) ?)?"
)
_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'\-]{0,30}"
PARTNER_AFTER = re.compile(
    rf" ?[&+] ?{_PARTICLES}(?P<w>{_WORD})(?: (?:\& )?(?:Co|Cie|Zn|Zonen|Söhne|Sons|Fils))?\.?(?![^\W_])"
)
PARTNER_BEFORE = re.compile(rf"(?<![^\W_]){_PARTICLES}(?P<w>{_WORD})(?:, {_PARTICLES}{_WORD})? ?[&+] ?\Z")
# '(Droog en Warm)', '(Wohnen an der Our)': within brackets a name is whole.
BRACKETS = re.compile(r"\((?P<v>[A-ZÀ-ÖØ-Þ][^()\n\d,;:]{2,45})\)")
JOINING = frozenset(
    "van de het den der des du d la le les l t s of the and en et und a au aux ter ten op in zum zur am im von vom y n aan bij onder boven zonder met voor sur sous pour sans avec chez on at for with an auf unter mit ohne fur dem".split()
)
MOST_WORDS = 6
EVERYBODY = frozenset().union(*SMALL.values())


def long_firms(text: str, spans: list[Span]) -> list[Span]:
    """The same spans in order, those of firms grown; none overlaps the next."""
    grown: list[Span] = []
    brackets = [match.span("v") for match in BRACKETS.finditer(text) if _is_one_name(match["v"])]
    for at, span in enumerate(spans):
        if grown and grown[-1].end >= span.end:
            continue  # inside the brackets of the one before
        if span.kind in NAMED and span.source != KNOWN:
            before = grown[-1].end if grown else 0
            span = _in_brackets(text, spans, at, brackets, before)
            following = next((s.start for s in spans[at + 1 :] if s.start >= span.end), len(text))
            span = _with_partner(text, span, before, following)
        grown.append(span)
    return grown


def _in_brackets(text: str, spans: list[Span], at: int, brackets: list[tuple[int, int]], before: int) -> Span:
    """All that the brackets hold, where nothing but names were found within."""
    span = spans[at]
    for start, end in brackets:
        if not (before <= start <= span.start and span.end <= end) or (start, end) == (span.start, span.end):
            continue
        inside = [s for s in spans if s.start < end and start < s.end]
        whole = all(s.kind in NAMED | {Kind.PLACE} and s.end <= end and s.source != KNOWN for s in inside)
        if whole and (any(s.kind is Kind.ORGANISATION for s in inside) or _is_half(text, inside, start, end)):
            return replace(span, start=start, end=end, kind=Kind.ORGANISATION, entity="", part="")
    return span


def _is_half(text: str, inside: list[Span], start: int, end: int) -> bool:
    """Whether a capital stands there that nobody has."""
    taken = {i for s in inside for i in range(s.start, s.end)}
    return any(text[i].isupper() and i not in taken for i in range(start, end))


def _is_one_name(said: str) -> bool:
    """Capitals with small words between them: no sentence, no body."""
    words = re.findall(r"[^\W_]+", said)
    if not 1 < len(words) <= MOST_WORDS or any(PUBLIC.match(plain(word)) for word in words):
        return False
    return all(word[0].isupper() or plain(word) in JOINING for word in words) and words[-1][0].isupper()


def _with_partner(text: str, span: Span, before: int, following: int) -> Span:
    """'Hellrich & Sundermann' where one half was found; 'Jan & Marie' are two people."""
    start, end = span.start, span.end
    after = PARTNER_AFTER.match(text, end, following)
    if after and _may_be_partner(text, span, after["w"]):
        end = after.end() - (
            text[after.end() - 1] == "." and not text[after.end() - 3 : after.end() - 1].istitle()
        )
    first = PARTNER_BEFORE.search(text, max(before, start - 50), start)
    if first and _may_be_partner(text, span, first["w"]):
        start = first.start()
    if (start, end) == (span.start, span.end):
        return span
    return replace(span, start=start, end=end, kind=Kind.ORGANISATION, entity="", part="")


def _may_be_partner(text: str, span: Span, word: str) -> bool:
    said = plain(word)
    if said in EVERYBODY or said in LABELS or said in ROLES or said in TITLES or said in SALUTATIONS:
        return False
    if said in ORDINARY or said in ORDINARY_LETTERS or PUBLIC.match(said) is not None:
        return False
    both = span.kind is Kind.PERSON and given_strength(said) is Strength.SURE
    return not (both and given_strength(plain(text[span.start : span.end])) is Strength.SURE)
