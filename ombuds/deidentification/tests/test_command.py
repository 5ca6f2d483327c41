import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

CASE_FILE = {
    "parties": [{"first": "Aïcha", "last": "El Ouariachi", "role": "complainant"}],
    "address": {"town": "Elsene"},
    "refs": "OM.2025.1",
    "body": "X",
}


def run(*arguments: str) -> Any:
    out = io.StringIO()
    call_command("deidentify", *arguments, stdout=out)
    return out.getvalue()


def test_it_prints_text_and_spans(tmp_path: Path) -> None:
    (tmp_path / "case.json").write_text(json.dumps(CASE_FILE))
    (tmp_path / "letter.txt").write_text("Mevrouw El Ouariachi woont in Elsene.")
    answer = json.loads(
        run(
            "--lang",
            "nl",
            "--mode",
            "redact",
            "--case-file",
            str(tmp_path / "case.json"),
            "--json",
            str(tmp_path / "letter.txt"),
        )
    )

    assert answer["text"] == "Mevrouw [naam] woont in [plaats]."
    assert answer["spans"][0] == {
        "start": 8,
        "end": 20,
        "kind": "person",
        "source": "known",
        "confidence": 1.0,
        "replacement": "[naam]",
        "entity": "person:0",
        "reason": "The case file knows this name",
    }


def test_many_documents_one_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        json.dumps({"id": n, "lang": "fr", "text": "Aïcha écrit", "casefile": CASE_FILE}) for n in (1, 2)
    ]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    answers = [json.loads(line) for line in run("--mode", "redact", "--jsonl", "-").splitlines()]

    assert [(a["id"], a["text"]) for a in answers] == [(1, "[nom] écrit"), (2, "[nom] écrit")]


@pytest.mark.parametrize("content", ["", "[]", "{", "null", "\x00", "[" * 100_000, '{"refs": NaN}'])
def test_a_bad_case_file_is_a_sentence(content: str, tmp_path: Path) -> None:
    (tmp_path / "case.json").write_text(content)
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(CommandError) as refused:
        run("--case-file", str(tmp_path / "case.json"), str(tmp_path / "letter.txt"))

    assert refused.value.returncode == 2


def test_a_value_too_long_to_be_one_is_refused_with_the_name_of_the_key(tmp_path: Path) -> None:
    (tmp_path / "case.json").write_text(json.dumps({"refs": ["A" * 1001]}))
    (tmp_path / "letter.txt").write_text("Niets.")
    with pytest.raises(CommandError, match="“refs” has a value that is too long"):
        run("--case-file", str(tmp_path / "case.json"), str(tmp_path / "letter.txt"))


@pytest.mark.parametrize("wrong", ['{"parties": 1}', '{"refs": {"a": 1}}', '{"dob": true}'])
def test_a_case_file_of_wrong_types_is_refused_with_the_name_of_the_key(wrong: str, tmp_path: Path) -> None:
    (tmp_path / "case.json").write_text(wrong)
    (tmp_path / "letter.txt").write_text("Niets.")
    with pytest.raises(CommandError, match=wrong.split('"')[1]):
        run("--case-file", str(tmp_path / "case.json"), str(tmp_path / "letter.txt"))


def test_a_line_without_text_is_refused_with_its_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "many.jsonl").write_text('{"text": "Niets."}\n{"text": 5}\n')
    with pytest.raises(CommandError, match="2"):
        run("--jsonl", str(tmp_path / "many.jsonl"))


def test_a_missing_file_is_a_sentence() -> None:
    with pytest.raises(CommandError):
        run("no-such-file.txt")
