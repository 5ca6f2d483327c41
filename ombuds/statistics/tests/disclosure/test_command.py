"""`ombuds disclosure`: files in, verdict out; every mistake a sentence."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

TABLE = "row,column,value\nA,m,18\nA,f,2\nB,m,14\nB,f,19\nC,m,12\nC,f,10\nD,m,11\nD,f,14\n"
RULES = 'minimum_frequency = 3\nprotect_zeros = false\ncost = "value"\n'


class Folder:
    """A folder with files and the command run on them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.write("rules.toml", RULES)

    def write(self, name: str, text: str | bytes) -> str:
        file = self.path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(file)

    def run(self, act: str, *words: str, code: int = 0) -> Any:
        out = StringIO()
        rules = str(self.path / "rules.toml")
        found = 0
        try:
            call_command("disclosure", act, *words, "--rules", rules, "--json", stdout=out)
        except SystemExit as stop:
            found = int(stop.code or 0)
        assert found == code
        return json.loads(out.getvalue()) if out.getvalue() else None


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_a_table_is_protected_and_then_stands_the_attack(folder: Folder) -> None:
    found = folder.run("protect", folder.write("a.csv", TABLE), "--out", str(folder.path / "out"))
    assert found["safe"] is True
    assert found["cost"] == 40
    assert len(found["cells"]) == 15
    keys = {"row", "column", "value", "published", "state", "reason", "inferred_low", "inferred_high"}
    assert keys <= set(found["cells"][0])
    states = {(cell["row"], cell["column"]): cell["state"] for cell in found["cells"]}
    assert states["A", "f"] == "primary"
    assert [key for key, state in states.items() if state == "secondary"] == [
        ("A", "m"),
        ("C", "m"),
        ("C", "f"),
    ]
    released = (folder.path / "out" / "a.csv").read_text()
    assert "A,f,\n" in released
    assert "A,m,\n" in released
    assert folder.run("audit", str(folder.path / "out" / "a.csv"))["safe"] is True


def test_a_released_table_that_tells_is_named(folder: Folder) -> None:
    text = TABLE.replace("A,f,2", "A,f,x").replace("A,m,18", "A,m,18") + "A,TOTAL,20\nTOTAL,f,-\n"
    found = folder.run("audit", folder.write("a.csv", text), code=1)
    assert found["safe"] is False
    assert found["unsafe"][0]["low"] == found["unsafe"][0]["high"] == 2


def test_a_percentage_and_a_fewer_than_are_part_of_the_attack(folder: Folder) -> None:
    text = "row,column,value,measure\nA,m,x,count\nA,f,<5,count\nA,TOTAL,20,count\n"
    safe = folder.run("audit", folder.write("a.csv", text))
    low = {cell["column"]: (cell["inferred_low"], cell["inferred_high"]) for cell in safe["cells"]}
    assert low["f"] == (0, 4)
    assert low["m"] == (16, 20)
    told = folder.run("audit", folder.write("a.csv", text + "A,f,10,percent_of_row\n"), code=1)
    assert told["safe"] is False


def test_files_that_share_labels_are_one_set(folder: Folder) -> None:
    first = "row,column,value\n" + "".join(
        f"{letter},one,{number}\n" for letter, number in {"K": "x", "L": "x", "M": "x", "N": 7}.items()
    )
    first += "K,TOTAL,x\nL,TOTAL,x\nM,TOTAL,x\nN,TOTAL,7\nTOTAL,one,16\nTOTAL,TOTAL,16\n"
    second = "row,column,value\nL,big,x\nM,big,x\nL,TOTAL,x\nM,TOTAL,x\nTOTAL,big,6\nTOTAL,TOTAL,6\n"
    one, two = folder.write("one.csv", first), folder.write("two.csv", second)
    assert folder.run("audit", one)["safe"] is True
    assert folder.run("audit", two)["safe"] is True
    both = folder.run("audit", one, two, code=1)
    assert {each["figure"] for each in both["unsafe"]} >= {"row K"}


def test_a_file_of_cases_is_counted_and_hierarchies_are_read(folder: Folder) -> None:
    cases = "organisation,category,finding,id\n" + "".join(
        f"o{i % 7},c{i % 3},f{i % 2},{i}\n" for i in range(200)
    )
    found = folder.run("protect", folder.write("cases.csv", cases), "--by", "organisation,category,finding")
    assert found["safe"] is True
    assert {"organisation", "category", "finding"} <= set(found["cells"][0])
    tree = TABLE.replace("row,column,value", "row,column,value,row_parent")
    tree = tree.replace("A,m,18", "A,m,18,north").replace("A,f,2", "A,f,2,north")
    tree = (
        "\n".join(
            line if line.endswith(("north", "row_parent")) else f"{line},south" for line in tree.split()
        )
        + "\n"
    )
    rows = {cell["row"] for cell in folder.run("protect", folder.write("t.csv", tree))["cells"]}
    assert {"north", "south"} <= rows


def test_an_earlier_table_binds_the_next(folder: Folder) -> None:
    earlier = folder.write("earlier.csv", "row,column,value\nC,m,12\nC,f,10\n")
    found = folder.run("protect", folder.write("a.csv", TABLE), "--released", earlier)
    assert found["safe"] is True
    assert {cell["row"] for cell in found["cells"] if cell["published"] is None} == {"A", "D"}


def test_rounding_is_a_method_too(folder: Folder) -> None:
    folder.write("rules.toml", RULES + 'method = "round"\nbase = 5\n')
    found = folder.run("protect", folder.write("a.csv", TABLE))
    assert all(cell["published"] % 5 == 0 for cell in found["cells"])


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "is empty"),
        ("row,column,value\n", "has no figures"),
        ("row,column,value\nA,m,three\n", "line 2: 'three' is not a number"),
        ("row,column,value\nA,m,-3\n", "not a number of zero or more"),
        ("row,column,value\nA,m,nan\n", "not a number of zero or more"),
        ("row,column,value\nA,m,3\nA,m,4\n", "there twice"),
        ("row,column,value\nA,m\n", "2 columns, but the header has 3"),
        ("row,column,value\nA,m,3\nA,TOTAL,4\n", "the total of row A is 4, but its parts add up to 3"),
        ("row,column,value\nA,m,\n", "Only complete tables can be protected"),
        ("row,column,value,row_parent\nA,m,3,B\nB,m,3,A\n", "is part of itself"),
        (b"row,column,value\n\xff\xfe,m,3\n", "not a text in UTF-8"),
        ("row,column,value\nA\x00,m,3\n", "not a text file"),
        ("value\n3\n", "must be row,column,value"),
    ],
)
def test_a_mistake_is_a_sentence(
    folder: Folder, capsys: pytest.CaptureFixture[str], text: str | bytes, sentence: str
) -> None:
    folder.run("protect", folder.write("a.csv", text), code=2)
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        ("minimum_frequency = ", "not TOML"),
        ('cost = "time"', "cost is"),
        ("minimum_frequency = true", "must be a whole number"),
        ("unsafe = 3", "unsafe is a list"),
        ('method = "guess"', "method is one of"),
    ],
)
def test_rules_that_cannot_be_followed_are_a_sentence(
    folder: Folder, capsys: pytest.CaptureFixture[str], rules: str, sentence: str
) -> None:
    folder.write("rules.toml", rules)
    folder.run("protect", folder.write("a.csv", TABLE), code=2)
    assert sentence in capsys.readouterr().err


def test_unknown_rules_are_named_and_a_missing_file_too(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.write("rules.toml", RULES + "colour = 3\n")
    folder.run("protect", folder.write("a.csv", TABLE))
    assert "not used: colour" in capsys.readouterr().err
    folder.run("protect", str(folder.path / "none.csv"), code=2)
    assert "cannot be read" in capsys.readouterr().err
