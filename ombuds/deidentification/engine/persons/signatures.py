"""Names under a letter: 'Met vriendelijke groeten,' and then a short line or two."""

from collections.abc import Callable, Iterator

from ombuds.deidentification.engine.lexicons.loading import Strength, family_strength, given_strength
from ombuds.deidentification.engine.persons.cues import PARTICLES, SALUTATIONS, TITLES
from ombuds.deidentification.engine.persons.tokens import Text
from ombuds.deidentification.engine.spans import PATTERN

REASON = "It stands where a letter is signed"
MOST_WORDS, LINES_AFTER, LONGEST_CLOSING = 5, 4, 90
Found = tuple[int, int, float, str, str, str]


def signed(text: Text, is_free: Callable[[int], bool]) -> Iterator[Found]:
    for line in range(text.line_count) if text.closings else ():
        content = text.line_text(line)
        if len(content) > LONGEST_CLOSING or not any(closing in content for closing in text.closings):
            continue
        seen = 0
        for following in range(line + 1, min(line + 7, text.line_count)):
            words = text.words_of_line(following)
            if not len(words):
                continue
            seen += 1
            if (found := _signature(text, words, is_free)) is not None:
                yield found
                break
            if seen == LINES_AFTER:
                break


def _signature(text: Text, words: range, is_free: Callable[[int], bool]) -> Found | None:
    """The whole line as a name, if it can be one."""
    if len(words) > MOST_WORDS or ":" in text.plain[text.starts[words[0]] : text.ends[words[-1]]]:
        return None
    if not all(is_free(index) for index in words):
        return None
    indexes = [index for index in words if text.words[index] not in TITLES]
    if not indexes or any(any(c.isdigit() for c in text.words[index]) for index in indexes):
        return None
    names = [i for i in indexes if text.words[i] not in PARTICLES]
    if not names or any(text.stops(i) or text.words[i] in SALUTATIONS for i in names):
        return None
    known = [_is_name(text, index) for index in names]
    if not any(known) or known.count(False) > 1:
        return None
    return (
        text.starts[indexes[0]],
        text.ends[indexes[-1]],
        0.8,
        REASON,
        "full" if len(names) > 1 else "first",
        PATTERN,
    )


def _is_name(text: Text, index: int) -> bool:
    word = text.words[index]
    if len(word) == 1:
        return False
    if given_strength(word) is Strength.SURE or family_strength(word) is Strength.SURE:
        return True
    return not text.is_word(index) and (text.capitals[index] or bool(given_strength(word)))
