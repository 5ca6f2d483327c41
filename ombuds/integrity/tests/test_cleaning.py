"""Copies without metadata: what programs wrote about the maker is gone, what the maker wrote is not."""

import io
import zipfile

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
