"""Counters are rows of the office: loaded, corrected, redefined; a new definition is a break that tables show."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from ombuds.office.correcting import NotAllowed
from ombuds.office.models import Office
from ombuds.statistics import charting, counters, definitions, services
from ombuds.statistics.models import CounterDefinition, Reclassification, Release, Snapshot
from ombuds.statistics.tests import factories as make

pytestmark = pytest.mark.django_db
WHY = {"nl": "Andere telling.", "fr": "Autre comptage.", "en": "Counted otherwise."}
HOUSE = Path(counters.HERE)


@pytest.fixture
def office() -> Office:
    office = make.an_office()
    definitions.load(office, HOUSE)
    make.a_case(office, "2023-12-20", days=30)
    make.a_case(office, "2024-12-20", days=30)
    make.a_case(office, "2025-03-20", days=30)
    return office


def client_of(role: str) -> Client:
    client = Client()
    client.force_login(make.a_person(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_a_profile_s_counters_are_loaded_once_and_corrections_stay(office: Office) -> None:
    assert CounterDefinition.objects.filter(office=office).count() == len(counters.read(None))
    assert definitions.load(office, HOUSE).made == []
    row = definitions.row_of(office, "per_theme")
    assert row is not None
    labels = {**row.labels, "nl": "Waar het over gaat"}
    definitions.correct(row=row, values={"labels": labels}, reason="Beter Nederlands", version=1, actor=make.a_person("ombudsman"))  # fmt: skip
    again = definitions.load(office, HOUSE)
    assert again.made == []
    assert "per_theme" in again.kept[0]
    assert counters.load(office.code)["per_theme"].labels["nl"] == "Waar het over gaat"
    with pytest.raises(NotAllowed):
        definitions.correct(
            row=row, values={"note": "x"}, reason="x", version=2, actor=make.a_person("handler")
        )


def test_a_new_definition_counts_from_its_day_and_the_table_shows_the_break(office: Office) -> None:
    row = definitions.row_of(office, "received_by_channel")
    assert row is not None
    done = definitions.redefine(
        row=row, values={"date_rule": "closed"}, starts_on=date(2025, 1, 1), why=WHY, reason="Beslissing van de raad", version=1, actor=make.a_person("ombudsman"),
    )  # fmt: skip
    assert done.number == 2
    table = services.table("received_by_channel", office, 2025)
    # 2025 by closing (two), the years before by receipt (one each).
    assert (table.total("2025"), table.total("2024"), table.total("2023")) == (2, 1, 1)
    assert any(note["nl"].endswith("2025: Andere telling.") for note in table.notes)
    assert [c.labels["nl"] for c in table.columns if c.key in ("2025", "2024")] == ["2025 †", "2024"]
    assert table.version == 2
    chart = charting.chart(services.table("received_by_month", office, 2025), "lines", "nl")
    assert chart is not None


def test_a_counter_of_the_office_s_own_needs_no_code(office: Office) -> None:
    table = services.table("put_right", office, 2025)
    assert table.totals is not None
    assert table.total("2025") == 0
    own = CounterDefinition.objects.get(office=office, code="norm_mentions")
    CounterDefinition.objects.create(
        office=office, code="kinds_of_case", labels=WHY, definition=WHY, unit="case", unit_labels=WHY, axis="kind", date_rule="received", scope="all", order=own.order + 1,
    )  # fmt: skip
    assert services.table("kinds_of_case", office, 2025).total("2025") == 1
    assert (
        services.cases_behind(
            "kinds_of_case", office, 2025, "complaint", actor=make.a_person("handler")
        ).count()
        == 1
    )


FORM = {
    "labels_nl": "A", "labels_fr": "B", "labels_en": "C", "definition_nl": "a", "definition_fr": "b", "definition_en": "c",
    "unit_labels_nl": "a", "unit_labels_fr": "b", "unit_labels_en": "c", "date_rule": "received", "scope": "complaints",
    "how": "in_place", "reason": "Beter", "version": "1",
}  # fmt: skip


def test_the_page_corrects_words_and_asks_for_a_day_for_more(office: Office) -> None:
    client = client_of("ombudsman")
    address = "/staff/figures/definitions/received_by_channel/correct/"
    assert client.get(address).status_code == 200
    assert client.post(address, FORM).status_code == 302
    assert counters.load(office.code)["received_by_channel"].labels["en"] == "C"
    refused = client.post(address, {**FORM, "date_rule": "closed", "version": "2"})
    assert refused.status_code == 200
    assert b"another definition" in refused.content
    told = client.post(
        address, {**FORM, "date_rule": "closed", "version": "2", "how": "from_day", "starts_on": "2025-01-01"}
    )
    assert b"Readers must be told why" in told.content
    good = {**FORM, "date_rule": "closed", "version": "2", "how": "from_day", "starts_on": "2025-01-01", "why_nl": "a", "why_fr": "b", "why_en": "c"}  # fmt: skip
    assert client.post(address, good).status_code == 302
    page = client.get("/staff/figures/definitions/received_by_channel/").content.decode()
    assert "2025" in page
    assert client_of("handler").get(address).status_code == 403


PAGES = [
    "/staff/figures/table/", "/staff/figures/table/?rows=theme&columns=month&years=2025", "/staff/figures/frozen/", "/staff/figures/mapping/",
    "/staff/figures/definitions/per_theme/", "/staff/figures/table/file.csv?rows=theme&years=2025", "/staff/figures/table/file.json?rows=theme&years=2025",
    "/staff/figures/table/file.html?rows=theme&years=2025",
]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_who_reads_figures_reads_these_pages(office: Office, page: str) -> None:
    assert client_of("editor").get(page).status_code == 200
    assert client_of("integrity").get(page).status_code == 403
    assert Client().get(page).status_code == 302


def test_a_figure_of_a_table_leads_to_its_cases_for_who_may_see_them(office: Office) -> None:
    page = "/staff/figures/table/?rows=channel&years=2025&unit=case"
    assert b"at=web" in client_of("handler").get(page).content
    assert b"at=web" not in client_of("editor").get(page).content
    cases = "/staff/figures/table/cases/?rows=channel&years=2025&unit=case&at=web"
    assert b"T." in client_of("handler").get(cases).content
    assert client_of("editor").get(cases).status_code == 403


@pytest.mark.parametrize("at", ["", "a~b~c", "\x00", "x" * 5000, "TOTAL~TOTAL"])
def test_a_wrong_address_of_a_figure_is_answered_with_a_sentence(office: Office, at: str) -> None:
    answer = client_of("handler").get(
        "/staff/figures/table/cases/", {"rows": "channel", "years": "2025", "at": at}
    )
    assert answer.status_code in (200, 302, 400)


def test_a_page_freezes_maps_and_takes_figures_of_others(office: Office) -> None:
    client = client_of("ombudsman")
    assert client.post("/staff/figures/frozen/", {"year": "2025", "name": ""}).status_code == 302
    assert Snapshot.objects.get(office=office).name == "2025"
    assert client.get("/staff/figures/frozen/2025/").status_code == 200
    assert client.get("/staff/figures/frozen/none/").status_code == 404
    old, new = make.a_body("Oud"), make.a_body("Nieuw")
    data = {"old": old.pk, "new": new.pk, "since": "2025-01-01", "reason": "Fusie"}
    assert client.post("/staff/figures/mapping/body/add/", data).status_code == 302
    assert Reclassification.objects.get(office=office).new == str(new.pk)
    assert client.get("/staff/figures/mapping/colour/add/").status_code == 404
    assert client.post("/staff/figures/reported/").status_code == 200


def test_a_released_table_is_protected_logged_and_read_by_everyone(office: Office) -> None:
    for number in range(40):
        make.a_case(
            office,
            "2025-04-01",
            channel=("web", "mail")[number % 2],
            language=("nl", "fr")[number % 3 == 0],
            theme="water",
        )
    asked = {"rows": "channel", "columns": "language", "years": "2025", "unit": "case"}
    assert client_of("handler").post("/staff/figures/table/release/", asked).status_code == 403
    assert client_of("ombudsman").post("/staff/figures/table/release/", asked).status_code == 302
    row = Release.objects.get(office=office)
    assert row.figures
    assert row.query["rows"] == "channel"
    public = Client()
    assert str(row.pk) in public.get("/figures/").content.decode()
    page = public.get(f"/figures/tables/{row.pk}/").content.decode()
    assert "<td" in page
    assert public.get(f"/figures/tables/{row.pk}/table.csv").status_code == 200
    assert public.get(f"/figures/tables/{row.pk}/table.json").json()["tables"]
    assert public.get(f"/figures/tables/{row.pk}/table.xml").status_code == 404
    assert public.get("/figures/tables/999999/").status_code == 404
    assert public.get("/figures/definitions/").status_code == 200
    assert public.get("/figures/mapping.json").json() == {"mapping": []}


def test_a_second_release_is_protected_against_the_first(office: Office) -> None:
    """Two tables that share a margin: what one hides the other does not give back."""
    from ombuds.statistics import queries, releasing
    from ombuds.statistics.disclosure import LinkedTables, audit
    from ombuds.statistics.disclosure.files.keeping import figures_from_json
    from ombuds.statistics.masking import RULES

    counts = {
        ("web", "nl"): 9,
        ("web", "fr"): 3,
        ("mail", "nl"): 12,
        ("mail", "fr"): 14,
        ("phone", "nl"): 11,
        ("phone", "fr"): 2,
    }
    for (channel, language), number in counts.items():
        for place in range(number):
            make.a_case(
                office, "2025-05-01", channel=channel, language=language, theme=("water", "tax")[place % 2]
            )
    boss = make.a_person("ombudsman")
    for sides in (
        {"rows": "channel", "columns": "language"},
        {"rows": "channel", "columns": "theme"},
        {"rows": "language", "columns": "theme"},
    ):
        query = queries.from_params({**sides, "years": "2025", "unit": "case"})
        releasing.release(query=query, office=office, actor=boss)
    tables = tuple(
        figures_from_json(data) for row in Release.objects.filter(office=office) for data in row.figures
    )
    assert audit(LinkedTables(tables), RULES).safe
    shown = services.public_tables(office, 2025, ["received_by_channel", "received_by_language"])
    assert shown["received_by_channel"].total("2025") is not None
