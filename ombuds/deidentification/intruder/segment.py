"""One immutable piece of the index: the cases themselves and where their words, facts and identifiers stand.

On disk: a magic line, the length of a JSON header, the header, then the arrays, each at a multiple of 64 bytes. They are mapped, not
read, so that opening a base of 100,000 cases takes no time.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ombuds.deidentification.intruder.case import BaseCase
from ombuds.deidentification.intruder.postings import Postings, gather, kept, merged
from ombuds.deidentification.intruder.storing import document, from_document
from ombuds.deidentification.intruder.traces import Traces, traces_of
from ombuds.deidentification.intruder.version import reading_version

MAGIC = b"OMBUDSBASE3\n"
MOST_PHRASES = 100_000
POSTINGS = ("ids", "terms", "prints", "identifiers", "facts", "days", "amounts")


@dataclass(frozen=True, slots=True)
class Segment:
    """`docs`: uint8, the cases as JSON end to end; `offsets`: int64 (n + 1,); `sizes`: int32 (n,) different words a case;
    `digests`: uint64 (n,); `inventory`: uint8, JSON of the short values of the fields, "field=words". The others are postings over the case numbers 0 … n - 1."""

    docs: npt.NDArray[np.uint8]
    offsets: npt.NDArray[np.int64]
    sizes: npt.NDArray[np.int32]
    digests: npt.NDArray[np.uint64]
    inventory: npt.NDArray[np.uint8]
    ids: Postings
    terms: Postings
    prints: Postings
    identifiers: Postings
    facts: Postings
    days: Postings
    amounts: Postings

    def __len__(self) -> int:
        return len(self.sizes)

    def phrases(self) -> list[str]:
        listed: list[str] = json.loads(bytes(self.inventory))
        return listed

    def case(self, number: int) -> BaseCase:
        return from_document(bytes(self.docs[self.offsets[number] : self.offsets[number + 1]]))


def build(cases: Iterable[BaseCase]) -> Segment:
    """The segment of these cases, numbered in their order."""
    documents: list[bytes] = []
    traces: list[Traces] = []
    for case in cases:
        documents.append(document(case))
        traces.append(traces_of(case))
    return Segment(
        docs=np.frombuffer(b"".join(documents), dtype=np.uint8),
        offsets=np.cumsum([0, *map(len, documents)], dtype=np.int64),
        sizes=np.array([len(t.terms) for t in traces], dtype=np.int32),
        digests=np.array([_digest(d) for d in documents], dtype=np.uint64),
        inventory=_inventory(set().union(*(t.phrases for t in traces))),
        **{name: gather(getattr(t, name) for t in traces) for name in POSTINGS},
    )


def _inventory(phrases: Iterable[str]) -> npt.NDArray[np.uint8]:
    listed = sorted(set(phrases))[:MOST_PHRASES]
    return np.frombuffer(json.dumps(listed, ensure_ascii=False).encode(), dtype=np.uint8)


def _digest(content: bytes) -> int:
    return int.from_bytes(blake2b(content, digest_size=8).digest(), "little")


def joined(segments: Sequence[Segment], alive: Sequence[npt.NDArray[np.bool_]]) -> Segment:
    """One segment of what is alive in several: (n,) booleans beside each."""
    numbers, start = [], 0
    for mask in alive:
        new = np.where(mask, start + np.cumsum(mask) - 1, -1).astype(np.int32)
        numbers.append(new)
        start += int(mask.sum())
    pieces = [
        s.docs[s.offsets[i] : s.offsets[i + 1]]
        for s, m in zip(segments, alive, strict=True)
        for i in np.flatnonzero(m)
    ]
    postings = {}
    for name in POSTINGS:
        parts = [kept(getattr(s, name), new) for s, new in zip(segments, numbers, strict=True)]
        postings[name] = merged([p[0] for p in parts], [p[1] for p in parts])
    return Segment(
        docs=np.concatenate(pieces) if pieces else np.empty(0, np.uint8),
        offsets=np.cumsum([0, *map(len, pieces)], dtype=np.int64),
        sizes=np.concatenate([s.sizes[m] for s, m in zip(segments, alive, strict=True)]),
        digests=np.concatenate([s.digests[m] for s, m in zip(segments, alive, strict=True)]),
        inventory=_inventory(phrase for s in segments for phrase in s.phrases()),
        **postings,
    )


def _arrays(segment: Segment) -> dict[str, npt.NDArray[Any]]:
    found: dict[str, npt.NDArray[Any]] = {}
    for field in fields(segment):
        value = getattr(segment, field.name)
        if isinstance(value, Postings):
            found |= {f"{field.name}.keys": value.keys, f"{field.name}.cases": value.cases}
        else:
            found[field.name] = value
    return found


def write(segment: Segment, path: Path, note: str) -> None:
    """Save in one file that only its owner may read; written beside and then moved, so that no half file is ever read."""
    arrays = _arrays(segment)
    at, places = 0, {}
    entries: dict[str, dict[str, int | str]] = {}
    for name, array in arrays.items():
        at = -(-at // 64) * 64
        places[name] = at
        entries[name] = {"at": at, "length": len(array), "type": array.dtype.str}
        at += array.nbytes
    header = json.dumps({"arrays": entries, "note": note, "readers": reading_version()}).encode()
    beside = path.with_name(path.name + ".new")
    beside.unlink(missing_ok=True)
    beside.touch(mode=0o600)
    with beside.open("wb") as file:
        file.write(MAGIC + len(header).to_bytes(8, "little") + header)
        first = _first(len(header))
        for name, array in arrays.items():
            file.seek(first + places[name])
            file.write(np.ascontiguousarray(array).data)
        file.truncate(max(file.tell(), first))
    beside.replace(path)


def read(path: Path) -> tuple[Segment, str]:
    """The segment of a file and the note it was saved with. Raises ValueError when the file is no such index, or was made by readers other than these."""
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise ValueError(f"{path.name} is not an index of this version")
        length = int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(length))
    if header.get("readers") != reading_version():
        raise ValueError(f"{path.name} was made by other readers of cases")
    first = _first(length)
    arrays = {
        name: np.memmap(path, np.dtype(e["type"]), "r", first + e["at"], (e["length"],))
        if e["length"]
        else np.empty(0, np.dtype(e["type"]))
        for name, e in header["arrays"].items()
    }
    given: dict[str, Any] = {}
    for field in fields(Segment):
        pair = f"{field.name}.keys", f"{field.name}.cases"
        given[field.name] = (
            Postings(arrays[pair[0]], arrays[pair[1]]) if pair[0] in arrays else arrays[field.name]
        )
    return Segment(**given), str(header["note"])


def _first(header: int) -> int:
    return -(-(len(MAGIC) + 8 + header) // 64) * 64
