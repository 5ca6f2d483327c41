"""The report as a Word file for the printer: real headings, tables with heads that repeat, charts as pictures with words."""

import io
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table

from ombuds.annualreport.making import prose
from ombuds.annualreport.making.zipping import repack
from ombuds.annualreport.paper import CHARTS, SHORT
from ombuds.annualreport.reading import read
from ombuds.lib.pdf.engine import pictures

TEAL, SOFT = RGBColor(0x0B, 0x5A, 0x68), RGBColor(0x4A, 0x58, 0x5E)
FACE = "Source Sans 3"
AFTER_BORDERS = {
    qn(f"w:{name}") for name in ("shd", "tblLayout", "tblCellMar", "tblLook")
}  # Word wants its order
TEXT, OTHERS = 16.0, 2.4  # cm: how wide the text is, and a column of numbers at most
REGIONS = {"nl": "nl-BE", "fr": "fr-BE", "en": "en-GB", "de": "de-BE"}


def docx_file(content: Mapping[str, Any], language: str, *, dated: date) -> bytes:
    """Return the document; the same content and day give the same bytes."""
    report = read(content, language, drawing=CHARTS, headings=2)
    charts = [block["svg"] for block in _blocks(report) if block.get("svg")]
    drawn = iter(pictures(charts, width=CHARTS.width))
    document = docx.Document()
    _style(document, report, dated)
    _cover(document, report)
    for chapter in report["chapters"]:
        document.add_heading(chapter["title"], 1).paragraph_format.page_break_before = True
        for block in chapter["blocks"]:
            _block(document, block, report, drawn)
    out = io.BytesIO()
    document.save(out)
    return repack(out.getvalue())


def _blocks(report: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    return (block for chapter in report["chapters"] for block in chapter["blocks"])


def _style(document: Document, report: Mapping[str, Any], dated: date) -> None:
    about = document.core_properties
    about.title, about.author, about.language = report["title"], report["office"], report["language"]
    about.comments, about.last_modified_by, about.revision = "", report["office"], 1
    about.created = about.modified = datetime.combine(dated, time(12), tzinfo=UTC).replace(tzinfo=None)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.footer.paragraphs[0].text = f"{report['office']}  ·  {report['title']}"
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FACE, Pt(10.5)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), REGIONS.get(report["language"], report["language"]))
    normal.element.get_or_add_rPr().append(language)
    for level, size in ((1, 22), (2, 14), (3, 11.5)):
        style = document.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.bold = FACE, Pt(size), True
        style.font.color.rgb = TEAL if level == 1 else RGBColor(0x14, 0x26, 0x2C)
        fonts = style.element.rPr.rFonts  # the theme's own face would win otherwise
        for name in list(fonts.attrib):
            if name.endswith(("Theme", "hAnsi", "ascii")):
                del fonts.attrib[name]
        fonts.set(qn("w:ascii"), FACE)
        fonts.set(qn("w:hAnsi"), FACE)


def _cover(document: Document, report: Mapping[str, Any]) -> None:
    document.add_paragraph(report["office"])
    document.add_paragraph(report["title"], style="Title")
    if report["committee"]:
        document.add_paragraph(f"{report['words']['booklet']}: {report['committee']}")
    if report["addressees"]:
        document.add_paragraph(f"{report['addressed']} {' · '.join(report['addressees'])}")
    document.add_paragraph(" · ".join(report["contact"]))


def _block(
    document: Document, block: dict[str, Any], report: Mapping[str, Any], drawn: Iterator[bytes]
) -> None:
    match block["type"]:
        case "text":
            prose.write(document, block["blocks"])
        case "glance":
            rows = [[item["label"], item["now"], item["before"]] for item in block["items"]]
            _table(document, ["", report["year"], ""], rows)
        case "table":
            _figures(document, block, drawn)
        case "changes":
            _changes(document, block)
        case "recommendations":
            _recommendations(document, block, report["words"])
        case "discussions":
            _discussions(document, block)
        case "stories":
            _stories(document, block, report["words"])
        case "definitions":
            _definitions(document, block)


def _recommendations(document: Document, block: dict[str, Any], words: Mapping[str, str]) -> None:
    document.add_heading(block["heading"], 2)
    if block["former"]:
        document.add_paragraph(f"{block['lead']} {block['former_title']} ({block['former']})")
    for item in block["items"]:
        document.add_paragraph(f"{item['code']} · {item['title']}", style="Heading 3")
        then = f"{words['then']}: {item['then']} → {words['now']}: " if item["then"] else ""
        document.add_paragraph(
            f"{words['to']} {item['addressee']} · {then}{item['status']} · {words['issued']} {item['issued']}; "
            f"{words['found']}: {item['finds'].lower()}"
        )
        if item["effect"]:
            document.add_paragraph(item["effect"])
        for debate in item["discussed"]:
            _soft(document, f"{words['discussed']} {debate}")


def _discussions(document: Document, block: dict[str, Any]) -> None:
    for item in block["items"]:
        document.add_paragraph(
            f"{item['on']}: {item['where']} ({item['code']} · {item['title']})", style="List Bullet"
        )


def _stories(document: Document, block: dict[str, Any], words: Mapping[str, str]) -> None:
    for item in block["items"]:
        document.add_heading(item["title"], 2)
        document.add_paragraph(item["summary"])
    _soft(document, words["stories"])


def _definitions(document: Document, block: dict[str, Any]) -> None:
    for item in block["items"]:
        paragraph = document.add_paragraph()
        paragraph.add_run(item["term"]).bold = True
        paragraph.add_run().add_break()
        paragraph.add_run(item["text"])


def _figures(document: Document, block: dict[str, Any], drawn: Iterator[bytes]) -> None:
    table = block["table"]
    document.add_heading(table["title"], 2)
    _soft(document, table["definition"]).paragraph_format.keep_with_next = True
    if block["svg"]:
        shape = document.add_picture(io.BytesIO(next(drawn)), width=Cm(14))
        shape._inline.docPr.set("descr", block["alt"])
        document.paragraphs[-1].paragraph_format.keep_with_next = True
    rows = [[line["label"], *line["cells"]] for line in table["lines"]]
    total = [table["total_label"], *table["totals"]] if table["totals"] is not None else None
    _table(document, [table["head"], *table["columns"]], rows, total)
    for note in table["notes"]:
        _soft(document, note)


def _table(
    document: Document, head: list[str], rows: list[list[str]], total: list[str] | None = None
) -> None:
    made = document.add_table(rows=1, cols=len(head))
    _ruled(made)
    others = min(OTHERS, TEXT * 0.6 / max(1, len(head) - 1))
    widths = [TEXT - others * (len(head) - 1), *[others] * (len(head) - 1)]
    for place, width in enumerate(widths):
        made.columns[place].width = Cm(width)
    lines = [head, *rows, *([total] if total else [])]
    for number, cells in enumerate(lines):
        row = made.rows[0] if number == 0 else made.add_row()
        marks = row._tr.get_or_add_trPr()
        marks.append(OxmlElement("w:cantSplit"))
        if number == 0:
            marks.append(OxmlElement("w:tblHeader"))
        for place, text in enumerate(cells):
            row.cells[place].width = Cm(widths[place])  # readers differ in which of the two they follow
            paragraph = row.cells[place].paragraphs[0]
            run = paragraph.add_run(text)
            run.font.size = Pt(9)
            run.bold = number == 0 or (bool(total) and number == len(lines) - 1)
            paragraph.alignment = 2 if place else 0
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2.5)
            # A short table is not cut, and no total stands alone on a page.
            together = len(lines) <= SHORT or number == 0 or number >= len(lines) - 3
            paragraph.paragraph_format.keep_with_next = together and number < len(lines) - 1
    document.add_paragraph()


def _ruled(table: Table) -> None:
    """Thin lines between the rows, one in colour under the head: numbers are read along a line."""
    borders = OxmlElement("w:tblBorders")
    for side, size, colour in (("top", "8", "0B5A68"), ("bottom", "8", "0B5A68"), ("insideH", "4", "C3CCD4")):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", size), ("space", "0"), ("color", colour)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    after = [each for each in table._tbl.tblPr if each.tag in AFTER_BORDERS]
    if after:
        after[0].addprevious(borders)
    else:
        table._tbl.tblPr.append(borders)


def _changes(document: Document, block: dict[str, Any]) -> None:
    if block["none"]:
        document.add_paragraph(block["none"])
    for group in block["groups"]:
        document.add_heading(group["title"], 2)
        for line in group["lines"]:
            paragraph = document.add_paragraph(style="List Bullet")
            paragraph.add_run(f"{line['sign']} {line['label']}: ").bold = True
            paragraph.add_run(line["said"])
    if block["stopped"]:
        document.add_heading(block["stopped_title"], 2)
    for item in block["stopped"]:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(f"{item['name']}: ").bold = True
        paragraph.add_run(item["said"])
    if block["moved"]:
        document.add_heading(block["moved_title"], 2)
    for item in block["moved"]:
        change = f"{item['from']} → {item['to']}" if item["from"] else item["to"]
        document.add_paragraph(
            f"{item['code']} · {item['title']}: {change} ({item['on']})", style="List Bullet"
        )
    _soft(document, block["method"])


def _soft(document: Document, text: str) -> Any:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(9), SOFT
    return paragraph
