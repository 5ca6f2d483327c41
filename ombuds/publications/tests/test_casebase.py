"""The index of all cases: up to date at each use, for its owner only, and never the only copy."""

import json
import stat
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from ombuds.cases.models import Note
from ombuds.cases.services import add_note, add_party
from ombuds.deidentification.intruder import Base
from ombuds.deidentification.intruder.reading import cases_of
from ombuds.publications import casebase
from ombuds.publications.casebase import keeping, reading
from ombuds.publications.casebase.reading import of


@pytest.fixture
def office(office: Any) -> Any:
    casebase.forget(office)
    return office


def test_a_case_is_read_with_its_words_and_fields(
    make_case: Callable[..., Any], people: SimpleNamespace
) -> None:
    case = make_case(state="closed", theme="parking_fine")
    Note.objects.create(case=case, author=people.handler, text="Zij belde over de takeldienst.")
    read = of(case)

    assert "Zij belde over de takeldienst." in read.texts
    assert "parking.brussels" in read.facts["body"]
    assert read.facts["town"] == ("Anderlecht",)
    assert read.names is not None
    assert [p.last for p in read.names.people][:1] == ["Van den Ölme-Benali"]
    assert case.reference not in read.id


def test_new_changed_and_gone_cases_are_noticed(
    office: Any, make_case: Callable[..., Any], people: SimpleNamespace
) -> None:
    one = make_case(state="open")
    first = casebase.current(office)
    assert len(first) == 1
    two = make_case(state="open")
    assert len(casebase.current(office)) == 2
    add_note(one, actor=people.handler, text="Een nieuw feit over de kelder.")
    changed = casebase.current(office).get(casebase.id_of(one))
    assert changed is not None
    assert "Een nieuw feit over de kelder." in changed.texts
    key = casebase.id_of(two)
    type(two).objects.filter(pk=two.pk).delete()
    assert casebase.current(office).get(key) is None
    assert len(casebase.current(office)) == 1


def test_only_what_changed_is_read_again(
    office: Any, make_case: Callable[..., Any], people: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = make_case(state="open"), make_case(state="open")
    casebase.current(office)
    seen: list[int] = []
    original = reading.read

    def noted(rows: Any) -> Any:
        seen.extend(row.pk for row in rows)
        return original(rows)

    monkeypatch.setattr(keeping, "read", noted)
    add_party(two, actor=people.handler, role="third_party", first_name="An", last_name="Zwaenepoel")
    casebase.current(office)
    casebase.current(office)
    assert set(seen) == {two.pk}
    assert one.pk not in seen


def test_the_file_is_for_its_owner_and_comes_back_when_it_is_lost_or_broken(
    office: Any, make_case: Callable[..., Any]
) -> None:
    make_case(state="open")
    digest = casebase.current(office).digest
    path = keeping.path_of(office)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    keeping._memory.held.clear()  # as a new process
    assert casebase.current(office).digest == digest
    for broken in (b"", b"rubbish", path.read_bytes()[:200]):
        keeping._memory.held.clear()
        path.write_bytes(broken)
        assert casebase.current(office).digest == digest
    path.unlink()
    keeping._memory.held.clear()
    assert casebase.current(office).digest == digest


def test_an_index_of_another_database_is_not_used(office: Any, make_case: Callable[..., Any]) -> None:
    make_case(state="open")
    held = keeping._build(office, keeping.path_of(office))
    held.mac = "0" * 64
    keeping._write(held, keeping.path_of(office))
    keeping._memory.held.clear()
    make_case(state="open")
    assert len(casebase.current(office)) == 2


def test_the_command_builds_it_anew(
    office: Any, make_case: Callable[..., Any], capsys: pytest.CaptureFixture[str]
) -> None:
    make_case(state="open")
    call_command("casebase", "--json")
    said = json.loads(capsys.readouterr().out)
    assert (said["office"], said["cases"]) == ("brussels", 1)
    call_command("casebase", "--forget")
    assert not keeping.path_of(office).exists()


def test_integrity_reports_are_not_read() -> None:
    source = "".join(path.read_text() for path in Path(keeping.__file__).parent.glob("*.py"))
    assert "ombuds.integrity" not in source


def test_somebody_else_can_build_the_same_base_from_the_export(
    office: Any, make_case: Callable[..., Any], people: SimpleNamespace, tmp_path: Path
) -> None:
    for theme in ("parking_fine", "property_tax"):
        add_note(make_case(state="closed", theme=theme), actor=people.handler, text=f"Iets over {theme}.")
    make_case(state="open", language="other")
    out = tmp_path / "CASES.jsonl"
    call_command("casebase", export=out)

    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    again = Base.of(cases_of(out.read_text("utf-8").splitlines()))
    assert (len(again), again.digest) == (3, casebase.current(office).digest)
    with pytest.raises(CommandError, match="cannot be written"):  # an earlier export is never written over
        call_command("casebase", export=out)
