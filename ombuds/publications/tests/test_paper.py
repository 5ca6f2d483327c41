"""A published text on paper: everything that the page says, in its order, and accessible."""

import datetime as dt
import uuid
from io import BytesIO

import pikepdf
import pytest
from django.test import Client
from pypdf import PdfReader

from ombuds.deidentification.gate import stored
from ombuds.lib.hostile import STRINGS
from ombuds.office.models import Office
from ombuds.publications.models import Frozen
from ombuds.publications.paper import blocks, document
from ombuds.publications.rendering import render

AT = dt.datetime(2026, 3, 3, 9, tzinfo=dt.UTC)
BODY = """# Wat we zagen

Veertig dagen.[^1] Nog eens.[^1]

- Eerste, met **nadruk**
- Tweede:
  1. na dertig dagen
  2. elke maand

> „Ik belde twaalf keer.”

| Dienst | Dagen |
|---|---|
| Huisvesting | 1.204 |

#### Te diep

Zie [de wet](https://example.be/wet) en {figure}.

[^1]: Artikel 12.
"""


@pytest.fixture
def text(db: None, office: Office) -> Frozen:
    del db
    return Frozen.objects.create(
        key=uuid.uuid4(), office_code=office.code, kind="report", language="nl", slug=stored("veertig-dagen"),
        title=stored("Veertig dagen"), summary=stored("Waarom een antwoord uitblijft."),
        html=stored(render(BODY)), sha256="0" * 64, published_at=AT, first_published_at=AT,
    )  # fmt: skip


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_paper_says_what_the_page_says(text: Frozen, office: Office) -> None:
    said = words(document(text, office))
    order = [
        "Veertig dagen", "Waarom een antwoord uitblijft.", "Wat we zagen", "Veertig dagen.[1] Nog eens.[1]", "met nadruk",
        "Tweede:", "na dertig dagen", "twaalf keer", "Huisvesting", "1.204", "Te diep", "de wet", "Artikel 12.", str(text.key),
    ]  # fmt: skip
    places = [said.find(each) for each in order]
    assert -1 not in places, order[places.index(-1)]
    assert places[4:] == sorted(places[4:])


def test_it_is_tagged_in_its_language_and_the_same_twice(text: Frozen, office: Office) -> None:
    made = document(text, office)
    assert made == document(text, office)
    with pikepdf.open(BytesIO(made)) as opened:
        assert str(opened.Root.Lang) == "nl-BE"
        assert opened.Root.MarkInfo.Marked
        metadata = opened.open_metadata()
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")


def test_a_correction_says_why_and_when(text: Frozen, office: Office) -> None:
    text.number, text.reason = 2, stored("Een dienst stond er dubbel.")
    said = words(document(text, office))
    assert "Verbeterd op 3 maart 2026:" in said
    assert "Een dienst stond er dubbel." in said


def test_headings_skip_no_level_and_numbers_stand_right() -> None:
    found = blocks(render(BODY))
    assert [each["level"] for each in found if each["type"] == "heading"] == [1, 2]
    (table,) = (each for each in found if each["type"] == "table")
    assert table["align"] == ["left", "right"]
    (items,) = (each["items"] for each in found if each["type"] == "bullets")
    assert [piece["type"] for piece in items[1]] == ["paragraph", "numbers"]


def test_a_figure_of_a_report_is_a_plain_number_on_paper() -> None:
    (only,) = blocks(
        '<p>Er kwamen <a href="/figures/definitions/#per_theme" data-figure="per_theme">12</a> klachten.</p>'
    )
    assert "".join(piece["text"] for piece in only["content"]) == "Er kwamen 12 klachten."


@pytest.mark.parametrize("hostile", STRINGS)
def test_hostile_words_make_a_document(text: Frozen, office: Office, hostile: str) -> None:
    plain = hostile.replace("\x00", "")[:3000]
    text.html, text.title = stored(render(plain)), stored(plain[:160] or "x")
    assert document(text, office).startswith(b"%PDF")


def test_anyone_gets_it_and_nobody_a_withdrawn_one(text: Frozen, client: Client) -> None:
    address = f"/publications/{text.key}/nl.pdf"
    page = client.get(f"/publications/{text.key}/?lang=nl").content.decode()
    assert address in page
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert "veertig-dagen-nl.pdf" in answer["Content-Disposition"]
    assert client.get(f"/publications/{text.key}/fr.pdf").status_code == 404
    Frozen.objects.update(withdrawn_at=AT)
    assert client.get(address).status_code == 404
