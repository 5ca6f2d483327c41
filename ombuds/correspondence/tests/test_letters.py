"""Every letter of both offices, in every language, filled from a case."""

import datetime as dt
from typing import Any

import pytest
from django.core.management import call_command

from ombuds.cases.models import Case
from ombuds.correspondence import paper
from ombuds.correspondence.addressees import possible
from ombuds.correspondence.services import draft, merge, send
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today

LANGUAGES = ["nl", "fr", "en"]
# What the writer of the letter, or the room that calls, brings along.
BROUGHT: dict[str, Any] = {
    "grounds": "- **Manifestly unfounded.** There is nothing in it. (Law of 2019)",
    "questions": ["Why was the permit late?", "When was the decision sent?"],
    "due_on": dt.date(2026, 6, 1),
    "findings": "- Reasonable time: not respected",
    "assessment_text": "founded",
    "result_text": "solved",
    "remedy_asked": "Pay back the fine.",
    "solution_proposal": "The service cancels the fine.",
    "decision_reasons": "The service answered after nine months.",
    "free_text": "",
    "suspension_reason": "A court looks at exactly the same fine.",
    "referral_name": "The other ombudsman",
    "referral_contact": "Street 1, 1000 Brussels",
    "survey_url": "https://survey.example/1",
    "status_url": "https://ombuds.example/file",
}


def _case(make_case: Any, people: Any, office: Any) -> Case:
    case: Case = make_case(
        "open",
        office=office,
        notified_on=today() - dt.timedelta(days=20),
        assessment="founded",
        result="solved",
    )
    return case


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", ["office", "flanders"])
def test_every_letter_is_filled_without_a_gap(
    which: str, language: str, make_case: Any, people: Any, request: Any
) -> None:
    office = request.getfixturevalue(which)
    case = _case(make_case, people, office)
    codes = office.lettertemplates.filter(language=language).values_list("code", flat=True)
    assert {f"L{n}" for n in range(1, 29)} <= set(codes)
    for code in codes:
        made = merge(case, code, language, BROUGHT)
        text = made.texts[0]
        assert (text.missing, text.language) == ((), language), code
        assert "⟦" not in text.body, code
        assert "{" not in text.body + text.subject, code
        assert "Ölme" not in text.subject, code


@pytest.mark.parametrize(
    ("code", "language"), [("L1", "fr"), ("L10", "nl"), ("L13", "fr"), ("L28", "nl"), ("L7", "en")]
)
def test_a_letter_becomes_a_pdf(code: str, language: str, make_case: Any, people: Any, office: Any) -> None:
    case = _case(make_case, people, office)
    message = draft(case, code, actor=people.handler, language=language, extra=BROUGHT)
    assert paper.render(message).startswith(b"%PDF")


def test_both_languages_when_nobody_knows_the_language(make_case: Any, people: Any, office: Any) -> None:
    person = {"last_name": "Onbekend", "email": "x@people.example"}
    case = make_case("open", language="", letter_language="", person=person)
    message = draft(case, "L11", actor=people.handler)
    assert [t.language for t in message.texts.all()] == ["nl", "fr"]
    assert " / " in message.subject
    assert paper.render(message).startswith(b"%PDF")


def test_flanders_writes_dutch_when_the_language_is_unknown(
    make_case: Any, people: Any, flanders: Any
) -> None:
    case = make_case(
        "open", office=flanders, language="", letter_language="", person={"last_name": "Onbekend"}
    )
    assert [t.language for t in merge(case, "L11").texts] == ["nl"]


def test_braces_that_a_person_typed_stay_braces(make_case: Any) -> None:
    case = make_case("open", subject="{{ office_email }}{% if x %}")
    body = merge(case, "L12", "nl").texts[0].body
    assert "{{ office_email }}{% if x %}" in body


def test_a_letter_with_a_gap_is_not_sent(make_case: Any, people: Any) -> None:
    message = draft(make_case("open"), "L18", actor=people.handler)
    assert "⟦solution_proposal⟧" in message.texts.get().body
    with pytest.raises(Refusal, match="Fill in"):
        send(message, actor=people.handler)


def test_what_was_sent_is_not_changed_by_a_later_template(make_case: Any, people: Any, office: Any) -> None:
    message = draft(make_case("open"), "L11", actor=people.handler)
    send(message, actor=people.handler)
    before = message.texts.get().body
    office.lettertemplates.filter(code="L11").update(body="Other words")
    message.refresh_from_db()
    assert message.texts.get().body == before


def test_representative_before_complainant_and_paper_for_who_wants_it(make_case: Any, people: Any) -> None:
    case = make_case("open")
    case.parties.create(role="representative", last_name="Raadsman", street="Straat 1", postcode="1000", town="Brussel",
                        email="r@law.example", prefers_post=True)  # fmt: skip
    first = possible(case, "complainant")[0]
    assert (first.name, first.usual_channel) == ("Raadsman", "post")
    assert first.envelope == "Raadsman\nStraat 1\n1000 Brussel"


def test_loading_the_office_again_changes_no_letter(office: Any, capsys: Any) -> None:
    before = list(office.lettertemplates.values_list("pk", "body"))
    call_command("office", "load", "brussels", verbosity=0)
    assert list(office.lettertemplates.values_list("pk", "body")) == before
