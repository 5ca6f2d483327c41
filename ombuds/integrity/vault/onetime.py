"""One-time codes of an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds), and spare codes for the day it is lost."""

import base64
import hmac
import os
import secrets
from collections.abc import Iterator
from hashlib import blake2b, sha1

SECRET = 20  # bytes, as RFC 4226 advises
STEP = 30  # seconds
DIGITS = 6
SLACK = 1  # steps that a clock may be wrong, either way
SPARES = 8


def new_secret() -> bytes:
    """20 random bytes."""
    return os.urandom(SECRET)


def code_at(secret: bytes, step: int) -> str:
    """The code of this step since 1970."""
    made = hmac.new(secret, step.to_bytes(8), sha1).digest()
    start = made[-1] & 15
    number = int.from_bytes(made[start : start + 4]) & 0x7FFFFFFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def step_of(secret: bytes, typed: str, seconds: float, last: int) -> int | None:
    """The step that this code belongs to; None when it fits no step now, or one that is not later than `last`:
    a code works once."""
    now = int(seconds) // STEP
    fitting = [
        step
        for step in range(now - SLACK, now + SLACK + 1)
        if hmac.compare_digest(code_at(secret, step).encode(), tidy(typed).encode())
    ]
    later = [step for step in fitting if step > last]
    return max(later) if later else None


def tidy(typed: str) -> str:
    """Only the digits."""
    return "".join(sign for sign in typed if sign in "0123456789")[:32]


def address(secret: bytes, login: str, issuer: str) -> str:
    """What the picture for the app says."""
    return f"otpauth://totp/{issuer}:{login}?secret={text_of(secret)}&issuer={issuer}&digits={DIGITS}&period={STEP}"


def text_of(secret: bytes) -> str:
    """To be typed into the app by hand. Twenty bytes fill base32 without a rest."""
    return base64.b32encode(secret).decode()


def new_spares() -> list[str]:
    """Codes of ten digits, each for one use."""
    return ["".join(secrets.choice("0123456789") for _ in range(10)) for _ in range(SPARES)]


def digests(spares: list[str]) -> Iterator[str]:
    """What is kept of them."""
    return (digest(spare) for spare in spares)


def digest(spare: str) -> str:
    """Ten digits alone could be guessed from it: it is kept sealed as well."""
    return blake2b(tidy(spare).encode(), digest_size=16, person=b"openombuds spare").hexdigest()
