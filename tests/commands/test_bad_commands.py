"""Each command, called as a person or a script calls it wrongly: a sentence and an exit code, never a traceback."""

import os
from pathlib import Path

import pytest

from ombuds.config.cli import commands, main
from ombuds.lib.hostile import STRINGS

pytestmark = pytest.mark.django_db
FILES = {
    "empty": b"",
    "blank lines": b"\n\n\n",
    "binary": bytes(range(256)) * 40,
    "nul": b'{"text": "a\x00b"}\n',
    "not json": b"complaint about the bus\n",
    "wrong types": b'{"text": 7, "lang": [], "kind": {}, "date": "soon"}\n[1]\n"x"\nnull\n',
    "a long line": b'{"text": "' + b"lange regel " * 90_000 + b'"}\n',
    "many lines": b'{"text": "boete"}\n' * 3_000,
    "broken utf-8": b'{"text": "caf\xe9"}\n',
}
MAPPING = b'source = "test"\n[fields]\ntext = "text"\n'


def _call(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Exit code, and what was said."""
    code = 0
    try:
        main(words)
    except SystemExit as end:
        if isinstance(end.code, str):
            return 1, end.code + capsys.readouterr().err
        code = end.code or 0
    said = capsys.readouterr()
    return code, said.out + said.err


def _check(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code, said = _call(words, capsys)
    assert code in (0, 1, 2), (words[:3], code)
    assert "Traceback" not in said
    assert code == 0 or said.strip(), (words[:3], "refused without a word")
    return code, said


def test_help_lists_every_command_with_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    _code, said = _call(["--help"], capsys)
    for name, sentence in commands().items():
        assert name in said
        assert sentence.endswith("."), name


def test_an_unknown_command_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = _call(["complain"], capsys)
    assert code == 2
    assert "ombuds --help" in said


@pytest.mark.parametrize("name", sorted(commands()))
def test_a_wrong_option_is_told_so(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = _check([name, "--no-such-option"], capsys)
    assert code == 2
    assert said


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize(
    "words",
    [
        ["route", "--office", "brussels", "--jsonl"],
        ["deidentify", "--lang", "nl", "--mode", "redact", "--jsonl"],
        ["deidentify", "--lang", "fr", "--mode", "fiction", "--json"],
    ],
    ids=["route", "deidentify-lines", "deidentify"],
)
def test_files_that_are_not_what_they_should_be(
    words: list[str], kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "in.jsonl"
    content = FILES[kind]
    file.write_bytes(content[:60_000] if kind == "a long line" and words[0] == "deidentify" else content)
    _check([*words, str(file)], capsys)


@pytest.mark.parametrize("kind", FILES)
def test_imports_of_broken_files_are_refused_or_reported(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, mapping = tmp_path / "in.jsonl", tmp_path / "map.toml"
    file.write_bytes(FILES[kind])
    mapping.write_bytes(MAPPING)
    _check(
        ["import", "submissions", str(file), "--mapping", str(mapping), "--channel", "web", "--dry-run"],
        capsys,
    )
    mapping.write_bytes(FILES[kind])
    code, _said = _check(
        ["import", "submissions", str(file), "--mapping", str(mapping), "--channel", "web"], capsys
    )
    assert code != 0


@pytest.mark.parametrize(
    "words",
    [
        ["route", "--jsonl", "FOLDER"],
        ["route", "--jsonl", "MISSING"],
        ["deidentify", "--lang", "nl", "--mode", "mark", "--json", "FOLDER"],
        ["import", "submissions", "MISSING", "--mapping", "MISSING", "--channel", "web"],
        ["office", "load", "MISSING"],
        ["office", "load", "FOLDER"],
        ["office", "check", "FOLDER"],
        ["report", "build", "--year", "1066", "--lang", "nl", "--out", "FOLDER"],
        ["report", "build", "--year", "2025", "--lang", "xx", "--out", "FOLDER"],
        ["report", "build", "--year", "soon", "--lang", "nl", "--out", "FOLDER"],
        ["user", "add", "not-an-address", "--name", "X", "--role", "handler"],
        ["user", "add", "x@office.example", "--name", "X", "--role", "king"],
        ["demo", "--cases", "0"],
        ["route", "bus", "--office", "atlantis"],
        ["route", "bus", "--on", "2025-02-30"],
        ["route", "bus", "--kind", "poem"],
    ],
    ids=lambda words: " ".join(words)[:60],
)
def test_wrong_words_get_a_sentence(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    filled = [
        str(tmp_path) if w == "FOLDER" else str(tmp_path / "none") if w == "MISSING" else w for w in words
    ]
    code, said = _check(filled, capsys)
    assert code != 0
    assert str(os.sep) + "site-packages" not in said


def test_hostile_texts_are_routed_to_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    for text in STRINGS:
        if text and "\x00" not in text and not text.startswith("-"):
            _check(["route", text, "--office", "brussels", "--json"], capsys)
