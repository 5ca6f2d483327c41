"""A complaint in Dutch about a fine of the MIVB ends with the ombudsman who can help."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.journeys.accessibility import Accessibility
from tests.journeys.people.colleague import Colleague
from tests.journeys.people.complainant import Complainant

STORY = (
    "Ik kreeg een boete in tram 51, maar mijn abonnement was geldig. De MIVB antwoordt niet op mijn brief."
)


def test_a_complaint_on_a_fine_of_the_mivb_goes_to_its_ombudsman(
    visit: Callable[..., Page], log_in: Callable[..., Page], accessibility: Accessibility
) -> None:
    wannes = Complainant(visit("nl"), accessibility)
    receipt = wannes.files(
        language={"language": "nl"},
        service={"body_text": "boete van de MIVB"},
        which={"body": "mivb"},
        contacted={"contacted": "yes"},
        story={"text": STORY},
        behalf={"behalf": "self"},
        you={"first_name": "Wannes", "last_name": "'t Kindt", "postcode": "1080", "town": "Molenbeek"},
        reach={"email": "wannes@people.example", "prefers": "mail"},
    )

    ilias = Colleague(log_in("intake"), accessibility)
    ilias.opens("/staff/me/")
    ilias.prefers("en")
    ilias.finds_in_triage(receipt.reference)
    ilias.reads(STORY, "Probably not ours")
    ilias.passes_it_on("STIB-MIVB Ombudsman", "De MIVB heeft een eigen ombudsdienst.")
    letter = ilias.sends_the_letter()
    assert "Ombudsdienst van de MIVB" in letter
    ilias.writes("Passed on: message to the other ombudsman")
    ilias.reads("STIB-MIVB Ombudsman")

    wannes.enters_their_file(receipt)
    assert "Ombudsdienst van de MIVB" in wannes.reads_the_letter("andere ombudsdienst")
