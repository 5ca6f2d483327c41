"""Names that the line itself gives away: mail headers, two initials alone on a line, a word of farewell before them."""

import re
from collections.abc import Callable, Iterator

from ombuds.deidentification.engine.lexicons.loading import Strength, family_strength, given_strength
from ombuds.deidentification.engine.persons.abbreviations import NOBODYS, PAIRS
from ombuds.deidentification.engine.persons.cues import (
    LABELS,
    PARTICLES,
    ROLES,
    SALUTATIONS,
    SMALL,
    STOP,
    TITLES,
)
from ombuds.deidentification.engine.persons.edges import end_of
from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.spans import PATTERN

Found = tuple[int, int, float, str, str, str]
NAME = r"[^\W\d_][\w'.-]{0,30}(?:,? [^\W\d_][\w'.-]{0,30}){0,5}"
HEADER = re.compile(
    rf"^[ \t>*]{{0,8}}(?:van|von|de|from|aan|an|to|a|cc|bcc|tav|afzender|expediteur|sender|absender|destinataire|recipient|reply-to)[ \t]?:[ \t]{{0,4}}\"?(?P<name>{NAME})\"?[ \t]?[<(\[][ \t]?[\w.+\-]{{1,60}}@",
    re.MULTILINE,
)
LETTERS = re.compile(
    r"^[ \t>]{0,8}(?P<name>[^\W\d_]\.[ -]?[^\W\d_]\.(?:[ -]?[^\W\d_]\.)?)[ \t]{0,4}$", re.MULTILINE
)
WORDS_OF_FAREWELL = "bisous|bises|bye|cheers|tschuss|groetjes|grtz|groeten|thx|thanks|merci|bedankt|danke|cordialement|cdlt|mvg|vg|lg|mfg|gruss|grusse|regards|ciao|xx|xxx|salut|dag|ok|okay"
FAREWELL = re.compile(
    rf"(?<![^\W_])(?:(?:{WORDS_OF_FAREWELL})[,!. ]{{1,2}}){{1,4}}(?P<name>{NAME})[ \t.!]{{0,4}}$",
    re.MULTILINE,
)
ALONE = re.compile(
    r"\n[ \t]*\n[ \t>]{0,8}(?P<name>[^\W\d_][\w'-]{1,20}(?: [^\W\d_][\w'-]{1,20}){0,2})[ \t.!]{0,4}(?=\n[ \t]*\n|\n[ \t>]*\(|\s*\Z)"
)
# On a line typed small: a label, an initial or two, and a name.
LABELLED = re.compile(
    rf"^[ \t>*\d.)-]{{0,8}}(?:[^\W\d_]+ ){{0,2}}(?P<label>[^\W\d_]+)[ .·_…]{{0,40}}:[ \t]{{0,4}}(?P<name>{NAME})(?=[ \t]{{0,4}}(?:$|,|;|\(| - |[ ]{{2}}))",
    re.MULTILINE,
)
REASON = "It stands where a letter is signed or addressed"


def announced_by_lines(text: Text, is_free: Callable[[int], bool]) -> Iterator[Found]:
    """The names of mail headers, of farewells and of signatures typed small or as letters."""
    by_start = {start: index for index, start in enumerate(text.starts)}
    for match in HEADER.finditer(text.plain):
        yield from _checked(text, by_start, match, is_free, least=1)
    for match in FAREWELL.finditer(text.plain):
        yield from _checked(text, by_start, match, is_free, least=2)
    for match in ALONE.finditer(text.plain):
        yield from _checked(text, by_start, match, is_free, least=2)
    for match in LABELLED.finditer(text.plain):
        is_small = text.cased[match.start() : match.end()].islower()
        if is_small and (match["label"] in LABELS or match["label"] in ROLES):
            yield from _checked(text, by_start, match, is_free, least=1)
    for match in LETTERS.finditer(text.plain):
        letters = "".join(c for c in match["name"] if c.isalpha())
        index = by_start.get(match.start("name"))
        if (
            index is not None
            and is_free(index)
            and letters not in (PAIRS if _is_explained(text, match.end()) else NOBODYS | PAIRS)
        ):
            yield *match.span("name"), 0.75, REASON, "initials", PATTERN


def _is_explained(text: Text, end: int) -> bool:
    """'K.G.' over '(Kristel Govaerts)'."""
    return text.plain[end : end + 4].lstrip().startswith("(")


def _checked(
    text: Text, by_start: dict[int, int], match: re.Match[str], is_free: Callable[[int], bool], *, least: int
) -> Iterator[Found]:
    """`least`: 2 when the first word must be a given name, 1 when no word may be an everyday one."""
    start, end = match.span("name")
    index = by_start.get(start)
    if index is None:
        return
    indexes = []
    while index < len(text) and text.starts[index] < end:
        indexes.append(index)
        index += 1
    while indexes and text.words[indexes[0]] in TITLES:
        indexes.pop(0)
    if not indexes or not all(map(is_free, indexes)):
        return
    words = [text.words[i] for i in indexes if text.words[i] not in PARTICLES and len(text.words[i]) > 1]
    if not words or any(w in STOP or w in SALUTATIONS or w in SMALL.get(text.language, ()) for w in words):
        return
    is_given = given_strength(words[0]) is Strength.SURE
    if least == 2 and not is_given:
        return
    strange = [
        w
        for w, i in zip(words, [i for i in indexes if text.words[i] in words], strict=False)
        if not text.is_word(i)
    ]
    strong = [w for w in words if Strength.SURE in (given_strength(w), family_strength(w))]
    if (
        len(strange) == len(words)
        or len(strong) == len(words)
        or (is_given and len(strange) + len(strong) >= len(words))
    ):
        last = indexes[-1]
        yield (
            text.starts[indexes[0]],
            end_of(text, last, "initial" if len(text.words[last]) == 1 else "name"),
            0.8,
            REASON,
            "full" if len(words) > 1 else "first",
            PATTERN,
        )
