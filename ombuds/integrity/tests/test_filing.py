"""A reporter makes a report in the browser, comes back with the code, and is the only one who can."""

import html
import re
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ombuds.integrity.models import Report, StoredFile, Wrap
from ombuds.integrity.tests.conftest import PASSPHRASE

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])
FORM = "/integrity/report/"


def carried(answer: Any) -> dict[str, str]:
    """The hidden fields of the page that came back."""
    text = answer.content.decode()
    found = {}
    for name in ("carried", "at"):
        match = re.search(rf'name="{name}" value="([^"]*)"', text)
        assert match, text
        found[name] = html.unescape(match[1])
    return found


def press(client: Client, page: Any, go: str = "next", **typed: Any) -> Any:
    return client.post(FORM, {**carried(page), "go": go, **typed})


def fill_in(client: Client, **you: Any) -> Any:
    """Up to the last page."""
    page = client.get(FORM)
    page = press(client, page, body="region", reporter="staff")
    page = press(client, page, subject=["money"], story="De chef betaalt zijn keuken met ons budget.")
    page = press(client, page, body="Dienst Parkeren", persons="Directeur Janssens", head="yes")
    page = press(client, page, channel="no", reprisal="no")
    return press(client, page, choice="anonymous", **you)


def code_in(page: Any) -> str:
    match = re.search(r"\d{4} \d{4} \d{4} \d{4}", page.content.decode())
    assert match
    return match[0]


def send(client: Client, page: Any, **files: Any) -> str:
    answer = press(client, page, **files)
    assert answer.status_code == 302, answer.content.decode()
    return code_in(client.get(answer["Location"]))


def test_a_reporter_files_and_comes_back(team: SimpleNamespace, visitor: Client) -> None:
    page = fill_in(visitor)
    assert "De chef betaalt zijn keuken" in page.content.decode()
    assert Report.objects.count() == 0, "nothing is stored before the last button"
    code = send(visitor, page)
    visitor.post("/integrity/mine/receipt/")
    assert code not in visitor.get("/integrity/mine/").content.decode()
    assert visitor.get("/integrity/mine/receipt/").status_code == 302, "the code is shown once"

    later = Client()
    assert later.get("/integrity/mine/")["Location"] == "/integrity/back/"
    assert later.post("/integrity/back/", {"code": code})["Location"] == "/integrity/mine/"
    assert "Dienst Parkeren" in later.get("/integrity/mine/").content.decode()


def test_unknown_and_wrong_codes_get_one_answer(team: SimpleNamespace, visitor: Client) -> None:
    send(visitor, fill_in(visitor))
    answers = [
        re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", Client().post("/integrity/back/", {"code": code}).content.decode())
        .replace(code, "")
        for code in ("0000 0000 0000 0000", "1111111111111111", "1234")
    ]  # fmt: skip
    assert len(set(answers)) == 1
    assert "opens nothing" in answers[0]


def test_a_branch_that_comes_up_on_the_page_is_asked(team: SimpleNamespace, visitor: Client) -> None:
    page = press(visitor, visitor.get(FORM), body="region", reporter="staff")
    page = press(visitor, page, subject=["money"], story="x")
    page = press(visitor, page, body="y")
    page = press(visitor, page, channel="yes", reprisal="no")
    assert "brings up another question" in page.content.decode()
    page = press(visitor, page, channel="yes", channel_used="no", reprisal="no")
    assert "Why not?" in page.content.decode()
    page = press(visitor, page, channel="yes", channel_used="no", channel_why=["fear"], reprisal="yes")
    assert carried(page)["at"] == "reprisals"
    assert carried(press(visitor, page, reprisal_what="ontslag"))["at"] == "you"


def test_going_back_and_changing_language_lose_nothing(team: SimpleNamespace, visitor: Client) -> None:
    page = press(visitor, visitor.get(FORM), body="region", reporter="staff")
    page = press(visitor, page, "next", speak="nl", subject=["money"], story="Half geschreven")
    assert "Half geschreven" in page.content.decode()
    assert "Wat is er gebeurd?" in page.content.decode()
    page = press(visitor, page, "back", subject=["money"], story="Half geschreven, en meer")
    page = press(visitor, page, body="region", reporter="staff")
    assert "Half geschreven, en meer" in page.content.decode()


def test_somebody_elsewhere_is_told_where(team: SimpleNamespace, visitor: Client) -> None:
    page = press(visitor, visitor.get(FORM), body="flemish", reporter="staff")
    assert "Flemish Ombudsman" in page.content.decode()
    page = press(visitor, page, "anyway", body="flemish", reporter="staff")
    assert carried(page)["at"] == "what"
    assert (
        "looks like a complaint"
        in press(visitor, visitor.get(FORM), body="region", reporter="none").content.decode()
    )


def test_a_report_that_skips_pages_is_led_back(team: SimpleNamespace, visitor: Client) -> None:
    page = visitor.post(
        FORM, {"carried": '{"version": 0, "answers": {}, "check": {}, "you": {}}', "at": "send", "go": "next"}
    )
    assert carried(page)["at"] == "check"
    assert Report.objects.count() == 0


@pytest.mark.parametrize(
    "nonsense",
    ["", "[]", "{", '{"version": 99, "answers": {}, "check": {}, "you": {}}', '{"version": "0"}', "null", "1" * 2_000_000,
     '{"version": 0, "answers": {"story": {"a": 1}}, "check": {"body": ["x"]}, "you": {"excluded": {"a": 1}, "choice": 3}}',
     '{"version": -1, "answers": {}, "check": {}, "you": {}}', '{"version": true, "answers": [], "check": 1, "you": 2}'],
)  # fmt: skip
@pytest.mark.parametrize("at", ["check", "what", "you", "send", "nowhere"])
def test_nonsense_in_hidden_fields_is_no_crash(
    team: SimpleNamespace, visitor: Client, nonsense: str, at: str
) -> None:
    for go in ("next", "back", "anyway"):
        assert visitor.post(FORM, {"carried": nonsense, "at": at, "go": go}).status_code in (200, 400)


def test_files_come_along_and_those_not_taken_are_named(team: SimpleNamespace, visitor: Client) -> None:
    page = fill_in(visitor)
    answer = press(
        visitor, page,
        papers=[SimpleUploadedFile("factuur.txt", b"Keuken 12.400 euro"), SimpleUploadedFile("run.exe", b"MZ\0\0\0")],
    )  # fmt: skip
    receipt = visitor.get(answer["Location"]).content.decode()
    assert "run.exe" in receipt
    assert "factuur.txt" not in receipt
    visitor.post("/integrity/mine/receipt/")
    mine = visitor.get("/integrity/mine/").content.decode()
    assert "factuur.txt" in mine
    assert StoredFile.objects.filter(report=None).count() == 0


def test_files_of_a_page_that_is_not_sent_are_thrown_away(team: SimpleNamespace, visitor: Client) -> None:
    press(visitor, fill_in(visitor), "back", papers=[SimpleUploadedFile("a.txt", b"x")])
    assert StoredFile.objects.count() == 0


def test_the_handler_named_in_it_gets_no_key(team: SimpleNamespace, visitor: Client) -> None:
    assert team.lucie.handler
    send(visitor, fill_in(visitor, excluded=[str(team.lucie.handler.pk)]))
    assert not Wrap.objects.filter(handler=team.lucie.handler).exists()
    assert Wrap.objects.filter(handler=team.ines.handler).exists(), "somebody else takes it"


def test_leaving_quickly_ends_the_visit(team: SimpleNamespace, visitor: Client) -> None:
    send(visitor, fill_in(visitor))
    answer = visitor.get("/integrity/leave/")
    assert answer["Location"].startswith("https://")
    assert "cookies" in answer["Clear-Site-Data"]
    assert visitor.get("/integrity/mine/")["Location"] == "/integrity/back/"


def test_before_it_is_set_up_the_channel_says_so(db: None, visitor: Client) -> None:
    assert "not open yet" in visitor.get(FORM).content.decode()
    assert "not open yet" in visitor.get("/integrity/start/").content.decode()
    assert visitor.post("/integrity/back/", {"code": "1"}).status_code == 409
    assert visitor.post("/integrity/desk/door/", {"login": "x", "passphrase": PASSPHRASE}).status_code == 200


def test_a_full_bucket_keeps_what_was_typed(
    team: SimpleNamespace, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ombuds.integrity import limits

    monkeypatch.setattr(limits.FILING, "take", lambda: False)
    answer = press(visitor, fill_in(visitor))
    assert answer.status_code == 429
    assert "De chef betaalt zijn keuken" in answer.content.decode()


@pytest.mark.parametrize("code", ["0000 0000 0000 0000", "12", "", "x" * 150, "1" * 40])
def test_every_code_costs_the_same_work(
    team: SimpleNamespace,
    file_one: Any,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: Any,
    code: str,
) -> None:
    """One derivation and the same look-ups, whether a report was ever filed under it, and whatever was typed."""
    from django.db import connections

    from ombuds.integrity.services import filing
    from ombuds.integrity.vault import codes, keys

    file_one()
    derived: list[bytes] = []
    stretch = keys.stretch

    def counted(secret: bytes, salt: bytes) -> bytes:
        derived.append(secret)
        return stretch(secret, salt)

    monkeypatch.setattr(codes, "stretch", counted)
    with django_assert_num_queries(2, connection=connections["integrity"]):
        assert filing.by_code(code) is None
    assert len(derived) == 1
