"""The room stands apart: its own host, its own visits, no trace of the visitor, no line in a log."""

import io
import logging
import uuid
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils.module_loading import import_string

from ombuds.integrity.database import Apart
from ombuds.integrity.models import Session
from ombuds.integrity.services import admitting
from ombuds.integrity.services.filing import Told, file_report
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


@pytest.fixture
def log(settings: Any) -> Iterator[io.StringIO]:
    """The program's log as it is set up outside tests."""
    settings.INTEGRITY_SILENT = True
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    for name in settings.LOGGING["handlers"]["console"]["filters"]:
        handler.addFilter(import_string(settings.LOGGING["filters"][name]["()"])())
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


def test_a_fault_leaves_no_line(monkeypatch: pytest.MonkeyPatch, log: io.StringIO) -> None:
    def broken(*args: Any, **kwargs: Any) -> Any:
        raise RuntimeError("Wim Verklikker")

    monkeypatch.setattr(public, "render", broken)
    answer = Client(raise_request_exception=False).get("/integrity/start/")
    assert answer.status_code == 500
    assert log.getvalue() == ""
    assert "Verklikker" not in answer.content.decode()


def test_a_page_that_is_not_there_is_a_plain_404(
    team: SimpleNamespace, unlocked: Any, log: io.StringIO
) -> None:
    lucie = unlocked(team.lucie)
    assert lucie.get(f"/integrity/desk/{uuid.uuid4()}/").status_code == 404
    assert lucie.get("/integrity/nowhere/").status_code == 404
    assert log.getvalue() == ""


@pytest.mark.parametrize("path", ["/integrity/back/", "/integrity/report/", "/integrity/desk/door/"])
def test_what_django_refuses_by_itself_leaves_no_line_either(
    team: SimpleNamespace, settings: Any, log: io.StringIO, path: str
) -> None:
    """A forged form, a host that is not ours, a form with too many fields: elsewhere each is noted, with its moment."""
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 3
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(path, {"code": "1"}).status_code == 403
    assert Client().get(path, headers={"host": "not.ours.example"}).status_code == 400
    assert Client().post(path, {f"f{number}": "1" for number in range(9)}).status_code == 400
    assert log.getvalue() == ""
    Client().get("/", headers={"host": "not.ours.example"})
    assert log.getvalue(), "the office's own pages are noted"


def test_a_damaged_file_stops_without_a_line(
    team: SimpleNamespace, unlocked: Any, upload: Any, log: io.StringIO
) -> None:
    filed = file_report(
        Told(answers={"body": "Dienst"}), [upload("film.mp4", b"\0\0\0\x18ftypisom" + bytes(3_000_000))]
    )
    lucie = unlocked(team.lucie)
    admitting.declare(filed.report, team.lucie, "")
    path = next(path for path in Path(settings.INTEGRITY_FILES).rglob("*") if path.is_file())
    content = bytearray(path.read_bytes())
    content[2_500_000] ^= 1
    path.write_bytes(bytes(content))
    answer = lucie.post(f"/integrity/desk/{filed.report.pk}/files/file:0001/original/")
    got = b"".join(answer.streaming_content)
    assert 0 < len(got) < 3_000_000, "only what is whole is given out"
    assert log.getvalue() == ""


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
