"""A large file comes in pieces, over a connection that breaks, and is whole in the end."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.integrity import chests
from ombuds.integrity.models import StoredFile
from ombuds.integrity.services import files, pieces
from ombuds.integrity.services.files import NotTaken
from ombuds.integrity.terms import Compartment
from ombuds.integrity.vault.pieces import PIECE

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])
FILE = "/integrity/mine/file/"


@pytest.fixture
def reporter(team: SimpleNamespace, file_one: Any, visitor: Client) -> SimpleNamespace:
    filed = file_one()
    visitor.post("/integrity/back/", {"code": filed.code})
    return SimpleNamespace(filed=filed, browser=visitor)


def film(size: int) -> bytes:
    return (b"\0\0\0\x18ftypisom" + bytes(range(256)) * (size // 256 + 1))[:size]


def send(browser: Client, number: int, content: bytes) -> Any:
    part = content[number * PIECE : (number + 1) * PIECE]
    return browser.post(f"{FILE}{number}/", part, content_type="application/octet-stream")


@pytest.mark.parametrize("size", [1, 70_000, PIECE, PIECE + 1, 3 * PIECE + 5, 9 * PIECE + 1])
def test_pieces_make_the_file(reporter: SimpleNamespace, size: int) -> None:
    content, browser = (film(size) if size > 12 else b"x"), reporter.browser
    assert browser.post(FILE, {"name": "film.mp4", "size": size}).json() == {"next": 0}
    for number in range(-(-size // PIECE)):
        assert send(browser, number, content).json() == {"next": number + 1}
    assert browser.post(f"{FILE}end/").json() == {"sentences": []}
    opened = chests.open_chest(reporter.filed.report, Compartment.CONTENT, reporter.filed.holder)
    entry = files.listed(opened)["file:0001"]
    assert b"".join(files.content(entry)) == content
    assert pieces.unfinished(opened) is None


def test_it_goes_on_after_a_break_in_another_visit(reporter: SimpleNamespace) -> None:
    content = film(3 * PIECE + 9)
    reporter.browser.post(FILE, {"name": "film.mp4", "size": len(content)})
    send(reporter.browser, 0, content)
    send(reporter.browser, 1, content)
    later = Client(headers={"accept-language": "en"})
    later.post("/integrity/back/", {"code": reporter.filed.code})
    assert "has not arrived wholly" in later.get("/integrity/mine/").content.decode()
    assert later.post(FILE, {"name": "film.mp4", "size": len(content)}).json() == {"next": 2}
    assert send(later, 1, content).json() == {"next": 2}, "a piece that comes twice does no harm"
    assert later.post(f"{FILE}end/").status_code == 409, "two are missing"
    send(later, 2, content)
    assert later.post(f"{FILE}end/").status_code == 409, "the last is missing"
    send(later, 3, content)
    assert later.post(f"{FILE}end/").json() == {"sentences": []}
    opened = chests.open_chest(reporter.filed.report, Compartment.CONTENT, reporter.filed.holder)
    assert b"".join(files.content(files.listed(opened)["file:0001"])) == content


def test_pieces_that_do_not_fit_are_refused(reporter: SimpleNamespace) -> None:
    content, browser = film(2 * PIECE), reporter.browser
    assert send(browser, 0, content).status_code == 409, "nothing was begun"
    browser.post(FILE, {"name": "film.mp4", "size": len(content)})
    assert send(browser, 1, content).status_code == 409, "the first comes first"
    for wrong in (b"", content[: PIECE - 1], content[: PIECE + 1]):
        assert browser.post(f"{FILE}0/", wrong, content_type="application/octet-stream").status_code == 409
    assert send(browser, 5, content).status_code == 409


def test_another_file_takes_the_place_of_one_that_was_left(reporter: SimpleNamespace) -> None:
    reporter.browser.post(FILE, {"name": "a.mp4", "size": 5 * PIECE})
    reporter.browser.post(FILE, {"name": "b.mp4", "size": 7})
    assert StoredFile.objects.count() == 1


@pytest.mark.parametrize("size", ["", "-1", "x", "1e9", "9" * 30, "٣"])
def test_a_size_that_is_none_is_refused(reporter: SimpleNamespace, size: str) -> None:
    assert reporter.browser.post(FILE, {"name": "a", "size": size}).status_code == 400


def test_too_large_and_harmful_files_are_not_taken(reporter: SimpleNamespace) -> None:
    assert "was not added" in reporter.browser.post(FILE, {"name": "a", "size": 10**12}).json()["sentence"]
    with pytest.raises(NotTaken):
        pieces.begin(reporter.filed.report, reporter.filed.holder, "a", 0)
    reporter.browser.post(FILE, {"name": "run.exe", "size": 4})
    reporter.browser.post(f"{FILE}0/", b"MZ\0\0", content_type="application/octet-stream")
    assert "of a kind that we do not take" in reporter.browser.post(f"{FILE}end/").json()["sentences"][0]
    assert StoredFile.objects.count() == 0
