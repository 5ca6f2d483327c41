"""A report tells what became of the last one, and of problems that stopped; booklets tell where things were debated."""

from datetime import date
from typing import Any

import pytest

from ombuds.annualreport import committees, content, html, recommended, services, stopped
from ombuds.annualreport.models import Edition
from ombuds.annualreport.stopped import Pattern, quiet
from ombuds.annualreport.tests import factories as make
from ombuds.office.models import Office
from ombuds.publications.models import PublicRecommendation

pytestmark = pytest.mark.django_db

LIFE = [
    {"on": "2024-06-01", "code": "2024-1", "what": "issued", "value": ""},
    {"on": "2024-09-01", "code": "2024-1", "what": "status", "value": "accepted"},
    {"on": "2025-10-01", "code": "2024-1", "what": "status", "value": "implemented"},
    {"on": "2025-10-01", "code": "2024-1", "what": "ombudsman_finds", "value": "implemented"},
    {"on": "2025-11-03", "code": "2024-1", "what": "discussed_in", "value": "Commissie Mobiliteit, stuk 12"},
]


def an_office_with_a_past() -> Office:
    """Its report of 2024 is released; the recommendation in it was carried out in 2025."""
    office = make.a_reporting_office()
    found = PublicRecommendation.objects.get()
    found.timeline = make.sealed_rows(LIFE)
    found.status, found.ombudsman_finds = "implemented", "implemented"
    found.save()
    ombudsman = make.a_person("ombudsman")
    services.release(edition=make.an_edition(office), actor=ombudsman, as_of=date(2025, 3, 1))
    for number in range(12):
        make.a_case(office, f"2025-0{number % 3 + 1}-10", days=30)
    return office


def follow_up(tree: dict[str, Any]) -> dict[str, Any]:
    block: dict[str, Any]
    (block,) = [
        block
        for chapter in tree["chapters"]
        for block in chapter["blocks"]
        if block["type"] == "recommendations" and "former" in block
    ]
    return block


def test_the_next_report_tells_the_state_then_and_now_and_leads_to_the_last_one() -> None:
    tree = content.build(an_office_with_a_past(), 2025, {}, day=date(2026, 3, 1))
    block = follow_up(tree)
    (item,) = block["items"]
    assert (item["then"]["status"]["en"], item["status"]["en"]) == ("Accepted", "Carried out")
    assert (item["then"]["finds"]["en"], item["finds"]["en"]) == ("Not checked yet", "Carried out")
    chapter = html.chapter(tree, "en", "follow_up", downloads="/reports/2025/")
    assert 'href="/reports/2024/"' in chapter
    assert 'href="/recommendations/2024-1/"' in chapter
    assert "Accepted (not checked yet)" in chapter


def test_what_is_read_elsewhere_leads_to_the_site_by_its_full_address(settings: Any) -> None:
    settings.PUBLIC_URL = "https://ombuds.example"
    tree = content.build(an_office_with_a_past(), 2025, {}, day=date(2026, 3, 1))
    assert 'href="https://ombuds.example/reports/2024/"' in html.page(tree, "nl")


def test_without_a_former_report_there_is_no_link_and_no_then() -> None:
    office = make.a_reporting_office()
    make.a_public_recommendation(office, 2023)
    block = follow_up(content.build(office, 2024, {}, day=date(2025, 3, 1)))
    assert not block["former"]
    assert "then" not in block["items"][0]


def test_what_was_open_in_the_last_report_is_followed_until_it_is_done() -> None:
    office = make.a_reporting_office(year=2025)
    old = make.a_public_recommendation(office, 2022, status="issued")
    done = make.a_public_recommendation(office, 2021, status="implemented")
    Edition.objects.create(
        office=office, year=2024, state="released", sha256="0" * 64, released_at=make.a_moment("2025-03-01"),
        content={"chapters": [{"blocks": [{"type": "recommendations", "year": 2023, "items": [
            {"code": old.code, "state": "issued", "status": {"en": "Issued"}, "finds": {"en": "Not checked yet"}},
            {"code": done.code, "state": "implemented", "status": {"en": "Carried out"}, "finds": {"en": "Carried out"}},
        ]}]}]},
    )  # fmt: skip
    (block,) = recommended.follow_up(office, 2025, date(2026, 3, 1))
    assert [item["code"] for item in block["items"]] == ["2022-1"]


def test_a_report_tells_the_state_of_its_day_whatever_came_later() -> None:
    an_office_with_a_past()
    found = PublicRecommendation.objects.get()
    assert recommended.state_on(found, date(2024, 7, 1)) == ("issued", "not_checked")
    assert recommended.state_on(found, date(2024, 12, 31)) == ("accepted", "not_checked")
    assert recommended.state_on(found, date(2025, 12, 31)) == ("implemented", "implemented")


def test_a_booklet_names_committee_date_and_document_of_earlier_debates() -> None:
    office = an_office_with_a_past()
    names = {"nl": "Mobiliteit", "fr": "Mobilité", "en": "Mobility"}
    office.settings = {
        **office.settings,
        "committees": [
            {"code": "mobility", "labels": names, "domains": ["mobility"]},
            {"code": "taxes", "labels": {"nl": "Financiën", "fr": "Finances"}, "domains": ["taxes"]},
        ],
    }
    office.save()
    tree = content.build(office, 2025, {}, day=date(2026, 3, 1))
    mobility, taxes = committees.cut(tree, "mobility"), committees.cut(tree, "taxes")
    assert mobility is not None
    assert taxes is not None
    assert "3 november 2025: Commissie Mobiliteit, stuk 12" in html.fragment(mobility, "nl")
    assert "stuk 12" not in html.fragment(taxes, "nl")
    before = content.build(office, 2025, {}, day=date(2025, 11, 2))
    assert not before["discussions"]


# Problems that stopped

MONTHS = [date(2024 + n // 12, n % 12 + 1, 1) for n in range(24)]
INTAKE = dict.fromkeys(MONTHS, 100)


def a_pattern(number: int, until: int, a_month: int = 3) -> Pattern:
    return Pattern(number, f"P {number}", "parking", dict.fromkeys(MONTHS[:until], a_month))


def test_a_pattern_without_a_complaint_for_long_enough_has_stopped() -> None:
    (found,) = quiet([a_pattern(1, 18), a_pattern(2, 24)], INTAKE, 2025, MONTHS[-1])
    assert (found.number, found.since, found.about) == (1, date(2025, 7, 1), 20)
    assert found.p < 0.001


@pytest.mark.parametrize(
    ("until", "a_month", "why"),
    [
        (22, 3, "two months are no time"),
        (18, 1, "six expected may be chance among many"),
        (4, 3, "it stopped in another year"),
    ],
)
def test_a_pattern_is_not_said_to_have_stopped_when(until: int, a_month: int, why: str) -> None:
    others = [a_pattern(number, 24) for number in range(2, 60)]
    assert quiet([a_pattern(1, until, a_month), *others], INTAKE, 2025, MONTHS[-1]) == [], why


def test_a_pattern_that_came_back_has_not_stopped() -> None:
    back = {**INTAKE, date(2026, 1, 1): 100, date(2026, 2, 1): 100}
    pattern = Pattern(1, "", "parking", {**a_pattern(1, 18).months, date(2026, 2, 1): 2})
    assert quiet([pattern], back, 2025, date(2026, 2, 1)) == []


def test_a_stopped_problem_is_told_under_the_name_that_our_writers_gave_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    office, ombudsman = make.a_reporting_office(), make.a_person("ombudsman")
    over = stopped.Stopped(7, "titel van de medewerker", "parking", date(2024, 5, 1), 23.0, 0.0001)
    monkeypatch.setattr(stopped, "of_year", lambda *_args: [over])
    edition = make.an_edition(office)
    assert "Verdwenen" not in services.edition_html(edition, "nl")
    services.write_text(
        edition=edition, slot="pattern-7", language="nl", text="Verdwenen boetes", actor=ombudsman
    )
    with pytest.raises(services.LanguageMissing, match="P7"):
        services.release(edition=edition, actor=ombudsman)
    services.write_text(
        edition=edition, slot="pattern-7", language="fr", text="Amendes disparues", actor=ombudsman
    )
    edition = services.release(edition=edition, actor=ombudsman)
    dutch, french = (services.edition_html(edition, language) for language in ("nl", "fr"))
    assert "Verdwenen boetes" in dutch
    assert "mei 2024" in dutch
    assert "Amendes disparues" in french
    assert "titel van de medewerker" not in dutch + french
    assert "23" not in str([b.get("stopped") for c in edition.content["chapters"] for b in c["blocks"]])
