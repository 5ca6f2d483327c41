"""The second step at the desk: an app of the handler's own, spare codes, and a colleague who helps."""

import re
import time
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.integrity import record
from ombuds.integrity.chests import Holder
from ombuds.integrity.models import Entry, Handler
from ombuds.integrity.services import second, setting_up
from ombuds.integrity.terms import Act
from ombuds.integrity.tests.conftest import PASSPHRASE
from ombuds.integrity.vault import Refused, onetime

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])
SECRET = b"twenty bytes of mine"


def now_code(ahead: int = 0) -> str:
    return onetime.code_at(SECRET, int(time.time()) // onetime.STEP + ahead)


def at_the_door(login: str) -> tuple[Client, str]:
    browser = Client(headers={"accept-language": "en"})
    answer = browser.post("/integrity/desk/door/", {"login": login, "passphrase": PASSPHRASE})
    return browser, answer["Location"]


def test_with_a_second_step_the_passphrase_alone_opens_nothing(team: SimpleNamespace) -> None:
    second.set_up(team.lucie, SECRET, now_code(-1))
    browser, to = at_the_door("lucie")
    assert to == "/integrity/desk/second/"
    for address in ("/integrity/desk/", "/integrity/desk/team/", "/integrity/desk/passphrase/"):
        assert browser.get(address)["Location"] == "/integrity/desk/door/"
    half = browser.cookies["integrity"].value
    assert browser.post("/integrity/desk/second/", {"code": "12"}).status_code == 200
    assert browser.post("/integrity/desk/second/", {"code": now_code()})["Location"] == "/integrity/desk/"
    assert browser.cookies["integrity"].value != half
    assert browser.cookies["integrity"]["max-age"] == "", "browsers keep it"
    assert browser.get("/integrity/desk/").status_code == 200


def test_a_code_and_a_spare_code_work_once(team: SimpleNamespace) -> None:
    spares = second.set_up(team.lucie, SECRET, now_code(-1))
    assert second.spares_left(team.lucie) == 8
    second.check(team.lucie, now_code())
    with pytest.raises(second.WrongCode):
        second.check(team.lucie, now_code())
    second.check(team.lucie, f"{spares[0][:5]} {spares[0][5:]}")
    with pytest.raises(second.WrongCode):
        second.check(team.lucie, spares[0])
    assert second.spares_left(team.lucie) == 7


def test_five_wrong_codes_lead_back_to_the_passphrase(team: SimpleNamespace) -> None:
    second.set_up(team.lucie, SECRET, now_code(-1))
    browser, _to = at_the_door("lucie")
    answers = [browser.post("/integrity/desk/second/", {"code": "0000001"}) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 302]
    assert browser.get("/integrity/desk/second/")["Location"] == "/integrity/desk/door/"


def test_where_it_is_required_nobody_gets_in_without(team: SimpleNamespace, settings: Any) -> None:
    settings.REQUIRE_MFA = True
    browser, to = at_the_door("lucie")
    assert to == "/integrity/desk/second/"
    assert browser.get(to)["Location"] == "/integrity/desk/second/new/"
    page = browser.get("/integrity/desk/second/new/").content.decode()
    assert "<svg" in page or "svg:svg" in page
    found = re.search(r'class="code">([A-Z2-7]{32})<', page)
    assert found
    secret = __import__("base64").b32decode(found[1])
    assert browser.post("/integrity/desk/second/new/", {"code": "1"}).status_code == 200
    code = onetime.code_at(secret, int(time.time()) // onetime.STEP)
    assert browser.post("/integrity/desk/second/new/", {"code": code}).status_code == 302
    spares = browser.get("/integrity/desk/second/new/").content.decode()
    assert len(re.findall(r"<li>\d{10}</li>", spares)) == 8
    assert browser.post("/integrity/desk/second/new/")["Location"] == "/integrity/desk/"
    assert Entry.objects.filter(act=Act.SECOND_SET).exists()
    browser, to = at_the_door("lucie")
    assert browser.get("/integrity/desk/second/new/")["Location"] == "/integrity/desk/second/", (
        "not a second time"
    )


def test_a_handler_without_one_can_set_it_up(team: SimpleNamespace, unlocked: Any) -> None:
    lucie = unlocked(team.lucie)
    assert b"no second step yet" in lucie.get("/integrity/desk/team/").content
    assert lucie.post("/integrity/desk/second/begin/")["Location"] == "/integrity/desk/second/new/"
    assert lucie.cookies["integrity"]["max-age"] == "", "browsers keep it"
    assert lucie.get("/integrity/desk/")["Location"] == "/integrity/desk/door/", "half outside meanwhile"
    assert lucie.get("/integrity/desk/second/new/").status_code == 200


def test_a_colleague_takes_a_lost_one_away_and_nobody_ones_own(team: SimpleNamespace, unlocked: Any) -> None:
    second.set_up(team.lucie, SECRET, now_code(-1))
    with pytest.raises(second.NotOneself):
        second.take_away(actor=team.lucie, who=team.lucie.handler)
    ines = unlocked(team.ines)
    page = ines.get("/integrity/desk/team/").content.decode()
    assert "lost telephone" in page
    ines.post(f"/integrity/desk/team/{team.lucie.handler.pk}/second/")
    _browser, to = at_the_door("lucie")
    assert to == "/integrity/desk/"
    assert Entry.objects.filter(act=Act.SECOND_TAKEN, handler=team.lucie.handler.pk).exists()
    assert record.first_broken() is None


def test_it_survives_another_passphrase_and_not_another_row(team: SimpleNamespace) -> None:
    spares = second.set_up(team.lucie, SECRET, now_code(-1))
    setting_up.change_passphrase(actor=team.lucie, passphrase="eight invented words of nobody else")
    again = setting_up.unlock(login="lucie", passphrase="eight invented words of nobody else")
    assert again is not None
    second.check(again, spares[0])
    assert again.handler
    Handler.objects.filter(pk=team.ines.handler.pk).update(second=again.handler.second)
    team.ines.handler.refresh_from_db()
    with pytest.raises(Refused):
        second.check(Holder(team.ines.pair, team.ines.handler), spares[1])
