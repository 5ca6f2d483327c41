"""Figures that give nobody away: small ones hidden, totals that do not give them back, years fixed and checked together."""

from collections.abc import Iterator
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.integrity import figures
from ombuds.integrity.models import FixedYear, Tally
from ombuds.integrity.services import admitting, counting, deciding, fixing

both = pytest.mark.django_db(databases=["default", "integrity"])
COUNTS = st.lists(st.integers(0, 9), min_size=1, max_size=4).map(
    lambda values: {f"v{place}": value for place, value in enumerate(values)}
)


def test_small_counts_are_hidden_nought_included() -> None:
    group = figures.year({"moved": {"a": 3, "b": 9, "c": 20, "d": 0, "e": 2}})["moved"]
    assert group.counts == {"a": None, "b": 9, "c": 20, "d": None, "e": None}
    assert group.total == 34
    assert figures.year({"moved": {"a": 5, "b": 9}})["moved"] == figures.Group({"a": 5, "b": 9}, 14)


def test_a_total_that_would_give_one_back_is_hidden() -> None:
    assert figures.year({"moved": {"a": 3, "b": 9}})["moved"].total is None, "nine from twelve is three"
    assert figures.year({"moved": {"a": 0, "b": 0, "c": 9}})["moved"].total is None, "both are nought"
    assert figures.year({"moved": {"a": 1, "b": 0, "c": 9}})["moved"].total is None
    assert figures.year({"moved": {"a": 2, "b": 0, "c": 9}})["moved"].total == 11
    assert figures.year({"moved": {"a": 4, "b": 3, "c": 9}})["moved"].total is None, "three or four"


@settings(derandomize=True, max_examples=300, deadline=None)
@given(COUNTS)
def test_every_hidden_count_can_be_three_things(counts: dict[str, int]) -> None:
    """Whoever knows the rules and tries out every table that looks the same learns no hidden count."""
    group = figures.year({"moved": counts})["moved"]
    hidden = [value for value, count in group.counts.items() if count is None]
    possible: dict[str, set[int]] = {value: set() for value in hidden}
    for guess in product(range(figures.THRESHOLD), repeat=len(hidden)):
        tried = {**counts, **dict(zip(hidden, guess, strict=True))}
        if figures.year({"moved": tried})["moved"] == group:
            for value, count in zip(hidden, guess, strict=True):
                possible[value].add(count)
    assert all(len(values) >= figures.LEAST for values in possible.values())


def test_groups_with_one_total_hide_it_together() -> None:
    year = figures.year({"received": {"disclosure": 12, "protection": 8}, "channel": {"web": 17, "phone": 3}})
    assert year["received"].total is None, "twenty less seventeen is three"
    assert year["channel"].total is None


def test_a_count_that_is_the_total_of_another_group_follows_it() -> None:
    year = figures.year(
        {
            "received": {"disclosure": 40},
            "ended": {"closed": 9, "declined": 8},
            "closed": {"a": 9},
            "declined": {"x": 7, "y": 1},
        }
    )
    assert year["ended"].counts == {"closed": 9, "declined": None}
    assert year["ended"].total is None


def test_what_ended_does_not_give_away_what_was_received_earlier() -> None:
    """Ten received and fourteen ended: the four of the year before, that were hidden, would be known."""
    counts = {"received": {"disclosure": 4, "protection": 0}, "ended": {"closed": 0}}
    before = figures.Year(counts, figures.year(counts))
    assert before.shown["received"].total is None
    now = {"received": {"disclosure": 10}, "ended": {"withdrawn": 14}}
    assert figures.year(now, [before])["ended"] == figures.Group({"withdrawn": None}, None)
    assert figures.year({**now, "ended": {"withdrawn": 10}}, [before])["ended"].total == 10
    assert figures.year({**now, "received": {"disclosure": 20}}, [before])["ended"].total == 14


def test_figures_that_no_channel_can_have_are_hidden_as_their_sums_demand() -> None:
    made = figures.year({"received": {"disclosure": 20}, "ended": {"withdrawn": 30}})
    assert made["ended"].total == 30


@pytest.mark.parametrize(
    "tells",
    [{"feedback": {"in_time": 13}}, {"moved": {"admissible": 13}}, {"ended": {"withdrawn": 13}}],
)
def test_nothing_that_follows_a_report_gives_it_away(tells: dict[str, dict[str, int]]) -> None:
    """Ten received this year and thirteen decided on: at least three of the hidden year before."""
    counts = {"received": {"disclosure": 4}}
    before = figures.Year(counts, figures.year(counts))
    made = figures.year({"received": {"disclosure": 10}, **tells}, [before])
    (group,) = tells
    assert made[group].total is None
    assert set(made[group].counts.values()) == {None}
    assert made["received"].total == 10, "no more is hidden than must be"


def test_a_quiet_year_between_two_others_stays_hidden() -> None:
    """Three years together: what no two of them tell."""
    first = {"received": {"disclosure": 20}, "ended": {"withdrawn": 15}}
    second = {"received": {"disclosure": 4}, "ended": {"withdrawn": 0}}
    known = [figures.Year(first, figures.year(first))]
    known.append(figures.Year(second, figures.year(second, known)))
    made = figures.year({"received": {"disclosure": 6}, "ended": {"withdrawn": 14}}, known)
    assert made["ended"].total is None, "29 ended of 26 and the hidden ones"
    made = figures.year({"received": {"disclosure": 6}, "ended": {"withdrawn": 12}}, known)
    assert made["ended"].total == 12, "27 of 26 and the hidden ones: one, two, three or four"


@settings(derandomize=True, max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 4), st.integers(0, 9)), min_size=2, max_size=2))
def test_whoever_tries_out_every_table_of_all_years_learns_no_hidden_count(
    years: list[tuple[int, int, int]],
) -> None:
    """By force, without linear programs: every way in which two years can have been, given what is shown of them."""
    known: list[figures.Year] = []
    received = ended = 0
    for one, other, over in years:
        received += one + other
        over = min(over, received - ended)  # nothing ends that was not received
        ended += over
        counts = {"received": {"a": one, "b": other}, "ended": {"withdrawn": over}}
        known.append(figures.Year(counts, figures.year(counts, known)))
    possible: dict[tuple[int, str], set[int]] = {}
    for tables in product(*(list(_tables(each)) for each in known)):
        if all(
            sum(table["withdrawn"] for table in tables[: last + 1])
            <= sum(table["a"] + table["b"] for table in tables[: last + 1])
            for last in range(len(tables))
        ):
            for place, table in enumerate(tables):
                for value, number in table.items():
                    possible.setdefault((place, value), set()).add(number)
    for place, each in enumerate(known):
        for group in each.shown.values():
            for value, count in group.counts.items():
                if count is None and each.true(("received" if value in "ab" else "ended", value)) < 5:
                    assert len(possible[place, value]) >= figures.LEAST, (place, value, known)


def _tables(year: figures.Year) -> Iterator[dict[str, int]]:
    """All small tables that look like this year: hidden counts are below five, or anything where they were given up."""
    ranges = {}
    for name, group in year.shown.items():
        for value, count in group.counts.items():
            most = 4 if year.counts[name][value] < figures.THRESHOLD else 12
            ranges[value] = [count] if count is not None else range(most + 1)
    for numbers in product(*ranges.values()):
        table = dict(zip(ranges, numbers, strict=True))
        totals = {"received": table["a"] + table["b"], "ended": table["withdrawn"]}
        for name, total in totals.items():
            shown, true = year.shown[name].total, sum(year.counts[name].values())
            if shown is not None and total != shown:
                break
            if shown is None and true < figures.THRESHOLD <= total:
                break
        else:
            yield table


def test_money_is_rounded_and_needs_five_reports() -> None:
    assert (
        figures.year({"recovered_euros": {"all": 12_400}, "closed": {"a": 5}})["recovered_euros"].total
        == 12_000
    )
    assert "recovered_euros" not in figures.year({"recovered_euros": {"all": 12_400}, "closed": {"a": 4}})


@both
def test_a_year_is_fixed_once_after_it_has_ended(team: SimpleNamespace, unlocked: Any) -> None:
    with time_machine.travel("2026-06-01 10:00"):
        counting.count(2026, "received", "disclosure", 20)
        counting.count(2026, "channel", "web", 20)
        lucie = unlocked(team.lucie)
        page = lucie.get("/integrity/desk/figures/").content.decode()
        assert ">20<" not in page, "the running year is not shown"
        assert lucie.post("/integrity/desk/figures/", {"year": "2026"}).status_code == 200
        assert not FixedYear.objects.exists()
    with time_machine.travel("2027-01-10 10:00"):
        lucie = unlocked(team.lucie)
        assert b"Fix the figures of 2026" in lucie.get("/integrity/desk/figures/").content
        assert lucie.post("/integrity/desk/figures/", {"year": "2026"}).status_code == 302
        before = lucie.get("/integrity/desk/figures/").content
        assert b">20<" in before
        Tally.objects.update(count=21)
        assert lucie.post("/integrity/desk/figures/", {"year": "2026"}).status_code == 200, "once"
        assert fixing.shown(FixedYear.objects.get())["received"].counts["disclosure"] == 20


@both
def test_feedback_counts_in_the_year_in_which_it_is_given(team: SimpleNamespace, file_one: Any) -> None:
    """The figures of the year of receipt may be fixed by then, and would miss it for ever."""
    with time_machine.travel("2026-12-01 10:00"):
        filed = file_one()
        admitting.declare(filed.report, team.lucie, "")
    with time_machine.travel("2027-02-01 10:00"):
        fixing.fix(2026, team.lucie)
        deciding.give_feedback(filed.report, team.lucie, "Wij onderzoeken het.")
    assert Tally.objects.get(what="feedback").year == 2027


@both
def test_one_report_more_changes_no_page_of_the_figures(
    team: SimpleNamespace, unlocked: Any, file_one: Any
) -> None:
    lucie = unlocked(team.lucie)
    counting.count(2025, "received", "disclosure", 10)

    def page() -> str:
        text = lucie.get("/integrity/desk/figures/").content.decode()
        return "".join(line for line in text.splitlines() if "csrf" not in line)

    before = page()
    file_one()
    assert page() == before
