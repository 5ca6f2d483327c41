"""Progress bars: shown only when a person is looking at a terminal."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from tqdm import tqdm

T = TypeVar("T")


def track(items: Iterable[T], *, total: int | None = None, label: str = "") -> Iterator[T]:
    """The same items, with a bar on standard error when that is a terminal."""
    yield from tqdm(items, total=total, desc=label, disable=not sys.stderr.isatty(), leave=False)
