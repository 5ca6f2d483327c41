"""The room's own files: sealed pieces under random names; every file shows noon of its day as its time."""

import datetime as dt
import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from ombuds.integrity.models import StoredFile
from ombuds.integrity.vault import Refused, pieces
from ombuds.lib.today import today


def path_of(file: uuid.UUID) -> Path:
    """Where its sealed pieces lie."""
    return Path(settings.INTEGRITY_FILES) / file.hex[:2] / file.hex


def begin() -> tuple[StoredFile, BinaryIO]:
    """A new file, readable by this program only."""
    row = StoredFile.objects.create(day=today())
    path = path_of(row.pk)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
    return row, handle


def end(file: uuid.UUID, handle: BinaryIO) -> None:
    """On the disk, before anybody is told so; with an evened-out time."""
    handle.flush()
    os.fsync(handle.fileno())
    handle.close()
    even_out(path_of(file))


def even_out(path: Path) -> None:
    """Noon of today, for the file and its folders."""
    noon = dt.datetime.combine(today(), dt.time(12), dt.UTC).timestamp()
    for each in (path, path.parent, path.parent.parent):
        os.utime(each, (noon, noon))


def opened(file: uuid.UUID, key: bytes, size: int) -> Iterator[bytes]:
    """The file's true bytes, piece by piece. Raises Refused when it is gone or was changed."""
    try:
        handle = path_of(file).open("rb")
    except OSError as problem:
        raise Refused() from problem
    with handle:
        yield from pieces.opened(key, file.bytes, size, handle.read)


def remove(file: StoredFile) -> None:
    """Row and pieces."""
    path = path_of(file.pk)
    path.unlink(missing_ok=True)
    if path.parent.exists():
        even_out(path.parent)
    file.delete()


def sweep() -> int:
    """Files of earlier days that no report took up."""
    left = list(StoredFile.objects.filter(report=None, day__lt=today()))
    for file in left:
        remove(file)
    return len(left)
