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


def _picture_inside(content: bytes) -> bytes:
    """The same for a picture in an office file, which has to stay of its kind."""
    with Image.open(io.BytesIO(content)) as image:
        form = image.format or ""
        if form == "JPEG" or form not in _KEPT_FORMS:
            return _picture(content)[0]
        if image.width * image.height > MOST_PIXELS:
            raise ValueError
        pixels = image.convert("RGBA" if form != "BMP" else "RGB")
    bare, out = Image.frombytes(pixels.mode, pixels.size, pixels.tobytes()), io.BytesIO()
    bare.save(out, form)
    return out.getvalue()


def _without_segments(content: bytes) -> bytes:
    """A JPEG as it lies in a PDF file, without what cameras and programs added; its pixels are not touched."""
    out, at = bytearray(content[:2]), 2
    while content[at : at + 1] == b"\xff" and content[at + 1] not in (0xDA, 0xFF):
        size = int.from_bytes(content[at + 2 : at + 4]) + 2
        if content[at + 1] not in _ADDED:
            out += content[at : at + size]
        at += size
    return bytes(out) + content[at:]


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
        if isinstance(found, pikepdf.Stream) and found.get("/Filter") in (_DCT, pikepdf.Array([_DCT])):
            found.write(_without_segments(found.read_raw_bytes()), filter=_DCT)
        inside = [found[name] for name in found.keys()]  # noqa: SIM118  # its iteration gives no texts
    else:
        return
    for each in inside:
        _bare(each, depth + 1)


_DCT = pikepdf.Name.DCTDecode
_ADDED = {
    *range(0xE1, 0xEE),
    0xEF,
    0xFE,
}  # APP1 (EXIF, XMP) to APP15 and comments; not APP0 and Adobe's APP14, which tell colours
_KEPT_FORMS = ("PNG", "GIF", "TIFF", "WEBP", "BMP")
_OF_NOTES = ("/T", "/M", "/CreationDate", "/NM")
_NAMING = ("/Metadata", "/PieceInfo", "/LastModified", "/AA", "/AF")
DEEPEST = 30  # objects inside objects
_RSID = re.compile(rb'\s(?:w:)?rsid\w*="[^"]*"')
_MADE = re.compile(rb"<(dc:creator|dc:date|meta:creator-initials|loext:sender-initials)>[^<]*</\1>")
_ATTRIBUTES = "author|initials|userId|providerId|displayName|userName|lastModifiedBy|person"
_WHO = re.compile(rf'(\s(?:\w+:)?(?:{_ATTRIBUTES})=)"[^"]*"'.encode())
_WHEN = re.compile(rb'\s(?:w:date|w16du:dateUtc|dt|dT)="[^"]*"')
_PLAIN_WHO = re.compile(rb"<(author|authors?)>[^<]*</\1>")
_LISTED_WHO = re.compile(rb'(\sname=)"[^"]*"')  # in the lists of who made comments in slides
_PLACES = re.compile(  # where a file lay tells who had it: templates, linked files, the folder of a workbook
    rb'(\s(?:Target|url)=)"(?:file:|[A-Za-z]:[\\/]|\\\\|/(?:Users|home)/)[^"]*"'
)
_VARIABLES = re.compile(rb"<w:(docVars|mailMerge)\b[^>]*>.*?</w:\1>", re.DOTALL)
_PRINTER = re.compile(
    rb'(<config:config-item config:name="Printer(?:Name|Setup)"[^>]*>)[^<]*(</config:config-item>)'
)
DEEPEST_PACKAGE = 3  # office files inside office files
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


def _package(kind: str, depth: int = 0) -> Callable[[bytes], tuple[bytes, str]]:
    """Office files are zip archives: every part is written anew, at the same time, without what names people."""

    def clean_package(content: bytes) -> tuple[bytes, str]:
        if depth == DEEPEST_PACKAGE:
            raise ValueError
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
            if sum(part.file_size for part in old.infolist()) > MOST_UNPACKED:
                raise ValueError
            for part in old.infolist():
                body = _part(part.filename, old.read(part), depth)
                entry = zipfile.ZipInfo(part.filename, EPOCH)
                # An OpenDocument file is told by its first entry, which must not be compressed.
                stored = part.filename == "mimetype"
                entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
                new.writestr(entry, body)
        return out.getvalue(), kind

    return clean_package


def _part(name: str, body: bytes, depth: int) -> bytes:
    lowered = name.lower()
    if name in _REPLACED:
        return _REPLACED[name]
    if "thumbnail" in lowered:
        return _PIXEL
    if "printersettings" in lowered:  # the name of the printer, and often of who used it
        return b""
    if lowered.endswith((".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".webp", ".bmp")):
        return _picture_inside(body)
    if lowered.endswith((".docx", ".xlsx", ".pptx", ".odt", ".ods")):
        return _package("", depth + 1)(body)[0]
    return _markup(lowered, body) if lowered.endswith((".xml", ".rels", ".vml")) else body


def _markup(name: str, body: bytes) -> bytes:
    for pattern, instead in (
        (_RSID, b""), (_WHEN, b""), (_VARIABLES, b""), (_WHO, rb'\1""'), (_PLAIN_WHO, rb"<\1></\1>"), (_MADE, rb"<\1></\1>"),
        (_PLACES, rb'\1"about:blank"'), (_PRINTER, rb"\1\2"),
    ):  # fmt: skip
        body = pattern.sub(instead, body)
    return _LISTED_WHO.sub(rb'\1""', body) if name.endswith("authors.xml") else body


def _same(content: bytes) -> tuple[bytes, str]:
    """Plain text has nothing beside its words."""
    return content, "text/plain"


_CLEANERS: dict[str, Callable[[bytes], tuple[bytes, str]]] = {
    **dict.fromkeys(PICTURES, _picture),
    "application/pdf": _pdf,
    **{kind: _package(kind) for kind in (DOCX, XLSX, PPTX, ODT, ODS)},
    "text/plain": _same,
    "text/csv": _same,
}
