"""The intake officer makes something of what came in."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.cases.models import Case
from ombuds.cases.services import raise_wall
from ombuds.cases.workflow import State
from ombuds.intake.models import Submission
from ombuds.intake.services import register
from ombuds.lib.hostile import STRINGS

pytestmark = pytest.mark.django_db
STORY = "Mijn vuilniszakken werden niet opgehaald in de Kerkstraat, drie weken na elkaar, ondanks vier telefoons naar Net Brussel"


@pytest.fixture
def officer(office: Any, people: SimpleNamespace, as_user: Any) -> Any:
    return as_user(people.intake)


@pytest.fixture
def told(office: Any, people: SimpleNamespace) -> Any:
    """Somebody tells something by telephone."""

    def tell(notes: str = STORY, **party: str) -> Case:
        submission: Submission = register(
            office=office,
            actor=people.intake,
            channel="phone",
            notes=notes,
            fields={},
            case_fields={"subject": "Phone"},
            party=party,
            notify=False,
        )
        assert submission.case is not None
        return submission.case

    return tell


def _page(case: Case) -> str:
    return f"/staff/cases/{case.pk}/triage/"


def _facts(case: Case, **changes: Any) -> dict[str, Any]:
    return {"act": "facts", "subject": case.subject, "kind": case.kind, "version": case.version, **changes}


def test_the_pile_shows_urgent_cases_first(officer: Any, told: Any) -> None:
    told()
    urgent = told()
    Case.objects.filter(pk=urgent.pk).update(urgent=True)
    page = officer.get("/staff/triage/")
    assert next(case.pk for case in page.context["page"]) == urgent.pk


def test_the_first_act_takes_the_case_out_of_the_pile(officer: Any, told: Any) -> None:
    case = told()
    officer.post(_page(case), _facts(case, urgent="on", theme="", language="nl"))
    case.refresh_from_db()
    assert (case.state, case.urgent, case.letter_language) == (State.TRIAGE, True, "nl")


def test_another_kind_wants_a_reason_and_keeps_the_first(officer: Any, told: Any) -> None:
    case = told()
    page = officer.post(_page(case), _facts(case, kind="information_request"))
    assert page.context["forms"]["facts"].errors["kind_reason"]
    officer.post(_page(case), _facts(case, kind="information_request", kind_reason="Only a question"))
    case.refresh_from_db()
    assert (case.kind, case.first_kind) == ("information_request", "complaint")


def test_two_officers_at_once_are_told(officer: Any, told: Any) -> None:
    case = told()
    officer.post(_page(case), _facts(case, subject="First"))
    page = officer.post(_page(case), _facts(case, subject="Second"))
    assert page.context["forms"]["facts"].non_field_errors()
    assert "Second" in page.content.decode()


def test_the_service_is_chosen_from_the_register_with_its_judgement(officer: Any, told: Any) -> None:
    case = told()
    values = {"act": "grievance", "grievance-summary": "A fine", "grievance-body_text": "boete van de MIVB"}
    page = officer.post(_page(case), {**values, "grievance-body": "unknown-code"})
    assert "mivb" in dict(page.context["forms"]["grievance"].fields["body"].choices)
    officer.post(_page(case), {**values, "grievance-body": "mivb"})
    assert case.grievances.get().body.code == "mivb"
    assert officer.get(_page(case)).context["judged"].elsewhere


def test_the_same_story_and_earlier_cases_of_the_person_are_shown(officer: Any, told: Any) -> None:
    first = told(first_name="An", last_name="Peeters", postcode="1000")
    other = told(
        "Iets helemaal anders over een bouwvergunning", first_name="An", last_name="Peeters", postcode="1000"
    )
    again = told(STORY + " en nog altijd niets", first_name="Bob", last_name="Claes")
    found = {one.case.pk: one for one in officer.get(_page(first)).context["similar"]}
    assert found[other.pk].same_person
    assert found[again.pk].percent > 50
    assert not found[again.pk].same_person


def test_cases_behind_a_wall_are_not_shown_as_similar(
    officer: Any, told: Any, people: SimpleNamespace
) -> None:
    first, second = told(), told()
    raise_wall(second, actor=people.ombudsman, user=people.intake, reason="Neighbour")
    assert not officer.get(_page(first)).context["similar"]
    assert officer.get(_page(second)).status_code == 404


def test_a_duplicate_is_merged_with_a_reason(officer: Any, told: Any) -> None:
    first, second = told(), told()
    officer.post(_page(first), _facts(first))
    values = {"act": "tie", "tie-reference": first.reference.lower(), "tie-how": "merge"}
    officer.post(_page(second), _facts(second))
    assert officer.post(_page(second), values).context["forms"]["tie"].non_field_errors()
    officer.post(_page(second), {**values, "tie-reason": "Sent twice"})
    second.refresh_from_db()
    assert (second.state, second.merged_into) == (State.MERGED, first)


def test_a_colleague_in_the_text_is_pointed_out(officer: Any, told: Any, people: SimpleNamespace) -> None:
    case = told(f"Ik sprak met {people.handler2.name} van uw dienst")
    assert people.handler2 in officer.get(_page(case)).context["colleagues"]


def test_a_decision_shows_the_council_of_state(officer: Any, told: Any) -> None:
    case = told()
    day = case.received_on.isoformat()
    officer.post(_page(case), _facts(case, notified_on=day))
    assert officer.get(_page(case)).context["council"] is not None


def test_the_case_is_given_to_a_handler(officer: Any, told: Any, people: SimpleNamespace) -> None:
    case = told()
    officer.post(_page(case), {"act": "handler", "handler-handler": people.handler.pk})
    case.refresh_from_db()
    assert case.handler == people.handler


@pytest.mark.parametrize("text", STRINGS)
def test_hostile_text_gets_a_sentence(officer: Any, told: Any, text: str) -> None:
    case = told(text or "x")
    for act, fields in {
        "facts": ["subject", "kind", "kind_reason", "language", "theme", "facts_on", "version"],
        "grievance": ["grievance-summary", "grievance-body_text", "grievance-body"],
        "tie": ["tie-reference", "tie-how", "tie-reason"],
        "handler": ["handler-handler"],
        text: [],
    }.items():
        assert officer.post(_page(case), {**dict.fromkeys(fields, text), "act": act}).status_code in (
            200,
            302,
        )
    page = officer.get(_page(case))
    assert page.status_code == 200
    assert b"<script>alert" not in page.content
    assert officer.get("/staff/triage/", {"page": text}).status_code in (200, 400)


def test_triage_is_closed_for_others(told: Any, people: SimpleNamespace, as_user: Any) -> None:
    case = told()
    assert as_user(people.editor).get(_page(case)).status_code == 404
    assert as_user(people.editor).get("/staff/triage/").status_code == 403
    stranger: Any = Client()
    assert stranger.get(_page(case)).url.startswith("/staff/login/")
