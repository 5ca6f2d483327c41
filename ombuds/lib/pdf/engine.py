"""Runs typst over one of our templates with JSON as its only input."""

import json
from datetime import UTC, date, datetime, time
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import typst

from ombuds.lib.pdf import fonts, glyphs

ROOT = Path(__file__).resolve().parents[2]
STANDARDS: list["typst.PDFStandard"] = ["ua-1", "a-3a"]
REGIONS = {"nl": "BE", "fr": "BE", "de": "BE", "en": "GB"}


class PdfError(RuntimeError):
    """The document could not be made, or was made in the wrong language."""


def compile_document(template: Path, data: dict[str, Any], *, language: str, dated: date) -> bytes:
    """Return the PDF that `template` draws from `data`; the same arguments give the same bytes.

    `dated` becomes the creation date inside the file, so that a report made twice is one and the same document.

    Raises PdfError.
    """
    tag = f"{language}-{REGIONS[language]}" if language in REGIONS else language
    payload = {**data, "lang": language, "region": REGIONS.get(language)}
    try:
        pdf = _typst(template, glyphs.printable(payload), dated)
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise PdfError(str(error)) from error
        # A mark and its letter can each have a glyph and still not have one together in any font.
        pdf = _typst(template, glyphs.printable(payload, marks=False), dated)
    _assert_language(pdf, tag)
    return pdf


def _typst(template: Path, payload: object, dated: date) -> bytes:
    return typst.compile(
        template,
        root=ROOT,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(payload, ensure_ascii=False)},
        pdf_standards=STANDARDS,
        timestamp=datetime.combine(dated, time(12), tzinfo=UTC),
    )


def _assert_language(pdf: bytes, tag: str) -> None:
    # typst compiles silently as English when a template forgets the language.
    with pikepdf.open(BytesIO(pdf)) as document:
        found = str(document.Root.get("/Lang", ""))
    if found.lower() != tag.lower():
        raise PdfError(f"the document says it is in {found or 'no language'}, not in {tag}")


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    # The machine's own fonts stay out: a letter looks the same on every server.
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[*fonts.FOLDERS, fonts.CHART_FOLDER],
    )


def pictures(drawings: list[str], *, width: float, dots: int = 200) -> list[bytes]:
    """Return SVG drawings as PNG, for files that cannot hold drawings. `width` in points, `dots` per inch.

    Raises PdfError.
    """
    if not drawings:
        return []
    source = (
        f"#set page(width: {width}pt, height: auto, margin: 0pt)\n"
        "#for one in json(bytes(sys.inputs.data)) "
        '{ page(image(bytes(one), format: "svg", width: 100%)) }'
    )
    try:
        made: Any = typst.compile(  # a list when there are several pages, whatever its types say
            source.encode(),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            format="png",
            ppi=dots,
            sys_inputs={"data": json.dumps(drawings, ensure_ascii=False)},
        )
    except typst.TypstError as error:
        raise PdfError(str(error)) from error
    return made if isinstance(made, list) else [made]
