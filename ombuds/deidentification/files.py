"""Everything in a file that could name someone: text, tables, notes, comments, tracked changes, metadata, its name."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from html.parser import HTMLParser
from xml.etree import ElementTree

import pikepdf
import pypdfium2

from ombuds.deidentification.pdfs import pdf_parts
from ombuds.deidentification.pictures import is_picture, picture_parts

Part = tuple[str, str]
MAX_PART = 20_000_000
PRINTABLE = re.compile(rb"[\x20-\x7e\xc2-\xf4\x80-\xbf]{4,}")


class CannotBeRead(Exception):
    """The file could not be opened, so nobody can say what is in it."""


def parts(name: str, content: bytes) -> list[Part]:
    """(where, text) of all that can be read from the file, its name first.

    Raises CannotBeRead when the file is broken or locked: what cannot be read cannot be cleared.
    """
    listed = [("file name", re.sub(r"[_\-.]+", " ", name)), ("file name", name)]
    try:
        listed.extend(_reader(content)(content))
    except (
        zipfile.BadZipFile,
        pikepdf.PdfError,
        pypdfium2.PdfiumError,
        ElementTree.ParseError,
        RuntimeError,
        ValueError,
    ) as error:
        raise CannotBeRead(name) from error
    return [(where, text) for where, text in listed if text.strip()]


def _reader(content: bytes) -> Callable[[bytes], Iterator[Part]]:
    if content.startswith(b"%PDF") or b"%PDF-" in content[:1024]:
        return partial(pdf_parts, inside=lambda held: _reader(held)(held))
    if content.startswith(b"PK\x03\x04"):
        return _office
    if re.match(rb"\s*(?:<!doctype html|<html|<\?xml)", content[:200], re.IGNORECASE):
        return _html
    return _plain if b"\x00" not in content[:4096] else _binary


def _plain(content: bytes) -> Iterator[Part]:
    try:
        yield "text", content.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield "text", content.decode("cp1252", errors="replace")


def _binary(content: bytes) -> Iterator[Part]:
    """Pictures and other files: their metadata, and every readable string in the bytes."""
    if is_picture(content):
        yield from picture_parts(content)
    yield (
        "metadata",
        "\n".join(
            m.group().decode("utf-8", errors="replace") for m in PRINTABLE.finditer(content[:MAX_PART])
        ),
    )
    for shift in (0, 1):
        wide = content[shift:MAX_PART].decode("utf-16-le", errors="ignore")
        yield "metadata", "\n".join(re.findall(r"[\x20-\x7e\u00c0-\u017f]{4,}", wide))


def _office(content: bytes) -> Iterator[Part]:
    """docx, odt, xlsx and the like: every XML part, deleted and hidden text too, and pictures inside."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for entry in archive.infolist():
            if entry.file_size > MAX_PART:
                raise ValueError("a part of the file is too large to read")
            inside = archive.read(entry)
            if entry.filename.endswith((".xml", ".rels")):
                yield from _office_xml(_office_where(entry.filename), inside)
            elif not entry.is_dir():
                yield "file inside", entry.filename
                yield from ((f"file inside: {where}", text) for where, text in _reader(inside)(inside))


def _office_where(filename: str) -> str:
    for piece, where in (("docProps", "metadata"), ("meta.xml", "metadata"), ("comment", "comments"), ("header", "header"), ("footer", "footer"),
                         ("notes", "notes"), ("people", "metadata"), ("rels", "links"), ("styles", "header")):  # fmt: skip
        if piece in filename:
            return where
    return "text"


BLOCKS = ("}p", "}h", "}tr", "}row", "}tc", "}br", "}tab", "}line-break")


def _office_xml(where: str, xml: bytes) -> Iterator[Part]:
    if b"<!ENTITY" in xml:
        raise ValueError("entities are not allowed")
    root = ElementTree.fromstring(xml)  # noqa: S314 entities are refused one line above
    kept: dict[str, list[str]] = {}
    for element in root.iter():
        tag = element.tag if isinstance(element.tag, str) else ""
        place = "tracked changes" if tag.endswith(("}delText", "}delInstrText")) else where
        if tag.endswith(BLOCKS):
            kept.setdefault(place, []).append("\n")
        kept.setdefault(place, []).append((element.text or "") + ("\n" if where == "metadata" else ""))
        kept[place].append(element.tail or "")
        for key, value in element.attrib.items():
            if key.endswith(
                ("}author", "}initials", "}creator", "descr", "title", "Target", "}href", "name", "userId")
            ):
                kept.setdefault("metadata" if "author" in key or "initials" in key else where, []).append(
                    f"\n{value}\n"
                )
    yield from ((place, "".join(texts)) for place, texts in kept.items())


class _Reader(HTMLParser):
    ATTRIBUTES = (
        "alt",
        "title",
        "href",
        "src",
        "content",
        "value",
        "aria-label",
        "placeholder",
        "name",
        "id",
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.attributes: list[str] = []
        self.comments: list[str] = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.texts.append(" " if tag in {"br", "p", "li", "td", "th", "div", "h1", "h2", "h3"} else "")
        self.attributes += [
            value for name, value in attrs if value and (name in self.ATTRIBUTES or name.startswith("data-"))
        ]

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def html_parts(html: str) -> list[Part]:
    """The visible text, the attributes and the comments of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    listed = [
        ("text", "".join(reader.texts)),
        ("attributes", "\n".join(reader.attributes)),
        ("comments", "\n".join(reader.comments)),
    ]
    return [(where, text) for where, text in listed if text.strip()]


def _html(content: bytes) -> Iterator[Part]:
    yield from html_parts(content.decode("utf-8", errors="replace"))
