"""Whatever part a true value hides in, the check names it. One planted value per kind of part."""

import io
import struct
import zlib
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import docx
import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ombuds.publications import services
from ombuds.publications.models import Publication
from ombuds.publications.services.parts import parts_of

GOOD = {"title": "Een boete", "summary": "Over een boete.", "body": "Iemand kreeg een boete."}
NAME = "Fatiha Benali"


@pytest.fixture
def story(make_case: Callable[..., Any], people: SimpleNamespace) -> Publication:
    case = make_case(state="closed")
    made = services.draft(office=case.office, actor=people.handler, kind="report", cases=[case])
    return services.write(made, actor=people.handler, version=made.version, texts={"nl": GOOD, "fr": GOOD})


def found_in(story: Publication) -> set[str]:
    return {finding.where for finding in services.findings_of(story)}


@pytest.mark.parametrize(
    ("field", "value", "where"),
    [("title", f"De boete van {NAME}", "title (nl)"), ("summary", f"{NAME} wachtte.", "summary (nl)"), ("body", f"{NAME} wachtte.", "text (nl)"),
     ("body", "[kaart](https://maps.example/Verzonnenstraat-12)", "page (nl)"), ("body", "**Fat**iha *Ben*ali wachtte.", "page (nl)"),
     ("body", "[](mailto:fatiha@people.example)", "page (nl)"), ("title", "Fatiha", "address of the page (nl)"), ("summary", NAME, "share text (nl)"),
     ("body", "| dienst | wie |\n|---|---|\n| stad | Fatiha Benali |", "text (nl)")],
)  # fmt: skip
def test_in_the_text_and_in_what_is_made_of_it(
    story: Publication, people: SimpleNamespace, field: str, value: str, where: str
) -> None:
    assert found_in(story) == set()
    services.write(story, actor=people.handler, version=story.version, texts={"nl": {**GOOD, field: value}})
    assert where in found_in(story)


def test_in_the_reason_of_a_correction(story: Publication, people: SimpleNamespace) -> None:
    first = services.draft(office=story.office, actor=people.handler, kind="report")
    Publication.objects.filter(pk=story.pk).update(corrects=first, reason=f"{NAME} vroeg het.")
    assert found_in(Publication.objects.get(pk=story.pk)) == {"reason"}


def word(name: str) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    paragraph = document.add_paragraph("Alles goed.")
    if name == "comment":
        document.add_comment(paragraph.runs, text=NAME, author="x")
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


def pdf(where: str) -> bytes:
    with pikepdf.new() as made:
        page = made.add_blank_page()
        if where == "xmp":
            with made.open_metadata() as metadata:
                metadata["dc:creator"] = [NAME]
        elif where == "attachment":
            made.attachments["bijlage.txt"] = f"Brief aan {NAME}".encode()
        elif where == "annotation":
            note = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=NAME
            )
            page.Annots = made.make_indirect(pikepdf.Array([note]))
        elif where == "text":
            font = pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            # 3 Tr: written, and drawn nowhere
            page.Contents = made.make_stream(f"BT /F1 12 Tf 3 Tr 72 720 Td ({NAME}) Tj ET".encode())
        elif where == "info":
            made.docinfo["/Keywords"] = NAME
        out = io.BytesIO()
        made.save(out)
    return out.getvalue()


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
    "text in a PNG": ("a.png", png(chunk(b"tEXt", b"Author\0" + NAME.encode()))),
    "packed text in a PNG": ("a.png", png(chunk(b"zTXt", b"Author\0\0" + zlib.compress(NAME.encode())))),
    "packed Unicode text in a PNG": ("a.png", png(chunk(b"iTXt", b"Author\0\x01\0nl\0Auteur\0" + zlib.compress(NAME.encode())))),
    "XMP in a JPEG": ("a.jpg", b"\xff\xd8\xff\xe1<x:xmpmeta>" + NAME.encode() + b"</x:xmpmeta>"),
    "EXIF in a JPEG": ("a.jpg", b"\xff\xd8\xff\xe1\x00\x99Exif\0\0" + tiff((0x013B, 2, 14, NAME.encode() + b"\0"))),
    "Windows' own fields in a JPEG": ("a.jpg", b"\xff\xd8\xff\xe1\x00\x99Exif\0\0" + tiff((0x9C9D, 1, 28, (NAME + "\0").encode("utf-16-le")))),
    "where a picture was taken": ("a.jpg", taken_at()),
}  # fmt: skip


@pytest.mark.parametrize("kind", FILES)
def test_in_a_file(story: Publication, people: SimpleNamespace, kind: str) -> None:
    name, content = FILES[kind]
    upload = SimpleUploadedFile(name, content)
    services.attach(story, upload, actor=people.handler, description="Bijlage")
    assert any(name in where for where in found_in(story)), parts_of(story).pairs


def test_in_the_description_of_a_file(story: Publication, people: SimpleNamespace) -> None:
    upload = SimpleUploadedFile("a.csv", b"a,b\n1,2\n")
    services.attach(story, upload, actor=people.handler, description=f"Brief van {NAME}")
    assert found_in(story) == {"file “a.csv”: description"}


def test_a_clean_file_passes(story: Publication, people: SimpleNamespace) -> None:
    for name, content in (("a.png", png()), ("a.pdf", pdf("nothing"))):
        upload = SimpleUploadedFile(name, content)
        services.attach(story, upload, actor=people.handler, description="Bijlage")
    assert found_in(story) == set()
