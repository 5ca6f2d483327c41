"""Rows of the profile and their history in words, for the pages."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ombuds.office.differences import Piece, pieces
from ombuds.office.folder import LANGUAGES
from ombuds.office.models import Revision
from ombuds.office.sections import TEXTS, Section


@dataclass(frozen=True)
class Line:
    """One value of a row, with the language of its text."""

    label: str
    text: str
    language: str = ""


@dataclass(frozen=True)
class Change:
    """One column of a correction, with what went and what came."""

    label: str
    language: str
    parts: list[Piece]


def column_label(row: Any, name: str) -> str:
    """The words for a column."""
    label: str | Promise = row._meta.get_field(name).verbose_name
    text = str(label)
    return text[:1].upper() + text[1:]


def answer(value: bool) -> str:
    """Yes or no."""
    return pgettext("answer", "yes") if value else pgettext("answer", "no")


def value_text(row: Any, name: str, value: Any) -> str:
    """A value as people read it."""
    if isinstance(value, bool):
        return answer(value)
    if isinstance(value, dt.date):
        return value.strftime("%d/%m/%Y")
    choices = dict(row._meta.get_field(name).choices or [])
    return str(choices.get(value, "" if value is None else value))


def lines(section: Section, row: Any) -> list[Line]:
    """What the page of a row shows."""
    found: list[Line] = []
    for name in section.columns:
        value = getattr(row, name)
        if name in TEXTS:
            found += [
                Line(column_label(row, name), value[la], la) for la in (*LANGUAGES, "de") if value.get(la)
            ]
        elif text := value_text(row, name, value):
            found.append(Line(column_label(row, name), text))
    return found


def changes(row: Any, revision: Revision) -> list[Change]:
    """What a correction changed, column by column."""
    found: list[Change] = []
    for name in revision.after:
        before, after = revision.before.get(name), revision.after[name]
        label = column_label(row, name)
        if isinstance(after, dict):
            old = before if isinstance(before, dict) else {}
            for language in sorted({*old, *after}):
                if old.get(language, "") != after.get(language, ""):
                    texts = pieces(str(old.get(language, "")), str(after.get(language, "")))
                    found.append(Change(label, language, texts))
        else:
            found.append(
                Change(label, "", pieces(value_text(row, name, before), value_text(row, name, after)))
            )
    return found


def validity(row: Any) -> str:
    """From when to when a row holds."""
    start, end = getattr(row, "valid_from", None), getattr(row, "valid_to", None)
    words = {
        "start": start.strftime("%d/%m/%Y") if start else "",
        "end": end.strftime("%d/%m/%Y") if end else "",
    }
    if start and end:
        return _("%(start)s until %(end)s") % words
    if start:
        return _("since %(start)s") % words
    return (_("until %(end)s") % words) if end else _("always")
