"""An inquiry in rows: hearings, draft findings, final report, measures; and a request for protection from letter to outcome."""

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.integrity import chests
from ombuds.integrity.models import Entry, Report, Tally
from ombuds.integrity.services import admitting, deciding, filing, inquiring, protecting
from ombuds.integrity.services.deciding import Decision, HeadImplicated
from ombuds.integrity.terms import Act, Compartment, State
from ombuds.integrity.tests.test_filing import code_in
from ombuds.integrity.vault import Refused
from ombuds.lib.today import today

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])
LATER = (today() + dt.timedelta(days=20)).isoformat()
QUIET = {"subject": ["money"], "story": "Geld weg", "body": "Dienst Parkeren", "head": "no"}


@pytest.fixture
def handled(team: SimpleNamespace, file_one: Any, unlocked: Any) -> SimpleNamespace:
    """An inquiry that Lucie leads, about a service whose head is not involved, says the reporter."""
    filed = file_one(answers=QUIET)
    admitting.declare(filed.report, team.lucie, "")
    Report.objects.filter(pk=filed.report.pk).update(state=State.INQUIRY)
    filed.report.refresh_from_db()
    return SimpleNamespace(
        report=filed.report, filed=filed, lucie=team.lucie, browser=unlocked(team.lucie),
        address=f"/integrity/desk/{filed.report.pk}/inquiry/",
    )  # fmt: skip


def _add(handled: SimpleNamespace, kind: str, **typed: str) -> Any:
    return handled.browser.post(f"{handled.address}add/{kind}/", typed)


def _decide(handled: SimpleNamespace, to: str, choice: str = "", message: str = "") -> None:
    deciding.decide(handled.report, handled.lucie, Decision(to, "Waarom", choice, message))


def test_from_a_hearing_to_the_measures(handled: SimpleNamespace) -> None:
    hearing = {"who": "Pieter Testman", "role": "witness", "on": "2026-11-02", "text": "Ik zag het."}
    assert _add(handled, "hearing", **hearing).status_code == 302
    finding = {"who": "Els Proef", "text": "U zou getekend hebben.", "due": LATER}
    assert _add(handled, "finding", **finding).status_code == 302
    _decide(handled, "heard")
    _add(handled, "final", to="head", name="De directeur", text="Het geld is weg.")
    with pytest.raises(inquiring.NotHeard):
        _decide(handled, "reported", "head")
    assert (
        handled.browser.post(f"{handled.address}answer/finding:0001/", {"text": "Ik tekende."}).status_code
        == 302
    )
    _decide(handled, "reported", "head")
    _add(handled, "measure", text="Vier ogen bij elke factuur", due=LATER)
    with pytest.raises(inquiring.MeasureOpen):
        _decide(handled, "closed", "measures", "Klaar")
    done = {"done": "taken", "text": "Procedure gezien"}
    assert handled.browser.post(f"{handled.address}answer/measure:0001/", done).status_code == 302
    _decide(handled, "closed", "measures", "Klaar")
    page = handled.browser.get(handled.address).content.decode()
    for text in ("Pieter Testman", "Ik tekende.", "Vier ogen", "Procedure gezien", "Taken"):
        assert text in page
    assert 'name="who"' not in page, "after the end nothing is added"
    acts = set(Entry.objects.values_list("act", flat=True))
    assert {Act.HEARING, Act.FINDING_SENT, Act.REACTION, Act.FINAL_WRITTEN, Act.MEASURE_FOLLOWED} <= acts


def test_no_report_without_its_text_or_to_another_addressee(handled: SimpleNamespace) -> None:
    with pytest.raises(inquiring.NoFinalReport):
        _decide(handled, "reported", "head")
    _add(handled, "final", to="above", name="De minister", text="Het geld is weg.")
    with pytest.raises(inquiring.WrongAddressee):
        _decide(handled, "reported", "head")
    _decide(handled, "reported", "above")


def test_a_head_whom_the_inquiry_finds_involved_gets_no_report(handled: SimpleNamespace) -> None:
    _add(handled, "final", to="head", name="De directeur", text="Het geld is weg.")
    _add(handled, "head", involved="on")
    assert "goes to the authority above" in handled.browser.get(handled.address).content.decode()
    with pytest.raises(HeadImplicated):
        _decide(handled, "reported", "head")
    _add(handled, "head")
    _decide(handled, "reported", "head")


def test_nobody_answers_twice_and_nothing_is_written_over(handled: SimpleNamespace) -> None:
    _add(handled, "finding", who="Els Proef", text="U zou getekend hebben.", due=LATER)
    handled.browser.post(f"{handled.address}answer/finding:0001/", {"text": "Ik tekende niet."})
    again = handled.browser.post(f"{handled.address}answer/finding:0001/", {"text": "Iets anders."})
    assert "answered already" in again.content.decode()
    rows = inquiring.rows(handled.report, handled.lucie)
    assert rows["finding:0001"]["answer"]["text"] == "Ik tekende niet."
    for field in ("answers", "excluded", "hearing:0001", "finding:0009"):
        assert handled.browser.post(f"{handled.address}answer/{field}/", {"text": "x"}).status_code in (
            200,
            404,
        )
    assert inquiring.rows(handled.report, handled.lucie) == rows


def test_what_is_typed_wrong_stays(handled: SimpleNamespace) -> None:
    answer = _add(handled, "finding", who="Els Proef", text="U zou getekend hebben.", due="2020-01-01")
    text = answer.content.decode()
    assert "Choose a day in the future." in text
    assert "U zou getekend hebben." in text
    assert _add(handled, "nothing").status_code == 404
    assert _add(handled, "recommendation", text="x").status_code == 404, "of another kind of file"


def test_a_paper_to_print_and_sign(handled: SimpleNamespace) -> None:
    _add(handled, "hearing", who="Pieter Testman", role="witness", on="2026-11-02", text="Ik zag het.")
    page = handled.browser.get(f"{handled.address}print/hearing:0001/").content.decode()
    for text in ("Ik zag het.", "Pieter Testman", "Witness", "signature"):
        assert text in page
    assert handled.browser.get(f"{handled.address}print/hearing:0002/").status_code == 404
    assert handled.browser.get(f"{handled.address}print/excluded/").status_code == 404


def test_the_reporter_opens_none_of_it(handled: SimpleNamespace) -> None:
    _add(handled, "hearing", who="Pieter Testman", role="witness", on="2026-11-02", text="Ik zag het.")
    with pytest.raises(Refused):
        chests.open_chest(handled.report, Compartment.INNER, handled.filed.holder)


def test_a_request_for_protection_from_letter_to_outcome(
    team: SimpleNamespace, file_one: Any, unlocked: Any
) -> None:
    filed = file_one()
    made = protecting.ask(filed.report, filed.holder, protecting.Request("Ontslag"))
    admitting.declare(made, team.lucie, "")
    lucie = unlocked(team.lucie)
    address = f"/integrity/desk/{made.pk}/inquiry/"
    letter = {"who": "Dienst Parkeren", "text": "Waarom dit ontslag?", "due": LATER}
    assert lucie.post(f"{address}add/justification/", letter).status_code == 302
    lucie.post(f"{address}answer/justification:0001/", {"text": "Besparing."})
    advice = {"who": "Dienst Parkeren", "text": "Trek het ontslag in.", "due": LATER}
    lucie.post(f"{address}add/recommendation/", advice)
    lucie.post(f"{address}answer/recommendation:0001/", {"text": "Ingetrokken.", "done": "undone"})
    page = lucie.get(address).content.decode()
    for text in ("Waarom dit ontslag?", "Besparing.", "Trek het ontslag in.", "The measure was stopped"):
        assert text in page
    for to, choice, message in [
        ("admissible", "", ""), ("inquiry", "", ""), ("reported", "stop", ""), ("closed", "undone", "Het is ingetrokken."),
    ]:  # fmt: skip
        deciding.decide(made, team.lucie, Decision(to, "Waarom", choice, message))
        made.refresh_from_db()
    assert made.state == State.CLOSED
    assert Tally.objects.get(what="reported", value="stop").count == 1
    assert lucie.post(f"{address}add/final/", {"text": "x"}).status_code == 404


def test_a_witness_without_a_report_asks_for_protection(
    team: SimpleNamespace, visitor: Client, unlocked: Any
) -> None:
    assert b"/integrity/protection/" in visitor.get("/integrity/start/").content
    typed = {
        "who": "witness", "body": "Dienst Parkeren", "measure": "Ik werd overgeplaatst", "link": "Na mijn getuigenis",
        "choice": "named", "name": "Wim Getuige",
    }  # fmt: skip
    assert b"Write your name" in visitor.post("/integrity/protection/", {**typed, "name": ""}).content
    assert visitor.post("/integrity/protection/", typed)["Location"] == "/integrity/mine/receipt/"
    code = code_in(visitor.get("/integrity/mine/receipt/"))
    visitor.post("/integrity/mine/receipt/")
    page = visitor.get("/integrity/mine/").content.decode()
    assert "Ik werd overgeplaatst" in page
    assert "I testified" in page
    found = filing.by_code(code)
    assert found
    report, _holder = found
    assert report.kind == "protection"
    admitting.declare(report, team.lucie, "")
    text = unlocked(team.lucie).get(f"/integrity/desk/{report.pk}/").content.decode()
    assert "Wim Getuige" in text
    assert "Ik werd overgeplaatst" in text


def test_a_late_answer_stops_nobody(handled: SimpleNamespace) -> None:
    day = today() - dt.timedelta(days=1)
    inquiring.add(handled.report, handled.lucie, "finding", {"who": "Els", "text": "Ontwerp", "due": day})
    _add(handled, "final", to="head", name="De directeur", text="Het geld is weg.")
    _decide(handled, "reported", "head")
