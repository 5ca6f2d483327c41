"""A complaint as sentences, and as lines where someone wrote without full stops."""

import re

MOST = 80  # sentences of one complaint; what follows in longer ones repeats
LONGEST_NAME = 5  # words
_ENDS = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[^\W_])|\n+|(?<=;)\s+")
_SHORT = re.compile(
    r"\b(?:[A-Za-z]|dhr|mevr|mw|mme|mr|mrs|dr|nr|n°|art|bv|bijv|resp|st|ste|tel|blz|p)\.$", re.IGNORECASE
)


def sentences(text: str) -> list[str]:
    """In order, without empty ones; an abbreviation ends no sentence. Never nothing for a text with a letter in it."""
    found: list[str] = []
    for part in _ENDS.split(text[:40_000]):
        part = " ".join(part.split())
        if not part:
            continue
        if found and (_SHORT.search(found[-1]) or len(part) < 8 or _is_name(part)):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return [sentence for sentence in found if re.search(r"[^\W\d_]", sentence)][:MOST]


def _is_name(part: str) -> bool:
    """A line of a few words in capitals, as at the end of a letter: by itself it would be what nobody else wrote."""
    words = part.split()
    return (
        len(words) <= LONGEST_NAME
        and part[-1] not in ".!?…:"
        and all(w[0].isupper() or len(w) < 4 for w in words)
    )
