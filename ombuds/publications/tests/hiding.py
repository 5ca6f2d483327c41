"""Files with a name hidden somewhere in them, one for every place that a file has."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import docx
import pikepdf

NAME = "Fatiha Benali"


def word(name: str) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    paragraph = document.add_paragraph("Alles goed.")
    if name == "comment":
        document.add_comment(paragraph.runs, text=NAME, author="x")
    elif name == "picture":
        shape = document.add_picture(io.BytesIO(png()))
        shape._inline.docPr.set("descr", f"Foto van {NAME}")
    elif name == "link":
        document.part.relate_to(
            "https://people.example/?q=Fatiha+Benali",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
            is_external=True,
        )
    elif name == "header":
        document.sections[0].header.paragraphs[0].text = NAME
    elif name == "properties":
        document.core_properties.last_modified_by = NAME
    else:
        run = document.add_paragraph().add_run(NAME)._element
        deleted = run.makeelement("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}del", {})
        run.getparent().append(deleted)
        deleted.append(run)
        for text in run.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
            text.tag = text.tag.replace("}t", "}delText")
    document.save(out)
    return out.getvalue()


DICTIONARIES: dict[str, dict[str, Any]] = {
    "link target": {"/S": pikepdf.Name.URI, "/URI": "https://people.example/Fatiha-Benali"},
    "alternative text": {"/S": pikepdf.Name.Figure, "/Alt": NAME},
    "bookmark": {"/Title": NAME},
    "form value": {"/FT": pikepdf.Name.Tx, "/V": NAME},
    "layer": {"/Type": pikepdf.Name.OCG, "/Name": NAME},
}


def sheet(where: str) -> bytes:
    """A workbook, with the name in one part of it."""
    hidden = {
        "cell": ("xl/sharedStrings.xml", f"<sst><si><t>dienst</t></si><si><t>{NAME}</t></si></sst>"),
        "note": ("xl/comments1.xml", f"<comments><commentList><comment><text><t>{NAME}</t></text></comment></commentList></comments>"),
        "hidden sheet": ("xl/workbook.xml", f'<workbook><sheets><sheet name="{NAME}" state="hidden"/></sheets></workbook>'),
        "link": ("xl/worksheets/_rels/sheet1.xml.rels", '<Relationships><Relationship Target="mailto:fatiha@people.example"/></Relationships>'),
        "properties": ("docProps/app.xml", f"<Properties><Manager>{NAME}</Manager></Properties>"),
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/styles.xml", "<styleSheet/>")
        archive.writestr(*hidden[where])
    return out.getvalue()


def pdf(where: str) -> bytes:
    with pikepdf.new() as made:
        page = made.add_blank_page()
        if where in DICTIONARIES:
            made.Root.Hidden = made.make_indirect(pikepdf.Dictionary(DICTIONARIES[where]))
        elif where in HIDDEN:
            HIDDEN[where](made, page)
        out = io.BytesIO()
        made.save(out)
    return out.getvalue()


def _xmp(made: pikepdf.Pdf, _page: pikepdf.Page) -> None:
    with made.open_metadata() as metadata:
        metadata["dc:creator"] = [NAME]


def _keyword(made: pikepdf.Pdf, _page: pikepdf.Page) -> None:
    made.docinfo["/Keywords"] = NAME


def _attachment(made: pikepdf.Pdf, _page: pikepdf.Page) -> None:
    made.attachments["bijlage.txt"] = f"Brief aan {NAME}".encode()


def _annotation(made: pikepdf.Pdf, page: pikepdf.Page) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=NAME
    )
    page.Annots = made.make_indirect(pikepdf.Array([note]))


def _invisible(made: pikepdf.Pdf, page: pikepdf.Page) -> None:
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    # 3 Tr: written, and drawn nowhere
    page.Contents = made.make_stream(f"BT /F1 12 Tf 3 Tr 72 720 Td ({NAME}) Tj ET".encode())


def _read_aloud(made: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.Contents = made.make_stream(f"/Span << /ActualText ({NAME}) >> BDC EMC".encode())


def _unused(made: pikepdf.Pdf, _page: pikepdf.Page) -> None:
    form = made.make_stream(b"BT /F1 9 Tf [(Fat) 20 (iha ) -3 (Benali)] TJ ET")
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    made.Root.Hidden = made.make_indirect(form)


def _script(made: pikepdf.Pdf, _page: pikepdf.Page) -> None:
    script = made.make_stream(f"app.alert('{NAME}')".encode())
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=script)


def _xfa(made: pikepdf.Pdf, _page: pikepdf.Page) -> None:
    form = made.make_stream(f"<xfa><name>{NAME}</name></xfa>".encode())
    made.Root.AcroForm = made.make_indirect(
        pikepdf.Dictionary(XFA=pikepdf.Array([pikepdf.String("datasets"), form]))
    )


HIDDEN: dict[str, Callable[[pikepdf.Pdf, pikepdf.Page], None]] = {
    "xmp": _xmp,
    "info": _keyword,
    "attachment": _attachment,
    "annotation": _annotation,
    "text": _invisible,
    "read aloud": _read_aloud,
    "drawn nowhere": _unused,
    "script": _script,
    "xfa": _xfa,
}


def older_version() -> bytes:
    """A PDF that was saved twice: the first version still stands in the file."""
    first = pdf("info")
    body = b"\n99 0 obj\n<< >>\nendobj\n"
    start = int(first[first.rindex(b"startxref") + 9 :].split()[0])
    at = len(first) + 1
    table = f"xref\n99 1\n{at:010d} 00000 n \ntrailer\n<< /Size 100 /Root 1 0 R /Prev {start} >>\nstartxref\n{at + len(body)}\n%%EOF\n"
    return first + body + table.encode()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*chunks: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + b"".join(chunks)
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


def tiff(*entries: tuple[int, int, int, bytes]) -> bytes:
    """A little EXIF block: (tag, type, count, value); longer values stand behind the directory."""
    at, rows, behind = 8 + 2 + 12 * len(entries) + 4, b"", b""
    for tag, kind, count, value in entries:
        if len(value) > 4:
            rows += struct.pack("<HHII", tag, kind, count, at + len(behind))
            behind += value
        else:
            rows += struct.pack("<HHI", tag, kind, count) + value.ljust(4, b"\0")
    return b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", len(entries)) + rows + b"\0\0\0\0" + behind


def taken_at() -> bytes:
    """A picture that says where it was taken."""
    degrees = struct.pack("<IIIIII", 50, 1, 50, 1, 30, 1)
    outer = tiff((0x8825, 4, 1, struct.pack("<I", 26)))
    directory = struct.pack("<H", 1) + struct.pack("<HHII", 2, 5, 3, 26 + 18) + b"\0\0\0\0"
    return b"\xff\xd8\xff\xe1\x00\x99Exif\0\0" + outer + directory + degrees


FILES = {
    "the name of the file": ("klacht_Benali.csv", b"a,b\n1,2\n"),
    "a table": ("cijfers.csv", f"wie;bedrag\n{NAME};12\n".encode()),
    "a comment in Word": ("a.docx", word("comment")),
    "properties in Word": ("a.docx", word("properties")),
    "a tracked change in Word": ("a.docx", word("deleted")),
    "the properties of a PDF": ("a.pdf", pdf("info")),
    "XMP in a PDF": ("a.pdf", pdf("xmp")),
    "a file inside a PDF": ("a.pdf", pdf("attachment")),
    "a note in a PDF": ("a.pdf", pdf("annotation")),
    "hidden text in a PDF": ("a.pdf", pdf("text")),
    "an older version in a PDF": ("a.pdf", older_version()),
    **{f"{where} in a PDF": ("a.pdf", pdf(where)) for where in (*DICTIONARIES, "read aloud", "drawn nowhere", "script", "xfa")},
    "the alternative text of a picture in Word": ("a.docx", word("picture")),
    "a link target in Word": ("a.docx", word("link")),
    "a header in Word": ("a.docx", word("header")),
    **{f"{where} in a sheet": ("a.xlsx", sheet(where)) for where in ("cell", "note", "hidden sheet", "link", "properties")},
    "text in a PNG": ("a.png", png(chunk(b"tEXt", b"Author\0" + NAME.encode()))),
    "packed text in a PNG": ("a.png", png(chunk(b"zTXt", b"Author\0\0" + zlib.compress(NAME.encode())))),
    "packed Unicode text in a PNG": ("a.png", png(chunk(b"iTXt", b"Author\0\x01\0nl\0Auteur\0" + zlib.compress(NAME.encode())))),
    "XMP in a JPEG": ("a.jpg", b"\xff\xd8\xff\xe1<x:xmpmeta>" + NAME.encode() + b"</x:xmpmeta>"),
    "EXIF in a JPEG": ("a.jpg", b"\xff\xd8\xff\xe1\x00\x99Exif\0\0" + tiff((0x013B, 2, 14, NAME.encode() + b"\0"))),
    "Windows' own fields in a JPEG": ("a.jpg", b"\xff\xd8\xff\xe1\x00\x99Exif\0\0" + tiff((0x9C9D, 1, 28, (NAME + "\0").encode("utf-16-le")))),
    "where a picture was taken": ("a.jpg", taken_at()),
}  # fmt: skip
