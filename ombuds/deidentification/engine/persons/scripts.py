"""Names in another script in a Latin text: Cyrillic, Greek, Arabic, Hebrew, Chinese, Japanese, Korean and others."""

import re
from collections.abc import Callable, Iterator

from ombuds.deidentification.engine.spans import PATTERN, Kind, Span

SCRIPT = re.compile(
    r"[\u0370-\u1cff\u2c00-\u2dff\u3005-\u30ff\u3130-\u318f\u3400-\u9fff\ua000-\uabff\uac00-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc\U00020000-\U0003ffff]+"
    r"(?:[ \-·・.'’]{1,2}[\u0370-\u1cff\u2c00-\u2dff\u3005-\u30ff\u3130-\u318f\u3400-\u9fff\ua000-\uabff\uac00-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc\U00020000-\U0003ffff]+)*"
)
MOST_WORDS, MOST_IDEOGRAMS = 5, 6
REASON = "A few words in another script are most likely a name"


def in_other_script(text: str, touches: Callable[[int, int], bool]) -> Iterator[Span]:
    """Short runs only: a whole sentence in Russian is no name. One look-alike letter inside a Latin word is none either."""
    if text.isascii():
        return
    for match in SCRIPT.finditer(text):
        start, end = match.span()
        inside = (start and text[start - 1].isalpha()) or text[end : end + 1].isalpha()
        letters = sum(c.isalpha() for c in match.group())
        too_long = len(match.group().split()) > MOST_WORDS or (
            match.group()[0] > "\u2e80" and letters > 2 * MOST_IDEOGRAMS
        )
        if letters > 1 and not inside and not too_long and not touches(start, end):
            yield Span(start, end, Kind.PERSON, PATTERN, 0.6, f"name:{match.group()}", "full", "", REASON)
