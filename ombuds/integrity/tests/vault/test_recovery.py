"""The sheets in the safe bring the recovery key back; fewer than agreed bring nothing."""

from itertools import combinations

import pytest

from ombuds.integrity.vault import Refused, recovery


def test_any_two_of_three_sheets_bring_the_key_back() -> None:
    pair, sheets = recovery.new_sheets(2, 3)
    assert len(sheets) == 3
    for some in combinations(sheets, 2):
        assert recovery.joined(some) == pair
    assert recovery.joined([f"  {sheets[0].upper()}\n", sheets[2].replace(" ", "  ")]) == pair


def test_too_few_wrong_or_mixed_sheets_bring_nothing() -> None:
    _pair, sheets = recovery.new_sheets(3, 5)
    _other, foreign = recovery.new_sheets(3, 5)
    for some in (
        [],
        sheets[:1],
        sheets[:2],
        ["", ""],
        ["no such words"] * 3,
        [*sheets[:2], foreign[0]],
        [sheets[0]] * 3,
    ):
        with pytest.raises(Refused):
            recovery.joined(some)


def test_sheets_of_a_shorter_secret_are_no_key() -> None:
    from shamir_mnemonic import generate_mnemonics

    with pytest.raises(Refused):
        recovery.joined(generate_mnemonics(1, [(2, 2)], bytes(16), iteration_exponent=0)[0])


@pytest.mark.parametrize(("needed", "sheets"), [(1, 3), (0, 1), (4, 3), (2, 17), (1, 1)])
def test_the_numbers_must_make_sense(needed: int, sheets: int) -> None:
    with pytest.raises(Refused):
        recovery.new_sheets(needed, sheets)


def test_the_largest_set_of_sheets() -> None:
    pair, sheets = recovery.new_sheets(2, 16)
    assert len(set(sheets)) == 16
    assert recovery.joined([sheets[15], sheets[7]]) == pair


def test_each_set_is_new() -> None:
    assert recovery.new_sheets(2, 2)[0] != recovery.new_sheets(2, 2)[0]
