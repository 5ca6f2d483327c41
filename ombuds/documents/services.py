"""Storing a file: what it is by its content, how big it may be, what can be read of it."""

import hashlib
import logging
from pathlib import PurePath

import puremagic
from django.conf import settings
from django.core.files.base import ContentFile, File
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from ombuds.audit.models import Actor
from ombuds.documents import extraction
from ombuds.documents.models import Document
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean

logger = logging.getLogger(__name__)

# What people send as proof. By content, not by name; a name that says otherwise is corrected.
ALLOWED = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/tiff": ".tiff",
    "image/heic": ".heic",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/msword": ".doc",
    "application/vnd.ms-excel": ".xls",
    "message/rfc822": ".eml",
    "text/plain": ".txt",
    "text/csv": ".csv",
    "audio/mpeg": ".mp3",
    "video/mp4": ".mp4",
}


class FileRefused(Refusal):
    """A file that cannot be taken, with what to do instead."""


def store(upload: "File[bytes]", *, actor: models.Model | Actor, name: str = "") -> Document:
    """Keep a file. Raises FileRefused with a sentence that names the file and says what to do."""
    shown = tidy_name(name or upload.name or "")
    size = upload.size or 0
    if size == 0:
        raise FileRefused(_("“%(name)s” is empty. Please choose the file again."), name=shown)
    if size > settings.UPLOAD_MAX_BYTES:
        limit = settings.UPLOAD_MAX_BYTES // 1024 // 1024
        raise FileRefused(
            _("“%(name)s” is larger than %(limit)s MB. Send a smaller scan, or bring it to us on paper."),
            name=shown,
            limit=limit,
        )
    media_type = sniff(upload, shown)
    if media_type not in ALLOWED:
        raise FileRefused(
            _(
                "“%(name)s” is of a kind that we cannot open. Send it as PDF, as a picture or as a text document."
            ),
            name=shown,
        )
    return _save(upload, shown, media_type, size, actor)


def store_bytes(content: bytes, name: str, *, actor: models.Model | Actor) -> Document:
    """Keep bytes that we made ourselves (a letter, a scan from a mail)."""
    return store(ContentFile(content, name=name), actor=actor, name=name)


def _save(
    upload: "File[bytes]",
    shown: str,
    media_type: str,
    size: int,
    actor: models.Model | Actor,
) -> Document:
    sha = hashlib.sha256()
    for chunk in upload.chunks():
        sha.update(chunk)
    upload.seek(0)
    document = Document(
        original_name=with_extension(shown, media_type),
        media_type=media_type,
        size=size,
        sha256=sha.hexdigest(),
        scan=Document.Scan.UNAVAILABLE,
        added_by_id=actor.pk if isinstance(actor, models.Model) else None,
    )
    document.text = extraction.text_of(upload, media_type)
    upload.seek(0)
    document.file.save(f"{document.key}{ALLOWED[media_type]}", File(upload), save=False)
    with transaction.atomic():
        document.save()
    return document


def tidy_name(name: str) -> str:
    """The last part of the name, without path, control or direction signs, at most 120 characters."""
    short = PurePath(clean(name).replace("\\", "/").replace("\n", " ")).name.strip(". ")
    stem, dot, suffix = short.rpartition(".")
    if dot and len(suffix) <= 5:
        return f"{stem[:114]}.{suffix}"
    return short[:120] or str(_("file"))


def with_extension(name: str, media_type: str) -> str:
    """The extension that the content has: a program cannot pass for a picture."""
    wanted = ALLOWED[media_type]
    same = {".jpg": (".jpg", ".jpeg"), ".tiff": (".tif", ".tiff")}.get(wanted, (wanted,))
    return name if name.lower().endswith(same) else f"{name}{wanted}"


def sniff(upload: "File[bytes]", name: str) -> str:
    """The media type by content; text is told by being readable. "" when unknown."""
    upload.seek(0)
    head = upload.read(4096)
    found = _magic(upload, name)
    upload.seek(0)
    if found in ALLOWED and found not in ("text/plain", "text/csv", "message/rfc822"):
        return found
    if _is_text(head):
        lowered = name.lower()
        return (
            "text/csv"
            if lowered.endswith(".csv")
            else "message/rfc822"
            if lowered.endswith(".eml")
            else "text/plain"
        )
    return found


_ZIPPED = {
    b"word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    b"xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    b"mimetypeapplication/vnd.oasis.opendocument.text": "application/vnd.oasis.opendocument.text",
    b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet": "application/vnd.oasis.opendocument.spreadsheet",
}


def _magic(upload: "File[bytes]", name: str) -> str:
    upload.seek(0)
    content = upload.read(2 * 1024 * 1024)
    if content.startswith(b"%PDF-") or b"%PDF-" in content[:1024]:
        return "application/pdf"
    if content.startswith(b"PK\x03\x04"):
        upload.seek(0)
        whole = upload.read()
        return next((kind for sign, kind in _ZIPPED.items() if sign in whole), "application/zip")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return "application/vnd.ms-excel" if name.lower().endswith(".xls") else "application/msword"
    try:
        return str(puremagic.from_string(content, mime=True))
    except (puremagic.PureError, ValueError):
        return ""


def _is_text(head: bytes) -> bool:
    if b"\x00" in head or head.startswith((b"MZ", b"\x7fELF", b"#!")):
        return False
    for encoding in ("utf-8", "cp1252"):
        try:
            text = head[:4000].decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.lstrip().lower().startswith(("<!doctype html", "<html", "<script", "<svg", "<?xml", "<?php")):
            return False
        return sum(not c.isprintable() and c not in "\r\n\t" for c in text) == 0
    return False
