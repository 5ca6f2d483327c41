"""Somebody outside the office checks a publication with `ombuds privacy`."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from benchmarks import _gate_cases as made
from ombuds.deidentification.intruder import meaning


@pytest.fixture
def folder(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Forty cases in cases.jsonl; the index goes to a data folder beside it."""
    settings.VAR = tmp_path / "var"
    monkeypatch.setattr(meaning, "available", lambda: False)
    lines = [json.dumps(c.line, ensure_ascii=False) for c in made.cases(40, seed=9)]
    (tmp_path / "cases.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def ask(*words: str) -> tuple[int, Any]:
    out, code = io.StringIO(), 0
    try:
        call_command("privacy", *words, "--json", stdout=out)
    except SystemExit as stop:
        code = int(str(stop.code))
    return code, json.loads(out.getvalue())


def write(folder: Path, name: str, content: str) -> str:
    (folder / name).write_text(content, encoding="utf-8")
    return str(folder / name)


def test_a_story_that_only_lost_its_names_fails_and_names_its_case(folder: Path) -> None:
    case = list(made.cases(40, seed=9))[6]
    text = write(folder, "story.txt", made.identifiers_removed(case))
    code, said = ask("attack", text, "--base", str(folder / "cases.jsonl"))
    assert code == 1
    assert said["combined"]["case"] == case.line["id"]
    assert said["combined"]["rank"] == 1
    assert said["passed"] is False


def test_the_second_time_the_index_is_read_and_the_answer_is_the_same(folder: Path) -> None:
    case = list(made.cases(40, seed=9))[6]
    text = write(
        folder,
        "story.json",
        json.dumps(
            {"title": "X", "html": f"<p>{made.identifiers_removed(case)}</p>", "case": case.line["id"]}
        ),
    )
    first = ask("attack", text, "--base", str(folder / "cases.jsonl"))
    kept = list((folder / "var" / "privacy").glob("*.index"))
    assert len(kept) == 1
    assert kept[0].stat().st_mode & 0o077 == 0
    assert ask("attack", text, "--base", str(folder / "cases.jsonl")) == first
    assert first[1]["truth"] == [case.line["id"]]


def test_what_hides_in_html_is_read_too(folder: Path) -> None:
    case = list(made.cases(40, seed=9))[6]
    hidden = f'<p>Niets.</p><img alt="{case.slots["phone"]}" src="x.png"><!-- {case.slots["iban"]} -->'
    code, said = ask("attack", write(folder, "page.html", hidden), "--base", str(folder / "cases.jsonl"))
    assert code == 1
    assert {case.slots["phone"], case.slots["iban"]} <= {v["text"] for v in said["true_values"]}


def test_a_story_is_mended_until_it_passes(folder: Path) -> None:
    case = list(made.cases(40, seed=9))[6]
    text = write(folder, "story.txt", made.identifiers_removed(case))
    code, said = ask("mend", text, "--base", str(folder / "cases.jsonl"), "--case", str(case.line["id"]))
    assert (code, said["verdict"]["passed"]) == (0, True)
    write(folder, "mended.txt", said["text"])
    assert (
        ask(
            "attack",
            str(folder / "mended.txt"),
            "--base",
            str(folder / "cases.jsonl"),
            "--case",
            str(case.line["id"]),
        )[0]
        == 0
    )


@pytest.mark.parametrize(
    ("publication", "base", "more", "says"),
    [
        ("Tekst.", '{"id": 1}\n[1, 2]\n', [], "Line 2"),
        ("Tekst.", '{"id": 1}\nnot json\n', [], "Line 2"),
        ("Tekst.", '{"id": 1}\n', ["--case", "unknown"], "unknown"),
        ("  ", '{"id": 1}\n', [], "no text"),
        ("Tekst.", '{"id": 1}\n', ["--tables", "missing.json"], "missing.json"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(
    folder: Path, publication: str, base: str, more: list[str], says: str
) -> None:
    given = [write(folder, "p.txt", publication), "--base", write(folder, "b.jsonl", base), *more]
    with pytest.raises(CommandError, match=says) as refusal:
        call_command("privacy", "attack", *given, stdout=io.StringIO())
    assert refusal.value.returncode == 2


def test_an_empty_base_and_odd_lines_are_no_reason_to_fall_over(folder: Path) -> None:
    text = write(folder, "p.txt", "Op 12 maart 2024 kwam een brief.")
    assert ask("attack", text, "--base", write(folder, "empty.jsonl", ""))[0] == 0
    odd = '{"reference": 7, "texts": [{"nl": "Iets."}, null, 3], "amount": null, "town": ["Gent", 9000], "casefile": {"parties": "x"}}\n'
    assert ask("attack", text, "--base", write(folder, "odd.jsonl", odd))[1]["attack"]["base_size"] == 1
