"""The leaflet and the poster: accessible PDF for the printer, with a QR code drawn as vectors."""

import datetime as dt
from pathlib import Path

import qrcode

from ombuds.lib.pdf import compile_document
from ombuds.publicsite.kit.words import Kit

TEMPLATE = Path(__file__).parent / "kit.typ"
PAPERS = {"leaflet": "a5", "poster": "a3"}


def document(kit: Kit, language: str, paper: str, *, dated: dt.date) -> bytes:
    """`paper` is leaflet (A5) or poster (A3); the same arguments give the same bytes. Raises PdfError, KeyError."""
    words = kit.wording(language)
    data = {
        "paper": PAPERS[paper],
        "title": words.title,
        "lead": words.lead,
        "steps": list(words.steps),
        "promise": words.promise,
        "scan": words.scan,
        "contact": list(words.contact),
        "office": words.office,
        "page": words.page,
        "qr": _modules(words.page),
    }
    return compile_document(TEMPLATE, data, language=words.language, dated=dated)


def _modules(text: str) -> list[str]:
    """The dark and light fields of the code, row by row, as 1 and 0; error correction for a wrinkled poster."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_Q, border=0)
    code.add_data(text)
    code.make(fit=True)
    return ["".join("1" if dark else "0" for dark in row) for row in code.get_matrix()]
