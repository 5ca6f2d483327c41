"""The receipt code: 16 digits, shown once. From it come the reporter's key and what the office may store of the code."""

import secrets
from dataclasses import dataclass
from hashlib import blake2b

from ombuds.integrity.vault.keys import Pair, pair_of, stretch
from ombuds.integrity.vault.sealing import KEY

DIGITS = 16
VERIFIER = 32


@dataclass(frozen=True)
class Receipt:
    """What a code gives: the verifier, which is stored, and the pair, whose public half is stored."""

    verifier: bytes
    pair: Pair


def new_code() -> str:
    """16 random digits."""
    return "".join(secrets.choice("0123456789") for _ in range(DIGITS))


def shown(code: str) -> str:
    """In groups of four, to be written down."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def tidy(typed: str) -> str:
    """Only the digits, and never more than could matter: whatever was typed, deriving takes equally long."""
    return "".join(sign for sign in typed if sign in "0123456789")[: DIGITS + 1]


def derive(code: str, salt: bytes) -> Receipt:
    """`salt` is the installation's: a code is looked up without a name, so that all codes share one."""
    master = stretch(tidy(code).encode(), salt)
    return Receipt(_part(master, b"verifier", VERIFIER), pair_of(_part(master, b"private key", KEY)))


def _part(master: bytes, purpose: bytes, size: int) -> bytes:
    return blake2b(purpose, key=master, digest_size=size, person=b"openombuds code").digest()
