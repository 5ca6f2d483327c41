"""Documents on several processors: the same answers in the same order, and what is wrong is told at its place."""

import os
from collections.abc import Iterator

import pytest

from ombuds.deidentification.engine.side_by_side import AHEAD, FIRST, in_order, processors


def _double(number: int) -> tuple[int, int]:
    return 2 * number, os.getpid()


@pytest.mark.parametrize("count", [0, 1, FIRST, FIRST + 1, FIRST + 30])
def test_answers_come_in_the_order_of_the_questions(count: int) -> None:
    assert [answer for answer, _ in in_order(_double, range(count), 2)] == [2 * n for n in range(count)]


def test_helpers_do_the_work_of_a_long_list_and_nobody_but_this_process_of_a_short_one() -> None:
    here = {process for _, process in in_order(_double, range(FIRST), 2)}
    there = [process for _, process in in_order(_double, range(FIRST + 40), 2)]

    assert here == {os.getpid()}
    assert os.getpid() not in there[FIRST:]


def test_what_is_wrong_is_raised_after_the_answers_before_it() -> None:
    def questions() -> Iterator[int]:
        yield from range(FIRST + 5)
        raise ValueError("the next one")

    answers = in_order(_double, questions(), 2)
    assert [next(answers)[0] for _ in range(FIRST + 5)] == [2 * n for n in range(FIRST + 5)]
    with pytest.raises(ValueError, match="the next one"):
        next(answers)


def test_no_more_is_taken_than_the_helpers_can_soon_do() -> None:
    taken: list[int] = []

    def questions() -> Iterator[int]:
        for number in range(1_000):
            taken.append(number)
            yield number

    answers = in_order(_double, questions(), 2)
    for _ in range(FIRST + 3):
        next(answers)

    assert len(taken) <= FIRST + 3 + 2 * AHEAD + 2


def test_there_is_at_least_one_processor() -> None:
    assert processors() >= 1
