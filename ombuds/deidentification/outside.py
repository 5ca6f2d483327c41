"""The attack outside of an office: reads a publication, a case base and earlier publications from files, and keeps the base's index.

The index lies in the data folder, readable by its owner only, under a name that is the digest of the base; the oldest are deleted.
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from ombuds.deidentification.files import CannotBeRead, parts
from ombuds.deidentification.intruder import VERSION, Base, ReleasedTable, Told
from ombuds.deidentification.intruder.case import BaseCase
from ombuds.deidentification.intruder.paper import NotAPublication, Paper, read_paper
from ombuds.deidentification.intruder.reading import LineUnreadable, cases_of
from ombuds.lib.progress import track

KEPT = 4
FILES = (".pdf", ".docx", ".odt", ".xlsx", ".ods", ".pptx", ".odp")


class Unreadable(Exception):
    """A file that was given cannot be used; the text is a sentence for the person at the terminal."""


def content_of(name: str, standard_input: bytes | None = None) -> bytes:
    if name == "-":
        return standard_input or b""
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise Unreadable(_("The file %(name)s cannot be read.") % {"name": name}) from error


def publication(name: str, standard_input: bytes | None = None) -> Paper:
    content = content_of(name, standard_input)
    if content.startswith(b"%PDF") or name.lower().endswith(FILES):
        try:
            return Paper(tuple(_numbered(parts(Path(name).name, content))))
        except CannotBeRead as error:
            raise Unreadable(_("The file %(name)s is broken or locked.") % {"name": name}) from error
    try:
        return read_paper(content.decode("utf-8-sig", errors="replace"), name)
    except NotAPublication as error:
        raise Unreadable(_("The file %(name)s holds no text to check.") % {"name": name}) from error


def _numbered(found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Each part under a name of its own."""
    seen: dict[str, int] = {}
    for where, text in found:
        seen[where] = seen.get(where, 0) + 1
        yield (where if seen[where] == 1 else f"{where} {seen[where]}"), text


def case_base(name: str, index: str | None = None) -> Base:
    """The base of a JSON Lines file; its index is read again when the file is the same."""
    content = content_of(name)
    digest = f"{VERSION}-{blake2b(content, digest_size=12).hexdigest()}"
    path = Path(index) if index else settings.VAR / "privacy" / f"{digest}.index"
    kept = _kept(path, digest)
    if kept is not None:
        return kept
    base = Base.of(_cases(content))
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        base.save(path, note=digest)
        _forget(path)
    except OSError as error:
        if index:
            raise Unreadable(_("The index %(name)s cannot be written.") % {"name": index}) from error
    return base


def _kept(path: Path, digest: str) -> Base | None:
    try:
        base = Base.load(path)
    except (OSError, ValueError, KeyError):
        return None
    return base if base.note == digest else None


def _forget(path: Path) -> None:
    """Only the newest few indexes are kept: they hold personal data."""
    listed = sorted(path.parent.glob("*.index"), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in listed[KEPT:]:
        old.unlink(missing_ok=True)


def _cases(content: bytes) -> Iterator[BaseCase]:
    lines = content.decode("utf-8-sig", errors="replace").splitlines()
    try:
        yield from cases_of(track(lines, label=_("reading the case base")))
    except LineUnreadable as error:
        raise Unreadable(
            _("Line %(line)d of the case base is not a JSON object.") % {"line": error.line}
        ) from error


def earlier(names: Iterable[str]) -> list[Told]:
    found = []
    for name in names:
        paper = publication(name)
        found.append(Told(Path(name).name, paper.parts, paper.language, paper.truth))
    return found


def tables(names: Iterable[str]) -> list[ReleasedTable]:
    """Tables from JSON: {"id", "cells": [{"facts": {…}, "count": 3}]}, or a list of them."""
    found = []
    for name in names:
        try:
            held = json.loads(content_of(name))
            for number, table in enumerate(held if isinstance(held, list) else [held]):
                cells = tuple((_fields(cell["facts"]), int(cell["count"])) for cell in table["cells"])
                found.append(ReleasedTable(str(table.get("id", f"{Path(name).name} {number}")), cells))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise Unreadable(
                _("The table %(name)s is not of the form {id, cells: [{facts, count}]}.") % {"name": name}
            ) from error
    return found


def _fields(held: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((str(name), str(value)) for name, value in held.items()))
