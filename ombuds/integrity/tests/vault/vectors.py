"""Makes vectors.json anew: `python -m ombuds.integrity.tests.vault.vectors`. Only a new version of the format may change it."""

import json
from pathlib import Path

from ombuds.integrity.vault import codes, keys, manifest, pieces, sealing
from ombuds.integrity.vault.sealing import Place

FILE = Path(__file__).resolve().parents[2] / "vault" / "vectors.json"
KEY = bytes(range(32))
NONCE = bytes(range(100, 124))
SALT = bytes(range(16))
REPORT = bytes.fromhex("00112233445566778899aabbccddeeff")
PLACE = Place(REPORT, "content", "answers", 3)
TEXT = "Een factuur van € 12.400 werd twee keer betaald."
CODE = "1234567890123456"


def made() -> dict[str, dict[str, str | int]]:
    """All vectors. What holds fresh randomness (a sealed box) is kept as it stands in the file."""
    pair = keys.pair_of(KEY)
    receipt = codes.derive(CODE, SALT)
    sealed = sealing.seal(KEY, PLACE, TEXT.encode(), NONCE)
    listed = manifest.Manifest().with_field("answers", 1, sealed)
    known = json.loads(FILE.read_text()) if FILE.exists() else {}
    wrapped = known.get("wrap", {}).get("wrapped") or keys.wrap(pair.public, PLACE, NONCE + bytes(8)).hex()
    return {
        "place": {"report": REPORT.hex(), "compartment": "content", "field": "answers", "revision": 3, "bytes": bytes(PLACE).hex()},
        "seal": {"key": KEY.hex(), "nonce": NONCE.hex(), "text": TEXT, "sealed": sealed.hex()},
        "piece": {
            "key": KEY.hex(), "file": REPORT.hex(), "number": 0, "last": 1, "content": "00ff",
            "sealed": sealing.seal_exactly(KEY, Place(REPORT, pieces.COMPARTMENT, "last", 0), b"\x00\xff", NONCE).hex(),
        },
        "pair": {"private": KEY.hex(), "public": pair.public.hex()},
        "wrap": {"private": KEY.hex(), "key": (NONCE + bytes(8)).hex(), "wrapped": wrapped},
        "stretch": {"secret": "a long passphrase", "salt": SALT.hex(), "key": keys.stretch(b"a long passphrase", SALT).hex()},
        "receipt": {
            "code": CODE, "salt": SALT.hex(), "verifier": receipt.verifier.hex(),
            "private": receipt.pair.private.hex(), "public": receipt.pair.public.hex(),
        },
        "manifest": {
            "number": 1, "digest": manifest.digest(sealed),
            "sealed": manifest.seal_manifest(KEY, REPORT, "content", listed, NONCE).hex(),
        },
    }  # fmt: skip


if __name__ == "__main__":
    FILE.write_text(json.dumps(made(), indent=1, ensure_ascii=False) + "\n")
