"""What a file is, by its first bytes; its name decides nothing but the difference between two kinds of plain text."""

from pathlib import PurePath

from ombuds.lib.text import clean

_OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX, XLSX, PPTX = (
    f"{_OFFICE}wordprocessingml.document",
    f"{_OFFICE}spreadsheetml.sheet",
    f"{_OFFICE}presentationml.presentation",
)
ODT, ODS = "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet"
PICTURES = ("image/jpeg", "image/png", "image/gif", "image/webp", "image/tiff")
EXTENSIONS = {
    "application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp",
    "image/tiff": ".tiff", "image/heic": ".heic", DOCX: ".docx", XLSX: ".xlsx", PPTX: ".pptx", ODT: ".odt", ODS: ".ods",
    "application/x-ole": ".doc", "message/rfc822": ".eml", "text/plain": ".txt", "text/csv": ".csv",
    "audio/mpeg": ".mp3", "audio/mp4": ".m4a", "audio/ogg": ".ogg", "audio/wav": ".wav", "video/mp4": ".mp4",
    "application/zip": ".zip",
}  # fmt: skip
_STARTS = (
    (b"%PDF-", "application/pdf"), (b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"), (b"II*\0", "image/tiff"), (b"MM\0*", "image/tiff"), (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"), (b"\xff\xfb", "audio/mpeg"), (b"\xff\xf3", "audio/mpeg"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole"),
)  # fmt: skip
_BRANDS = ((b"heic", "image/heic"), (b"heix", "image/heic"), (b"mif1", "image/heic"), (b"M4A ", "audio/mp4"))
_INSIDE = (
    (b"opendocument.text", ODT), (b"opendocument.spreadsheet", ODS), (b"word/", DOCX), (b"xl/", XLSX), (b"ppt/", PPTX),
)  # fmt: skip


def kind_of(head: bytes, name: str) -> str:
    """The media type, or "" for what is not taken (programs, above all)."""
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        return next((kind for brand, kind in _BRANDS if head[8:12] == brand), "video/mp4")
    if head.startswith(b"PK\x03\x04"):
        return next((kind for inside, kind in _INSIDE if inside in head), "application/zip")
    return _text_kind(head, name)


def _text_kind(head: bytes, name: str) -> str:
    if not head or b"\0" in head or head.startswith((b"MZ", b"#!", b"\x7fELF")):
        return ""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as problem:
        cut_in_two = problem.start >= len(head) - 4  # a sign at the edge of what was looked at
        if not cut_in_two and any(byte < 9 or 13 < byte < 32 for byte in head):
            return ""
    suffix = PurePath(name.lower()).suffix
    return {".csv": "text/csv", ".eml": "message/rfc822"}.get(suffix, "text/plain")


def tidy_name(name: str, kind: str) -> str:
    """The last part of the name, without signs that hide, with the extension that the content has."""
    short = PurePath(clean(name).replace("\\", "/").replace("\n", " ")).name.strip(". ")[:120] or "file"
    wanted = EXTENSIONS[kind]
    others = {".jpg": ".jpeg", ".tiff": ".tif", ".doc": ".xls", ".mp4": ".mov", ".txt": ".md"}
    return short if short.lower().endswith((wanted, others.get(wanted, wanted))) else f"{short}{wanted}"
