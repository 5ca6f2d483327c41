"""Files of a released report, made once: the report never changes, so neither do they."""

import hashlib
from datetime import date

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from ombuds.annualreport import committees
from ombuds.annualreport.making.bundle import FORMS
from ombuds.annualreport.models import Edition
from ombuds.annualreport.services import dated

VERSION = 2  # of the way they are drawn: a higher number makes all files anew


def has(name: str) -> bool:
    """Whether there is a form of this name: report.pdf, report.epub …"""
    return name in FORMS


def file_of(edition: Edition, language: str, name: str, *, committee: str = "") -> bytes | None:
    """Return the bytes; None for a committee that the report does not know. Only of released editions."""
    if not edition.is_released:
        raise RuntimeError("Only a released edition has files.")
    cut = committees.cut(edition.content, committee) if committee else edition.content
    if cut is None:
        return None
    path = _path(edition.sha256, dated(edition), language, committee, name)
    if default_storage.exists(path):
        with default_storage.open(path, "rb") as kept:
            return bytes(kept.read())
    made = FORMS[name](cut, language, dated(edition))
    default_storage.save(path, ContentFile(made))
    return made


def _path(sha256: str, day: date, language: str, committee: str, name: str) -> str:
    about = f"{VERSION}:{sha256}:{day.isoformat()}:{language}:{committee}"
    return f"reports/{hashlib.sha256(about.encode()).hexdigest()[:32]}/{name}"
