"""Keys of reports reach the person they are for, and private keys only who knows the passphrase or the code."""

from dataclasses import replace

import pytest

from ombuds.integrity.vault import Refused, codes, keys
from ombuds.integrity.vault.sealing import Place, seal_exactly

ANNA, BART = keys.pair_of(bytes(range(32))), keys.pair_of(bytes(range(1, 33)))
HERE = Place(b"r" * 16, "content", "key", 1)
KEY = b"k" * 32
SALT = b"s" * 16


def test_a_wrapped_key_opens_for_its_person_at_its_place() -> None:
    wrapped = keys.wrap(ANNA.public, HERE, KEY)
    assert keys.unwrap(ANNA, HERE, wrapped) == KEY
    assert keys.unwrap(keys.Pair(b"", ANNA.private), HERE, wrapped) == KEY
    with pytest.raises(Refused):
        keys.unwrap(BART, HERE, wrapped)
    for elsewhere in (
        replace(HERE, report=b"q" * 16), replace(HERE, compartment="inner"), replace(HERE, revision=2),
    ):  # fmt: skip
        with pytest.raises(Refused):
            keys.unwrap(ANNA, elsewhere, wrapped)


def test_a_wrapped_key_cannot_be_changed_or_cut() -> None:
    wrapped = keys.wrap(ANNA.public, HERE, KEY)
    for position in range(len(wrapped)):
        changed = bytearray(wrapped)
        changed[position] ^= 4
        with pytest.raises(Refused):
            keys.unwrap(ANNA, HERE, bytes(changed))
        with pytest.raises(Refused):
            keys.unwrap(ANNA, HERE, wrapped[:position])


def test_a_box_of_the_wrong_length_is_refused() -> None:
    """Anybody may seal a box to a public key: what is in it is checked as well."""
    for key in (KEY[:31], KEY + b"k", b""):
        with pytest.raises(Refused):
            keys.unwrap(ANNA, HERE, keys.wrap(ANNA.public, HERE, key))


def test_two_wraps_of_one_key_look_different() -> None:
    assert keys.wrap(ANNA.public, HERE, KEY) != keys.wrap(ANNA.public, HERE, KEY)
    assert len(keys.wrap(ANNA.public, HERE, KEY)) == 1 + 48 + 64


def test_new_pairs_are_new_and_fit() -> None:
    one, other = keys.new_pair(), keys.new_pair()
    assert one.private != other.private
    assert len(one.private) == 32
    assert keys.unwrap(one, HERE, keys.wrap(one.public, HERE, KEY)) == KEY
    assert str(one.private) not in repr(one)
    assert repr(one) == "Pair(…)"


def test_a_private_key_opens_with_its_passphrase_only() -> None:
    locked = keys.lock(ANNA.private, "correct horse battery", HERE)
    assert keys.unlock(locked, "correct horse battery", HERE) == ANNA
    for passphrase, place in [
        ("correct horse batterz", HERE), ("", HERE), ("correct horse battery", replace(HERE, report=b"q")),
    ]:  # fmt: skip
        with pytest.raises(Refused):
            keys.unlock(locked, passphrase, place)


def test_a_locked_key_cannot_be_changed_or_cut() -> None:
    locked = keys.lock(ANNA.private, "pass", HERE, SALT)
    assert locked[1:17] == SALT
    for wrong in (
        b"",
        locked[:1],
        locked[:16],
        locked[:17],
        locked[:-1],
        b"\x02" + locked[1:],
        locked[:5] + b"x" + locked[6:],
    ):
        with pytest.raises(Refused):
            keys.unlock(wrong, "pass", HERE)


def test_each_lock_has_a_salt_of_its_own() -> None:
    assert keys.lock(ANNA.private, "pass", HERE)[1:17] != keys.lock(ANNA.private, "pass", HERE)[1:17]


def test_a_guess_costs_memory_and_passes() -> None:
    """The work is part of the format: less of it would open nothing that exists, and protect less."""
    assert (keys.OPS, keys.MEMORY) == (3, 67108864)


def test_only_a_pair_of_full_keys_can_be_locked_away_and_found() -> None:
    short = b"\x01" + SALT + seal_exactly(keys.stretch(b"pass", SALT), HERE, ANNA.private)
    assert keys.unlock(short, "pass", HERE).public == ANNA.public


def test_codes_have_16_digits_and_differ() -> None:
    made = [codes.new_code() for _ in range(200)]
    assert len(set(made)) == 200
    assert all(len(code) == 16 and code.isdecimal() for code in made)
    assert {sign for code in made for sign in code} == set("0123456789")
    assert codes.shown("1234567890123456") == "1234 5678 9012 3456"


def test_verifier_and_private_key_say_nothing_of_each_other() -> None:
    receipt = codes.derive("1234567890123456", SALT)
    assert len(receipt.verifier) == 32
    assert receipt.verifier not in (receipt.pair.private, receipt.pair.public)
    other = codes.derive("1234567890123457", SALT)
    assert {receipt.verifier, receipt.pair.private}.isdisjoint({other.verifier, other.pair.private})
    assert codes.derive("1234567890123456", b"t" * 16) != receipt


def test_what_is_typed_beyond_a_code_costs_nothing_more() -> None:
    assert codes.tidy("xX" * 500_000 + "12 34") == "1234"
    assert codes.tidy("1" * 1_000_000) == "1" * 17
    assert codes.tidy("١٢٣") == ""


def test_a_letter_reaches_one_person_at_one_place() -> None:
    letter = keys.seal_letter(ANNA.public, HERE, b"waarom ik het vraag")
    assert keys.open_letter(ANNA, HERE, letter).decode() == "waarom ik het vraag"
    assert len(letter) == len(keys.seal_letter(ANNA.public, HERE, b"")) == 1024 + 73 + 113
    for pair, place, sent in [
        (BART, HERE, letter), (ANNA, replace(HERE, field="other"), letter), (ANNA, HERE, letter[:-1]), (ANNA, HERE, letter[:113]),
    ]:  # fmt: skip
        with pytest.raises(Refused):
            keys.open_letter(pair, place, sent)
