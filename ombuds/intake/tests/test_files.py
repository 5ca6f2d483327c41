"""Files with a complaint: the good ones stay, the others get a sentence."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings

from ombuds.cases.models import Case
from ombuds.documents.models import Document
from ombuds.intake.models import DraftFile
from ombuds.intake.tests.walking import ANSWERS, Walker

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(office: Any, settings: Any, tmp_path: Path) -> Walker:
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {**settings.STORAGES["default"], "OPTIONS": {"location": tmp_path}},
    }
    person = Walker()
    person.walk(until="papers")
    return person


def _file(name: str = "brief.txt", content: bytes = b"Geachte heer") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_good_files_are_kept_when_one_is_refused(person: Walker) -> None:
    page = person.answer(
        "papers", go="upload", files=[_file(), _file("virus.exe", b"MZ\x00\x90"), _file("leeg.pdf", b"")]
    )
    assert page.status_code == 200
    assert len(page.context["sentences"]) == 2
    assert "brief.txt" in page.content.decode()
    assert [row.document.original_name for row in DraftFile.objects.all()] == ["brief.txt"]


def test_a_file_can_be_taken_out_again(person: Walker) -> None:
    person.answer("papers", go="upload", files=[_file(), _file("foto.txt")])
    row = DraftFile.objects.first()
    assert row is not None
    person.answer("papers", remove=str(row.pk))
    assert Document.objects.count() == DraftFile.objects.count() == 1


def test_nobody_takes_out_the_file_of_another(person: Walker) -> None:
    person.answer("papers", go="upload", files=[_file()])
    row = DraftFile.objects.get()
    stranger = Walker()
    stranger.walk(until="papers")
    for number in (str(row.pk), "-1", "x", "9" * 30, ""):
        assert stranger.answer("papers", remove=number).status_code == 302
    assert DraftFile.objects.filter(pk=row.pk).exists()


def test_ten_files_fit_and_the_eleventh_gets_a_sentence(person: Walker) -> None:
    page = person.answer("papers", go="upload", files=[_file(f"{n}.txt") for n in range(12)])
    assert DraftFile.objects.count() == 10
    assert len(page.context["sentences"]) == 2
    assert "10.txt" in page.context["sentences"][0]


def test_ten_thousand_files_get_a_sentence(person: Walker) -> None:
    response = person.client.post(
        "/complaint/papers/",
        {"go": "next", "files": [_file(f"{n}.txt", b"x") for n in range(10_000)]},
        follow=True,
    )
    assert response.status_code == 200
    assert "10" in str(next(iter(response.context["messages"])))
    assert DraftFile.objects.count() == 0


@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=2000)
def test_more_than_can_be_received_gets_a_sentence_and_earlier_pages_stay(person: Walker) -> None:
    response = person.client.post("/complaint/wish/", {"go": "next", "wish": "x" * 5000}, follow=True)
    assert response.status_code == 200
    assert list(response.context["messages"])
    assert person.draft.answers["story"]["text"] == ANSWERS["story"]["text"]


def test_files_come_with_the_case_and_the_mandate_with_the_representative(person: Walker) -> None:
    person.answer("papers", files=[_file()])
    person.answer("behalf", behalf="other")
    person.answer("represented", last_name="Janssens", files=[_file("volmacht.txt")])
    for step in ("you", "reach", "needs"):
        person.answer(step, **ANSWERS[step])
    person.send()
    case = Case.objects.get()
    assert sorted(paper.document.original_name for paper in case.papers.all()) == [
        "brief.txt",
        "volmacht.txt",
    ]
    mandate = case.parties.get(role="representative").mandate
    assert mandate is not None
    assert mandate.original_name == "volmacht.txt"
    assert DraftFile.objects.count() == 0
