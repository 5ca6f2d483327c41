"""The single letters beside a name that belong to it: 'J.-w. Do', 'S.' at the end of a line before 'Lentz', 'nasser m.'."""

import re
from collections.abc import Callable, Sequence

from ombuds.deidentification.engine.persons.abbreviations import is_abbreviation
from ombuds.deidentification.engine.persons.titles import is_title
from ombuds.deidentification.engine.persons.tokens import Text

Found = tuple[int, int, float, str, str, str]
AFTER_CAPITAL = re.compile(r"\.[ \t]?\r?\n?[ \t>]*-?[ \t]?|-")
AFTER_SMALL = re.compile(r"\. ?")
MOST = 5


def with_letters(text: Text, found: Sequence[Found], is_free: Callable[[int], bool]) -> list[Found]:
    """Each found name with the initials before it, and in a text typed small those after it."""
    by_start = {start: index for index, start in enumerate(text.starts)}
    by_end = {end: index for index, end in enumerate(text.ends)}
    return [_one(text, one, by_start, by_end, is_free, text.is_typed_small) for one in found]


def _one(
    text: Text,
    one: Found,
    by_start: dict[int, int],
    by_end: dict[int, int],
    is_free: Callable[[int], bool],
    is_small: bool,
) -> Found:
    start, end = one[:2]
    index, last = by_start.get(start), by_end.get(end)
    if index is not None:
        while (
            index
            and index > by_start[start] - MOST
            and is_free(index - 1)
            and _leads(text, index - 1, is_small)
        ):
            index -= 1
        index += text.words[index] in {"m"} and is_title(text, index) and text.starts[index] < start
        start = text.starts[index]
    if is_small and last is not None and last + 1 < len(text) and is_free(last + 1):
        word, after = text.words[last + 1], text.gap(last + 1)
        if (
            len(word) == 1
            and word.isalpha()
            and text.gap(last) == " "
            and after.startswith(".")
            and len(after) > 1
        ):
            end = text.ends[last + 1] + 1
    return one if (start, end) == one[:2] else (start, end, *one[2:])


def _leads(text: Text, index: int, is_small: bool) -> bool:
    """Whether a letter is an initial of what follows it."""
    word, gap, before = text.words[index], text.gap(index), text.before(index)
    if len(word) != 1 or not word.isalpha() or is_abbreviation(text, index):
        return False
    if (
        "\n" in gap
        and index
        and before == " "
        and text.capitals[index - 1]
        and len(text.words[index - 1]) > 1
    ):
        return False  # 'Owusu C.' and on the next line another label
    if text.capitals[index]:
        return bool(AFTER_CAPITAL.fullmatch(gap)) and not is_title(text, index) and not before.endswith("'")
    if before in {".-", "-", "."} and index and text.capitals[index - 1] and len(text.words[index - 1]) == 1:
        return bool(AFTER_CAPITAL.fullmatch(gap))  # the w of 'J.-w. Do'
    return is_small and bool(AFTER_SMALL.fullmatch(gap)) and before[-1:] not in {".", "'", "-", "/"}
