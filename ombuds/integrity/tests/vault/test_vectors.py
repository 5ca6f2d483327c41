"""What version 1 seals today, any later program must be able to open: the published vectors."""

import json
from typing import Any

from ombuds.integrity.tests.vault import vectors
from ombuds.integrity.vault import codes, keys, manifest, sealing
from ombuds.integrity.vault.sealing import Place

KNOWN: dict[str, Any] = json.loads(vectors.FILE.read_text())


def test_the_vectors_come_out_as_published() -> None:
    assert vectors.made() == KNOWN


def test_published_bytes_open() -> None:
    key = bytes.fromhex(KNOWN["seal"]["key"])
    sealed = bytes.fromhex(KNOWN["seal"]["sealed"])
    assert sealing.unseal(key, vectors.PLACE, sealed).decode() == KNOWN["seal"]["text"]
    piece = bytes.fromhex(KNOWN["piece"]["sealed"])
    assert sealing.open_exactly(key, Place(vectors.REPORT, "file", "last", 0), piece) == b"\x00\xff"
    wrapped = bytes.fromhex(KNOWN["wrap"]["wrapped"])
    assert keys.unwrap(keys.pair_of(key), vectors.PLACE, wrapped).hex() == KNOWN["wrap"]["key"]
    listed = manifest.open_manifest(
        key, vectors.REPORT, "content", 1, bytes.fromhex(KNOWN["manifest"]["sealed"])
    )
    assert listed.entries == {"answers": (1, KNOWN["manifest"]["digest"])}


def test_the_place_is_written_as_the_description_says() -> None:
    """docs/security.md: version, then four parts, each with its length in four bytes."""
    report, field = bytes.fromhex(KNOWN["place"]["report"]), b"answers"
    by_hand = (
        b"\x01\x00\x00\x00\x10" + report + b"\x00\x00\x00\x07content\x00\x00\x00\x07" + field
        + b"\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00\x00\x03"
    )  # fmt: skip
    assert by_hand.hex() == KNOWN["place"]["bytes"]


def test_a_code_is_read_however_it_is_typed() -> None:
    salt = vectors.SALT
    assert codes.derive("1234 5678-9012 3456", salt).verifier.hex() == KNOWN["receipt"]["verifier"]
    assert codes.derive("1234 5678 9012 34567", salt).verifier.hex() != KNOWN["receipt"]["verifier"]
