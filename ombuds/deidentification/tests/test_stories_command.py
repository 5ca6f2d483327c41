"""Stories through the command: whose names are shared by which documents, and slips in a case file."""

import json

import pytest

from ombuds.deidentification.engine import Mode
from ombuds.deidentification.engine.cli import read_case_file, read_lines

ANNE = {"parties": [{"first": "Anne", "last": "Dubois"}]}
OTHER = {"parties": [{"first": "Anne", "last": "Dubois"}, {"first": "Jan", "last": "Peeters"}]}


def names(seed: int, *documents: object) -> list[str]:
    lines = [json.dumps(d) for d in documents]
    return [json.loads(line)["text"] for line in read_lines(lines, "nl", Mode.FICTION, seed)]


def story(casefile: object = None, text: str = "Anne Dubois schreef.") -> dict[str, object]:
    return {"lang": "nl", "text": text} | ({"casefile": casefile} if casefile else {})


def test_documents_of_one_case_share_their_names_and_those_of_others_do_not() -> None:
    one, two, other, without, more = names(
        7, story(ANNE), story(ANNE), story(OTHER), story(), story(text="Anne Dubois schreef ook.")
    )
    assert one == two
    assert len({one, other, without, more.replace(" ook", "")}) == 4


def test_the_same_seed_tells_the_same_and_another_seed_another() -> None:
    assert names(7, story(ANNE)) == names(7, story(ANNE)) != names(8, story(ANNE))


@pytest.mark.parametrize(
    ("case_file", "slip"),
    [({"partys": ["Anne"]}, "partys"), ({"parties": [{"frist": "Anne"}]}, "parties.frist")],
)
def test_a_slip_in_a_case_file_is_told_in_a_sentence(
    case_file: object, slip: str, capsys: pytest.CaptureFixture[str]
) -> None:
    read_case_file(json.dumps(case_file), "case.json")
    assert f"case.json: nothing reads “{slip}”." in capsys.readouterr().err

    read_case_file(json.dumps(ANNE), "case.json")
    assert capsys.readouterr().err == ""


def test_a_date_that_is_none_is_told_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    read_case_file(json.dumps({"dob": ["1979-05-03", "3/5/79"]}), "case.json")
    assert capsys.readouterr().err.count("3/5/79") == 1
