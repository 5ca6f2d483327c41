"""Who is competent: kind of body × kind of reporter, one answer for every pair (scenarios 1, 2 and 9 of domain.md section 8)."""

import datetime as dt

import pytest

from ombuds.integrity import questions, routing

DAY = dt.date(2026, 3, 1)
OFFICES = ["brussels", "flanders", "another"]


@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize("day", [dt.date(2023, 6, 6), DAY, dt.date(2040, 1, 1)])
def test_every_pair_has_exactly_one_answer(office: str, day: dt.date) -> None:
    table = routing.table(office)
    for body in table.bodies:
        for reporter in table.reporters:
            found = [row for row in table.routes if row.answers(body.code, reporter.code, day)]
            assert len(found) == 1, (body.code, reporter.code)
            known = found[0].to in (routing.OURS, routing.COMPLAINT, routing.ASK) or table.authority(
                found[0].to
            )
            assert known, found[0].to


@pytest.mark.parametrize("office", OFFICES)
def test_names_and_reasons_stand_in_three_languages(office: str) -> None:
    table = routing.table(office)
    for texts in [c.labels for c in (*table.bodies, *table.reporters, *table.authorities)] + [
        r.basis for r in table.routes
    ]:
        assert set(texts) == {"nl", "fr", "en"}
        assert all(texts.values())


def to(office: str, body: str, reporter: str, day: dt.date = DAY) -> str:
    found = routing.table(office).route(body, reporter, day)
    return found.to if found else ""


def test_staff_of_a_flemish_municipality_go_to_audit_vlaanderen() -> None:
    assert to("flanders", "municipality", "staff") == "audit_vlaanderen"
    assert to("flanders", "municipality", "supplier") == "audit_vlaanderen"
    assert to("flanders", "intermunicipal", "staff") == "ours"
    assert to("flanders", "hospital", "former") == "ours"
    assert to("flanders", "municipality", "none") == "complaint"


def test_brussels_takes_reports_on_all_brussels_bodies() -> None:
    """Also on those with an ombudsman of their own for complaints, such as the transport company."""
    assert to("brussels", "region", "staff") == "ours"
    assert to("brussels", "local", "staff") == "ours"
    assert to("brussels", "federal", "staff") == "federal_ombudsman"
    assert to("brussels", "region", "none") == "complaint"


def test_before_the_law_and_for_unknown_codes_there_is_no_answer() -> None:
    assert to("brussels", "region", "staff", dt.date(2023, 6, 5)) == ""
    assert to("flanders", "municipality", "staff", dt.date(2022, 12, 10)) == ""
    assert to("brussels", "region", "nobody") == to("brussels", "moon", "staff") == ""


def test_the_questions_that_come_along_are_sound() -> None:
    definition = questions.built_in()
    assert questions.faults(definition) == []
    assert len(list(questions.all_questions(definition))) > 10


def test_faults_of_a_questionnaire_are_named() -> None:
    label = {"nl": "a", "fr": "a", "en": "a"}
    wrong = {"pages": [
        {"code": "p", "questions": [
            {"code": "a", "kind": "line", "label": {"nl": "a"}},
            {"code": "a", "kind": "colour", "label": label},
            {"code": "b", "kind": "one", "label": label},
            {"code": "c", "kind": "yes", "label": label, "show_if": {"question": "z", "in": ["yes"]}},
            {"code": "d", "kind": "yes", "label": label, "show_if": {"question": "c", "in": ["maybe"]}},
        ]},
        {"code": "q", "questions": []},
    ]}  # fmt: skip
    assert questions.faults(wrong) == [
        ("a", "label"), ("a", "twice"), ("a", "kind"), ("b", "options"), ("c", "condition"), ("d", "condition_answer"), ("q", "empty"),
    ]  # fmt: skip
    assert questions.faults({"pages": []}) == [("", "empty")]


def test_a_branch_that_was_left_leaves_nothing_behind() -> None:
    definition = questions.built_in()
    answers = {
        "channel": "yes",
        "channel_used": "yes",
        "channel_result": "Niets.",
        "reprisal": "yes",
        "reprisal_what": "Ontslag",
    }
    assert questions.kept(definition, answers) == answers
    assert questions.kept(definition, {**answers, "channel": "no"}) == {
        "channel": "no", "reprisal": "yes", "reprisal_what": "Ontslag",
    }  # fmt: skip
    assert "reprisals" not in [page["code"] for page in questions.pages_shown(definition, {"reprisal": "no"})]
