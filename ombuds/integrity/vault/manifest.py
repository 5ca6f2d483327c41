"""The list of what a compartment holds, sealed with it: field → revision and digest of the sealed bytes.

An older version of a field, a field that was taken away or one from elsewhere does not stand in it. The number of the list
goes up with each change, and is noted in the record of acts: an older list with everything that belonged to it is found there.
"""

import hmac
import json
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from ombuds.integrity.vault import Refused
from ombuds.integrity.vault.sealing import Place, seal, unseal

FIELD = "manifest"


def digest(sealed: bytes) -> str:
    """BLAKE2b of the bytes as stored."""
    return blake2b(sealed, digest_size=32, person=b"openombuds list").hexdigest()


@dataclass(frozen=True)
class Manifest:
    """`number` counts changes; `entries` is field → (revision, digest)."""

    number: int = 0
    entries: dict[str, tuple[int, str]] = field(default_factory=dict)

    def with_field(self, name: str, revision: int, sealed: bytes) -> "Manifest":
        """After this field was written. Raises Refused when its revision does not follow the last."""
        if revision != self.revision(name) + 1:
            raise Refused()
        return replace(
            self, number=self.number + 1, entries={**self.entries, name: (revision, digest(sealed))}
        )

    def revision(self, name: str) -> int:
        """The last revision of a field; 0 when it was never written."""
        return self.entries[name][0] if name in self.entries else 0

    def check(self, name: str, revision: int, sealed: bytes) -> None:
        """Refused unless these bytes are the last revision of this field."""
        known = self.entries.get(name)
        if known is None or known[0] != revision or not hmac.compare_digest(known[1], digest(sealed)):
            raise Refused()

    def check_names(self, names: set[str]) -> None:
        """Refused when a field is missing or one too many is there."""
        if names != set(self.entries):
            raise Refused()


def seal_manifest(
    key: bytes, report: bytes, compartment: str, manifest: Manifest, nonce: bytes | None = None
) -> bytes:
    """Sealed at the place of the list, with its number as revision."""
    content = json.dumps(
        {name: list(entry) for name, entry in manifest.entries.items()},
        sort_keys=True,
        separators=(",", ":"),
    )
    return seal(key, Place(report, compartment, FIELD, manifest.number), content.encode(), nonce)


def open_manifest(key: bytes, report: bytes, compartment: str, number: int, sealed: bytes) -> Manifest:
    """The list with this number. Raises Refused."""
    content = json.loads(unseal(key, Place(report, compartment, FIELD, number), sealed))
    return Manifest(number, {name: (int(entry[0]), str(entry[1])) for name, entry in content.items()})
