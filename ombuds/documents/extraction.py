"""The text of a file, for search. What cannot be read is left empty: the original is always kept."""

import io
import logging
import zipfile
from collections.abc import Callable
from email import message_from_bytes, policy

import docx
import pypdfium2
from django.core.files.base import File
from odfdo import Document as OpenDocument

from ombuds.lib.text import clean

logger = logging.getLogger(__name__)
MOST_CHARACTERS = 200_000
MOST_UNZIPPED = 100 * 1024 * 1024  # beyond that, a small file that unfolds into a huge one


def text_of(upload: "File[bytes]", media_type: str) -> str:
    """Never raises: a broken file has no text."""
    reader = _READERS.get(media_type)
    if reader is None:
        return ""
    upload.seek(0)
    try:
        return clean(reader(upload.read()))[:MOST_CHARACTERS]
    except Exception as problem:  # noqa: BLE001  # readers of other people's files fail in any way; the file is kept
        logger.info("no text read from a %s (%s)", media_type, type(problem).__name__)
        return ""


def _plain(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _pdf(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def _small_enough(content: bytes) -> io.BytesIO:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(item.file_size for item in archive.infolist()) > MOST_UNZIPPED:
            raise ValueError("unfolds too far")
    return io.BytesIO(content)


def _docx(content: bytes) -> str:
    document = docx.Document(_small_enough(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def _odt(content: bytes) -> str:
    return str(OpenDocument(_small_enough(content)).get_formatted_text())


def _mail(content: bytes) -> str:
    message = message_from_bytes(content, policy=policy.default)
    body = message.get_body(("plain", "html"))
    return f"{message['subject'] or ''}\n{body.get_content() if body else ''}"


_READERS: dict[str, Callable[[bytes], str]] = {
    "application/pdf": _pdf,
    "text/plain": _plain,
    "text/csv": _plain,
    "message/rfc822": _mail,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": _docx,
    "application/vnd.oasis.opendocument.text": _odt,
}
