"""Sizes on disk show a class and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.integrity.vault import Refused
from ombuds.integrity.vault.padding import SMALLEST_FILE, file_class, pad, text_class, unpad

quick = settings(derandomize=True, max_examples=100, deadline=None)


@quick
@given(st.binary(max_size=9000))
def test_texts_fill_a_power_of_two(content: bytes) -> None:
    padded = pad(content)
    assert unpad(padded) == content
    assert len(padded) >= 1024
    assert len(padded) & (len(padded) - 1) == 0
    assert padded[4 + len(content) :] == bytes(len(padded) - 4 - len(content))


def test_the_classes_of_texts() -> None:
    assert [text_class(n) for n in (0, 1, 1023, 1024, 1025, 2048, 2049, 70000)] == [
        1024, 1024, 1024, 1024, 2048, 2048, 4096, 131072,
    ]  # fmt: skip
    assert len(pad(bytes(1020))) == 1024
    assert len(pad(bytes(1021))) == 2048


@quick
@given(st.integers(0, 2**40))
def test_files_cost_at_most_an_eighth_more(size: int) -> None:
    padded = file_class(size)
    assert max(size, SMALLEST_FILE) <= padded <= max(SMALLEST_FILE, size * 1.12 + 1)
    assert file_class(padded) == padded


def test_the_classes_of_files() -> None:
    """By hand: 65,537 has 17 bits, exponent 16 of 5 bits: steps of 2^11."""
    sizes = [0, 1, 65536, 65537, 67584, 67585, 198_000_000, 2**30]
    assert [file_class(n) for n in sizes] == [65536, 65536, 65536, 67584, 67584, 69632, 201326592, 2**30]


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"\0\0\0\1",
        bytes(1023),
        bytes(2048),  # a length of zero fits in the smallest class
        b"\0\0\0\1ab" + bytes(1018),  # something after the content
        b"\0\0\x04\0" + bytes(1020),  # longer than there is
        b"\xff\xff\xff\xff" + bytes(1020),
        (1020).to_bytes(4, "big") + bytes(1019),
    ],
)
def test_only_what_pad_makes_is_taken_back(wrong: bytes) -> None:
    with pytest.raises(Refused):
        unpad(wrong)
