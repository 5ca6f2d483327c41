"""What is said of a word, remembered for the words met before.

Quicker than `lru_cache`, which notes at each look which word was asked for last: most words are asked for a dozen times in each text.
"""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
MOST = 65_536  # words; when there are more, all are forgotten


class _Memory(dict[str, T]):
    def __init__(self, judge: Callable[[str], T]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, word: str) -> T:
        if len(self) >= MOST:
            self.clear()
        said = self[word] = self._judge(word)
        return said


def remembered(judge: Callable[[str], T]) -> Callable[[str], T]:
    """The same function of one word; it must depend on nothing else."""
    return _Memory(judge).__getitem__
