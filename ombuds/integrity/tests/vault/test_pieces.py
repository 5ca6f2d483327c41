"""Files of any size: sealed in pieces that cannot be swapped, cut off or added to."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.integrity.vault import Refused, pieces
from ombuds.integrity.vault.padding import file_class
from ombuds.integrity.vault.pieces import PIECE, Sealer
from ombuds.integrity.vault.sealing import OVERHEAD, Place, open_exactly, seal_exactly

KEY, FILE = bytes(range(32)), b"f" * 16
WHOLE = PIECE + OVERHEAD


def sealed_file(content: bytes, portion: int = 300_000) -> bytes:
    out = io.BytesIO()
    sealer = Sealer(KEY, FILE, out.write)
    for start in range(0, len(content), portion):
        sealer.add(content[start : start + portion])
    sealer.end()
    assert sealer.size == len(content)
    assert sealer.waiting == b""
    return out.getvalue()


def read(sealed: bytes, size: int, key: bytes = KEY, file: bytes = FILE) -> bytes:
    return b"".join(pieces.opened(key, file, size, io.BytesIO(sealed).read))


@settings(derandomize=True, max_examples=25, deadline=None)
@given(st.integers(0, 3 * PIECE), st.integers(50_000, 2 * PIECE))
def test_a_file_comes_back_whatever_its_size_and_portions(size: int, portion: int) -> None:
    content = (b"0123456789abcdef" * (size // 16 + 1))[:size]
    sealed = sealed_file(content, portion)
    assert read(sealed, size) == content
    padded = file_class(size)
    assert len(sealed) == padded + -(-padded // PIECE) * OVERHEAD


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE])
def test_the_edges_of_a_piece(size: int) -> None:
    content = b"x" * size
    assert read(sealed_file(content), size) == content


def test_numbers_go_up_and_memory_does_not() -> None:
    written: list[int] = []
    sealer = Sealer(KEY, FILE, lambda sealed: written.append(len(sealed)))
    for _ in range(5):
        sealer.add(bytes(PIECE))
        assert len(sealer.waiting) <= PIECE
    sealer.end()
    assert written == [WHOLE] * 5
    assert sealer.number == 5


def test_pieces_cannot_be_swapped_dropped_repeated_or_cut() -> None:
    size = 3 * PIECE
    content = b"a" * PIECE + b"b" * PIECE + b"c" * PIECE
    sealed = sealed_file(content)
    one, two, three = (sealed[n * WHOLE : (n + 1) * WHOLE] for n in range(3))
    for wrong in (two + one + three, one + three, one + two, one + one + three, one + two + three + three,
                  one + two + three[:-1], sealed + b"\0", b"", one + three + two):  # fmt: skip
        with pytest.raises(Refused):
            read(wrong, size)
    with pytest.raises(Refused):
        read(one + two, 2 * PIECE)  # the second is not the last
    with pytest.raises(Refused):
        read(sealed, 4 * PIECE)


def test_another_key_or_file_opens_nothing() -> None:
    sealed = sealed_file(b"content")
    with pytest.raises(Refused):
        read(sealed, 7, key=bytes(32))
    with pytest.raises(Refused):
        read(sealed, 7, file=b"g" * 16)


def test_a_piece_of_another_length_is_refused() -> None:
    """A short last piece that was sealed with the right key is still not the piece that belongs here."""
    short = seal_exactly(KEY, Place(FILE, "file", "last", 0), b"abc")
    with pytest.raises(Refused):
        read(short, 3)


def test_padding_may_fill_pieces_of_its_own() -> None:
    """64 MiB and one byte are padded to 66 MiB: the last two pieces hold no content but one byte."""
    size = 64 * PIECE + 1
    sealed = sealed_file(b"z" * size, 5_000_000)
    assert len(sealed) == 66 * WHOLE
    assert read(sealed, size) == b"z" * size


def test_pieces_are_named_as_the_description_says() -> None:
    sealed = sealed_file(b"a" * PIECE + b"b")
    first = open_exactly(KEY, Place(FILE, "file", "piece", 0), sealed[:WHOLE])
    last = open_exactly(KEY, Place(FILE, "file", "last", 1), sealed[WHOLE:])
    assert (first, last[:2]) == (b"a" * PIECE, b"b\0")


def test_no_more_is_read_than_one_piece_and_one_byte_at_the_end() -> None:
    sealed = io.BytesIO(sealed_file(b"a" * PIECE + b"b"))
    asked: list[int] = []

    def noted(size: int) -> bytes:
        asked.append(size)
        return sealed.read(size)

    assert sum(map(len, pieces.opened(KEY, FILE, PIECE + 1, noted))) == PIECE + 1
    rest = file_class(PIECE + 1) - PIECE
    assert asked == [WHOLE, rest + OVERHEAD, 1]
