"""Written from docs/security.md alone, without a line of the vault: what the page says is enough to open what was sealed."""

import json
from hashlib import blake2b
from pathlib import Path
from typing import Any

from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as xchacha
from nacl.bindings import crypto_box_seal_open as box_open
from nacl.bindings import crypto_scalarmult_base as public_of
from nacl.pwhash.argon2id import kdf

VECTORS = Path(__file__).resolve().parents[2] / "vault" / "vectors.json"
KNOWN: dict[str, Any] = json.loads(VECTORS.read_text())


def of(table: str, name: str) -> bytes:
    return bytes.fromhex(KNOWN[table][name])


def place(report: bytes, compartment: str, field: str, revision: int) -> bytes:
    """`01`, then the parts, each with its length in 4 bytes before it."""
    made = b"\x01"
    for part in (report, compartment.encode(), field.encode(), revision.to_bytes(8, "big")):
        made += len(part).to_bytes(4, "big") + part
    return made


def opened(key: bytes, where: bytes, sealed: bytes) -> bytes:
    """`01 | nonce (24) | commitment (32) | ciphertext and tag`."""
    assert sealed[:1] == b"\x01"
    nonce, commitment, ciphertext = sealed[1:25], sealed[25:57], sealed[57:]
    both = blake2b(nonce + where, key=key, digest_size=64, person=b"openombuds vault").digest()
    assert commitment == both[32:]
    return bytes(xchacha(ciphertext, where, nonce, both[:32]))


def unpadded(padded: bytes) -> bytes:
    """Length (4 bytes), content, zeros up to a power of two, at least 1,024."""
    assert len(padded) >= 1024
    assert len(padded) & (len(padded) - 1) == 0
    size = int.from_bytes(padded[:4], "big")
    assert not any(padded[4 + size :])
    return padded[4 : 4 + size]


def test_a_sealed_text_and_a_piece_of_a_file_open() -> None:
    where = place(of("place", "report"), "content", "answers", 3)
    assert where == of("place", "bytes")
    assert unpadded(opened(of("seal", "key"), where, of("seal", "sealed"))).decode() == KNOWN["seal"]["text"]
    where = place(of("piece", "file"), "file", "last", 0)
    assert opened(of("piece", "key"), where, of("piece", "sealed")) == of("piece", "content")


def test_a_wrapped_key_opens() -> None:
    private, wrapped = of("wrap", "private"), of("wrap", "wrapped")
    assert wrapped[:1] == b"\x01"
    content = box_open(wrapped[1:], public_of(private), private)
    assert content[:32] == blake2b(of("place", "bytes"), digest_size=32, person=b"openombuds wrap").digest()
    assert content[32:] == of("wrap", "key")


def test_a_receipt_code_gives_verifier_and_key() -> None:
    master = kdf(
        32, KNOWN["receipt"]["code"].encode(), of("receipt", "salt"), opslimit=3, memlimit=64 * 1024 * 1024
    )
    part = {
        purpose: blake2b(purpose.encode(), key=master, digest_size=32, person=b"openombuds code").digest()
        for purpose in ("verifier", "private key")
    }
    assert part["verifier"] == of("receipt", "verifier")
    assert part["private key"] == of("receipt", "private")
    assert public_of(part["private key"]) == of("receipt", "public")


def test_the_list_of_fields_opens_and_fits() -> None:
    where = place(of("place", "report"), "content", "manifest", KNOWN["manifest"]["number"])
    text = unpadded(opened(of("seal", "key"), where, of("manifest", "sealed")))
    listed = json.loads(text)
    assert text == json.dumps(listed, sort_keys=True, separators=(",", ":")).encode()
    digest = blake2b(of("seal", "sealed"), digest_size=32, person=b"openombuds list").hexdigest()
    assert listed == {"answers": [1, digest]}
