"""The complaint and the answer of the service, in browsers that run no JavaScript."""

import datetime as dt
import re
from collections.abc import Callable

from playwright.sync_api import Page

from tests.journeys.accessibility import Accessibility
from tests.journeys.people.colleague import Colleague
from tests.journeys.people.complainant import Complainant
from tests.journeys.people.contact import ContactPerson, link_in
from tests.journeys.people.person import paper

LONG_ENOUGH_AGO = (dt.datetime.now(tz=dt.UTC).date() - dt.timedelta(days=80)).isoformat()
QUESTION = "Why was the parcel of land taxed twice?"
ANSWER = "By mistake. It will be paid back."


def test_form_and_service_answer_need_no_script(
    visit: Callable[..., Page], log_in: Callable[..., Page], accessibility: Accessibility
) -> None:
    maud = Complainant(visit("en", script=False))
    receipt = maud.files(
        language={"language": "en"},
        service={"body_text": "Bruxelles Fiscalité"},
        which={"body": "bru-fiscaliteit"},
        contacted={"contacted": "yes"},
        answer={"contacted_on": LONG_ENOUGH_AGO, "answered": "no_answer"},
        story={"text": "My parcel of land was taxed twice this year, and nobody answers my letters."},
        papers={"files": [paper("tax.txt", "Twice 120 euros")]},
        behalf={"behalf": "self"},
        you={"first_name": "Maud", "last_name": "Ní Bhriain", "postcode": "1060", "town": "Saint-Gilles"},
        reach={"email": "maud@people.example", "prefers": "mail"},
    )

    karim = Colleague(log_in("handler"), accessibility)
    karim.opens("/staff/me/")
    karim.prefers("en")
    karim.finds_in_triage(receipt.reference)
    karim.gives_it_to("Karim El Fassi")
    karim.finds_us_competent()
    karim.admits_it("The person asked the service first.")
    karim.asks_the_service(QUESTION, with_papers=True)
    mail = karim.opens_in_the_outbox(re.compile(f"(Questions dans le|Vragen in) dossier {receipt.reference}"))

    service = ContactPerson(visit("fr", script=False))
    service.enters(link_in(mail), read_by=karim, subject=re.compile("Votre code pour la page sécurisée"))
    service.answers(QUESTION, text=ANSWER, files=[paper("decision.txt", "Paid back")])
    karim.finds_the_case(receipt.reference)
    karim.reads(ANSWER, "decision.txt")

    maud.enters_their_file(receipt)
    maud.reads("tax.txt")
