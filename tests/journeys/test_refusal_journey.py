"""A complaint on facts of five years ago is not taken, with the reasons and the way to go."""

import datetime as dt
from collections.abc import Callable

from playwright.sync_api import Page

from tests.journeys.accessibility import Accessibility
from tests.journeys.people.colleague import Colleague
from tests.journeys.people.complainant import Complainant

LONG_AGO = (dt.datetime.now(tz=dt.UTC).date() - dt.timedelta(days=5 * 366)).isoformat()
WHY = "De feiten zijn vijf jaar oud en het dossier bestaat niet meer."
REASONS = "U schreef ons meer dan drie jaar na de feiten. Wij kunnen ze niet meer nagaan."


def test_facts_of_five_years_ago_are_refused_with_reasons(
    visit: Callable[..., Page], log_in: Callable[..., Page], accessibility: Accessibility
) -> None:
    oriane = Complainant(visit("nl"), accessibility)
    receipt = oriane.files(
        language={"language": "nl"},
        service={"body_text": "Bruxelles Fiscalité"},
        which={"body": "bru-fiscaliteit"},
        contacted={"contacted": "yes"},
        answer={"contacted_on": LONG_AGO, "answered": "no_answer"},
        story={"text": "Vijf jaar geleden betaalde ik te veel belasting. Niemand betaalde ze terug."},
        dates={"facts_on": LONG_AGO},
        behalf={"behalf": "self"},
        you={"first_name": "Oriane", "last_name": "De Prêtre", "postcode": "1030", "town": "Schaarbeek"},
        reach={"email": "oriane@people.example", "prefers": "mail"},
    )

    ilias, karim, hannelore = (
        Colleague(log_in(role), accessibility) for role in ("intake", "handler", "second_reader")
    )
    for colleague in (ilias, karim, hannelore):
        colleague.opens("/staff/me/")
        colleague.prefers("en")
    ilias.finds_in_triage(receipt.reference)
    ilias.gives_it_to("Karim El Fassi")
    ilias.finds_us_competent()
    karim.finds_the_case(receipt.reference)
    karim.refuses_it("Facts too old", WHY, REASONS)
    karim.reads("Waiting for the second reader")
    hannelore.finds_the_case(receipt.reference)
    hannelore.approves_the_decision()
    karim.writes("Reasoned refusal")

    oriane.enters_their_file(receipt)
    letter = oriane.reads_the_letter("beslissing")
    for words in (REASONS, "Feiten te lang geleden", "Waar kunt u nog terecht?"):
        assert words in letter, letter
