"""Everything in a PDF that could name someone: pages, earlier versions, metadata, attachments, notes, and what is drawn nowhere."""

import io
import re
from collections.abc import Callable, Iterator

import pikepdf
import pypdfium2

Part = tuple[str, str]
Inside = Callable[[bytes], Iterator[Part]]  # reads a file within the file
MAX_VERSIONS = 20


def pdf_parts(content: bytes, inside: Inside) -> Iterator[Part]:
    """The document as it opens, and every earlier version that is still in the file."""
    yield from _pdf_version(content, inside)
    ends = [match.end() for match in re.finditer(rb"%%EOF", content)][:-1]
    for number, end in enumerate(ends[:MAX_VERSIONS], 1):
        try:
            yield from (
                (f"earlier version {number}: {where}", text)
                for where, text in _pdf_version(content[:end], inside)
            )
        except (pikepdf.PdfError, pypdfium2.PdfiumError):
            continue  # the first half of a file written for quick viewing is no version


def _pdf_version(content: bytes, inside: Inside) -> Iterator[Part]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        yield "metadata", "\n".join(f"{value}" for value in pdf.docinfo.values())
        for entry in pdf.objects:  # of the document, of pages, of pictures in it
            if isinstance(entry, pikepdf.Stream) and entry.get("/Type") == "/Metadata":
                yield "metadata", entry.read_bytes().decode("utf-8", errors="replace")
        for name, attachment in pdf.attachments.items():
            held = attachment.get_file().read_bytes()
            yield "attachment", name
            yield from ((f"attachment: {where}", text) for where, text in inside(held))
        yield from _pdf_notes(pdf)
        pages = list(_pdf_pages(content))
        yield from pages
        shown = {word for _, text in pages for word in re.findall(r"\w+", text)}
        yield from (("notes", text) for text in _pdf_streams(pdf, shown))


def _pdf_pages(content: bytes) -> Iterator[Part]:
    document = pypdfium2.PdfDocument(content)
    try:
        for number, page in enumerate(document, 1):
            yield f"page {number}", page.get_textpage().get_text_range()
    finally:
        document.close()


def _pdf_streams(pdf: pikepdf.Pdf, shown: set[str]) -> Iterator[str]:
    """What stands in the streams and on no page: replaced words for readers aloud, forms that nobody draws, scripts, XFA."""
    left = MAX_OPERATIONS
    pages = {stream.objgen for page in pdf.pages for stream in _contents(page)}
    for entry in pdf.objects:
        if not isinstance(entry, pikepdf.Stream):
            continue
        is_form = entry.get("/Subtype") == "/Form"
        if is_form or entry.objgen in pages:
            found, taken = _drawn(entry, left, all_strings=is_form)
            left -= taken
            text = "\n".join(one for one in found if not set(re.findall(r"\w+", one)) <= shown)
            if text:
                yield text
    yield from _scripts(pdf)


def _contents(page: pikepdf.Page) -> list[pikepdf.Stream]:
    held = page.obj.get("/Contents")
    listed = list(held) if isinstance(held, pikepdf.Array) else [held]
    return [stream for stream in listed if isinstance(stream, pikepdf.Stream)]


def _drawn(stream: pikepdf.Stream, most: int, *, all_strings: bool) -> tuple[list[str], int]:
    """(texts, operations read). What is drawn on a page is read from the page; a form may be drawn nowhere, so of forms every string counts.

    A broken stream gives what could be read.
    """
    try:
        operations = pikepdf.parse_content_stream(stream)[: max(0, most)]
    except pikepdf.PdfError:
        return [], 0
    found = []
    for operation in operations:
        operands = [
            one
            for one in getattr(operation, "operands", ())
            if all_strings or isinstance(one, pikepdf.Dictionary)
        ]
        text = "".join(
            text for one in operands for text in _operand(one, 0)
        )  # a word is often written in pieces
        if READABLE.fullmatch(text):
            found.append(text)
    return found, len(operations)


def _operand(operand: object, depth: int) -> Iterator[str]:
    if isinstance(operand, pikepdf.String):
        yield str(operand)
    elif depth < 4 and isinstance(operand, pikepdf.Array):
        for one in operand:
            yield from _operand(one, depth + 1)
    elif depth < 4 and isinstance(operand, pikepdf.Dictionary):
        for key in operand.keys():  # noqa: SIM118 a pikepdf object is no dict
            yield from _operand(operand.get(key), depth + 1)


def _scripts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Scripts and XFA that are written as streams."""
    for entry in pdf.objects:
        for stream in _named(entry, 0):
            yield re.sub(r"<[^>]+>", " ", stream.read_bytes().decode("utf-8", errors="replace"))


def _named(entry: object, depth: int) -> Iterator[pikepdf.Stream]:
    """The streams under /JS and /XFA in an object and what is written inside it."""
    if depth > 8 or not isinstance(entry, pikepdf.Dictionary | pikepdf.Stream | pikepdf.Array):
        return
    if isinstance(entry, pikepdf.Array):
        for one in entry:
            if isinstance(one, pikepdf.Object) and not one.is_indirect:
                yield from _named(one, depth + 1)
        return
    for key in entry.keys():  # noqa: SIM118 a pikepdf object is no dict
        value = entry.get(key)
        if key in ("/JS", "/XFA"):
            listed = list(value) if isinstance(value, pikepdf.Array) else [value]
            yield from (stream for stream in listed if isinstance(stream, pikepdf.Stream))
        elif isinstance(value, pikepdf.Object) and not value.is_indirect:
            yield from _named(value, depth + 1)


MAX_OPERATIONS = 300_000
# Numbers of letters in a font of its own are no text.
READABLE = re.compile(r"[^\x00-\x08\x0e-\x1f\ufffd]*[^\W\d_]{2,}[^\x00-\x08\x0e-\x1f\ufffd]*")
NOTES = frozenset({
    "/JS", "/Contents", "/T", "/V", "/Alt", "/ActualText", "/URI", "/Title", "/TU", "/F", "/UF", "/Subj", "/RC", "/DV", "/Name",
})  # fmt: skip


def _pdf_notes(pdf: pikepdf.Pdf) -> Iterator[Part]:
    """Comments, links, form values and alternative texts, also those written inside another object."""
    for entry in pdf.objects:
        yield from (("notes", text) for text in _strings(entry, 0))


def _strings(entry: object, depth: int) -> Iterator[str]:
    if depth > 8:
        return
    if isinstance(entry, pikepdf.Dictionary | pikepdf.Stream):
        for key in entry.keys():  # noqa: SIM118 a pikepdf object is no dict
            value = entry.get(key)
            if isinstance(value, pikepdf.String) and key in NOTES:
                yield str(value)
            elif isinstance(value, pikepdf.Object) and not value.is_indirect:
                yield from _strings(value, depth + 1)
    elif isinstance(entry, pikepdf.Array):
        for value in entry:
            if isinstance(value, pikepdf.Object) and not value.is_indirect:
                yield from _strings(value, depth + 1)
