"""Vectors on disk beside the database: append-only flat files, rebuilt from it, never the only copy.

A folder holds `complaints-N.bin` (one fixed record a complaint), `sentences.i8` (their sentences, not yet centred), and
`vectors-N.f16` (one vector a complaint; beside it `signs-N.u64`, which the index makes from it); `manifest.json` says which N holds. A record is written last and carries the check sum of its vector: what a kill
left half done is cut off at the next start. Erasing overwrites in place.
"""

import json
import os
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ombuds.patterns.engine.encoding import DIMENSIONS, Floats

SKETCH = 32
RECORD = np.dtype(
    [
        ("id", "<i8"),
        ("day", "<i4"),  # proleptic ordinal
        ("language", "S2"),
        ("gone", "u1"),
        ("spare", "u1"),
        ("body", "<i4"),
        ("first", "<i8"),  # its first sentence
        ("count", "<u2"),  # of sentences
        ("pad", "<u2"),
        ("sketch", "<u4", (SKETCH,)),  # of its words, for texts that are nearly the same
        ("check", "<u4"),
    ]
)
QUANTUM = 400.0
STRETCH = 1000  # rows in a row
Records = npt.NDArray[np.void]


class Store:
    """One writer at a time; readers open their own."""

    def __init__(self, folder: Path, model: str) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.manifest: dict[str, Any] = {"model": model, "vectors": 0}
        path = folder / "manifest.json"
        if path.exists():
            self.manifest = json.loads(path.read_text())
        if self.manifest["model"] != model:
            raise OtherModel(self.manifest["model"])
        self._write_manifest()
        self.records = self._recovered()
        self._files = {name: (folder / name).open("a+b") for name in self._names()}

    def __len__(self) -> int:
        return len(self.records)

    def append(self, record: Records, sentences: Floats, vector: Floats) -> int:
        """The row of the complaint. Durable after `flush`."""
        half = vector.astype(np.float16)
        record["first"] = self._sentences_held()
        record["count"] = len(sentences)
        record["check"] = zlib.crc32(half.tobytes())
        names = self._names()
        whole = np.clip(np.rint(sentences * QUANTUM), -127, 127).astype(np.int8)
        for name, content in zip(names, (whole, half, record), strict=True):
            self._files[name].write(content.tobytes())
        self.records = _grown(self.records, record)
        return len(self.records) - 1

    def flush(self, *, durable: bool = False) -> None:
        for name in self._names():
            self._files[name].flush()
            if durable:
                os.fsync(self._files[name].fileno())

    def close(self) -> None:
        self.flush(durable=True)
        for handle in self._files.values():
            handle.close()

    def vectors(self, rows: npt.NDArray[np.int64] | slice) -> Floats:
        """(rows, 512) from disk; row numbers of complaints. Read and not mapped: the pages of a map would count as memory of ours."""
        if isinstance(rows, slice):
            return self._read(*rows.indices(len(self.records))[:2])
        if len(rows) > STRETCH and rows[-1] - rows[0] == len(rows) - 1 and bool((np.diff(rows) == 1).all()):
            return self._read(int(rows[0]), int(rows[-1]) + 1)
        self.flush()
        handle, size = self._files[self._names()[1]].fileno(), DIMENSIONS * 2
        content = b"".join([os.pread(handle, size, row * size) for row in rows.tolist()])
        return _floats(np.frombuffer(content, np.float16)).reshape(-1, DIMENSIONS)

    def _read(self, start: int, stop: int) -> Floats:
        self.flush()
        path, size = self.folder / self._names()[1], DIMENSIONS * 2
        held = np.fromfile(path, np.float16, max(0, stop - start) * DIMENSIONS, offset=start * size)
        return _floats(held).reshape(-1, DIMENSIONS)

    def sentences(self, row: int) -> Floats:
        """The raw sentence vectors of a complaint."""
        first, count = int(self.records["first"][row]), int(self.records["count"][row])
        self.flush()
        handle = self._files[self._names()[0]].fileno()
        content = os.pread(handle, count * DIMENSIONS, first * DIMENSIONS)
        return np.frombuffer(content, np.int8).reshape(-1, DIMENSIONS).astype(np.float32) / QUANTUM

    def erase(self, row: int) -> None:
        """Nothing of the complaint stays on disk but an empty row."""
        record = self.records[row]
        first, count = int(record["first"]), int(record["count"])
        self.flush()
        self._overwrite("sentences.i8", first * DIMENSIONS, bytes(count * DIMENSIONS))
        self._overwrite(self._names()[1], row * DIMENSIONS * 2, bytes(DIMENSIONS * 2))
        record["id"], record["gone"], record["sketch"], record["body"] = -1, 1, 0, 0
        record["check"] = zlib.crc32(bytes(DIMENSIONS * 2))
        self._overwrite(self._names()[2], row * RECORD.itemsize, record.tobytes())

    def replace_vectors(self, blocks: Iterable[Floats]) -> None:
        """All vectors anew (other weights or centres), in the order of the rows; the old ones stay until these are whole.

        Written as they come: a million of them are two gigabytes.
        """
        number = self.manifest["vectors"] + 1
        path = self.folder / f"vectors-{number}.f16"
        checks = np.zeros(len(self.records), np.uint32)
        row = 0
        with path.open("wb") as out:
            for block in blocks:
                for half in block.astype(np.float16):
                    content = half.tobytes()
                    checks[row], row = zlib.crc32(content), row + 1
                    out.write(content)
            out.flush()
            os.fsync(out.fileno())
        self.records["check"] = checks
        self._replace(f"complaints-{number}.bin", self.records.tobytes())
        old, signs = self._names()[1:], self.signs_path
        self.manifest["vectors"] = number
        self._write_manifest()
        signs.unlink(missing_ok=True)
        for name in old:
            self._files.pop(name).close()
            (self.folder / name).unlink(missing_ok=True)
        for name in self._names()[1:]:
            self._files[name] = (self.folder / name).open("a+b")

    @property
    def signs_path(self) -> Path:
        """Of the file in which the index keeps the signs of these vectors."""
        return self.folder / f"signs-{self.manifest['vectors']}.u64"

    def _names(self) -> tuple[str, str, str]:
        number = self.manifest["vectors"]
        return "sentences.i8", f"vectors-{number}.f16", f"complaints-{number}.bin"

    def _sentences_held(self) -> int:
        if not len(self.records):
            return 0
        return int(self.records["first"][-1]) + int(self.records["count"][-1])

    def _recovered(self) -> Records:
        """The records whose vector and sentences are whole; the files are cut to them."""
        sentences, vectors, complaints = (self.folder / name for name in self._names())
        for path in (sentences, vectors, complaints):
            path.touch()
        whole = complaints.stat().st_size // RECORD.itemsize
        records = np.fromfile(complaints, RECORD, whole)
        count = min(whole, vectors.stat().st_size // (DIMENSIONS * 2))
        held = sentences.stat().st_size // DIMENSIONS
        with vectors.open("rb") as handle:
            while count and not self._is_whole(records[count - 1], held, handle, count - 1):
                count -= 1
        records = records[:count].copy() if count < whole else records
        end = int(records["first"][-1]) + int(records["count"][-1]) if count else 0
        for path, size in (
            (sentences, end * DIMENSIONS),
            (vectors, count * DIMENSIONS * 2),
            (complaints, count * RECORD.itemsize),
        ):
            os.truncate(path, size)
        return records

    @staticmethod
    def _is_whole(record: Any, held: int, handle: Any, row: int) -> bool:
        handle.seek(row * DIMENSIONS * 2)
        content = handle.read(DIMENSIONS * 2)
        ends = int(record["first"]) + int(record["count"])
        return ends <= held and zlib.crc32(content) == int(record["check"])

    def _overwrite(self, name: str, at: int, content: bytes) -> None:
        with (self.folder / name).open("r+b") as handle:
            handle.seek(at)
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())

    def _replace(self, name: str, content: bytes) -> None:
        new = self.folder / f"{name}.new"
        with new.open("wb") as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        new.replace(self.folder / name)

    def _write_manifest(self) -> None:
        self._replace("manifest.json", json.dumps(self.manifest).encode())


def made_by(folder: Path) -> str | None:
    """The name of the encoder whose vectors a folder holds; None when it holds none."""
    try:
        return str(json.loads((folder / "manifest.json").read_text())["model"])
    except (OSError, ValueError, KeyError):
        return None


class OtherModel(Exception):
    """The vectors were made by another model: they have to be made anew."""


def _grown(records: Records, record: Records) -> Records:
    """The records with one more, in room that doubles: a view of a larger array."""
    base = records.base if isinstance(records.base, np.ndarray) and records.base.dtype == RECORD else None
    count = len(records)
    if base is None or len(base) <= count:
        room = np.zeros(count + max(64, min(count, 100_000)), RECORD)
        room[:count] = records
        base = room
    base[count] = record
    return base[: count + 1]


def _floats(halves: npt.NDArray[np.float16]) -> Floats:
    """The same as `astype(np.float32)` for numbers that are finite, in a third of the time: numpy converts one after the other.

    A half has five bits of exponent that begin at -15, a float eight that begin at -127: moved to their place, 2¹¹² too small.
    """
    wide = halves.view(np.uint16).astype(np.uint32)
    signs = wide & np.uint32(0x8000)
    wide ^= signs
    wide <<= np.uint32(13)
    whole: Floats = wide.view(np.float32)
    whole *= np.float32(2.0**112)
    wide |= signs << np.uint32(16)
    return whole
