"""A copy without metadata: who made it, with what, when and where. The original stays sealed beside it.

It takes out what programs write about the maker. It cannot take out what the content itself tells: a name in a text, a face,
a watermark, dots of a printer. The page for handlers says so.
"""

import io
import re
import zipfile
from collections.abc import Callable

import pikepdf
from PIL import Image, ImageOps

from ombuds.integrity.kinds import DOCX, ODS, ODT, PICTURES, PPTX, XLSX

MOST_PIXELS = 80_000_000
MOST_UNPACKED = 200 * 1024 * 1024
EPOCH = (1980, 1, 1, 0, 0, 0)


def cleaned(content: bytes, kind: str) -> tuple[bytes, str] | None:
    """(copy, its media type); None when no clean copy can be made of it."""
    cleaner = _CLEANERS.get(kind)
    if cleaner is None:
        return None
    try:
        return cleaner(content)
    except Exception:  # noqa: BLE001  # hostile files break parsers in any way there is: then there is no copy
        return None


def _picture(content: bytes) -> tuple[bytes, str]:
    """Only the pixels, turned the way they were to be seen."""
    with Image.open(io.BytesIO(content)) as image:
        if image.width * image.height > MOST_PIXELS:
            raise ValueError
        jpeg = image.format == "JPEG"
        turned = ImageOps.exif_transpose(image)
        pixels = turned.convert("RGB" if jpeg else "RGBA")
    bare = Image.frombytes(pixels.mode, pixels.size, pixels.tobytes())
    out = io.BytesIO()
    if jpeg:
        bare.save(out, "JPEG", quality=90)
        return out.getvalue(), "image/jpeg"
    bare.save(out, "PNG")
    return out.getvalue(), "image/png"


def _pdf(content: bytes) -> tuple[bytes, str]:
    """No document information, XMP, attachments, scripts or names of who made a note."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for name in ("/Metadata", "/PieceInfo", "/OpenAction", "/AA", "/Lang", "/Threads", "/AF"):
            if name in pdf.Root:
                del pdf.Root[name]
        names = pdf.Root.get("/Names")
        if names is not None:
            for name in ("/EmbeddedFiles", "/JavaScript"):
                if name in names:
                    del names[name]
        if "/Info" in pdf.trailer:
            del pdf.trailer["/Info"]
        for found in pdf.objects:
            _bare(found)
        out = io.BytesIO()
        pdf.remove_unreferenced_resources()
        pdf.save(out, deterministic_id=True)
    return out.getvalue(), "application/pdf"


def _bare(found: object, depth: int = 0) -> None:
    """Take out of this object, and of those written inside it, what names people or moments."""
    if not isinstance(found, pikepdf.Object) or depth > DEEPEST:  # numbers and texts hold nothing
        return
    if depth and found.is_indirect:  # comes by itself
        return
    if isinstance(found, pikepdf.Array):
        inside = list(found.as_list())
    elif isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        is_note = "/Rect" in found and found.get("/Subtype") != "/Widget"  # its /T is its author
        for name in (*_NAMING, *(_OF_NOTES if is_note else ())):
            if name in found:
                del found[name]
        inside = [found[name] for name in found.keys()]  # noqa: SIM118  # its iteration gives no texts
    else:
        return
    for each in inside:
        _bare(each, depth + 1)


_OF_NOTES = ("/T", "/M", "/CreationDate", "/NM")
_NAMING = ("/Metadata", "/PieceInfo", "/LastModified", "/AA", "/AF")
DEEPEST = 30  # objects inside objects
_RSID = re.compile(rb'\s(?:w:)?rsid\w*="[^"]*"')
_MADE = re.compile(rb"<(dc:creator|dc:date|meta:creator-initials|loext:sender-initials)>[^<]*</\1>")
_WHO = re.compile(rb'(\s(?:w|w15|p15|x18tc):(?:author|initials|date|userId|providerId)=)"[^"]*"')
_PLAIN_WHO = re.compile(rb"<(author|authors?)>[^<]*</\1>")
_EMPTY_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties '
    b'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_EMPTY_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties '
    b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_EMPTY_CUSTOM = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties '
    b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
)
_EMPTY_META = (
    b'<?xml version="1.0" encoding="UTF-8"?><office:document-meta '
    b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"/>'
)
_REPLACED = {
    "docProps/core.xml": _EMPTY_CORE,
    "docProps/app.xml": _EMPTY_APP,
    "docProps/custom.xml": _EMPTY_CUSTOM,
    "meta.xml": _EMPTY_META,
}
_PIXEL = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa75\x81\x84\x00\x00\x00\x00IEND\xaeB`\x82"
)


def _package(kind: str) -> Callable[[bytes], tuple[bytes, str]]:
    """Office files are zip archives: every part is written anew, at the same time, without what names people."""

    def clean_package(content: bytes) -> tuple[bytes, str]:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
            if sum(part.file_size for part in old.infolist()) > MOST_UNPACKED:
                raise ValueError
            for part in old.infolist():
                body = _part(part.filename, old.read(part))
                entry = zipfile.ZipInfo(part.filename, EPOCH)
                # An OpenDocument file is told by its first entry, which must not be compressed.
                stored = part.filename == "mimetype"
                entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
                new.writestr(entry, body)
        return out.getvalue(), kind

    return clean_package


def _part(name: str, body: bytes) -> bytes:
    lowered = name.lower()
    if name in _REPLACED:
        return _REPLACED[name]
    if "thumbnail" in lowered:
        return _PIXEL
    if lowered.endswith((".jpg", ".jpeg", ".png")):
        return _picture(body)[0]
    if lowered.endswith((".xml", ".rels")):
        body = _RSID.sub(b"", body)
        body = _WHO.sub(rb'\1""', body)
        body = _PLAIN_WHO.sub(rb"<\1></\1>", body)
        return _MADE.sub(rb"<\1></\1>", body)
    return body


def _same(content: bytes) -> tuple[bytes, str]:
    return content, "text/plain"


_CLEANERS: dict[str, Callable[[bytes], tuple[bytes, str]]] = {
    **dict.fromkeys(PICTURES, _picture),
    "application/pdf": _pdf,
    **{kind: _package(kind) for kind in (DOCX, XLSX, PPTX, ODT, ODS)},
    "text/plain": _same,
}
