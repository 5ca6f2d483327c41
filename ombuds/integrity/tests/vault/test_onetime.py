"""One-time codes: the vectors of RFC 6238, once each, and no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombuds.integrity.vault import onetime

RFC = b"12345678901234567890"


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_the_vectors_of_the_standard(seconds: int, code: str) -> None:
    """RFC 6238, appendix B, the last six of its eight digits."""
    assert onetime.code_at(RFC, seconds // onetime.STEP) == code
    assert onetime.step_of(RFC, f"{code[:3]} {code[3:]}", seconds, last=0) == seconds // onetime.STEP


@given(st.binary(min_size=20, max_size=20), st.integers(10**9, 2 * 10**9), st.integers(-5, 5))
def test_a_code_works_for_a_step_before_and_after_and_once(secret: bytes, seconds: int, away: int) -> None:
    now = seconds // onetime.STEP
    typed = onetime.code_at(secret, now + away)
    found = onetime.step_of(secret, typed, seconds, last=0)
    if abs(away) <= onetime.SLACK:
        assert found is not None
        assert onetime.step_of(secret, typed, seconds, last=found) is None
    elif found is not None:  # by chance the code of a step nearby too
        assert typed == onetime.code_at(secret, found)


@given(st.text(max_size=40))
def test_what_is_no_code_fits_nothing(typed: str) -> None:
    codes = {onetime.code_at(RFC, step) for step in (0, 1, 2)}
    found = onetime.step_of(RFC, typed, 30, last=-1)
    assert (found is not None) == (onetime.tidy(typed) in codes)


def test_the_secret_as_apps_take_it() -> None:
    assert onetime.text_of(RFC) == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert "secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" in onetime.address(RFC, "lucie", "Ombuds")
    assert len(onetime.new_secret()) == 20


def test_spare_codes_are_kept_as_digests() -> None:
    spares = onetime.new_spares()
    assert len(set(spares)) == 8
    assert all(len(spare) == 10 and spare.isdecimal() for spare in spares)
    kept = list(onetime.digests(spares))
    assert onetime.digest(f"{spares[0][:5]} {spares[0][5:]}") == kept[0]
    assert len(set(kept)) == 8
    assert {len(one) for one in kept} == {32}


def test_a_clock_may_be_half_a_minute_wrong() -> None:
    for away in (-1, 0, 1):
        assert onetime.step_of(RFC, onetime.code_at(RFC, 1000 + away), 30_000, last=0) == 1000 + away
    assert onetime.step_of(RFC, onetime.code_at(RFC, 1002), 30_000, last=0) is None


def test_only_digits_count_and_no_more_than_could_matter() -> None:
    assert onetime.tidy(" 12X3x4-5 ٣6") == "123456"
    assert onetime.tidy("1" * 1000) == "1" * 32


def test_the_digest_of_a_spare_code_as_it_is_stored() -> None:
    """Another digest would make every spare code in a drawer worthless."""
    assert onetime.digest("12345 67890") == "acb219dfab6b69855a9f7098a2003f3d"
