"""A sentence beside the tables gives a hidden figure away, in words or in digits, in three languages."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

TABLE = "row,column,value\nActiris,web,x\nActiris,mail,x\nUkkel,web,x\nUkkel,mail,x\nActiris,TOTAL,30\nUkkel,TOTAL,40\nTOTAL,web,33\nTOTAL,mail,37\nTOTAL,TOTAL,70\n"


def run(folder: Path, text: str) -> tuple[bool, str]:
    (folder / "t.csv").write_text(TABLE)
    (folder / "letter.md").write_text(text)
    out = StringIO()
    safe = True
    try:
        call_command(
            "disclosure",
            "audit",
            str(folder / "t.csv"),
            "--texts",
            str(folder / "letter.md"),
            "--json",
            stdout=out,
        )
    except SystemExit:
        safe = False
    found = json.loads(out.getvalue())
    assert found["safe"] is safe
    return safe, json.dumps(found["unsafe"])


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 waren er drie klachten over Actiris via web.",
        "Actiris: 3 complaints by web.",
        "Trois plaintes sur Actiris sont arrivées par web. Merci.",
        "# Letter\nNothing here.\nActiris, web: 3",
    ],
)
def test_a_sentence_with_the_labels_and_the_number_tells(tmp_path: Path, text: str) -> None:
    safe, unsafe = run(tmp_path, text)
    assert not safe
    assert "It is exactly 3" in unsafe


@pytest.mark.parametrize(
    "text",
    [
        "Er kwamen klachten over Actiris via web.",
        "Actiris had 3 meetings. They came by web.",
        "In 2024 Actiris improved its web site.",
        "",
    ],
)
def test_a_sentence_without_labels_or_number_tells_nothing(tmp_path: Path, text: str) -> None:
    assert run(tmp_path, text) == (True, "[]")
