"""Secret codes that people can read aloud, and how they are kept: only as a keyed digest."""

import hashlib
import hmac
import secrets

from django.conf import settings

# No vowels (no words come out), no look-alikes such as 0/O, 1/I/L.
ALPHABET = "23456789BCDFGHJKMNPQRTVWXZ"


def new_code(groups: int = 4, size: int = 4) -> str:
    """Like `7KQX-M2RD-…`: 26^16, about 75 bits by default."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(size)) for _ in range(groups))


def tidy_code(typed: str) -> str:
    """What the person typed, without spaces and dashes, in capitals."""
    return "".join(sign for sign in typed.upper() if sign in ALPHABET)


def keyed(text: str, purpose: str) -> str:
    """A digest that the database alone does not allow to guess: the key lies in the settings."""
    key = f"{purpose}:{settings.SECRET_KEY}".encode()
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def digest(code: str, purpose: str) -> str:
    """What is stored of a code."""
    return keyed(tidy_code(code), purpose)


def matches(code: str, stored: str, purpose: str) -> bool:
    """Compared in constant time."""
    return bool(stored) and hmac.compare_digest(digest(code, purpose), stored)
