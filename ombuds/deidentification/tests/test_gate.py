import io
import pickle
from dataclasses import dataclass

import docx
import pikepdf
import pytest

from ombuds.deidentification.engine import findings_in
from ombuds.deidentification.files import CannotBeRead, html_parts, parts
from ombuds.deidentification.gate import (
    Attempt,
    Clearance,
    DeidentifiedText,
    NotChecked,
    StillIdentifying,
    StillTraceable,
    attempt,
    digest_of,
)
from ombuds.deidentification.tests.people import CASE


@dataclass(frozen=True)
class Said:
    """An intruder's verdict."""

    passed: bool

    def as_json(self) -> dict[str, bool]:
        return {"passed": self.passed}


def tried(text: str, *, passed: bool = True) -> Attempt:
    return attempt([("text", text)], CASE, Said(passed), languages={"text": "en"})


def test_only_the_gate_makes_a_deidentified_text() -> None:
    with pytest.raises(TypeError):
        DeidentifiedText("hello", object())
    with pytest.raises(TypeError):
        Clearance(["hello"], object())
    text = tried("A woman waited for a year.").clearance().of("A woman waited for a year.")

    assert text == "A woman waited for a year."
    assert isinstance(text, DeidentifiedText)
    assert not isinstance(text + " Her name", DeidentifiedText)
    with pytest.raises(TypeError):
        pickle.dumps(text)


def test_a_clearance_is_for_the_very_letters_that_were_checked() -> None:
    clearance = tried("A woman waited.").clearance()
    with pytest.raises(NotChecked):
        clearance.of("A woman waited. ")


def test_the_name_of_a_service_is_not_searched_for_the_town_where_somebody_lives() -> None:
    parts = [("addressee", "Service of Aicha El Ouariachi"), ("title", "About a service")]
    languages = {"addressee": "en", "title": "en"}
    assert attempt(parts, CASE, Said(True), languages=languages).findings
    cleared = attempt(parts, CASE, Said(True), languages=languages, official={"addressee"})
    assert not cleared.findings
    assert cleared.clearance().of("Service of Aicha El Ouariachi")
    assert attempt(
        [*parts, ("text", "Aicha El Ouariachi")],
        CASE,
        Said(True),
        languages=languages,
        official={"addressee"},
    ).findings


def test_a_name_of_the_case_stays_inside_whoever_overrides() -> None:
    attempt = tried("Aicha El Ouariachi waited.")
    assert [f.text for f in attempt.findings] == ["Aicha El Ouariachi"]
    with pytest.raises(StillIdentifying):
        attempt.clearance(overridden=True)


def test_what_the_intruder_traces_needs_an_override() -> None:
    attempt = tried("A woman waited.", passed=False)
    with pytest.raises(StillTraceable):
        attempt.clearance()
    assert attempt.clearance(overridden=True).of("A woman waited.") == "A woman waited."


def test_the_digest_tells_parts_apart() -> None:
    assert digest_of([("a", "bc")]) != digest_of([("ab", "c")])
    assert digest_of([("a", "b"), ("c", "d")]) != digest_of([("c", "d"), ("a", "b")])


def word_file() -> bytes:
    document = docx.Document()
    document.core_properties.author = "Jan Van den Bossche"
    document.add_paragraph("Niets te zien.")
    document.sections[0].header.paragraphs[0].text = "Dossier OM.2025.123"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_word_file_is_read_with_its_metadata_and_header() -> None:
    found = {(f.where, f.text) for f in findings_in(parts("verslag_elsene.docx", word_file()), CASE)}

    assert ("metadata", "Jan Van den Bossche") in found
    assert ("header", "OM.2025.123") in found
    assert any(where == "file name" for where, _ in found)


def test_a_pdf_is_read_with_its_metadata() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Title"] = "Klacht van Aïcha El Ouariachi"
        out = io.BytesIO()
        pdf.save(out)

    assert ("metadata", "Aïcha El Ouariachi") in {
        (f.where, f.text) for f in findings_in(parts("x.pdf", out.getvalue()), CASE)
    }


def test_a_picture_is_searched_for_readable_strings() -> None:
    picture = b"\x89PNG\r\n\x1a\n\x00\x00" + b"\x00tEXtAuthor\x00Jan Van den Bossche\x00\x00"

    assert findings_in(parts("x.png", picture), CASE)


def test_alt_texts_links_and_comments_of_a_page_are_read() -> None:
    page = (
        '<p>Rust</p><img alt="Huis van Aïcha"><a href="/x?om=OM.2025.123">l</a><!-- Jan Van den Bossche -->'
    )

    assert {f.where for f in findings_in(html_parts(page), CASE)} == {"attributes", "comments"}


def test_a_file_that_cannot_be_read_cannot_be_cleared() -> None:
    for broken in (b"PK\x03\x04 rubbish", b"%PDF-1.7 rubbish"):
        with pytest.raises(CannotBeRead):
            parts("x", broken)
