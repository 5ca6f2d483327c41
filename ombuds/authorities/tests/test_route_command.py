"""`ombuds route`, one text and many."""

import io
import json
from typing import Any

import pytest
from django.core.management import call_command

from ombuds.lib.hostile import MEGABYTE, STRINGS

KEYS = ["body", "competence", "refer_to", "reason", "candidates"]


def _route(*words: Any) -> Any:
    out = io.StringIO()
    call_command("route", *words, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_json_has_the_five_keys_and_nothing_else() -> None:
    answer = json.loads(_route("taxe de voirie à Ixelles", "--office", "brussels", "--json"))
    assert list(answer) == KEYS
    assert answer["competence"] == "refer"
    assert answer["refer_to"] == "Service de médiation d'Ixelles"
    assert answer["candidates"][0]["code"] == "municipality-21009"


@pytest.mark.django_db
def test_plain_answer_for_people_lists_candidates_when_unsure() -> None:
    assert "competent: Gemeente Ukkel" in _route("parkeerboete in Ukkel", "--office", "brussels")
    assert "? " in _route("Woluwe", "--office", "brussels")


@pytest.mark.django_db
def test_the_day_changes_the_answer() -> None:
    before = json.loads(_route("gemeente Schaarbeek", "--on", "2020-01-01", "--lang", "nl", "--json"))
    assert before["refer_to"] == "Ombudsdienst van Schaarbeek"
    assert (
        json.loads(_route("gemeente Schaarbeek", "--on", "2025-01-01", "--json"))["competence"] == "competent"
    )


@pytest.mark.django_db
def test_a_name_that_staff_added_counts_at_once(office: Any, people: Any) -> None:
    from ombuds.authorities.models import Body
    from ombuds.authorities.services import add_alias

    assert json.loads(_route("Grabbelton", "--office", "brussels", "--json"))["body"] is None
    add_alias(body=Body.objects.get(code="actiris"), text="Grabbelton", actor=people.administrator)
    assert json.loads(_route("grabbelton", "--office", "brussels", "--json"))["body"] == "Actiris"


@pytest.mark.django_db
def test_many_texts_are_answered_in_order_and_broken_lines_with_an_error(tmp_path: Any) -> None:
    lines = [
        json.dumps({"text": "Actiris", "lang": "en"}),
        "not json",
        json.dumps({"text": 5}),
        json.dumps(["a"]),
        json.dumps({"text": "x", "lang": "xx"}),
        json.dumps({"text": "x", "lang": 7}),
        json.dumps({"text": "x", "kind": "gossip"}),
        json.dumps({"text": "x", "kind": ["complaint"]}),
        json.dumps({"text": "x", "date": "2025-02-30"}),
        json.dumps({"text": "x", "date": 20250101}),
        "",
        "[" * 100_000,
        json.dumps({"text": "MIVB", "kind": "disclosure", "date": "2025-01-01", "lang": "fr"}),
    ]
    file = tmp_path / "texts.jsonl"
    file.write_bytes("\n".join(lines).encode() + b"\n\xff\xfe\n")
    answers = [json.loads(line) for line in _route("--office", "brussels", "--jsonl", str(file)).splitlines()]
    assert len(answers) == len(lines) + 1
    assert [list(a) == ["error"] for a in answers] == [False, *[True] * 11, False, True]
    assert answers[12]["competence"] == "competent"


@pytest.mark.django_db
def test_hostile_lines_each_get_one_answer(tmp_path: Any) -> None:
    texts = [*STRINGS, MEGABYTE]
    file = tmp_path / "texts.jsonl"
    file.write_text("\n".join(json.dumps({"text": text}) for text in texts) + "\n")
    answers = [json.loads(line) for line in _route("--jsonl", str(file), "--office", "flanders").splitlines()]
    assert len(answers) == len(texts)
    assert all(list(answer) == KEYS for answer in answers)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], 2),
        (["a", "--jsonl", "-"], 2),
        (["a", "--on", "yesterday"], 2),
        (["a", "--office", "atlantis"], 2),
        (["a", "--office", "../brussels"], 2),
        (["--office", "brussels", "--jsonl", "/nowhere/at/all"], 1),
        (["--office", "brussels", "--jsonl", "a\0b"], 1),
    ],
)
def test_wrong_use_is_a_sentence_and_an_exit_code(words: Any, code: Any, capsys: Any) -> None:
    with pytest.raises(SystemExit) as stop:
        _route(*words)
    assert stop.value.code == code
    assert capsys.readouterr().err.startswith("ombuds route: ")


def test_it_works_without_a_database(settings: Any, tmp_path: Any, monkeypatch: Any) -> None:
    from ombuds.authorities.management.commands import route

    nowhere = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(tmp_path / "none.sqlite3")}
    monkeypatch.setitem(settings.DATABASES, "default", nowhere)
    assert route._router("brussels").route("Actiris").competence == "competent"
    assert not list(tmp_path.iterdir())
