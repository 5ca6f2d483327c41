"""What is counted, in which year, under which name."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ombuds.office.models import Office
from ombuds.statistics import counters, services
from ombuds.statistics.figures import CASES, TABLES, duration
from ombuds.statistics.tables import Table
from ombuds.statistics.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return make.an_office()


def first_cells(table: Table) -> dict[str, object]:
    return {row.key: row.cells[0] for row in table.rows}


def test_every_counter_has_a_table_and_three_languages(office: Office) -> None:
    known = counters.load(office.code)
    assert set(known) - {code for code, counter in known.items() if counter.axis} == set(TABLES)
    for counter in known.values():
        for labels in (counter.labels, counter.definition, counter.unit):
            assert set(labels) == {"nl", "fr", "en"}


def test_an_empty_office_has_empty_tables_and_no_error(office: Office) -> None:
    assert all(table.is_empty for table in services.tables(office, 2025))
    assert services.years(office) == []
    assert services.broken_balances(office, 2025) == []


def test_the_year_begins_and_ends_at_midnight_in_brussels(office: Office) -> None:
    make.a_case(office, "2024-12-31T23:59")
    make.a_case(office, "2025-01-01T00:00")
    make.a_case(office, "2025-12-31T23:59")
    make.a_case(office, "2026-01-01T00:00")
    assert services.received(office, 2025) == 2
    months = services.table("received_by_month", office, 2025)
    assert (first_cells(months)["1"], first_cells(months)["12"]) == (1, 1)
    assert months.total("2025") == 2
    assert months.total("2024") == 1


def test_another_office_is_not_counted(office: Office) -> None:
    make.a_case(make.an_office(), "2025-05-01")
    assert services.received(office, 2025) == 0


def test_questions_are_counted_apart_from_complaints(office: Office) -> None:
    make.a_case(office, "2025-05-01", kind="information_request")
    make.a_case(office, "2025-05-01")
    assert services.received(office, 2025) == 1
    assert services.table("received_by_kind", office, 2025).total("2025") == 2


def test_without_opinion_is_not_unfounded(office: Office) -> None:
    make.a_case(office, "2025-05-01", days=9, assessment="without_opinion", without_opinion="without_object")
    cells = first_cells(services.table("assessment", office, 2025))
    assert cells == {"without_opinion": 1}


def test_a_complaint_on_two_services_counts_in_both_and_once_in_the_total(office: Office) -> None:
    case = make.a_case(office, "2025-05-01", body=make.a_body("Actiris"))
    case.grievances.create(body=make.a_body("Ukkel"), summary="x")
    case.grievances.create(body=case.grievances.get(body__names__nl="Ukkel").body, summary="y")
    table = services.table("per_body", office, 2025)
    assert table.column("2025") == (1, 1)
    assert table.total("2025") == 1
    assert not table.adds_up
    assert any("meer dan één rij" in note["nl"] for note in table.notes)


def test_open_plus_in_minus_out_is_open(office: Office) -> None:
    make.a_case(office, "2024-06-01", days=10)
    make.a_case(office, "2024-06-01", days=400)
    make.a_case(office, "2025-02-01", days=5)
    make.a_case(office, "2025-02-01")
    cells = first_cells(services.table("balance", office, 2025))
    assert cells == {"open_before": 1, "opened": 2, "closed": 2, "open_after": 1}
    assert services.broken_balances(office, 2025) == []


def test_an_ended_case_without_a_closing_date_breaks_the_balance_by_name(office: Office) -> None:
    make.a_case(office, "2025-02-01", state="closed")
    broken = services.broken_balances(office, 2025, language="en")
    assert len(broken) == 1
    assert "≠ Open on 31 December 0" in broken[0].sentence


def test_days_of_suspension_are_left_out_and_put_in(office: Office) -> None:
    make.a_case(office, "2025-01-10T10:00", days=20)
    make.a_case(office, "2025-01-10T10:00", days=21)
    make.a_case(office, "2025-01-10T10:00", days=90, suspended_days=60)
    cells = first_cells(services.table("handling_time", office, 2025))
    assert [cells[key] for key in ("0-20", "21-45", "46-90", "91-")] == [1, 2, 0, 0]
    assert (cells["mean"], cells["mean_with"]) == (23.7, 43.7)
    assert (cells["median"], cells["median_with"]) == (21.0, 21.0)


@settings(deadline=None)
@given(st.lists(st.integers(0, 200), min_size=1))
def test_mean_median_and_classes_of_a_histogram(days: list[int]) -> None:
    import statistics

    histogram = {day: days.count(day) for day in days}
    assert duration.mean(histogram) == pytest.approx(statistics.mean(days), abs=0.06)
    assert duration.median(histogram) == statistics.median(days)
    assert sum(duration.in_class(histogram, low, high) for low, high in duration.CLASSES) == len(days)


def test_a_breached_norm_counts_once_a_complaint_and_a_replaced_finding_not(office: Office) -> None:
    norm = make.a_norm(office, "redelijke_termijn")
    case = make.a_case(office, "2025-01-10", days=5)
    make.a_breach(case, norm)
    gone = make.a_breach(make.a_case(office, "2025-01-10", days=5), norm)
    gone.replaced_at = make.a_moment("2025-02-01")
    gone.save()
    assert first_cells(services.table("norms_breached", office, 2025)) == {"redelijke_termijn": 1}


CASE = st.fixed_dictionaries(
    {
        "channel": st.sampled_from(["web", "mail", "letter", "phone", "visit"]),
        "language": st.sampled_from(["nl", "fr", "en", "", "other"]),
        "theme": st.sampled_from(["", "parking_fine", "water"]),
        "assessment": st.sampled_from(["", "founded", "unfounded"]),
        "days": st.one_of(st.none(), st.integers(0, 300)),
        "received": st.dates(
            min_value=make.a_moment("2023-01-01").date(), max_value=make.a_moment("2025-12-31").date()
        ),
    }
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CASE, max_size=12))
def test_the_rows_of_a_table_add_up_to_its_total_and_lead_to_as_many_cases(
    data: list[dict[str, object]],
) -> None:
    office, actor = make.an_office(), make.a_person("ombudsman")
    for fields in data:
        make.a_case(office, str(fields.pop("received")), **fields)  # type: ignore[arg-type]
    for table in services.tables(office, 2025):
        for column in table.columns:
            if column.kind == "count" and table.adds_up and table.totals is not None:
                parts = [row.cells[table.columns.index(column)] for row in table.rows if row.is_part]
                assert sum(part or 0 for part in parts) == table.total(column.key), table.key  # type: ignore[misc]
        if table.key in CASES:
            for row in table.rows:
                if row.is_part:
                    found = services.cases_behind(table.key, office, 2025, row.key, actor=actor)
                    assert found.count() == row.cells[0], (table.key, row.key)
    assert services.broken_balances(office, 2025) == []
