"""Sealing: XChaCha20-Poly1305, bound to the place where the bytes belong, and committing to the key.

A sealed thing is: version (1 byte) | nonce (24) | commitment (32) | ciphertext and tag. From the key, the nonce and the
place come, by BLAKE2b, the key that encrypts and the commitment. The commitment makes it impossible to build bytes that
open under two keys or at two places: XChaCha20-Poly1305 alone does not promise that.
"""

import hmac
import os
from dataclasses import dataclass
from hashlib import blake2b

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt,
)
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt,
)
from nacl.exceptions import CryptoError

from ombuds.integrity.vault import VERSION, Refused
from ombuds.integrity.vault.padding import pad, unpad

KEY = 32
NONCE = 24
COMMITMENT = 32
TAG = 16
OVERHEAD = 1 + NONCE + COMMITMENT + TAG
DOMAIN = b"openombuds vault"


@dataclass(frozen=True)
class Place:
    """Where sealed bytes belong: of which report, in which compartment, which field, which revision of it."""

    report: bytes
    compartment: str
    field: str
    revision: int = 0

    def __bytes__(self) -> bytes:
        """Version and parts, each with its length before it: no two places look alike."""
        parts = (
            self.report,
            self.compartment.encode(),
            self.field.encode(),
            self.revision.to_bytes(8),
        )
        return bytes([VERSION]) + b"".join(len(part).to_bytes(4) + part for part in parts)


def new_key() -> bytes:
    """32 random bytes."""
    return os.urandom(KEY)


def _derive(key: bytes, nonce: bytes, place: bytes) -> tuple[bytes, bytes]:
    """The key that encrypts, and the commitment."""
    if len(key) != KEY:
        raise Refused()
    made = blake2b(nonce + place, key=key, person=DOMAIN).digest()  # 64 bytes: both halves
    return made[:KEY], made[KEY:]


def seal_exactly(key: bytes, place: Place, content: bytes, nonce: bytes | None = None) -> bytes:
    """Sealed without padding: for pieces of files, which are padded as a whole. `nonce` is given by test vectors only."""
    nonce = nonce or os.urandom(NONCE)
    inner, commitment = _derive(key, nonce, bytes(place))
    return bytes([VERSION]) + nonce + commitment + encrypt(content, bytes(place), nonce, inner)


def open_exactly(key: bytes, place: Place, sealed: bytes) -> bytes:
    """What was sealed here with this key. Raises Refused for anything else."""
    if len(sealed) < OVERHEAD or sealed[0] != VERSION:
        raise Refused()
    nonce, commitment = sealed[1 : 1 + NONCE], sealed[1 + NONCE : 1 + NONCE + COMMITMENT]
    inner, expected = _derive(key, nonce, bytes(place))
    if not hmac.compare_digest(commitment, expected):
        raise Refused()
    try:
        return bytes(decrypt(sealed[1 + NONCE + COMMITMENT :], bytes(place), nonce, inner))
    except CryptoError as problem:
        raise Refused() from problem


def seal(key: bytes, place: Place, content: bytes, nonce: bytes | None = None) -> bytes:
    """Padded to its class and sealed."""
    return seal_exactly(key, place, pad(content), nonce)


def unseal(key: bytes, place: Place, sealed: bytes) -> bytes:
    """The reverse of `seal`. Raises Refused."""
    return unpad(open_exactly(key, place, sealed))
