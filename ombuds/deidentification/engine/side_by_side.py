"""Documents on several processors at once; the answers come in the order of the documents."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

# So many are answered by this process first: a short list is done before helpers have begun, and the helpers inherit
# the word lists that these made it load.
FIRST = 16
# Documents that wait for one helper.
AHEAD = 4
MOST = 8
A = TypeVar("A")
B = TypeVar("B")


def processors() -> int:
    """How many helpers are of use here; 1 where a process cannot be copied."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    here = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(MOST, here)


def in_order(work: Callable[[A], B], given: Iterable[A], workers: int = 1) -> Iterator[B]:
    """`work` of each, in order. What taking the next one raises is raised after the answers of those before it."""
    source = iter(given)
    for one in islice(source, FIRST if workers > 1 else None):
        yield work(one)
    if workers > 1:
        yield from _helped(work, source, workers)


def _helped(work: Callable[[A], B], source: Iterator[A], workers: int) -> Iterator[B]:
    waiting: deque[Future[B]] = deque()
    wrong: BaseException | None = None
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as helpers:
        while wrong is None:
            try:
                waiting.append(helpers.submit(work, next(source)))
            except StopIteration:
                break
            except Exception as error:  # noqa: BLE001  # whatever it is, it is raised after the answers before it
                wrong = error
            if len(waiting) > workers * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    if wrong is not None:
        raise wrong
