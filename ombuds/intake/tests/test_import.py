"""Somebody takes in the complaints of another system."""

import json
from collections import Counter
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from ombuds.audit.services import verify
from ombuds.cases.models import Case, Grievance, Transition
from ombuds.cases.search import find
from ombuds.intake.models import ImportRun, RefusedRow, Submission
from ombuds.lib.hostile import STRINGS

pytestmark = pytest.mark.django_db
MAPPING = """
source = "old"
id = "nr"
[received_at]
column = "in"
formats = ["%d/%m/%Y", "iso"]
[closed_at]
column = "out"
formats = ["%d/%m/%Y"]
[subject]
column = "about"
[text]
column = "story"
[kind]
column = "kind"
values = { "klacht" = "complaint", "vraag" = "information_request" }
default = "complaint"
[language]
column = "lang"
values = { "N" = "nl", "F" = "fr" }
[body]
column = "service"
match = true
[last_name]
column = "name"
"""
HEAD = "nr;in;out;about;story;kind;lang;service;name\n"


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    path = tmp_path / "map.toml"
    path.write_text(MAPPING, encoding="utf-8")
    return path


def _run(file: Path, mapping: Path, **options: Any) -> dict[str, Any]:
    out = StringIO()
    try:
        call_command(
            "import",
            "submissions",
            str(file),
            mapping=mapping,
            channel="import",
            json=True,
            stdout=out,
            **options,
        )
    except SystemExit as ended:
        assert ended.code == 1  # noqa: PT017  # a refused row ends the command with 1, none with 0
    found: dict[str, Any] = json.loads(out.getvalue())
    assert found["taken"] + found["refused"] + found["already_there"] == found["lines"]
    return found


def _file(tmp_path: Path, rows: str, encoding: str = "utf-8", name: str = "old.csv") -> Path:
    path = tmp_path / name
    path.write_bytes((HEAD + rows).encode(encoding))
    return path


def test_rows_become_cases_that_can_be_counted_and_found(office: Any, tmp_path: Path, mapping: Path) -> None:
    rows = "1;03/02/2024;10/03/2024;Taxe;Payé deux fois;klacht;F;Onbekende dienst;Dupont\n2;04/02/2025;;Vraag;Wanneer?;vraag;N;;\n"
    report = _run(_file(tmp_path, rows), mapping)
    assert (report["lines"], report["taken"], report["by_year"]) == (2, 2, {"2024": 1, "2025": 1})
    first, second = Case.objects.order_by("received_at")
    assert (first.state, str(first.received_on), first.language) == ("closed", "2024-02-03", "fr")
    assert first.closed_at is not None
    assert first.destroy_on is not None
    assert (second.state, second.kind, second.closed_at) == ("registered", "information_request", None)
    assert first.reference.startswith("OM.2024.")
    assert Grievance.objects.get(case=first).body_as_written == "Onbekende dienst"
    assert list(Transition.objects.filter(case=first).values_list("to_state", flat=True)) == [
        "registered",
        "closed",
    ]
    assert find("deux fois") == [first.pk]
    assert find("Dupont") == [first.pk]
    assert verify().broken is None


def test_the_same_file_again_changes_nothing(office: Any, tmp_path: Path, mapping: Path) -> None:
    file = _file(tmp_path, "1;03/02/2024;;A;B;;N;;\n2;03/02/2024;;A;B;;N;;\n2;03/02/2024;;A;B;;N;;\n")
    assert (_run(file, mapping)["taken"], _run(file, mapping)["already_there"]) == (2, 3)
    assert Case.objects.count() == Submission.objects.count() == 2


def test_a_dry_run_stores_nothing(office: Any, tmp_path: Path, mapping: Path) -> None:
    report = _run(_file(tmp_path, "1;03/02/2024;;A;B;;N;;\n2;x;;A;B;;N;;\n"), mapping, dry_run=True)
    assert (report["taken"], report["refused"]) == (1, 1)
    assert not Case.objects.exists()
    assert not ImportRun.objects.exists()
    assert not RefusedRow.objects.exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_usual_encoding_is_read(office: Any, tmp_path: Path, mapping: Path, encoding: str) -> None:
    _run(_file(tmp_path, "1;03/02/2024;;Élève à l’école – 5 €;ça;;F;;\n", encoding), mapping)
    assert Case.objects.get().subject == "Élève à l’école – 5 €"


def test_one_row_of_another_encoding_does_not_spoil_the_file(
    office: Any, tmp_path: Path, mapping: Path
) -> None:
    path = tmp_path / "mixed.csv"
    path.write_bytes(
        HEAD.encode()
        + "1;03/02/2024;;déjà;B;;F;;\n".encode()
        + "2;03/02/2024;;déjà;B;;F;;\n".encode("cp1252")
    )
    _run(path, mapping)
    assert set(Case.objects.values_list("subject", flat=True)) == {"déjà"}


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("1;2024-30-99;;A;B;;N;;", "not a date"),
        (";03/02/2024;;A;B;;N;;", "is empty"),
        ("1;03/02/2999;;A;B;;N;;", "future"),
        ("1;03/02/2024;01/01/2024;A;B;;N;;", "before it was received"),
        ("1;03/02/2024;;A;B;;X;;", "does not know"),
        ("1;03/02/2024;;;;;N;;", "no text"),
        ("1;03/02/2024;;A", "fewer columns"),
        ("1;03/02/2024;;A;B;;N;;;a;b", "more columns"),
        (f"1;03/02/2024;;A;B;;N;;{'x' * 200}", "longer than"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why_and_where(
    office: Any, tmp_path: Path, mapping: Path, row: str, words: str
) -> None:
    report = _run(_file(tmp_path, f"9;03/02/2024;;Good;B;;N;;\n{row}\n"), mapping)
    assert (report["taken"], report["refused"]) == (1, 1)
    assert report["refused_rows"][0]["line"] == 3
    assert words in report["refused_rows"][0]["reason"]
    assert RefusedRow.objects.get().line == 3


def test_refused_rows_are_corrected_in_their_file_and_taken_in(
    office: Any, tmp_path: Path, mapping: Path
) -> None:
    report = _run(_file(tmp_path, "1;03/13/2024;;A;Tekst, met “tekens”;;N;;\n"), mapping)
    refused = Path(report["refused_file"])
    text = refused.read_text(encoding="utf-8-sig").replace("03/13/2024", "13/03/2024")
    refused.write_text(text, encoding="utf-8")
    again = _run(refused, mapping)
    assert (again["taken"], again["refused"]) == (1, 0)
    row = RefusedRow.objects.get()
    assert row.corrected_at is not None
    assert row.submission == Submission.objects.get()
    assert "refused_reason" not in Submission.objects.get().fields["row"]


def test_staff_put_a_refused_row_right_on_a_page(
    office: Any, tmp_path: Path, mapping: Path, people: SimpleNamespace, as_user: Any
) -> None:
    _run(_file(tmp_path, "1;03/13/2024;;A;B;;N;;Ölmez\n"), mapping)
    row, client = RefusedRow.objects.get(), as_user(people.intake)
    assert client.get("/staff/imports/").context["waiting"] == 1
    assert client.get(f"/staff/imports/{row.run_id}/").status_code == 200
    page = client.get(f"/staff/imports/rows/{row.key}/")
    typed = {id_: text for id_, _name, text, _long in page.context["cells"]}
    day = next(id_ for id_, name, _text, _long in page.context["cells"] if name == "in")
    still = client.post(f"/staff/imports/rows/{row.key}/", {**typed, day: "31/31/2024"})
    assert still.context["problem"]
    assert "31/31/2024" in still.content.decode()
    client.post(f"/staff/imports/rows/{row.key}/", {**typed, day: "13/03/2024"})
    assert Case.objects.get().parties.get().last_name == "Ölmez"
    assert client.post(f"/staff/imports/rows/{row.key}/", {**typed, day: "13/03/2024"}).context["problem"]
    assert Case.objects.count() == 1
    assert as_user(people.editor).get("/staff/imports/").status_code == 403


def test_huge_hostile_and_broken_lines_are_all_accounted_for(
    office: Any, tmp_path: Path, mapping: Path
) -> None:
    lines = [
        json.dumps({"nr": f"h{n}", "in": "2024-02-03", "about": text, "story": text, "lang": "N"})
        for n, text in enumerate(STRINGS)
    ]
    lines.append(json.dumps({"nr": "mb", "in": "2024-02-03", "about": "mb", "story": "x" * 1_000_000}))
    lines.append(json.dumps({"nr": "nine", "in": "2024-02-03", "about": "mb", "story": "x" * 9_000_000}))
    lines += [
        "not json",
        "[1, 2]",
        "{" * 100_000,
        '{"nr": "s", "in": "2024-02-03", "story": "\\ud800"}',
        '{"nr": NaN}',
        "",
    ]
    path = tmp_path / "old.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    mapping.write_text('layout = "jsonl"\n' + MAPPING, encoding="utf-8")
    report = _run(path, mapping)
    assert report["lines"] == len(lines) - 1
    assert Submission.objects.filter(source_id="mb").exists()
    assert report["taken"] >= len(STRINGS) - 4
    again = _run(path, mapping)
    assert again["already_there"] == report["taken"]
    assert RefusedRow.objects.count() == report["refused"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("source = ", "not TOML"),
        ('source = "x"', "must say `id`"),
        (MAPPING + '\n[colour]\ncolumn = "x"', "Unknown in the mapping: colour"),
        ('layout = "xls"\n' + MAPPING, "csv or jsonl"),
        ('time_zone = "Mars/Base"\n' + MAPPING, "time zone"),
    ],
)
def test_a_wrong_mapping_gets_a_sentence(
    office: Any, tmp_path: Path, mapping: Path, text: str, words: str
) -> None:
    mapping.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match=words) as refusal:
        call_command("import", "submissions", str(_file(tmp_path, "")), mapping=mapping, channel="import")
    assert refusal.value.returncode == 2


def test_a_file_of_another_kind_is_refused_as_a_whole(office: Any, tmp_path: Path, mapping: Path) -> None:
    from ombuds.lib.errors import Refusal

    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(Refusal, match="has no column"):
        call_command("import", "submissions", str(path), mapping=mapping, channel="import")
    for name, content in {"empty.csv": b"", "zero.csv": b"\x00" * 1000, "one.csv": b"nr"}.items():
        (tmp_path / name).write_bytes(content)
        assert _run(tmp_path / name, mapping)["taken"] == 0


@pytest.mark.parametrize(
    ("name", "mapped", "column", "year"),
    [
        ("cfpb_complaints_sample_half.csv", "cfpb_complaints", "Date received", lambda text: text[:4]),
        ("nyc311_rodent_complaints_half.csv", "nyc311", "Created Date", lambda text: text[6:10]),
    ],
)
def test_real_complaints_are_all_accounted_for_and_their_years_are_those_of_the_file(
    office: Any, settings: Any, tmp_path: Path, name: str, mapped: str, column: str, year: Any
) -> None:
    import csv

    source = settings.BASE_DIR.parent / "shared" / "data" / "complaints" / name
    if not source.exists():
        pytest.skip("the real complaint files are not beside this checkout (../shared/data)")
    with source.open(encoding="utf-8-sig", newline="") as text:
        rows = list(csv.DictReader(text))
    report = _run(
        source,
        settings.BASE_DIR / "docs" / "examples" / "mappings" / f"{mapped}.toml",
        refused=tmp_path / "refused.csv",
    )
    assert report["lines"] == len(rows)
    plain = Counter(year(row[column]) for row in rows)
    refused = {row.line for row in RefusedRow.objects.all()}
    for row in RefusedRow.objects.all():
        plain[year(row.raw[column])] -= 1
    stored = Counter(str(case.received_on.year) for case in Case.objects.all())
    assert stored == +plain == Counter(report["by_year"])
    assert len(refused) == report["refused"] < len(rows) / 50
