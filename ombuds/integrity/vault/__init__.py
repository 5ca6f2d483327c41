"""The vault: everything secret that the integrity channel does. Pure: bytes in, bytes out, no Django.

The format is written down in docs/security.md, with test vectors in `vectors.json`, so that another program can open what
this one sealed. All of it is libsodium: XChaCha20-Poly1305, X25519 sealed boxes, Argon2id, BLAKE2b; and SLIP-39 for the
printed recovery key. Numbers are big-endian. Refusals never say which check failed: `Refused` is all that an attacker learns.
"""

VERSION = 1  # first byte of everything that is stored


class Refused(Exception):
    """The bytes are not what was sealed at this place with this key."""

    def __init__(self) -> None:
        super().__init__("refused")
