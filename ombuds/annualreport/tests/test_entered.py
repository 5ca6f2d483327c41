"""Figures of the sealed channel: entered by hand, never small, never one hidden alone."""

import pytest

from ombuds.annualreport import content, entered, services
from ombuds.annualreport.tests import factories as make
from ombuds.lib.errors import Refusal
from ombuds.office.models import ReportChapter

FINE = "Meldingen; Signalements; Reports; 12\nBescherming; Protection; Protection; 0"


@pytest.mark.django_db
def test_entered_figures_stand_in_the_report_and_go_when_emptied() -> None:
    office = make.a_reporting_office()
    ReportChapter.objects.create(
        office=office, code="integrity", labels={"nl": "Integriteit"}, content=["table:disclosures"], order=9
    )
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
def test_the_words_of_entered_tables_go_through_the_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(services, "clear", lambda parts, **_more: seen.extend(part.text for part in parts))
    edition, actor = make.an_edition(make.a_reporting_office()), make.a_person("ombudsman")
    entered.enter(edition=edition, code="disclosures", typed=FINE, actor=actor)
    services._insist_entered(edition, actor, "")
    # In any order: PostgreSQL keeps the languages of a row in another one than SQLite.
    assert sorted(seen) == ["Meldingen\nBescherming", "Reports\nProtection", "Signalements\nProtection"]
