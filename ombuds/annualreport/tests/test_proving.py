"""What a table hides, no text beside it says: the report's own, an earlier story, a letter that comes later."""

import pytest

from ombuds.accounts.models import User
from ombuds.annualreport import content, proving, services
from ombuds.annualreport.tests import factories as make
from ombuds.office.models import Office
from ombuds.statistics.disclosure import Hidden
from ombuds.statistics.proving import SaidInText, inferable
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
