"""Figures of the sealed channel: entered by hand, never small, never one hidden alone."""

from dataclasses import replace
from typing import Any

import pytest

from ombuds.annualreport import content, entered, services, table_words
from ombuds.annualreport.tests import factories as make
from ombuds.cases.models import Case, Party
from ombuds.deidentification.fields import NotDeidentified
from ombuds.deidentification.gate import DeidentifiedText, NotChecked
from ombuds.lib.errors import Refusal
from ombuds.office.models import Office, ReportChapter
from ombuds.publications.permitting import Singled, StillNamed

FINE = "Meldingen; Signalements; Reports; 12\nBescherming; Protection; Protection; 0"


@pytest.mark.django_db
def test_entered_figures_stand_in_the_report_and_go_when_emptied() -> None:
    office = _office_with_integrity()
    edition, actor = make.an_edition(office), make.a_person("ombudsman")
    entered.enter(edition=edition, code="disclosures", typed=FINE, actor=actor)
    table = content.public_of(office, 2024)["disclosures"]
    assert table.column("2024") == (12, 0)
    assert "Signalements" in services.edition_html(edition, "fr")
    entered.enter(edition=edition, code="disclosures", typed="", actor=actor)
    assert "disclosures" not in content.public_of(office, 2024)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("a; b; c; 3", "1 to 4"),
        ("a; b; c; *\nd; e; f; 9", "next smallest"),
        ("a; b; 12", "Line 1"),
        ("a; b; c; veel", "Line 1"),
        (FINE + "\n\nx; y; z; -1", "Line 4"),
        ("\n".join(["a; b; c; 9"] * 61), "too long"),
    ],
)
def test_what_could_expose_someone_is_refused_with_its_line(typed: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        entered.read(typed)


def test_lines_come_back_as_they_were_typed() -> None:
    typed = FINE + "\nx; y; z; *\nu; v; w; *"
    assert entered.as_typed(entered.read(typed)) == typed


@pytest.mark.django_db
def test_the_words_of_entered_tables_and_of_notes_go_through_the_gate() -> None:
    edition, actor = make.an_edition(_office_with_integrity()), make.a_person("ombudsman")
    entered.enter(edition=edition, code="disclosures", typed=FINE, actor=actor)
    public = content.public_of(edition.office, edition.year)
    noted = replace(public["per_body"], notes=({"nl": "Een noot.", "fr": "Une note."},))
    words = table_words.cleared(edition, {**public, "per_body": noted}, actor, "")

    assert words.keys() >= {"Meldingen", "Reports", "Bescherming", "Protection", "Een noot.", "Une note."}
    assert all(isinstance(word, DeidentifiedText) for word in words.values())


@pytest.mark.django_db
def test_a_name_in_an_entered_line_or_a_note_is_stopped_by_the_gate() -> None:
    office = _office_with_integrity()
    edition, actor = make.an_edition(office), make.a_person("ombudsman")
    case = Case.objects.filter(office=office).last()
    assert case is not None
    party = Party.objects.create(case=case, first_name="Fatoumata", last_name="Verhaegenaere")
    name = f"{party.first_name} {party.last_name}"
    public = content.public_of(edition.office, edition.year)
    noted = replace(public["per_body"], notes=({"nl": f"Zonder het dossier van {name}."},))
    with pytest.raises((StillNamed, Singled)):
        table_words.cleared(edition, {"per_body": noted}, actor, "")
    entered.enter(edition=edition, code="disclosures", typed=f"{name}; {name}; {name}; 12", actor=actor)
    with pytest.raises((StillNamed, Singled)):
        table_words.cleared(
            edition, {"disclosures": entered.tables_of(office, edition.year)["disclosures"]}, actor, ""
        )


@pytest.mark.django_db
def test_words_of_tables_that_the_gate_has_not_seen_are_not_frozen() -> None:
    office = _office_with_integrity()
    edition, actor = make.an_edition(office), make.a_person("ombudsman")
    entered.enter(edition=edition, code="disclosures", typed=FINE, actor=actor)
    public = content.public_of(office, edition.year)
    with pytest.raises(NotChecked):
        content.frozen(office, edition.year, {}, {}, public)
    words = table_words.cleared(edition, public, actor, "")
    tree = content.frozen(office, edition.year, {}, words, public)
    (table,) = (t for t in content.tables_of(tree) if t.key == "disclosures")
    assert [row.labels["fr"] for row in table.rows] == ["Signalements", "Protection"]
    edition.content = tree
    edition.save()
    for row in next(b for b in _blocks(tree) if b["table"]["key"] == "disclosures")["table"]["rows"]:
        row["own_labels"] = dict.fromkeys(row["own_labels"], "plain")
    with pytest.raises(NotDeidentified):
        edition.save()


def _office_with_integrity() -> Office:
    office = make.a_reporting_office()
    ReportChapter.objects.create(
        office=office, code="integrity", labels={"nl": "Integriteit"}, content=["table:disclosures"], order=9
    )
    return office


def _blocks(tree: dict[str, Any]) -> list[dict[str, Any]]:
    return [b for chapter in tree["chapters"] for b in chapter["blocks"] if b["type"] == "table"]
