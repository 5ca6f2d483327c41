"""What a table hides, no text beside it says: the report's own, an earlier story, a letter that comes later."""

import pytest

from ombuds.accounts.models import User
from ombuds.annualreport import content, proving, services
from ombuds.annualreport.tests import factories as make
from ombuds.authorities.models import Body
from ombuds.office.models import Office
from ombuds.statistics import releasing
from ombuds.statistics.disclosure import Fact, Hidden, LinkedTables, audit
from ombuds.statistics.disclosure.files.keeping import figures_from_json
from ombuds.statistics.masking import RULES
from ombuds.statistics.models import Release
from ombuds.statistics.proving import SaidInText, inferable
from ombuds.statistics.queries import Query, from_params
from ombuds.statistics.tables import from_json
from ombuds.statistics.tests.factories import a_body

pytestmark = pytest.mark.django_db
TELLS = "In 2024 kregen we drie klachten over Wegendienst."


@pytest.fixture
def office() -> Office:
    """Sixteen complaints about one service, and three about another: the report hides those three."""
    office = make.a_reporting_office(16)
    roads = a_body("Wegendienst")
    for month in (1, 2, 3):
        make.a_case(office, f"2024-0{month}-12", days=30, body=roads, assessment="founded")
    return office


@pytest.fixture
def ombudsman(office: Office) -> User:
    return make.a_person("ombudsman")


def test_the_three_are_hidden_and_cannot_be_worked_out(office: Office) -> None:
    public = content.public_of(office, 2024)
    lines = {row.labels["nl"]: row.cells[0] for row in public["per_body"].rows}
    assert isinstance(lines["Wegendienst"], Hidden)
    assert inferable(office, list(public.values())) == []


def test_a_foreword_that_says_them_stops_the_release(office: Office, ombudsman: User) -> None:
    edition = make.an_edition(office, nl=TELLS, fr="Chaque plainte compte.")
    with pytest.raises(SaidInText, match="drie klachten over Wegendienst"):
        services.release(edition=edition, actor=ombudsman)
    edition.refresh_from_db()
    assert not edition.is_released


def test_a_story_of_before_that_says_them_stops_the_release(office: Office, ombudsman: User) -> None:
    make.a_story(office, 2024, title="Drie klachten over Wegendienst in 2024")
    with pytest.raises(SaidInText, match="Drie klachten"):
        services.release(edition=make.an_edition(office), actor=ombudsman)


def test_the_ombudsman_may_release_in_spite_of_it_with_a_reason(office: Office, ombudsman: User) -> None:
    make.a_story(office, 2024, title="Drie klachten over Wegendienst in 2024")
    edition = services.release(
        edition=make.an_edition(office), actor=ombudsman, in_spite="De dienst noemde het getal zelf."
    )
    assert edition.is_released


def test_another_number_or_another_service_stops_nothing(office: Office, ombudsman: User) -> None:
    text = "In 2024 kregen we 16 klachten over Parkeerdienst; Wegendienst antwoordde binnen 3 dagen."
    edition = make.an_edition(office, nl=text, fr="Chaque plainte compte.")
    assert services.release(edition=edition, actor=ombudsman).is_released


def test_a_letter_after_the_report_is_read_against_it(office: Office, ombudsman: User) -> None:
    services.release(edition=make.an_edition(office), actor=ombudsman)
    told = proving.told_by(office, [("Brief", f"<p>{TELLS}</p>")], 2025)
    assert [one.line["nl"] for one in told] == ["Wegendienst"]
    assert proving.told_by(office, [("Brief", "Drie klachten over Wegendienst.")], 2030) == []


class TestTablesOfTheCube:
    """A table by service and channel is public: it hides three complaints about the roads, two of them by letter."""

    @pytest.fixture
    def crossed(self, office: Office, ombudsman: User) -> Release:
        roads = Body.objects.get(names__nl="Wegendienst")
        for _case in range(20):
            make.a_case(office, "2024-05-02", days=30, body=roads, assessment="founded")
        for month in (1, 2):
            make.a_case(office, f"2024-0{month}-13", days=30, body=roads, channel="letter")
        query = from_params({"rows": "body", "columns": "channel", "years": "2024", "unit": "case"})
        return releasing.release(query=query, office=office, actor=ombudsman)

    def test_it_hides_the_letters(self, crossed: Release) -> None:
        table = from_json(crossed.tables[0])
        assert any(isinstance(cell, Hidden) for row in table.rows for cell in row.cells)

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("In 2024 kwamen er twee klachten over Wegendienst met de post: per brief.", True),
            ("Deux plaintes sur Wegendienst en 2024, par lettre.", True),
            ("In 2024 kwamen er negen klachten over Wegendienst per brief.", False),
            ("In 2023 kwamen er twee klachten over Wegendienst per brief.", False),
            ("In 2024 kwamen er twee klachten over Parkeerdienst.", False),
        ],
    )
    def test_a_foreword_is_read_against_it(
        self, office: Office, ombudsman: User, crossed: Release, text: str, told: bool
    ) -> None:
        assert bool(proving.told_by(office, [("Voorwoord", text)], 2024)) == told


class TestWhatATextSaidBefore:
    """A story says how many letters came about the roads: readers subtract them from the table that is released later."""

    @pytest.fixture
    def crossed(self, office: Office) -> Query:
        """In 2023 three services had four letters and four calls each: the table hides them behind each other."""
        for name in ("Wegendienst", "Waterdienst", "Groendienst"):
            body = Body.objects.filter(names__nl=name).first() or a_body(name)
            for day, channel in enumerate((*("letter", "phone") * 4, *("email",) * 20), 1):
                make.a_case(office, f"2023-05-{day:02}", days=30, body=body, channel=channel)
        return from_params({"rows": "body", "columns": "channel", "years": "2023", "unit": "case"})

    def test_alone_each_hides_the_other(self, office: Office, ombudsman: User, crossed: Query) -> None:
        row = releasing.release(query=crossed, office=office, actor=ombudsman)
        assert {channel for _body, channel in hidden(row)} == {"letter", "phone"}
        assert row.said == ()
        # Whoever knows the letters of one service knows its calls.
        assert known_too_closely(row) == 2

    def test_after_the_story_more_is_hidden_and_the_story_is_not_confirmed(
        self, office: Office, ombudsman: User, crossed: Query
    ) -> None:
        make.a_story(office, 2023, title="In 2023 vier klachten over Wegendienst per brief")
        row = releasing.release(query=crossed, office=office, actor=ombudsman)
        assert ["vier klachten over Wegendienst" in each for each in row.said] == [True]
        assert ("Wegendienst", "letter") in hidden(row)
        assert ("Wegendienst", "email") in hidden(row)
        assert known_too_closely(row) == 1  # what the story says itself

    def test_a_story_of_another_number_changes_nothing(
        self, office: Office, ombudsman: User, crossed: Query
    ) -> None:
        make.a_story(office, 2023, title="In 2023 negen klachten over Wegendienst per brief")
        row = releasing.release(query=crossed, office=office, actor=ombudsman)
        assert {channel for _body, channel in hidden(row)} == {"letter", "phone"}
        assert row.said == ()


def hidden(row: Release) -> set[tuple[str, str]]:
    """Of each service the columns that its line hides."""
    table = from_json(row.tables[0])
    return {
        (line.labels["nl"], column.key)
        for line in table.rows
        for column, cell in zip(table.columns, line.cells, strict=True)
        if isinstance(cell, Hidden)
    }


def known_too_closely(row: Release) -> int:
    """How many figures of a table a reader can work out who knows that four letters came about the roads."""
    table, roads = figures_from_json(row.figures[0]), str(Body.objects.get(names__nl="Wegendienst").pk)
    letters = [
        table.node(key)
        for key in table.cells
        if {("body", roads), ("channel", "letter")} <= set(zip(table.dimensions, key, strict=True))
    ]
    assert len(letters) == 1
    return len(audit(LinkedTables((table,), (Fact({letters[0]: 1.0}, 4, 4),)), RULES).unsafe)


def test_the_report_of_the_next_year_does_not_say_what_this_one_hides(
    office: Office, ombudsman: User
) -> None:
    services.release(edition=make.an_edition(office), actor=ombudsman)
    for month in (1, 2, 3):
        make.a_case(office, f"2025-0{month}-12", days=30, body=a_body("Huisdienst"))
    text = "Vorig jaar kregen we drie klachten over Wegendienst."
    edition = make.an_edition(office, 2025, nl=text, fr="Chaque plainte compte.")
    with pytest.raises(SaidInText, match="Vorig jaar"):
        services.release(edition=edition, actor=ombudsman)
