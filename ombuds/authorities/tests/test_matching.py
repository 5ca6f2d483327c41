"""The matcher on whatever people write: never a crash, always the same answer, never a refusal out of nothing."""

import datetime as dt
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ombuds.authorities import reading
from ombuds.authorities.matching import Router
from ombuds.authorities.matching.decide import guess_language
from ombuds.authorities.matching.normal import plain, tokens
from ombuds.lib.hostile import MEGABYTE, STRINGS

VERDICTS = {"competent", "refer", "first_line", "unknown"}


@lru_cache
def _router(office: Any = "brussels") -> Any:
    return Router(reading.register(office))


def _route(text: Any, lang: Any = "nl", **more: Any) -> Any:
    return _router().route(text, lang, **more)


@given(
    st.text(max_size=400), st.sampled_from(["nl", "fr", "en"]), st.sampled_from(["complaint", "disclosure"])
)
@settings(max_examples=150, deadline=None)
@example("\x00", "nl", "complaint")
@example("ß" * 300, "fr", "disclosure")
@example("ﬁ ½ ͏ \u202e", "en", "complaint")
def test_any_text_gets_an_answer_and_twice_the_same(text: Any, lang: Any, kind: Any) -> None:
    first = _route(text, lang, kind=kind)
    assert first.competence in VERDICTS
    assert first.reason
    assert (first.refer_to is None) == (first.competence not in ("refer", "first_line"))
    assert _route(text, lang, kind=kind) == first


@pytest.mark.parametrize("text", [*STRINGS, MEGABYTE, "MIVB " * 50_000, "1000 " * 5_000])
def test_hostile_text_gets_an_answer(text: Any) -> None:
    assert _route(text).competence in VERDICTS


NAMES = sorted(
    name
    for entry in reading.bodies().values()
    if entry.level.startswith(("brussels", "ggc", "cocof", "federal", "rail", "post"))
    for name in entry.names.values()
    if len(name) > 7
)


@given(st.sampled_from(NAMES))
@settings(max_examples=200, deadline=None)
def test_case_and_accents_change_nothing(name: Any) -> None:
    answers = {
        _route(text).competence for text in (name, name.upper(), name.lower(), plain(name), f"  {name}. ")
    }
    assert len(answers) == 1


@given(st.sampled_from(NAMES), st.data())
@settings(max_examples=150, deadline=None)
def test_one_typing_error_never_turns_ours_into_a_refusal(name: Any, data: Any) -> None:
    right = _route(name)
    if right.competence != "competent":
        return
    at = data.draw(st.integers(1, len(name) - 2))
    wrong = name[:at] + name[at + 1 :]
    answer = _route(wrong)
    assert answer.competence in ("competent", "unknown"), (name, wrong, answer)


def test_every_body_is_found_by_its_own_names() -> None:
    lost = []
    for entry in reading.bodies().values():
        for name in entry.names.values():
            answer = _route(name)
            right = _router().ruling(entry.code, "complaint", dt.date.max).verdict
            if answer.code != entry.code and answer.competence not in (right, "unknown"):
                lost.append((entry.code, name, answer.code))
    assert not lost


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("my parking fine in Uccle", "municipality-21016"),
        ("leefloon in Vorst", "cpas-21007"),
        ("CPAS Forest", "cpas-21007"),
        ("huurtoelage", "bru-huisvesting"),
        ("onroerende voorheffing", "bru-fiscaliteit"),
        ("parking.brusels", "parking-brussels"),
        ("netbrussel", "net-brussel"),
        ("Bruxelles fiscalite", "bru-fiscaliteit"),
        ("commune de Molenbeek-St-Jean", "municipality-21012"),
        ("Laeken état civil", "municipality-21004"),
        ("S.T.I.B.", "mivb"),
        ("kadastraal inkomen", "fed-financien"),
        ("mijn pensioen", "fpd"),
        ("1070 service population", "municipality-21001"),
        ("Famiris kinderbijslag", "famiris"),
    ],
)
def test_names_and_subjects_lead_to_the_body(text: Any, code: Any) -> None:
    assert _route(text).code == code


@pytest.mark.parametrize(
    "text",
    [
        "I was lost in the forest",
        "monsieur Forest ne répond pas",
        "Mevrouw Everaert heeft mij beledigd",
        "la commune m'a discriminé",
        "het OCMW weigert mijn leefloon",
        "Woluwe",
        "amende",
        "boete van 2000 euro",
        "",
        "je suis en train de perdre patience",
    ],
)
def test_where_a_person_must_look_the_answer_is_unknown(text: Any) -> None:
    assert _route(text).competence == "unknown"


def test_the_region_of_the_office_decides_where_a_text_names_no_place() -> None:
    assert _router("flanders").route("onroerende voorheffing").code == "vlaamse-belastingdienst"
    assert _router("flanders").route("précompte immobilier à Schaerbeek", "fr").code == "bru-fiscaliteit"
    assert _route("onroerende voorheffing in Gent").code == "vlaamse-belastingdienst"


def test_a_name_of_a_body_goes_before_the_subject_of_the_sentence() -> None:
    answer = _route("la SLRB et la police ne font rien contre mon voisin", "fr")
    assert answer.competence in ("competent", "unknown")


def test_reasons_are_one_sentence_in_each_language() -> None:
    said = {lang: _route("boete van de MIVB", lang).reason for lang in ("nl", "fr", "en")}
    assert len(set(said.values())) == 3
    assert all(sentence.endswith(".") for sentence in said.values())


def test_words_lose_accents_case_dots_and_the_many_spellings_of_saint() -> None:
    assert [t.text for t in tokens("S.N.C.B. Saint-Gilles ÉTÉ")] == ["sncb", "st", "gilles", "ete"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("taxe de voirie à Ixelles", "fr"),
        ("boete van de MIVB", "nl"),
        ("my fine in Uccle", "en"),
        ("ACTIRIS", "nl"),
    ],
)
def test_the_language_of_a_text_is_guessed_for_the_answer(text: Any, lang: Any) -> None:
    assert guess_language(text) == lang
