"""Mistakes in a profile's folder become sentences that say where and what."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from django.core.management import call_command

from ombuds.lib.errors import Refusal
from ombuds.lib.hostile import STRINGS
from ombuds.office import folder
from ombuds.office.checking import mistakes
from ombuds.office.tests.factories import copied_profile, replace

Change = Callable[[Path], None]


def found_in(path: Path) -> str:
    return "\n".join(mistakes(folder.read(path)))


def change(file: str, old: str, new: str) -> Change:
    return lambda path: replace(path / file, old, new)


@pytest.mark.parametrize("code", ["brussels", "flanders"])
def test_our_own_profiles_hold_no_mistakes(code: str) -> None:
    assert mistakes(folder.read(folder.PROFILES / code)) == []


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (change("office.toml", 'code = "antwerpen"', 'code = "Ant werpen"'), "`code` must be a short word"),
        (change("office.toml", 'en = "Ombuds Brussels"', 'en = ""'), "`names` has no text in “en”"),
        (change("office.toml", "{seq:06}", "{number}"), "`reference_format` must hold"),
        (change("office.toml", "{seq:06}", "{seq"), "`reference_format` must hold"),
        (
            change("office.toml", 'languages = ["fr", "nl", "en"]', 'languages = ["xx"]'),
            "`languages` must be a list",
        ),
        (
            change("office.toml", "max_age_months = 36", 'max_age_months = "36"'),
            "`max_age_months` is missing or",
        ),
        (change("grounds.toml", 'fr = "Faits trop anciens"', 'fr = " "'), "A3: `labels` has no text in “fr”"),
        (change("grounds.toml", "mandatory = true\n", ""), "A1: `mandatory` is missing"),
        (
            change("grounds.toml", 'effect = "transfer"', 'effect = "explode"'),
            "A1: `effect` is “explode”; it must be",
        ),
        (
            change("grounds.toml", "mandatory = true", 'mandatory = "yes"'),
            "A1: `mandatory` has a value of the wrong",
        ),
        (
            change("grounds.toml", 'code = "A2"', 'code = "A1"'),
            "A1: two rows with this code hold on the same day",
        ),
        (
            change("grounds.toml", "second_reader = false", "secnd_reader = false"),
            "“secnd_reader” is not known here",
        ),
        (
            change("clocks.toml", 'unit = "working_days"', 'unit = "fortnights"'),
            "ack: `unit` is “fortnights”",
        ),
        (change("clocks.toml", "amount = 5", "amount = -5"), "ack: `amount` has a value of the wrong kind"),
        (
            change("retention.toml", "2024-06-30", "2021-06-30"),
            "it ends (2021-06-30) before it starts (2022-09-01)",
        ),
        (
            change("retention.toml", "2024-06-30", "2025-06-30"),
            "complaint_files: two rows with this code hold",
        ),
        (
            change("norms.toml", 'set = "OB-15"', 'set = "OB-16"'),
            "N1: it points to “OB-16”, which does not exist",
        ),
        (
            change("closing_days.toml", "[2020, 2036]", "[2020]"),
            "`years` must be the first and the last year",
        ),
    ],
)
def test_each_mistake_has_its_sentence(tmp_path: Path, wrong: Change, sentence: str) -> None:
    path = copied_profile(tmp_path)
    wrong(path)
    assert sentence in found_in(path)


def test_a_word_of_a_theme_must_belong_to_a_policy_domain(tmp_path: Path) -> None:
    path = copied_profile(tmp_path)
    with (path / "vocabularies.toml").open("a") as file:
        file.write('\n[theme]\ntrams = { nl = "Trams", fr = "Trams", en = "Trams", parent = "moon" }\n')
    assert "theme.trams: it points to “moon”" in found_in(path)


def test_a_letter_with_an_unknown_field_is_named(tmp_path: Path) -> None:
    path = copied_profile(tmp_path)
    (path / "letters" / "L03.fr.md").write_text(
        "name: x\naudience: king\nsubject: Pour {{ addressee_name }}\n---\n{{ case.parties }}"
    )
    said = found_in(path)
    assert "L03.fr.md: There is no field “case.parties”" in said
    assert "“addressee_name” may not stand in a subject line" in said
    assert "the audience must be one of" in said


def test_a_file_that_cannot_be_read_gets_a_sentence(tmp_path: Path) -> None:
    path = copied_profile(tmp_path)
    (path / "grounds.toml").write_bytes(b"[[ground\n\xff")
    with pytest.raises(Refusal) as refused:
        folder.read(path)
    assert refused.value.sentence.startswith("grounds.toml cannot be read")


@pytest.mark.parametrize("text", [text for text in STRINGS if len(text) < 300])
def test_hostile_words_in_a_file_never_break_the_check(tmp_path: Path, text: str) -> None:
    path = copied_profile(tmp_path)
    (path / "vocabularies.toml").write_text(f"[theme]\nx = {text!r}\n", "utf-8", "replace")
    with suppress(folder.UnreadableProfile):
        assert mistakes(folder.read(path))


def test_the_command_answers_one_when_there_are_mistakes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = copied_profile(tmp_path)
    replace(path / "grounds.toml", 'fr = "Faits trop anciens"', 'fr = ""')
    with pytest.raises(SystemExit) as ended:
        call_command("office", "check", str(path))
    assert ended.value.code == 1
    assert "A3" in capsys.readouterr().out
