"""Lists of words and phrases in data files: one line a thing, its forms apart by semicolons."""

import re
from functools import cache
from pathlib import Path

from ombuds.deidentification.engine.folding import plain


@cache
def by_first_word(file: Path) -> dict[str, list[tuple[str, ...]]]:
    """First word → every form that begins with it, as words in plain form, longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            for name in line.split(";"):
                words = tuple(re.findall(r"[^\W_]+", plain(name)))
                if words:
                    found.setdefault(words[0], set()).add(words)
    return {first: sorted(forms, key=len, reverse=True) for first, forms in found.items()}
