"""The room stands apart: its own host, its own visits, no trace of the visitor, no line in a log."""

import logging
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.integrity.database import Apart
from ombuds.integrity.models import Session
from ombuds.integrity.views import public

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])


def test_the_channel_runs_on_a_host_of_its_own(team: SimpleNamespace, settings: Any, visitor: Client) -> None:
    settings.ROOT_URLCONF = "ombuds.config.urls_integrity"
    assert visitor.get("/")["Location"] == "/integrity/start/"
    assert visitor.get("/integrity/report/").status_code == 200
    assert visitor.get("/integrity/desk/")["Location"] == "/integrity/desk/door/"
    assert visitor.get("/staff/", follow=False).status_code in (302, 404)
    assert visitor.get("/complaint/").status_code in (302, 404)


def test_the_offices_visits_are_not_seen_here(team: SimpleNamespace, as_user: Any, people: Any) -> None:
    browser = as_user(people.ombudsman)
    answer = browser.get("/integrity/start/")
    assert not answer.wsgi_request.user.is_authenticated
    assert "sessionid" not in answer.wsgi_request.COOKIES
    assert browser.get("/staff/").status_code in (200, 302)


def test_nothing_of_the_visitor_reaches_a_page(monkeypatch: pytest.MonkeyPatch, visitor: Client) -> None:
    seen: dict[str, Any] = {}

    def look(request: Any, template: str, context: Any) -> Any:
        from django.http import HttpResponse

        seen.update(request.META)
        return HttpResponse("")

    monkeypatch.setattr(public, "render", look)
    visitor.get(
        "/integrity/start/",
        headers={"user-agent": "Peculiar/9", "x-forwarded-for": "203.0.113.9", "x-real-ip": "203.0.113.9"},
        REMOTE_ADDR="203.0.113.9",
    )
    assert "203.0.113.9" not in str(seen)
    assert "Peculiar" not in str(seen)


def test_pages_are_kept_by_no_cache_and_load_nothing_from_elsewhere(
    team: SimpleNamespace, visitor: Client
) -> None:
    for path in ("/integrity/start/", "/integrity/report/", "/integrity/back/", "/integrity/desk/door/"):
        answer = visitor.get(path)
        assert answer["Cache-Control"] == "no-store"
        text = answer.content.decode()
        assert "<script" not in text
        assert 'src="http' not in text
        assert 'href="http' not in text


def test_a_fault_leaves_no_line(
    monkeypatch: pytest.MonkeyPatch, settings: Any, visitor: Client, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*args: Any, **kwargs: Any) -> Any:
        raise RuntimeError("Wim Verklikker")

    monkeypatch.setattr(public, "render", broken)
    settings.INTEGRITY_SILENT = True
    with caplog.at_level(logging.DEBUG):
        answer = visitor.get("/integrity/start/")
    assert answer.status_code == 500
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
    assert "Verklikker" not in answer.content.decode() + caplog.text


def test_a_visit_ends_by_itself(team: SimpleNamespace, file_one: Any, visitor: Client) -> None:
    import time_machine

    filed = file_one()
    with time_machine.travel("2026-03-06 10:00+01:00", tick=True):
        visitor.post("/integrity/back/", {"code": filed.code})
        assert visitor.get("/integrity/mine/").status_code == 200
    with time_machine.travel("2026-03-06 10:40+01:00", tick=True):
        assert visitor.get("/integrity/mine/").status_code == 302
    assert Session.objects.count() == 0


def test_a_cookie_that_was_made_up_opens_nothing(
    team: SimpleNamespace, file_one: Any, visitor: Client
) -> None:
    filed = file_one()
    visitor.post("/integrity/back/", {"code": filed.code})
    row = Session.objects.get()
    for wrong in ("x", "x" * 5000, "", row.digest):
        visitor.cookies["integrity"] = wrong
        assert visitor.get("/integrity/mine/").status_code == 302
    visitor.cookies["integrity"] = "other"
    assert visitor.get("/integrity/desk/").status_code == 302


def test_the_routers_keep_tables_apart() -> None:
    router = Apart()
    assert router.allow_migrate("default", "integrity") is False
    assert router.allow_migrate("integrity", "cases") is False
    assert router.allow_migrate("integrity", "integrity") is True
    assert router.allow_migrate("default", "cases") is True


def test_reporters_need_no_code_to_read_and_handlers_a_key_for_everything(
    team: SimpleNamespace, visitor: Client
) -> None:
    for path in ("desk/", "desk/team/", "desk/new/", "desk/figures/"):
        assert visitor.get(f"/integrity/{path}")["Location"] == "/integrity/desk/door/"
    for path in ("mine/", "mine/receipt/", "mine/consent/", "mine/protection/", "mine/withdraw/"):
        assert visitor.get(f"/integrity/{path}")["Location"] == "/integrity/back/"
