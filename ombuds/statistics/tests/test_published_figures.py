"""The published figures of Ombuds Brussel, the federal and the Walloon ombudsmen, rebuilt from cases with those margins
(domain.md 5.4); and the traps of that section come out as stated notes."""

from datetime import timedelta

import pytest

from ombuds.cases.models import Case, Grievance
from ombuds.office.models import Office
from ombuds.statistics import cubes, queries, reported, services
from ombuds.statistics.models import ReportedFigure
from ombuds.statistics.tables import Kind
from ombuds.statistics.tests import factories as make

pytestmark = pytest.mark.django_db


def many(
    office: Office, counts: dict[tuple[str, str], int], year: int, kind: str = "complaint"
) -> list[Case]:
    """Cases by language and level of the service, in one go."""
    bodies = {level: make.a_body(f"Dienst {level}", level=level) for _language, level in counts}
    first = make.a_moment(f"{year}-01-05")
    cases, grievances = [], []
    for (language, level), number in counts.items():
        for place in range(number):
            case = Case(office=office, reference=f"{year}.{kind}.{language}.{level}.{place}", kind=kind, channel="web", language=language,
                        subject="x", state="open", received_at=first + timedelta(days=place % 350))  # fmt: skip
            cases.append(case)
            grievances.append(Grievance(case=case, body=bodies[level], summary="x"))
    Case.objects.bulk_create(cases)
    Grievance.objects.bulk_create(grievances)
    return cases


def lines(code: str, office: Office, year: int) -> dict[str, tuple[object, object]]:
    table = services.table(code, office, year)
    return {row.key: (row.cells[0], row.cells[1]) for row in table.rows}


def test_ombuds_brussel_2024() -> None:
    """1,305 complaints, 26 % more than 2023; Dutch 20 %, French 76 %; the Region's services 43 %, local ones 39 %."""
    office = make.an_office()
    shares = {("nl", "region"): 261, ("fr", "region"): 300, ("fr", "local"): 509, ("fr", "community"): 183, ("en", "community"): 52}  # fmt: skip
    many(office, shares, 2024)
    many(office, {("fr", "region"): 1036}, 2023)
    table = services.table("received_by_month", office, 2024)
    assert (table.total("2024"), table.total("2023")) == (1305, 1036)
    assert round((1305 - 1036) / 1036 * 100) == 26
    language = lines("received_by_language", office, 2024)
    assert [round(100 * float(str(language[code][1]))) for code in ("nl", "fr")] == [20, 76]
    level = lines("per_authority_level", office, 2024)
    assert [round(100 * float(str(level[code][1]))) for code in ("region", "local")] == [43, 39]
    public = services.public_tables(office, 2024, ["received_by_language", "per_authority_level"])
    assert public["received_by_language"].total("2024") == 1305


def test_the_federal_ombudsman_2023() -> None:
    """10,195 = 7,383 complaints + 2,812 requests for information."""
    office = make.an_office()
    many(office, {("fr", "federal"): 7383}, 2023)
    many(office, {("nl", "federal"): 2812}, 2023, kind="information_request")
    kinds = lines("received_by_kind", office, 2023)
    assert (kinds["complaint"][0], kinds["information_request"][0]) == (7383, 2812)
    assert services.table("received_by_kind", office, 2023).total("2023") == 10195
    five = lines("five_years", office, 2023)
    assert [five[key][0] for key in ("cases", "complaints", "questions")] == [10195, 7383, 2812]
    assert services.broken_balances(office, 2023) == []


def test_the_walloon_ombudsman_2017() -> None:
    """3,510 received; 3,283 of them competent: 2,011 and 1,272."""
    office = make.an_office()
    cases = many(office, {("fr", "region"): 2011, ("fr", "community"): 1272, ("fr", "federal"): 227}, 2017)
    from ombuds.admissibility.models import CompetenceDecision

    reader = make.a_person("handler")
    CompetenceDecision.objects.bulk_create(
        CompetenceDecision(
            case=case,
            verdict="ours" if place < 3283 else "refer",
            status="final",
            proposed_at=case.received_at,
            proposed_by=reader,
        )
        for place, case in enumerate(cases)
    )
    competence = lines("competence", office, 2017)
    assert (competence["ours"][0], competence["refer"][0]) == (3283, 227)
    assert services.table("competence", office, 2017).total("2017") == 3510
    level = lines("per_authority_level", office, 2017)
    assert [level[code][0] for code in ("region", "community")] == [2011, 1272]


def test_outcomes_that_add_up_to_336_of_330_are_a_stated_note() -> None:
    """EO 2022: an inquiry can close on several grounds, so columns need not add up, and the table says so."""
    office = make.an_office()
    outcomes = {"solved": 152, "nothing_to_solve": 122, "unsolved": 42, "partly": 15, "reconciled": 5}
    several = [name for name, number in outcomes.items() for _ in range(number)]
    at = make.a_moment("2022-03-01")
    cases = Case.objects.bulk_create(
        Case(office=office, reference=f"E{place}", kind="complaint", channel="web", language="en", subject="x", state="closed",
             received_at=at, closed_at=at + timedelta(days=9))
        for place in range(330)
    )  # fmt: skip
    Grievance.objects.bulk_create(
        Grievance(case=cases[place % 330], summary="x", result=result) for place, result in enumerate(several)
    )
    query = queries.from_params(
        {"rows": "grievance_result", "years": "2022", "unit": "case", "date": "closed"}
    )
    answer = cubes.ask(query, office)
    assert answer.cross.total == 330
    assert sum(answer.cross.at(value) for value in outcomes) == 336
    assert "add up to 336, 6 more than the total of 330" in answer.notes[0]["en"]
    for language in ("nl", "fr", "en"):
        assert "336" in answer.notes[0][language]


CSV = """counter,year,value,source
first_line,2017,63751,Yearly report 2017
first_line,2017,63571,De Standaard 2018
received_by_month,2017,5780,Yearly report 2017
received_by_month,2017,5780,Website
received_by_month,2019,19888,Yearly report 2019
received_by_month,2019,16055,Yearly report 2020
"""


def test_two_values_for_one_year_are_told_and_not_added() -> None:
    office = make.an_office()
    make.a_case(office, "2021-03-01")
    assert reported.bring_in(office=office, data=CSV.encode(), actor=None) == 6
    table = services.table("received_by_month", office, 2021)
    assert (table.total("2021"), table.total("2019"), table.total("2017")) == (1, 19888, 5780)
    notes = [note["en"] for note in table.notes]
    assert any("2019: 19,888 comes from Yearly report 2019" in note for note in notes)
    assert any("2019: also published as 16,055 (Yearly report 2020)" in note for note in notes)
    assert not any("2017: also published" in note for note in notes)
    assert {c.key for c in table.columns if c.kind is Kind.REPORTED} == {"2019", "2017"} | {
        "2020",
        "2018",
    } & set()
    public = services.public_tables(office, 2021, ["received_by_month"])["received_by_month"]
    assert public.total("2019") == 19888


def test_a_figure_published_by_others_that_is_not_ours_is_told() -> None:
    office = make.an_office()
    for _ in range(8):
        make.a_case(office, "2021-03-01")
    ReportedFigure.objects.create(
        office=office, counter="received_by_month", year=2021, value=9, source="Belga"
    )
    table = services.table("received_by_month", office, 2021)
    assert table.total("2021") == 8
    assert "2021: counted as 8 here, published as 9 (Belga)." in table.notes[-1]["en"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("year,value\n2017,3\n", "first line must name"),
        ("counter,year,value,source\nnone,2017,3,x\n", "Line 2: there is no counter"),
        ("counter,year,value,source\nfirst_line,2017,many,x\n", "Line 2: year and value"),
        ("counter,year,value,source\nfirst_line,2017,3,\n", "Line 2: the source is missing"),
        ("counter,year,value,source\n", "no figures"),
        (b"\xff\xfe\x00", "not a text"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_sentence(text: str | bytes, sentence: str) -> None:
    with pytest.raises(reported.BadReport, match=sentence):
        reported.bring_in(
            office=make.an_office(), data=text if isinstance(text, bytes) else text.encode(), actor=None
        )
