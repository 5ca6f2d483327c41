"""A reader opens a yearly report by chapter, as a book and as data; a cache asks whether it changed."""

from typing import Any

import pytest
from django.test import Client

from ombuds.annualreport import services, shelf
from ombuds.annualreport.making.bundle import FORMS
from ombuds.annualreport.models import Edition
from ombuds.annualreport.tests import factories as make


@pytest.fixture
def edition(db: None, monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Any) -> Edition:
    settings.MEDIA_ROOT = tmp_path
    made = make.an_edition(make.a_reporting_office(), actor=make.a_person("ombudsman"))
    actor = made.created_by
    assert actor is not None
    services.release(edition=made, actor=actor, in_spite="A test.")
    made.refresh_from_db()
    monkeypatch.setattr("ombuds.publicsite.views.years.current_office", lambda: made.office)
    return made


def test_the_report_opens_by_chapter(edition: Edition, client: Client) -> None:
    opening = client.get("/reports/2024/?lang=nl").content.decode()
    assert "/reports/2024/picture/?lang=nl" in opening
    page = client.get("/reports/2024/picture/?lang=nl").content.decode()
    assert "<h1" in page
    assert 'rel="next"' in page
    assert "/reports/2024/per_body.csv?lang=nl" in page
    assert client.get("/reports/2024/none/").status_code == 404
    assert "Parkeerdienst" in client.get("/reports/2024/whole/?lang=nl").content.decode()
    assert all(
        len(client.get(f"/reports/2024/{c['code']}/").content) < 100_000 for c in edition.content["chapters"]
    )


def test_every_file_is_there_and_made_once(
    edition: Edition, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("report-nl.epub", "report-fr.docx", "figures-nl.csv", "figures-fr.parquet", "report-nl.pdf"):
        answer: Any = client.get(f"/reports/2024/{name}")
        assert answer.status_code == 200, name
        assert len(answer.content) > 1000, name
    made = client.get("/reports/2024/report-nl.pdf").content
    monkeypatch.setitem(FORMS, "report.pdf", lambda *_a: b"made anew")
    assert client.get("/reports/2024/report-nl.pdf").content == made
    for name in ("report-xx.pdf", "report-nl.exe", "other-nl.pdf"):
        assert client.get(f"/reports/2024/{name}").status_code == 404
    assert b"dcat:Dataset" in client.get("/reports/2024/dataset.ttl").content
    assert client.get("/reports/2024/dataset.jsonld").json()["@type"] == "dcat:Dataset"


def test_a_cache_is_told_that_nothing_changed(edition: Edition, client: Client) -> None:
    first = client.get("/reports/2024/picture/?lang=nl", headers={"accept-language": "nl"})
    assert "max-age" in first["Cache-Control"]
    assert not first.cookies
    again = client.get(
        "/reports/2024/picture/?lang=nl",
        headers={"accept-language": "nl", "if-none-match": first["ETag"]},
    )
    assert again.status_code == 304
    assert not again.content


def test_a_draft_has_no_files(db: None) -> None:
    made = make.an_edition(make.a_reporting_office())
    with pytest.raises(RuntimeError):
        shelf.file_of(made, "nl", "report.pdf")
