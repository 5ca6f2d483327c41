"""Evidence: the sealed original as it came, and beside it a copy without metadata where one can be made."""

import base64
from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from ombuds.integrity import cleaning, kinds, store
from ombuds.integrity.chests import OpenChest
from ombuds.integrity.models import Report, StoredFile
from ombuds.integrity.uploading import MOST_BYTES, MOST_FILES, SealedUpload
from ombuds.integrity.vault.pieces import Sealer
from ombuds.integrity.vault.sealing import new_key
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today

MOST_OF_REPORT = 100


class NotTaken(Refusal):
    """A file that cannot be taken, with what to do instead."""


def attach(opened: OpenChest, uploads: Sequence[Any], *, by: str) -> list[str]:
    """Put these uploads with the report. Sentences come back for those that were not taken; the others are kept."""
    sentences = []
    for upload in uploads:
        try:
            _attach(opened, upload, by)
        except NotTaken as refusal:
            sentences.append(refusal.sentence)
            if isinstance(upload, SealedUpload):
                upload.forget()
    return sentences


def _attach(opened: OpenChest, upload: Any, by: str) -> None:
    shown = str(upload.name or "")[:120]
    if not isinstance(upload, SealedUpload):
        raise NotTaken(
            _("“%(name)s” was not added: at most %(files)d files at a time, each at most %(limit)d MB."),
            name=shown,
            files=MOST_FILES,
            limit=MOST_BYTES // 1024 // 1024,
        )
    if not upload.size:
        raise NotTaken(_("“%(name)s” is empty. Please choose the file again."), name=shown)
    kind = kinds.kind_of(upload.head, shown)
    if not kind:
        raise NotTaken(
            _(
                "“%(name)s” is of a kind that we do not take. Send it as PDF, picture, office file, sound or film."
            ),
            name=shown,
        )
    if len(listed(opened)) >= MOST_OF_REPORT:
        raise NotTaken(_("“%(name)s” was not added: this report holds as many files as it can."), name=shown)
    entry = {
        **_reference(upload.row, upload.key, upload.size or 0, kind),
        "name": kinds.tidy_name(shown, kind),
        "day": today().isoformat(),
        "by": by,
        "clean": _clean_copy(opened.report, upload, kind),
    }
    upload.row.report = opened.report
    upload.row.save(update_fields=["report"])
    opened.add("file", entry)


def _reference(row: StoredFile, key: bytes, size: int, kind: str) -> dict[str, Any]:
    return {"id": row.pk.hex, "key": base64.b64encode(key).decode(), "size": size, "type": kind}


def _clean_copy(report: Report, upload: SealedUpload, kind: str) -> dict[str, Any] | None:
    made = cleaning.cleaned(upload.content, kind) if upload.content is not None else None
    if made is None:
        return None
    content, clean_kind = made
    row, handle = store.begin()
    key = new_key()
    sealer = Sealer(key, row.pk.bytes, handle.write)
    sealer.add(content)
    sealer.end()
    store.end(row.pk, handle)
    row.report = report
    row.save(update_fields=["report"])
    return _reference(row, key, len(content), clean_kind)


def listed(opened: OpenChest) -> dict[str, dict[str, Any]]:
    """Field → what belongs to the file, of all files of the report."""
    return opened.read_all("file:")


def content(entry: dict[str, Any]) -> Iterator[bytes]:
    """The bytes of an original, or of a copy (`entry["clean"]`). Raises Refused when they were touched."""
    row = StoredFile(id=entry["id"])
    file = StoredFile._meta.pk.to_python(row.id)
    return store.opened(file, base64.b64decode(entry["key"]), entry["size"])


def name_of(entry: dict[str, Any], clean: dict[str, Any] | None) -> str:
    """The file's name; a clean copy of another kind gets the extension of its kind."""
    name = str(entry["name"])
    return kinds.tidy_name(name, clean["type"]) if clean else name
