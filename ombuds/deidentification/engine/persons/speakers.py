"""Who speaks: 'Klein: "Ich war da."' in the minutes of a hearing, '[14:05] dries: hallo' in a chat."""

import re
from collections.abc import Callable, Iterator

from ombuds.deidentification.engine.lexicons.loading import Strength, family_strength, given_strength
from ombuds.deidentification.engine.persons.cues import LABELS, PARTICLES, ROLES, TITLES
from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.spans import PATTERN

Found = tuple[int, int, float, str, str, str]
REASON = "It stands where somebody speaks"
NAME = r"(?P<name>[^\W\d_][\w'.-]*(?: [^\W\d_][\w'.-]*){0,3})"
# Quotation marks are all '"' in the plain form.
MINUTES = re.compile(rf"^[ \t>*-]*{NAME} ?: ?\"", re.MULTILINE)
CHAT = re.compile(rf"^[ \t>]*\[[^\]\n]{{3,16}}\] ?{NAME} ?:", re.MULTILINE)


def speakers(text: Text, is_free: Callable[[int], bool]) -> Iterator[Found]:
    """The names before a colon and a quotation, and after the time of a line of a chat."""
    by_start = {start: index for index, start in enumerate(text.starts)}
    for pattern in (MINUTES, CHAT):
        for match in pattern.finditer(text.plain):
            index = by_start.get(match.start("name"))
            if index is None:
                continue
            end = match.end("name")
            words = []
            while index < len(text) and text.starts[index] < end:
                words.append(index)
                index += 1
            words = _without_role(text, words)
            if words and all(map(is_free, words)) and _is_somebody(text, words, chat=pattern is CHAT):
                part = "full" if len(words) > 1 else "last"
                yield text.starts[words[0]], text.ends[words[-1]], 0.8, REASON, part, PATTERN


def _without_role(text: Text, words: list[int]) -> list[int]:
    """'Medewerker Frans', 'Zeuge Klein': without what they are."""
    kept = list(words)
    while kept and text.words[kept[0]] in NO_NAMES:
        kept.pop(0)
    return kept


def _is_somebody(text: Text, words: list[int], *, chat: bool) -> bool:
    names = [text.words[i] for i in words if text.words[i] not in PARTICLES]
    if not names or (not chat and not text.capitals[words[0]]):
        return False
    # 'Artikel 5: "…"', 'Vraag: "…"' quote no person.
    return all(
        Strength.SURE in (given_strength(name), family_strength(name)) or not text.is_word(index)
        for index, name in zip([i for i in words if text.words[i] not in PARTICLES], names, strict=True)
    )


NO_NAMES = (LABELS | ROLES | TITLES) - PARTICLES
