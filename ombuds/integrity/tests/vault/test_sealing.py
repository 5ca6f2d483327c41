"""What is sealed opens with the right key at the right place, and in no other way."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.integrity.vault import Refused, padding
from ombuds.integrity.vault import sealing as s
from ombuds.integrity.vault.sealing import Place

quick = settings(derandomize=True, max_examples=60, deadline=None)
KEY = bytes(range(32))
HERE = Place(b"r" * 16, "content", "answers", 2)
names = st.text(min_size=0, max_size=12)
places = st.builds(Place, st.binary(max_size=20), names, names, st.integers(0, 2**63))


@quick
@given(st.binary(max_size=5000), places)
def test_what_was_sealed_comes_back(content: bytes, place: Place) -> None:
    sealed = s.seal(KEY, place, content)
    assert s.unseal(KEY, place, sealed) == content
    assert len(sealed) == padding.text_class(len(content) + 4) + s.OVERHEAD


@quick
@given(places, places)
def test_no_two_places_look_alike(one: Place, other: Place) -> None:
    assert (bytes(one) == bytes(other)) == (one == other)


def test_parts_of_a_place_cannot_be_shifted() -> None:
    assert bytes(Place(b"ab", "c", "d")) != bytes(Place(b"a", "bc", "d"))
    assert bytes(Place(b"a", "bc", "d")) != bytes(Place(b"a", "b", "cd"))


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(HERE, report=b"s" * 16),
        replace(HERE, compartment="identity"),
        replace(HERE, field="notes"),
        replace(HERE, revision=1),
        replace(HERE, revision=3),
    ],
)
def test_at_another_place_it_stays_closed(elsewhere: Place) -> None:
    with pytest.raises(Refused):
        s.unseal(KEY, elsewhere, s.seal(KEY, HERE, b"text"))


def test_with_another_key_it_stays_closed() -> None:
    sealed = s.seal(KEY, HERE, b"text")
    for wrong in (bytes(32), KEY[:31], KEY + b"\0", b""):
        with pytest.raises(Refused):
            s.unseal(wrong, HERE, sealed)


def test_every_flipped_bit_is_noticed() -> None:
    sealed = s.seal_exactly(KEY, HERE, b"some words")
    for position in range(len(sealed)):
        for bit in (0x01, 0x80):
            changed = bytearray(sealed)
            changed[position] ^= bit
            with pytest.raises(Refused):
                s.open_exactly(KEY, HERE, bytes(changed))


def test_cutting_and_adding_are_noticed() -> None:
    sealed = s.seal_exactly(KEY, HERE, b"")
    assert s.open_exactly(KEY, HERE, sealed) == b""
    for length in range(len(sealed)):
        with pytest.raises(Refused):
            s.open_exactly(KEY, HERE, sealed[:length])
    with pytest.raises(Refused):
        s.open_exactly(KEY, HERE, sealed + b"\0")


def test_an_unknown_version_is_refused_even_when_all_else_fits() -> None:
    sealed = s.seal_exactly(KEY, HERE, b"text")
    with pytest.raises(Refused):
        s.open_exactly(KEY, HERE, b"\x02" + sealed[1:])


def test_the_commitment_is_checked_and_not_only_the_tag() -> None:
    """A ciphertext that would decrypt is refused when its commitment belongs to another key."""
    sealed, other = s.seal_exactly(KEY, HERE, b"text"), s.seal_exactly(bytes(32), HERE, b"text")
    start, end = 1 + s.NONCE, 1 + s.NONCE + s.COMMITMENT
    with pytest.raises(Refused):
        s.open_exactly(KEY, HERE, sealed[:start] + other[start:end] + sealed[end:])


def test_the_same_words_never_look_the_same() -> None:
    sealed = {s.seal(KEY, HERE, b"text") for _ in range(50)}
    assert len({one[1:25] for one in sealed}) == 50
    assert len({one[57:] for one in sealed}) == 50
    assert len({s.new_key() for _ in range(50)}) == 50
    assert all(len(s.new_key()) == 32 for _ in range(3))


def test_a_refusal_says_nothing() -> None:
    assert str(Refused()) == "refused"
