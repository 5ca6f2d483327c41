"""Large files in pieces: what has arrived stays, also when the connection breaks or the reporter comes back another day.

The file's key and how large it will be lie sealed in the report. Every piece is sealed as it comes and written in its place; a
piece that comes twice is written over.
"""

import base64
import uuid
from typing import Any

from django.utils.translation import gettext_lazy as _

from ombuds.integrity import chests, store
from ombuds.integrity.chests import Holder, OpenChest
from ombuds.integrity.database import atomic
from ombuds.integrity.models import Report, StoredFile
from ombuds.integrity.services.files import NotTaken, attach
from ombuds.integrity.terms import ENDED, Compartment
from ombuds.integrity.uploading import HEAD, MOST_BYTES, SealedUpload
from ombuds.integrity.vault.padding import file_class
from ombuds.integrity.vault.pieces import PIECE, place_of
from ombuds.integrity.vault.sealing import OVERHEAD, new_key, open_exactly, seal_exactly

FIELD = "unfinished"
WHOLE = PIECE + OVERHEAD


class NotThatPiece(Exception):
    """Not the one that is missing, or not as long as it must be."""


def begin(report: Report, holder: Holder, name: str, size: int) -> int:
    """Begin a file, or go on with it when it is the same one. How many pieces are here already."""
    if report.state in ENDED or not 0 < size <= MOST_BYTES:
        raise NotTaken(
            _("“%(name)s” was not added: at most %(files)d files at a time, each at most %(limit)d MB."),
            name=name[:120], files=1, limit=MOST_BYTES // 1024 // 1024,
        )  # fmt: skip
    opened = chests.open_chest(report, Compartment.CONTENT, holder)
    known = opened.read(FIELD)
    if known and (known["name"], known["size"]) == (name[:120], size):
        return arrived(known)
    with atomic():
        if known:
            store.remove(_row(known))
        row, handle = store.begin()
        store.end(row.pk, handle)
        row.report = report
        row.save(update_fields=["report"])
        key = base64.b64encode(new_key()).decode()
        opened.write(FIELD, {"id": row.pk.hex, "key": key, "name": name[:120], "size": size})
    return 0


def _row(known: dict[str, Any]) -> StoredFile:
    return StoredFile.objects.get(pk=uuid.UUID(known["id"]))


def arrived(known: dict[str, Any]) -> int:
    """Whole pieces on the disk."""
    return store.path_of(uuid.UUID(known["id"])).stat().st_size // WHOLE


def unfinished(opened: OpenChest) -> dict[str, Any] | None:
    """The file that is still coming in."""
    known: dict[str, Any] | None = opened.read(FIELD)
    return known or None


def put(report: Report, holder: Holder, number: int, content: bytes) -> int:
    """One piece. How many are here now. Raises NotThatPiece for one too far ahead, or of a wrong length."""
    known = unfinished(chests.open_chest(report, Compartment.CONTENT, holder))
    if known is None or number > arrived(known):
        raise NotThatPiece
    expected = min(PIECE, known["size"] - number * PIECE)
    if len(content) != expected or expected <= 0:
        raise NotThatPiece
    _write(known, number, content)
    return number + 1


def _write(known: dict[str, Any], number: int, content: bytes) -> None:
    file, padded = uuid.UUID(known["id"]), file_class(known["size"])
    wanted = min(PIECE, padded - number * PIECE)
    last = (number + 1) * PIECE >= padded
    sealed = seal_exactly(_key(known), place_of(file.bytes, number, last=last), content.ljust(wanted, b"\0"))
    with store.path_of(file).open("r+b") as handle:
        handle.seek(number * WHOLE)
        handle.write(sealed)
        store.end(file, handle)


def _key(known: dict[str, Any]) -> bytes:
    return base64.b64decode(known["key"])


def finish(report: Report, holder: Holder) -> list[str]:
    """All pieces are here: the file joins the report. Sentences when it is not taken."""
    opened = chests.open_chest(report, Compartment.CONTENT, holder)
    known = unfinished(opened)
    if known is None:
        raise NotThatPiece
    size, padded = known["size"], file_class(known["size"])
    if store.path_of(uuid.UUID(known["id"])).stat().st_size < -(-size // PIECE) * OVERHEAD + size:
        raise NotThatPiece
    for number in range(-(-size // PIECE), -(-padded // PIECE)):
        _write(known, number, b"")
    head = _first(known, padded)[: min(HEAD, size)]
    upload = SealedUpload(known["name"], _row(known), _key(known), size, head, None)
    with atomic():
        opened.write(FIELD, None)
        return attach(opened, [upload], by="reporter")


def _first(known: dict[str, Any], padded: int) -> bytes:
    file, step = uuid.UUID(known["id"]), min(PIECE, padded)
    with store.path_of(file).open("rb") as handle:
        return open_exactly(
            _key(known), place_of(file.bytes, 0, last=step == padded), handle.read(step + OVERHEAD)
        )
