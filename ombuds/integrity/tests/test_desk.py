"""A handler's way through a report in the browser, and the walls on it."""

import re
from collections.abc import Callable
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import Client

from ombuds.integrity import chests
from ombuds.integrity.chests import Holder
from ombuds.integrity.models import Report, Tally, Wrap
from ombuds.integrity.services import (
    admitting,
    deciding,
    dialogue,
    identity,
    inquiring,
    protecting,
    setting_up,
)
from ombuds.integrity.services.deciding import Decision
from ombuds.integrity.services.filing import Filed
from ombuds.integrity.terms import ENDED, Compartment, Kind, State
from ombuds.integrity.tests.conftest import PASSPHRASE, _join
from ombuds.integrity.vault import Refused

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])
File = Callable[..., Filed]
Unlock = Callable[[Holder], Client]


def act(browser: Client, filed: Filed, name: str, **typed: Any) -> Any:
    return browser.post(f"/integrity/desk/{filed.report.pk}/act/{name}/", typed)


def page(browser: Client, filed: Filed) -> str:
    answer = browser.get(f"/integrity/desk/{filed.report.pk}/")
    assert answer.status_code == 200
    return str(answer.content.decode())


@pytest.fixture
def lucie(team: SimpleNamespace, unlocked: Unlock) -> Client:
    return unlocked(team.lucie)


@pytest.fixture
def declared(file_one: File, lucie: Client) -> Filed:
    filed = file_one(naming="handler", identity={"name": "Wim Verklikker", "contact": "wim@mail.example"})
    lucie.post(f"/integrity/desk/{filed.report.pk}/declare/", {"declared": "on", "go": "declare"})
    return filed


def test_the_report_opens_only_after_the_declaration(file_one: File, lucie: Client) -> None:
    filed = file_one()
    address = f"/integrity/desk/{filed.report.pk}/"
    assert lucie.get(address)["Location"].endswith("/declare/")
    before = lucie.get(f"{address}declare/").content.decode()
    assert "Directeur Janssens" in before
    assert "keuken" not in before
    assert lucie.post(f"{address}declare/", {"go": "declare"}).status_code == 200, "the box must be ticked"
    assert lucie.post(f"{address}declare/", {"go": "declare", "declared": "on"})["Location"] == address
    assert "keuken" in page(lucie, filed)
    assert act(lucie, filed, "nothing").status_code == 404


def test_who_is_not_admitted_finds_nothing(file_one: File, team: SimpleNamespace, unlocked: Unlock) -> None:
    filed = file_one()
    for holder in (team.ines, team.omar):
        browser = unlocked(holder)
        assert browser.get(f"/integrity/desk/{filed.report.pk}/").status_code == 404
        assert str(filed.report) not in browser.get("/integrity/desk/").content.decode()
        with pytest.raises(Refused):
            chests.open_chest(filed.report, Compartment.CONTENT, holder)


def test_from_receipt_to_final_report(declared: Filed, team: SimpleNamespace, lucie: Client) -> None:
    act(lucie, declared, "acknowledge", text="Wij hebben uw melding ontvangen.")
    act(lucie, declared, "answer", text="Hebt u de factuur?", question="on")
    dialogue.say(declared.report, declared.holder, "Ja, ik voeg ze toe.")
    assert "Ja, ik voeg ze toe." in page(lucie, declared)
    inquiring.add(
        declared.report, team.lucie, "final", {"to": "above", "name": "Minister", "text": "Verslag"}
    )
    for to, more in [
        ("admissible", {}), ("inquiry", {}), ("heard", {}), ("reported", {"choice": "above"}),
        ("closed", {"choice": "measures", "message": "De dienst nam maatregelen.", "recovered_euros": "12400"}),
    ]:  # fmt: skip
        answer = act(lucie, declared, "decide", to=to, note=f"Omdat {to}.", **more)
        assert answer.status_code == 302, answer.content.decode()
    act(lucie, declared, "feedback", text="Wij sloten het onderzoek af.")
    declared.report.refresh_from_db()
    assert declared.report.state == State.CLOSED
    assert declared.report.ended_on
    mine = [entry["text"] for entry in dialogue.conversation(declared.report, declared.holder)]
    assert mine[-2:] == ["De dienst nam maatregelen.", "Wij sloten het onderzoek af."]
    assert Tally.objects.get(what="recovered_euros").count == 12400
    assert Tally.objects.get(what="feedback", value="in_time").count == 1


def test_the_head_of_the_service_never_gets_a_report_about_the_head(
    declared: Filed, team: SimpleNamespace, lucie: Client
) -> None:
    Report.objects.filter(pk=declared.report.pk).update(state=State.INQUIRY)
    answer = act(lucie, declared, "decide", to="reported", choice="head", note="Verslag aan de directeur")
    text = answer.content.decode()
    assert "choose the authority above" in text
    assert "Verslag aan de directeur" in text, "what was typed stays"
    declared.report.refresh_from_db()
    assert declared.report.state == State.INQUIRY


def test_nothing_is_transferred_without_consent(declared: Filed, lucie: Client) -> None:
    typed = {"to": "transferred", "note": "Audit Vlaanderen is bevoegd", "message": "Wij stuurden het door."}
    assert "Ask for consent first" in act(lucie, declared, "decide", **typed).content.decode()
    dialogue.consent(declared.report, declared.holder, given=True, to="Audit Vlaanderen")
    dialogue.consent(declared.report, declared.holder, given=False, to="")
    assert "Ask for consent first" in act(lucie, declared, "decide", **typed).content.decode(), (
        "the last word counts"
    )
    dialogue.consent(declared.report, declared.holder, given=True, to="Audit Vlaanderen")
    assert act(lucie, declared, "decide", **typed).status_code == 302


def test_every_move_that_the_table_does_not_have_is_refused(declared: Filed, team: SimpleNamespace) -> None:
    """All pairs in one test: what each leaves behind is taken back."""
    dialogue.consent(declared.report, declared.holder, given=True, to="x")
    for start, to in product(State, State):
        point = transaction.savepoint(using="integrity")
        _try_move(declared.report, team.lucie, start, to)
        transaction.savepoint_rollback(point, using="integrity")


def _try_move(report: Report, lucie: Holder, start: State, to: State) -> None:
    Report.objects.filter(pk=report.pk).update(state=start)
    report.refresh_from_db()
    offered = deciding.CHOICES[Kind.DISCLOSURE]
    choice = offered[to][-1][0] if to in offered else ""
    if to == State.REPORTED and start not in ENDED:
        inquiring.add(report, lucie, "final", {"to": choice, "name": "Minister", "text": "Verslag"})
    decision = Decision(to, "Waarom", choice, "Bericht")
    if to in deciding.ALLOWED[start]:
        deciding.decide(report, lucie, decision)
        assert Report.objects.get(pk=report.pk).state == to
    else:
        with pytest.raises(deciding.NotNow):
            deciding.decide(report, lucie, decision)


@pytest.mark.parametrize(
    ("to", "choice", "message"),
    [("declined", "", "x"), ("declined", "minor", ""), ("declined", "measures", "x")],
)
def test_declining_needs_a_reason_and_a_word_to_the_reporter(
    declared: Filed, team: SimpleNamespace, to: str, choice: str, message: str
) -> None:
    with pytest.raises((deciding.ReasonNeeded, deciding.MessageNeeded)):
        deciding.decide(declared.report, team.lucie, Decision(to, "Waarom", choice, message))


def test_the_identity_is_shown_after_a_second_person_agreed(
    declared: Filed, team: SimpleNamespace, lucie: Client, unlocked: Unlock
) -> None:
    assert "Wim Verklikker" not in page(lucie, declared)
    assert team.omar.handler
    act(
        lucie,
        declared,
        "identity",
        colleague=str(team.omar.handler.pk),
        reason="Hij moet als getuige gehoord worden",
    )
    assert identity.revealed(declared.report, team.lucie) is None
    omar = unlocked(team.omar)
    assert "als getuige gehoord" in omar.get("/integrity/desk/").content.decode()
    request = identity.open_requests(team.omar)[0]
    assert lucie.post(f"/integrity/desk/identity/{request.pk}/", {"go": "agree"}).status_code == 409, (
        "not one's own"
    )
    omar.post(f"/integrity/desk/identity/{request.pk}/", {"go": "agree"})
    assert "Wim Verklikker" in page(lucie, declared)
    assert omar.get(f"/integrity/desk/{declared.report.pk}/").status_code == 404, (
        "the custodian sees no report"
    )
    with pytest.raises(identity.NotYours):
        identity.decide(request, team.omar, granted=False)


def test_a_refused_identity_stays_sealed(declared: Filed, team: SimpleNamespace, lucie: Client) -> None:
    assert team.omar.handler
    request = identity.ask(declared.report, team.lucie, team.omar.handler, "Nieuwsgierig")
    identity.decide(request, team.omar, granted=False)
    assert "Wim Verklikker" not in page(lucie, declared)
    with pytest.raises(Refused):
        chests.open_chest(declared.report, Compartment.IDENTITY, team.lucie)


def test_a_named_colleague_loses_sight_of_it_silently(
    declared: Filed, team: SimpleNamespace, lucie: Client, unlocked: Unlock
) -> None:
    assert team.ines.handler
    act(lucie, declared, "admit", colleague=str(team.ines.handler.pk))
    ines = unlocked(team.ines)
    assert str(declared.report) in ines.get("/integrity/desk/").content.decode()
    old = {wrap.pk: bytes(wrap.wrapped) for wrap in Wrap.objects.filter(chest__report=declared.report)}
    act(lucie, declared, "names", colleague=str(team.ines.handler.pk))
    assert str(declared.report) not in ines.get("/integrity/desk/").content.decode()
    assert ines.get(f"/integrity/desk/{declared.report.pk}/").status_code == 404
    assert not Wrap.objects.filter(handler=team.ines.handler, chest__report=declared.report).exists()
    content = Wrap.objects.filter(chest__report=declared.report, chest__compartment="content")
    assert not {bytes(wrap.wrapped) for wrap in content} & set(old.values()), "the keys are new"
    assert "keuken" in page(lucie, declared)
    with pytest.raises(admitting.NotAdmissible):
        admitting.admit(declared.report, team.lucie, team.ines.handler)


def test_stepping_back_hands_it_to_somebody_else(
    file_one: File, team: SimpleNamespace, lucie: Client
) -> None:
    filed = file_one()
    lucie.post(f"/integrity/desk/{filed.report.pk}/declare/", {"go": "back"})
    assert lucie.get(f"/integrity/desk/{filed.report.pk}/").status_code == 404
    with pytest.raises(Refused):
        chests.open_chest(filed.report, Compartment.CONTENT, team.lucie)
    assert "Janssens" in str(admitting.concerned(filed.report, team.ines))


def test_a_late_acknowledgement_cannot_be_missed(
    file_one: File, team: SimpleNamespace, unlocked: Unlock
) -> None:
    with time_machine.travel("2026-03-06 10:00+01:00", tick=True):
        filed = file_one()
    with time_machine.travel("2026-03-14 10:00+01:00", tick=True):
        text = unlocked(team.lucie).get("/integrity/desk/").content.decode()
    assert "1 report is late" in text
    assert "13 March 2026" in text
    assert str(filed.report) in text


def test_protection_is_a_file_of_its_own_that_the_same_code_opens(
    declared: Filed, team: SimpleNamespace, lucie: Client
) -> None:
    made = protecting.ask(
        declared.report, declared.holder, protecting.Request("Ik werd overgeplaatst", link="Twee dagen later")
    )
    found = protecting.opened(declared.report, declared.holder, made.pk)
    assert found
    dialogue.say(*found, "Mijn chef zegt: reorganisatie.")
    lucie.post(f"/integrity/desk/{made.pk}/declare/", {"declared": "on", "go": "declare"})
    text = lucie.get(f"/integrity/desk/{made.pk}/").content.decode()
    assert "Ik werd overgeplaatst" in text
    assert "reorganisatie" in text


def test_phone_reports_get_the_same_seal_and_a_code(lucie: Client, team: SimpleNamespace) -> None:
    answer = lucie.post(
        "/integrity/desk/new/",
        {"channel": "phone", "body": "Dienst Groen", "story": "Belde op maandag.", "naming": "anonymous"},
    )
    text = answer.content.decode()
    assert "For the reporter, and for nobody else" in text
    assert Report.objects.get().channel == "phone"


def test_leaving_the_team_takes_the_keys_along(declared: Filed, team: SimpleNamespace) -> None:
    assert team.ines.handler
    admitting.admit(declared.report, team.lucie, team.ines.handler)
    assert admitting.leave(actor=team.lucie, who=team.ines.handler) == 1
    with pytest.raises(Refused):
        chests.open_chest(declared.report, Compartment.CONTENT, team.ines)
    assert setting_up.unlock(login="ines", passphrase="seven invented words of nobody") is None
    assert chests.open_chest(declared.report, Compartment.CONTENT, team.lucie).read("answers")


def test_who_stays_makes_the_keys_anew_when_the_one_who_sends_away_has_none(
    declared: Filed, team: SimpleNamespace
) -> None:
    nora = _join("Nora")
    assert nora.handler
    assert team.ines.handler
    admitting.admit(declared.report, team.lucie, nora.handler)
    admitting.admit(declared.report, team.lucie, team.ines.handler)
    kept = chests.open_chest(declared.report, Compartment.CONTENT, nora).key
    admitting.lose_sight(declared.report, team.lucie, team.ines.handler)
    assert admitting.leave(actor=team.ines, who=nora.handler) == 0
    report = Report.objects.get(pk=declared.report.pk)
    held_by_nora = chests.open_chest(report, Compartment.CONTENT, team.lucie).key
    opened = admitting.opened_for(report, team.lucie, Compartment.CONTENT)
    assert opened.key not in {kept, held_by_nora}
    assert opened.read("answers")
    assert not Report.objects.get(pk=report.pk).rekey_due
    assert admitting.opened_for(report, team.lucie, Compartment.CONTENT).key == opened.key


def test_two_sheets_bring_back_what_nobody_can_open(
    declared: Filed, team: SimpleNamespace, sheets: list[str]
) -> None:
    assert team.lucie.handler
    assert team.ines.handler
    admitting.leave(actor=team.ines, who=team.lucie.handler)
    with pytest.raises(Refused):
        setting_up.recover(sheets=sheets[:1], to=team.ines.handler)
    assert setting_up.recover(sheets=sheets[1:], to=team.ines.handler).reports == 1
    assert (
        chests.open_chest(declared.report, Compartment.CONTENT, team.ines).read("answers")["answers"]["body"]
        == "Dienst Parkeren"
    )
    with pytest.raises(Refused):
        chests.open_chest(declared.report, Compartment.IDENTITY, team.ines)


def test_files_open_as_a_clean_copy_or_after_a_warning(
    declared: Filed, lucie: Client, upload: Callable[..., Any]
) -> None:
    from ombuds.integrity.services import files

    opened = chests.open_chest(declared.report, Compartment.CONTENT, declared.holder)
    assert files.attach(opened, [upload("nota.txt", b"inhoud")], by="reporter") == []
    base = f"/integrity/desk/{declared.report.pk}/files/file:0001"
    clean: Any = lucie.get(f"{base}/clean/")
    assert b"".join(clean.streaming_content) == b"inhoud"
    assert "attachment" in clean["Content-Disposition"]
    assert "Before you open the original" in lucie.get(f"{base}/original/").content.decode()
    original: Any = lucie.post(f"{base}/original/")
    assert b"".join(original.streaming_content) == b"inhoud"
    assert lucie.get(f"/integrity/desk/{declared.report.pk}/files/file:0009/clean/").status_code == 404


def test_a_wrong_passphrase_and_an_unknown_login_get_one_answer(
    team: SimpleNamespace, visitor: Client
) -> None:
    answers = set()
    for login in ("lucie", "nobody"):
        text = visitor.post("/integrity/desk/door/", {"login": login, "passphrase": "wrong"}).content.decode()
        answers.add(re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", text).replace(login, ""))
    assert len(answers) == 1


def test_locking_ends_the_visit(lucie: Client) -> None:
    lucie.get("/integrity/desk/lock/")
    assert lucie.get("/integrity/desk/")["Location"] == "/integrity/desk/door/"


def test_two_messages_at_once_are_both_kept(declared: Filed, team: SimpleNamespace) -> None:
    one = chests.open_chest(declared.report, Compartment.CONTENT, declared.holder)
    other = chests.open_chest(declared.report, Compartment.CONTENT, team.lucie)
    entry = {"day": "2026-03-01", "question": False}
    assert one.add("message", {**entry, "by": "reporter", "text": "Eerst"}) == "message:0001"
    assert other.add("message", {**entry, "by": "handler", "text": "Daarna"}) == "message:0002"
    assert [each["text"] for each in dialogue.conversation(declared.report, team.lucie)] == [
        "Eerst",
        "Daarna",
    ]


def test_a_handler_leaves_from_the_page_of_the_team(team: SimpleNamespace, lucie: Client) -> None:
    assert team.ines.handler
    assert "Ines Testperson leaves the team" in lucie.get("/integrity/desk/team/").content.decode()
    assert lucie.post(f"/integrity/desk/team/{team.ines.handler.pk}/leaves/").status_code == 302
    assert setting_up.unlock(login="ines", passphrase=PASSPHRASE) is None
    assert lucie.post(f"/integrity/desk/team/{team.ines.handler.pk}/leaves/").status_code == 404


def test_another_passphrase_opens_the_same_key(declared: Filed, team: SimpleNamespace, lucie: Client) -> None:
    new = {"passphrase": "other invented words of mine", "again": "other invented words of mine"}
    assert (
        "not the same"
        in lucie.post("/integrity/desk/passphrase/", {**new, "again": "x" * 20}).content.decode()
    )
    assert lucie.post("/integrity/desk/passphrase/", new).status_code == 302
    assert setting_up.unlock(login="lucie", passphrase=PASSPHRASE) is None
    holder = setting_up.unlock(login="lucie", passphrase=new["passphrase"])
    assert holder
    assert chests.open_chest(declared.report, Compartment.CONTENT, holder).read("answers")


def test_an_invited_handler_joins_with_the_code_once(
    team: SimpleNamespace, lucie: Client, visitor: Client
) -> None:
    text = lucie.post("/integrity/desk/team/", {"name": "Nieuwe", "login": "nieuwe"}).content.decode()
    code = re.search(r"\d{4} \d{4} \d{4} \d{4}", text)
    assert code
    typed = {"login": "nieuwe", "code": code[0], "passphrase": PASSPHRASE, "again": PASSPHRASE}
    assert visitor.post("/integrity/desk/join/", {**typed, "code": "1" * 16}).status_code == 200
    assert visitor.post("/integrity/desk/join/", typed)["Location"] == "/integrity/desk/door/"
    assert visitor.post("/integrity/desk/join/", typed).status_code == 200, "only once"
    assert setting_up.unlock(login="nieuwe", passphrase=PASSPHRASE)
