"""Copies without metadata: what programs wrote about the maker is gone, what the maker wrote is not."""

import io
import zipfile
from collections.abc import Mapping

import pikepdf
import pytest
from PIL import Image

from ombuds.integrity import kinds
from ombuds.integrity.cleaning import cleaned

SECRET = "Wim Verklikker"


def picture(form: str) -> bytes:
    image = Image.new("RGB", (40, 20), "red")
    exif = Image.Exif()
    exif[0x013B] = SECRET  # artist
    exif[0x0112] = 6  # to be turned
    out = io.BytesIO()
    image.save(out, form, exif=exif.tobytes(), comment=SECRET.encode()) if form == "JPEG" else image.save(
        out, form, exif=exif
    )
    return out.getvalue()


@pytest.mark.parametrize(
    ("form", "kind"),
    [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp"), ("TIFF", "image/tiff")],
)
def test_pictures_keep_their_pixels_only(form: str, kind: str) -> None:
    content = picture(form)
    assert kinds.kind_of(content[:64], "x") == kind
    assert SECRET.encode() in content
    made = cleaned(content, kind)
    assert made
    assert SECRET.encode() not in made[0]
    with Image.open(io.BytesIO(made[0])) as image:
        assert image.size == (20, 40), "turned the way it was to be seen"
        assert not image.getexif()


def test_pdf_files_lose_author_attachments_and_scripts() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.docinfo["/Author"] = SECRET
    with pdf.open_metadata() as meta:
        meta["dc:creator"] = [SECRET]
    pdf.attachments["geheim.txt"] = pikepdf.AttachedFileSpec(
        pdf,
        SECRET.encode(),
        filename="geheim.txt",
        description="",
        mime_type="",
        creation_date="",
        mod_date="",
    )
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=SECRET)
    pdf.pages[0].Annots = pdf.make_indirect(
        pikepdf.Array(
            [
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot,
                    Subtype=pikepdf.Name.Text,
                    Rect=[0, 0, 9, 9],
                    T=SECRET,
                    Contents="blijft",
                )
            ]
        )
    )
    out = io.BytesIO()
    pdf.save(out)
    made = cleaned(out.getvalue(), "application/pdf")
    assert made
    with pikepdf.open(io.BytesIO(made[0])) as result:
        text = b"".join(
            bytes(o.read_bytes()) if isinstance(o, pikepdf.Stream) else str(o).encode()
            for o in result.objects
        )
        assert len(result.pages) == 1
        assert str(result.pages[0].Annots[0].Contents) == "blijft"
    assert SECRET.encode() not in text + made[0]


def test_open_document_files_lose_their_description() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("meta.xml", f"<x>{SECRET}</x>")
        package.writestr("content.xml", f"<x><dc:creator>{SECRET}</dc:creator>blijft</x>")
        package.writestr("Thumbnails/thumbnail.png", SECRET)
    assert kinds.kind_of(out.getvalue()[:4096], "x") == kinds.ODT
    made = cleaned(out.getvalue(), kinds.ODT)
    assert made
    with zipfile.ZipFile(io.BytesIO(made[0])) as package:
        assert package.namelist()[0] == "mimetype"
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        parts = b"".join(package.read(name) for name in package.namelist())
    assert SECRET.encode() not in parts
    assert b"blijft" in parts


def office_file(parts: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


PERSON = 'id="{1}" userId="S::Wim Verklikker@x" providerId="AD"'
LAY = "file:///C:/Users/Wim%20Verklikker/sjabloon.dotx"
WHO_IN_OFFICE_FILES = [
    ("word/document.xml", f'<w:ins w:id="1" w:author="{SECRET}" w:date="2026-01-02T03:04:05Z"><w:t>blijft</w:t></w:ins>'),
    ("word/comments.xml", f'<w:comment w:author="{SECRET}" w:initials="{SECRET}">blijft</w:comment>'),
    ("word/people.xml", f'<w15:person w15:author="{SECRET}"><w15:presenceInfo w15:providerId="AD" w15:userId="{SECRET}"/></w15:person>'),
    ("word/settings.xml", f'<w:settings><w:docVars><w:docVar w:name="x" w:val="{SECRET}"/></w:docVars>blijft</w:settings>'),
    ("word/_rels/settings.xml.rels", f'<Relationship Id="r1" Target="{LAY}" TargetMode="External"/>'),
    ("xl/workbook.xml", f'<x15ac:absPath url="C:\\Users\\{SECRET}\\"/><fileSharing userName="{SECRET}"/>blijft'),
    ("xl/comments1.xml", f"<authors><author>{SECRET}</author></authors>blijft"),
    ("xl/persons/person.xml", f'<person displayName="{SECRET}" {PERSON}/>'),
    ("xl/printerSettings/printerSettings1.bin", f"Printer of {SECRET}"),
    ("ppt/commentAuthors.xml", f'<p:cmAuthor id="0" name="{SECRET}" initials="{SECRET}"/>'),
    ("ppt/authors.xml", f'<p188:author id="0" name="{SECRET}" {PERSON}/>'),
    ("docProps/custom.xml", f"<x>{SECRET}</x>"),
    ("settings.xml", f'<config:config-item config:name="PrinterName" config:type="string">{SECRET}</config:config-item>blijft'),
    ("content.xml", f"<meta:creator-initials>{SECRET}</meta:creator-initials>blijft"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "content"), WHO_IN_OFFICE_FILES)
def test_no_part_of_an_office_file_names_its_maker(part: str, content: str) -> None:
    """Tracked changes, comments, templates, folders, printers: wherever Word, Excel, PowerPoint and LibreOffice write names."""
    made = cleaned(office_file({"[Content_Types].xml": "<x/>", part: content}), kinds.DOCX)
    assert made
    after = parts_of(made[0])[part]
    assert b"Verklikker" not in after
    assert b"2026-01-02" not in after
    assert ("blijft" in content) == (b"blijft" in after)


def test_office_files_and_pictures_inside_are_cleaned_too() -> None:
    inner = office_file({"xl/workbook.xml": "<x>blijft</x>", "docProps/core.xml": f"<x>{SECRET}</x>"})
    outer = {
        "word/embeddings/sheet1.xlsx": inner,
        "word/media/image1.jpeg": picture("JPEG"),
        "word/media/image2.tiff": picture("TIFF"),
    }
    made = cleaned(office_file(outer), kinds.DOCX)
    assert made
    after = parts_of(made[0])
    assert SECRET.encode() not in b"".join(parts_of(after["word/embeddings/sheet1.xlsx"]).values())
    assert parts_of(after["word/embeddings/sheet1.xlsx"])["xl/workbook.xml"] == b"<x>blijft</x>"
    for name, form in (("word/media/image1.jpeg", "JPEG"), ("word/media/image2.tiff", "TIFF")):
        assert SECRET.encode() not in after[name]
        with Image.open(io.BytesIO(after[name])) as image:
            assert image.format == form


def test_packages_inside_packages_without_end_have_no_copy() -> None:
    content = office_file({"word/document.xml": "<x/>"})
    for _ in range(6):
        content = office_file({"word/embeddings/a.docx": content})
    assert cleaned(content, kinds.DOCX) is None


def test_where_a_picture_was_taken_is_gone() -> None:
    image, exif = Image.new("RGB", (9, 9), "blue"), Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (50.0, 50.0, 47.0), 3: "E", 4: (4.0, 21.0, 8.0)})
    exif[0x8825] = exif.get_ifd(0x8825)
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    with Image.open(io.BytesIO(out.getvalue())) as before:
        assert before.getexif().get_ifd(0x8825)
    made = cleaned(out.getvalue(), "image/jpeg")
    assert made
    with Image.open(io.BytesIO(made[0])) as after:
        assert not after.getexif().get_ifd(0x8825)


def test_pictures_inside_a_pdf_file_lose_what_the_camera_wrote() -> None:
    jpeg, pdf = picture("JPEG"), pikepdf.new()
    page = pdf.add_blank_page()
    stream = pikepdf.Stream(pdf, jpeg)
    stream.update({"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Image, "/Width": 40, "/Height": 20,
                   "/ColorSpace": pikepdf.Name.DeviceRGB, "/BitsPerComponent": 8, "/Filter": pikepdf.Name.DCTDecode})  # fmt: skip
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=pdf.make_indirect(stream)))
    page.Contents = pikepdf.Stream(pdf, b"/Im0 Do")
    out = io.BytesIO()
    pdf.save(out)
    assert SECRET.encode() in out.getvalue()
    made = cleaned(out.getvalue(), "application/pdf")
    assert made
    assert SECRET.encode() not in made[0]
    with pikepdf.open(io.BytesIO(made[0])) as result:
        bare = result.pages[0].Resources.XObject.Im0.read_raw_bytes()
    with Image.open(io.BytesIO(bare)) as image, Image.open(io.BytesIO(jpeg)) as original:
        assert image.tobytes() == original.tobytes(), "not one pixel is another"


@pytest.mark.parametrize(
    "kind", ["image/jpeg", "application/pdf", kinds.DOCX, "video/mp4", "application/zip"]
)
def test_what_cannot_be_read_has_no_clean_copy(kind: str) -> None:
    assert cleaned(b"\xff\xd8\xff nonsense", kind) is None


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"%PDF-1.7", "x.exe", "application/pdf"), (b"MZ\x90\0", "x.pdf", ""), (b"#!/bin/sh", "x.txt", ""), (b"", "x", ""),
        (b"hallo", "x.csv", "text/csv"), (b"hallo", "x.exe", "text/plain"), (b"\0\1\2", "x.txt", ""),
        (b"RIFF0000WAVE", "x", "audio/wav"), (b"RIFF0000AVI ", "x", ""), (b"0000ftypheic", "x", "image/heic"),
        (b"0000ftypisom", "x", "video/mp4"), (b"PK\x03\x04 word/document.xml", "x", kinds.DOCX), (b"PK\x03\x04", "x", "application/zip"),
        ("é".encode("latin-1") + b"l\xe8ve " * 9, "x.txt", "text/plain"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "x.xls", "application/x-ole"),
    ],
)  # fmt: skip
def test_the_kind_comes_from_the_content(head: bytes, name: str, kind: str) -> None:
    assert kinds.kind_of(head, name) == kind


@pytest.mark.parametrize(
    ("name", "kind", "tidy"),
    [
        ("../../etc/passwd", "text/plain", "passwd.txt"), ("foto.JPEG", "image/jpeg", "foto.JPEG"), ("", "application/pdf", "file.pdf"),
        ("C:\\Users\\wim\\nota.docx", kinds.DOCX, "nota.docx"), ("a\u202egnp.exe", "image/png", "agnp.exe.png"), ("x.xls", "application/x-ole", "x.xls"),
    ],
)  # fmt: skip
def test_names_are_tidied(name: str, kind: str, tidy: str) -> None:
    assert kinds.tidy_name(name, kind) == tidy
