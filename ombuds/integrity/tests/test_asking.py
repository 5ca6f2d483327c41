"""Staff change the questionnaire without code; reports keep the version that they answered."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.integrity import chests, questions
from ombuds.integrity.models import Questionnaire
from ombuds.integrity.services import asking
from ombuds.integrity.terms import Compartment

both = pytest.mark.django_db(databases=["default", "integrity"])
NEW = {
    "kind": "one", "label_nl": "Kleur?", "label_fr": "Couleur ?", "label_en": "Colour?",
    "options": "Rood | Rouge | Red\nGroen | Vert | Green", "show_if": ["head=yes"],
}  # fmt: skip


@both
def test_a_new_question_is_asked_after_publishing(
    team: SimpleNamespace, unlocked: Any, file_one: Any
) -> None:
    old = file_one()
    lucie: Client = unlocked(team.lucie)
    assert lucie.post("/integrity/desk/questions/where/new/", NEW).status_code == 302
    assert asking.current_version() == 0, "a draft is not asked"
    assert "Colour?" in lucie.get("/integrity/desk/questions/").content.decode()
    lucie.post("/integrity/desk/questions/", {"go": "publish"})
    assert asking.current_version() == 1
    where = next(page for page in asking.definition_of(1)["pages"] if page["code"] == "where")
    codes = [question["code"] for question in questions.shown(where, {"head": "yes"})]
    assert codes[-1] not in [question["code"] for question in questions.shown(where, {"head": "no"})]
    told = chests.open_chest(old.report, Compartment.CONTENT, old.holder).read("answers")
    assert told["version"] == 0
    lucie.post(f"/integrity/desk/questions/where/{codes[-1]}/", {"go": "remove"})
    assert asking.current_version() == 1
    lucie.post("/integrity/desk/questions/", {"go": "discard"})
    assert not Questionnaire.objects.filter(published_on=None).exists()


@both
def test_what_is_wrong_is_said_and_not_published(team: SimpleNamespace, unlocked: Any) -> None:
    lucie: Client = unlocked(team.lucie)
    assert (
        "three texts"
        in lucie.post("/integrity/desk/questions/where/new/", {**NEW, "options": "Rood"}).content.decode()
    )
    assert (
        "Write down the answers"
        in lucie.post("/integrity/desk/questions/where/new/", {**NEW, "options": ""}).content.decode()
    )
    both_of = {**NEW, "show_if": ["head=yes", "going_on=no"]}
    assert "one question only" in lucie.post("/integrity/desk/questions/where/new/", both_of).content.decode()
    asking.keep(questions.without(questions.built_in(), "channel"))
    text = lucie.post("/integrity/desk/questions/", {"go": "publish"}).content.decode()
    assert "cannot be published yet" in text
    assert "depends on a question that comes later or is gone" in text
    assert asking.current_version() == 0
    assert lucie.get("/integrity/desk/questions/nowhere/new/").status_code == 404
    assert lucie.get("/integrity/desk/questions/where/nothing/").status_code == 404


@both
def test_changing_words_keeps_the_codes_of_answers(team: SimpleNamespace, unlocked: Any) -> None:
    lucie: Client = unlocked(team.lucie)
    form = lucie.get("/integrity/desk/questions/inside/channel/").context["form"]
    typed = {**form.initial, "label_en": "Is there a reporting point?", "required": "on"}
    lucie.post("/integrity/desk/questions/inside/channel/", typed)
    made = asking.draft().definition
    before = {q["code"]: q for q in questions.all_questions(questions.built_in())}["channel"]
    after = {q["code"]: q for q in questions.all_questions(made)}["channel"]
    assert after == {**before, "label": {**before["label"], "en": "Is there a reporting point?"}}
    assert asking.faults_of(made) == []


def test_what_handlers_need_cannot_be_left_out() -> None:
    assert ("persons", "needed") in asking.faults_of(questions.without(questions.built_in(), "persons"))


@settings(derandomize=True, max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([q["code"] for q in questions.all_questions(questions.built_in())]),
            st.sampled_from([-1, 1]),
        ),
        max_size=12,
    )
)
def test_moving_loses_no_question(moves: list[tuple[str, int]]) -> None:
    made = questions.built_in()
    codes = sorted(question["code"] for question in questions.all_questions(made))
    for code, step in moves:
        made = questions.moved(made, code, step)
    assert sorted(question["code"] for question in questions.all_questions(made)) == codes
    assert all(page["questions"] for page in made["pages"])
