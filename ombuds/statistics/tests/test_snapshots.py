"""What is frozen stays what it was; what changed since is told."""

import json
from copy import deepcopy
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from ombuds.authorities.models import Body
from ombuds.cases.models import Case
from ombuds.lib.today import today
from ombuds.office.models import Office, Term
from ombuds.statistics import cubes, mapping, queries, services, snapshots, verifying
from ombuds.statistics.cube import TOTAL
from ombuds.statistics.models import Reclassification, Snapshot
from ombuds.statistics.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    office = make.an_office()
    for order, code in enumerate(("water", "parking_fine", "parking")):
        Term.objects.create(office=office, vocabulary="theme", code=code, labels={"nl": code, "fr": code, "en": code}, order=order)  # fmt: skip
    for number in range(12):
        make.a_case(office, f"2024-0{number % 2 + 1}-05", days=5, body=make.a_body("Actiris"), theme=("water", "parking_fine")[number % 2])  # fmt: skip
    return office


def run(*words: str, code: int = 0) -> str:
    out = StringIO()
    found = 0
    try:
        call_command("statistics", *words, stdout=out)
    except SystemExit as stop:
        found = int(stop.code or 0)
    assert found == code
    return out.getvalue()


def table(*more: str) -> str:
    return run(
        "table", "--rows", "theme", "--columns", "month", "--year", "2024", "--snapshot", "2024", *more
    )


def test_later_changes_are_listed_and_never_taken_in(office: Office) -> None:
    frozen = json.loads(run("snapshot", "--year", "2024", "--json"))
    assert (frozen["name"], frozen["cases"]) == ("2024", 12)
    before = [table("--format", form) for form in ("csv", "json", "html")]
    report = services.public_tables(office, 2024, ["received_by_month", "per_theme"])
    assert "12 rows" in run("snapshots")
    assert run("diff", "2024").startswith("0 cases differ")

    changed, gone = Case.objects.order_by("pk")[:2]
    Case.objects.filter(pk=changed.pk).update(theme="parking_fine")
    gone.grievances.all().delete()
    gone.delete()
    make.a_case(office, "2024-03-01", theme="water")

    assert [table("--format", form) for form in ("csv", "json", "html")] == before
    assert services.public_tables(office, 2024, ["received_by_month", "per_theme"]) == report
    assert services.table("received_by_month", office, 2024).total("2024") == 12
    found = {each["what"]: each for each in json.loads(run("diff", "2024", "--json", code=1))}
    assert set(found) == {"changed", "gone", "added"}
    assert found["changed"]["case"] == changed.reference
    assert found["changed"]["changes"]["case_theme"] == ["water", "parking_fine"]


def test_the_tables_of_a_frozen_set_follow_from_its_rows(office: Office) -> None:
    row = snapshots.take(office=office, year=2024, actor=make.a_person("ombudsman"))
    assert verifying.contradictions(row) == []
    assert "is what was frozen" in run("verify", "2024")
    wrong = deepcopy(row.tables)
    theme = next(data for data in wrong if data["key"] == "per_theme")
    theme["rows"][0]["cells"][0] += 1
    Snapshot.objects.filter(pk=row.pk).update(
        tables=wrong, digest=snapshots.digest(snapshots.facts_of(row), wrong)
    )
    assert verifying.contradictions(Snapshot.objects.get(pk=row.pk))[0].startswith("per_theme")


def test_a_damaged_set_is_not_used(office: Office) -> None:
    row = snapshots.take(office=office, year=2024, actor=None)
    Snapshot.objects.filter(pk=row.pk).update(digest="0" * 64)
    with pytest.raises(snapshots.Damaged):
        snapshots.facts_of(Snapshot.objects.get(pk=row.pk))
    with pytest.raises(RuntimeError):
        row.save()


def test_names_are_given_once_and_who_may_not_does_not(office: Office) -> None:
    snapshots.take(office=office, year=2024, actor=None)
    assert snapshots.take(office=office, year=2024, actor=None).name == "2024-2"
    with pytest.raises(snapshots.NameTaken):
        snapshots.take(office=office, year=2024, name="2024", actor=None)
    with pytest.raises(services.NotAllowed):
        snapshots.take(office=office, year=2024, actor=make.a_person("intake"))


def test_an_old_theme_counts_as_the_new_one_everywhere_and_readers_are_told(office: Office) -> None:
    boss = make.a_person("ombudsman")
    day = today()
    mapping.add(
        office=office,
        dimension="theme",
        old="parking_fine",
        new="parking",
        since=day,
        reason="One name.",
        actor=boss,
    )
    live = services.table("per_theme", office, 2024)
    assert {row.key: row.cells[0] for row in live.rows} == {"water": 6, "parking": 6}
    assert any("telt" in note["nl"] or "parking" in note["nl"] for note in live.notes)
    query = queries.from_params({"rows": "theme", "years": "2024", "unit": "case"})
    answer = cubes.ask(query, office)
    assert answer.cross.at("parking") == 6
    assert any("One name" in note["en"] for note in answer.notes)
    assert services.cases_behind("per_theme", office, 2024, "parking", actor=boss).count() == 6
    with pytest.raises(mapping.GoesRound):
        mapping.add(
            office=office,
            dimension="theme",
            old="parking",
            new="parking_fine",
            since=day,
            reason="x",
            actor=boss,
        )
    with pytest.raises(mapping.AlreadyMapped):
        mapping.add(
            office=office,
            dimension="theme",
            old="parking_fine",
            new="water",
            since=day,
            reason="x",
            actor=boss,
        )
    with pytest.raises(mapping.NotKnown):
        mapping.add(
            office=office, dimension="theme", old="none", new="water", since=day, reason="x", actor=boss
        )
    with pytest.raises(mapping.NotAllowed):
        mapping.add(office=office, dimension="theme", old="water", new="parking", since=day, reason="x", actor=make.a_person("handler"))  # fmt: skip


def test_merged_services_count_a_case_about_both_once(office: Office) -> None:
    old, new = make.a_body("Oud"), make.a_body("Nieuw")
    case = make.a_case(office, "2025-01-05", body=old)
    case.grievances.create(body=new, summary="x")
    make.a_case(office, "2025-01-05", body=new)
    Reclassification.objects.create(office=office, dimension="body", old=str(old.pk), new=str(new.pk), since=today(), reason="Fusie")  # fmt: skip
    found = services.table("per_body", office, 2025)
    assert {row.key: row.cells[0] for row in found.rows if row.cells[0]} == {str(new.pk): 2}
    assert cubes.ask(queries.from_params({"rows": "body", "years": "2025", "unit": "case"}), office).cross.at(str(new.pk)) == 2  # fmt: skip


def test_a_case_keeps_the_level_of_the_service_it_was_about(office: Office) -> None:
    old, new = make.a_body("Oud"), make.a_body("Nieuw")
    Body.objects.filter(pk=old.pk).update(level="local", policy_domain="mobility")
    Body.objects.filter(pk=new.pk).update(level="region", policy_domain="housing")
    make.a_case(office, "2025-01-05", body=old)
    Reclassification.objects.create(office=office, dimension="body", old=str(old.pk), new=str(new.pk), since=today(), reason="Fusie")  # fmt: skip
    query = {"rows": "body", "columns": "level", "layers": "policy_domain", "years": "2025", "unit": "case"}
    found = cubes.ask(queries.from_params(query), office).cross
    assert found.at(str(new.pk), "local", "mobility") == 1
    assert not found.at(str(new.pk), "region", TOTAL)
    assert services.table("per_authority_level", office, 2025).total("2025") == 1
    lines = {row.key: row.cells[0] for row in services.table("per_authority_level", office, 2025).rows}
    assert lines["local"] == 1


def test_findings_from_elsewhere_are_imported_tabled_protected_and_attacked(
    office: Office, tmp_path: Path
) -> None:
    lines = ["Dossier;Dienst;Thème;Outcome"]
    for number in range(400):
        lines.append(
            f"{number};Dienst {number % 7 + number % 3};t{number % 4};{'upheld' if number % 5 else 'not upheld'}"
        )
    file = tmp_path / "findings.csv"
    file.write_bytes("\n".join(lines).encode("cp1252"))
    found: Any = json.loads(run("import-findings", str(file), "--out", str(tmp_path / "out"), "--json"))
    assert found["columns"] == {"organisation": "Dienst", "category": "Thème", "finding": "Outcome"}
    assert (found["findings"], found["safe"], found["inferable"]) == (400, True, 0)
    assert found["primary"] + found["secondary"] > 0
    out = StringIO()
    files = [str(path) for path in sorted((tmp_path / "out").iterdir())]
    call_command("disclosure", "audit", *files, "--json", stdout=out)
    assert json.loads(out.getvalue())["safe"] is True
    drawn = run("table", "--rows", "organisation", "--columns", "finding", "--snapshot", "findings", "--unit", "case", "--format", "json")  # fmt: skip
    assert json.loads(drawn)["total"] == 400


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "has no findings"),
        ("a,b\n1,2\n", "which column is the finding"),
        ("dienst,thema,outcome\nx,y,z,w\n", "4 columns"),
    ],
)
def test_a_file_that_is_no_findings_is_a_sentence(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, sentence: str
) -> None:
    file = tmp_path / "x.csv"
    file.write_text(text)
    run("import-findings", str(file), code=2)
    assert sentence in capsys.readouterr().err
