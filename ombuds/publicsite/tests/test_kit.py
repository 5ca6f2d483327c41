"""The kit that services use to tell people about us."""

import html
import io
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from ombuds.authorities.models import Body, Competence
from ombuds.lib.hostile import STRINGS
from ombuds.lib.i18n import pick
from ombuds.lib.today import today
from ombuds.publicsite.kit import LANGUAGES, Kit, Matter, files, kit_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def taxes(office: Any) -> Kit:
    kit = kit_of(office, Body.objects.get(code="bru-fiscaliteit"))
    assert kit is not None
    return kit


def _judged_only_for_reports(office: Any) -> Body:
    """A service with an ombudsman of its own: its complaints are not ours, reports of its staff are."""
    body = Body.objects.create(code="eigen-ombuds", names=dict.fromkeys(LANGUAGES, "Dienst X"), kind="agency")
    for matter, verdict in (("complaint", "refer"), ("disclosure", "ours")):
        Competence.objects.create(office=office, body=body, matter=matter, verdict=verdict)
    return body


def test_a_mention_names_the_service_the_office_and_how_to_reach_it(taxes: Kit) -> None:
    for words in taxes.wordings:
        assert pick(taxes.body.names, words.language) in words.mention
        assert words.office in words.mention
        assert "www.ombuds.brussels" in words.mention
        for sentence in (words.mention, words.website, words.title, words.lead, words.scan, *words.steps):
            assert sentence
            assert "{" not in sentence


def test_a_decision_in_brussels_also_names_the_administrative_appeals(taxes: Kit, flanders: Any) -> None:
    appeal = {"nl": "administratief beroep", "fr": "recours administratif", "en": "administrative appeal"}
    for words in taxes.wordings:
        assert appeal[words.language] in words.mention
        assert appeal[words.language] not in words.snippet  # a website is no decision
        assert "8" in taxes.legal_bases[words.language]
    body = next(
        b for b in Body.objects.filter(competences__office=flanders, kind="agency") if kit_of(flanders, b)
    )
    elsewhere = kit_of(flanders, body)
    assert elsewhere is not None
    assert appeal["nl"] not in elsewhere.wording("nl").mention
    assert elsewhere.legal_bases == {}


def test_a_service_whose_complaints_are_not_ours_gets_the_words_for_integrity_reports(office: Any) -> None:
    kit = kit_of(office, _judged_only_for_reports(office))
    assert kit is not None
    assert kit.matter is Matter.INTEGRITY
    assert "fraude" in kit.wording("nl").mention
    assert kit.wording("nl").page.endswith("/integrity/")
    assert "klacht" not in " ".join(kit.wording("nl").steps)


def test_a_service_that_is_not_ours_at_all_gets_none(office: Any, client: Client) -> None:
    body = Body.objects.create(
        code="verre-dienst", names=dict.fromkeys(LANGUAGES, "Verre dienst"), kind="agency"
    )
    assert kit_of(office, body) is None
    assert client.get(reverse("publicsite:kit", args=[body.code])).status_code == 404


@pytest.mark.parametrize(("paper", "width"), [("leaflet", 420), ("poster", 842)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_is_one_sheet_that_a_screen_reader_reads(
    taxes: Kit, client: Client, paper: str, width: int, language: str
) -> None:
    answer = client.get(reverse("publicsite:kit_paper", args=["bru-fiscaliteit", paper, language]))
    assert answer["Content-Type"] == "application/pdf"
    document = pypdfium2.PdfDocument(answer.content)
    assert len(document) == 1
    assert round(document[0].get_width()) == pytest.approx(width, abs=1)
    text = " ".join(document[0].get_textpage().get_text_range().split())
    words = taxes.wording(language)
    for sentence in (words.title, words.promise):
        assert sentence in text
    with pikepdf.open(io.BytesIO(answer.content)) as opened:
        assert str(opened.Root.Lang).startswith(language)
        assert opened.Root.MarkInfo.Marked


def test_all_files_stand_in_a_folder_of_the_service(taxes: Kit, tmp_path: Path) -> None:
    call_command("kit", "build", "--body", "bru-fiscaliteit", "--out", str(tmp_path))
    made = {path.name for path in (tmp_path / "bru-fiscaliteit").iterdir()}
    assert made == {name for name, _content in files(taxes, dated=today())}
    assert {
        f"{kind}-{lang}" for kind in ("mention", "snippet", "leaflet", "poster") for lang in LANGUAGES
    } == {name.partition(".")[0] for name in made}


def test_a_name_that_is_not_in_the_register_gets_a_sentence(office: Any, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="not a name in the register"):
        call_command("kit", "build", "--body", "Ministerie van Stilte", "--out", str(tmp_path))


def test_someone_of_the_service_finds_the_kit_by_a_name(office: Any, client: Client) -> None:
    found = client.get(reverse("publicsite:kit_find"), {"name": "Brussel Fiscaliteit"}).content.decode()
    assert reverse("publicsite:kit", args=["bru-fiscaliteit"]) in found
    page = client.get(reverse("publicsite:kit", args=["bru-fiscaliteit"])).content.decode()
    kit = kit_of(office, Body.objects.get(code="bru-fiscaliteit"))
    assert kit is not None
    assert html.escape(kit.wording("fr").mention) in page
    assert html.escape(kit.wording("fr").snippet) in page


@pytest.mark.parametrize("text", STRINGS)
def test_whatever_is_typed_gets_an_answer(office: Any, client: Client, text: str) -> None:
    assert client.get(reverse("publicsite:kit_find"), {"name": text}).status_code in (200, 400, 422)


@pytest.mark.parametrize("rest", ["banner-nl.pdf", "poster-de.pdf"])
def test_papers_that_do_not_exist_are_not_found(office: Any, client: Client, rest: str) -> None:
    assert client.get(f"/services/kit/bru-fiscaliteit/{rest}").status_code == 404
