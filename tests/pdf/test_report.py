"""The yearly report on paper: accessible and durable in Dutch and French, with any text in it."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from ombuds.annualreport import services
from ombuds.annualreport.tests import factories as make
from ombuds.lib.hostile import STRINGS
from tests.pdf.verapdf import verdicts

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]
FOREWORD = "# Welkom\n\nElke **klacht** telt.\n\n- een\n- twee\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n> citaat"


def test_the_report_passes_ua_1_and_a_3a_in_dutch_and_french_and_with_hostile_texts(tmp_path: Path) -> None:
    edition = make.an_edition(make.a_reporting_office(), nl=FOREWORD, fr=FOREWORD)
    hostile = make.an_edition(make.a_reporting_office(), nl="\n\n".join(STRINGS), fr="x")
    make.a_story(hostile.office, 2024, title=STRINGS[4], summary=STRINGS[7])
    found = verdicts(
        tmp_path,
        dutch=services.edition_pdf(edition, "nl"),
        french=services.edition_pdf(edition, "fr"),
        hostile=services.edition_pdf(hostile, "nl"),
    )
    assert set(found.values()) == {"pass"}, found


@pytest.mark.parametrize(("language", "tag"), [("nl", "nl-BE"), ("fr", "fr-BE"), ("en", "en-GB")])
def test_it_is_tagged_in_its_language(language: str, tag: str) -> None:
    edition = make.an_edition(make.a_reporting_office())
    with pikepdf.open(BytesIO(services.edition_pdf(edition, language))) as pdf:
        assert str(pdf.Root.Lang) == tag
        assert pdf.Root.MarkInfo.Marked
        tags = list(_tags(pdf.Root.StructTreeRoot))
    assert tags.count("/TH") >= 12  # years without figures have no column
    assert tags.count("/Figure") >= 1
    assert tags.count("/H1") >= 5
    assert "/TOC" in tags


def test_code_of_the_typesetter_in_a_foreword_stays_text() -> None:
    text = '#read("/config/settings.py") $x$ #import "x"'
    edition = make.an_edition(make.a_reporting_office(), nl="`y` " + text, fr="x")
    document = pypdfium2.PdfDocument(services.edition_pdf(edition, "nl"))
    shown = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "#read(" in shown


def _tags(node: pikepdf.Object) -> list[str]:
    found = [str(node.S)] if "/S" in node else []
    children: object = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            found += _tags(child)
    return found
