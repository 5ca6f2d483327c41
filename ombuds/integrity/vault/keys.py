"""Keys of persons: X25519 pairs, keys of reports sealed to them, and private keys under a passphrase."""

import hmac
import os
from dataclasses import dataclass
from hashlib import blake2b

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.pwhash.argon2id import kdf

from ombuds.integrity.vault import VERSION, Refused
from ombuds.integrity.vault.sealing import KEY, Place, new_key, open_exactly, seal, seal_exactly, unseal

SALT = 16
OPS = 3  # passes of Argon2id
MEMORY = 64 * 1024 * 1024  # bytes that each guess needs
BOUND = 32  # digest of the place inside a wrapped key


@dataclass(frozen=True)
class Pair:
    """Two halves of a key, 32 bytes each. The private one never reaches a disk in the clear."""

    public: bytes
    private: bytes

    def __repr__(self) -> str:
        return "Pair(…)"  # no traceback may show the private half


def new_pair() -> Pair:
    """A random pair."""
    return pair_of(new_key())


def pair_of(private: bytes) -> Pair:
    """The pair that this private half belongs to."""
    return Pair(bytes(PrivateKey(private).public_key), private)


def _bound(place: Place) -> bytes:
    return blake2b(bytes(place), digest_size=BOUND, person=b"openombuds wrap").digest()


def wrap(public: bytes, place: Place, key: bytes) -> bytes:
    """A report's key for one person: version | sealed box of (digest of the place | key)."""
    return bytes([VERSION]) + bytes(SealedBox(PublicKey(public)).encrypt(_bound(place) + key))


def unwrap(pair: Pair, place: Place, wrapped: bytes) -> bytes:
    """The key, if it was wrapped for this person at this place. Raises Refused."""
    if wrapped[:1] != bytes([VERSION]):
        raise Refused()
    try:
        content = bytes(SealedBox(PrivateKey(pair.private)).decrypt(wrapped[1:]))
    except (CryptoError, ValueError, TypeError) as problem:
        raise Refused() from problem
    if len(content) != BOUND + KEY or not hmac.compare_digest(content[:BOUND], _bound(place)):
        raise Refused()
    return content[BOUND:]


def stretch(secret: bytes, salt: bytes) -> bytes:
    """Argon2id: 64 MiB and three passes for each guess."""
    return bytes(kdf(KEY, secret, salt, opslimit=OPS, memlimit=MEMORY))


def lock(private: bytes, passphrase: str, place: Place, salt: bytes | None = None) -> bytes:
    """A private key under its owner's passphrase: version | salt | sealed."""
    salt = salt or os.urandom(SALT)
    return bytes([VERSION]) + salt + seal_exactly(stretch(passphrase.encode(), salt), place, private)


def unlock(locked: bytes, passphrase: str, place: Place) -> Pair:
    """The pair, with the right passphrase. Raises Refused."""
    salt = locked[1 : 1 + SALT]
    if locked[:1] != bytes([VERSION]) or len(salt) != SALT:
        raise Refused()
    return pair_of(open_exactly(stretch(passphrase.encode(), salt), place, locked[1 + SALT :]))


WRAPPED = 1 + 48 + BOUND + KEY  # bytes of a wrapped key


def seal_letter(public: bytes, place: Place, content: bytes) -> bytes:
    """A short text for one person, by whoever knows their public key: wrapped key | padded and sealed text."""
    key = new_key()
    return wrap(public, place, key) + seal(key, place, content)


def open_letter(pair: Pair, place: Place, letter: bytes) -> bytes:
    """What was written to this person for this place. Raises Refused."""
    return unseal(unwrap(pair, place, letter[:WRAPPED]), place, letter[WRAPPED:])
