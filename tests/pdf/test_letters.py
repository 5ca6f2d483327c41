"""Letters are accessible and durable, in each language, whatever people have typed into them."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from ombuds.lib.hostile import STRINGS
from ombuds.lib.pdf import LetterData, letter
from tests.pdf.verapdf import verdicts

pytestmark = pytest.mark.thorough

LETTER = LetterData(
    language="nl",
    sender="Ombuds Brussel",
    sender_lines=("Oud Korenhuis 1", "1000 Brussel"),
    addressee=("Mevrouw Josée Van den Broeck-D'Haese", "Alsembergsesteenweg 1021 bus 4", "1180 Ukkel"),
    place="Brussel",
    date=date(2025, 3, 1),
    reference="OM.2025.123",
    subject="Uw klacht",
    body="Geachte mevrouw,\n\n1. Wij **lezen** uw klacht.\n2. Wij vragen:\n   - uitleg\n   - foto's\n\n"
    "### Termijnen\n\n| Stuk | Datum |\n|---|---:|\n| Brief | 3 februari |\n\n> Een citaat\n\n[onze site](https://example.org)",
    signature=("Catherine Dupont", "Dossierbeheerder"),
    enclosures=("Kopie van de beslissing",),
    footer=("Ombuds Brussel", "ombuds.example"),
)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def test_letters_in_dutch_french_and_two_languages_pass_ua_1_and_a_3a(tmp_path: Path) -> None:
    french = replace(
        LETTER, language="fr", subject="Votre plainte", body="Madame,\n\nNous lisons votre plainte."
    )
    hostile = replace(LETTER, body="\n\n".join(STRINGS), addressee=STRINGS[:6], subject=STRINGS[4])
    found = verdicts(
        tmp_path,
        dutch=letter(LETTER),
        french=letter(french),
        both=letter(LETTER, french),
        hostile=letter(hostile),
    )
    assert set(found.values()) == {"pass"}, found
    assert len(found) == 8


@pytest.mark.parametrize(
    ("language", "tag"), [("nl", "nl-BE"), ("fr", "fr-BE"), ("en", "en-GB"), ("de", "de-BE")]
)
def test_the_file_says_its_language_and_its_title(language: str, tag: str) -> None:
    with pikepdf.open(BytesIO(letter(replace(LETTER, language=language)))) as pdf:
        assert str(pdf.Root.Lang) == tag
        assert "Uw klacht" in str(pdf.docinfo["/Title"])


def test_the_first_of_the_month_is_written_the_french_way() -> None:
    assert "1er mars 2025" in text_of(letter(replace(LETTER, language="fr")))
    assert "1 maart 2025" in text_of(letter(LETTER))


@pytest.mark.parametrize("text", STRINGS)
def test_whatever_is_typed_makes_a_letter(text: str) -> None:
    assert letter(replace(LETTER, subject=text, body=text, addressee=(text,), reference=text)).startswith(
        b"%PDF"
    )


def test_code_of_the_typesetter_stays_text() -> None:
    source = '#read("/config/settings.py") *a* $x$ #import "x" <b>vet</b>'
    shown = text_of(letter(replace(LETTER, subject=source, body="`x` " + source)))
    assert '#read("/config/settings.py")' in shown
    assert "<b>vet</b>" in shown


def test_arabic_is_drawn_and_unknown_scripts_become_a_box() -> None:
    shown = text_of(letter(replace(LETTER, body="السلام 中 😀 Zoë")))
    assert "□" in shown
    assert "Zoë" in shown


def test_a_link_that_could_run_something_is_only_text() -> None:
    pdf = letter(replace(LETTER, body="[klik](javascript:alert(1)) [site](https://example.org)"))
    with pikepdf.open(BytesIO(pdf)) as document:
        addresses = [str(a.A.URI) for page in document.pages for a in page.get("/Annots", [])]
    assert addresses == ["https://example.org"]


def test_the_same_letter_is_the_same_file() -> None:
    assert letter(LETTER) == letter(LETTER)
