"""From one complaint to a change: signal, inquiry, report, recommendations, answer, verification, yearly report."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

from tests.journeys.accessibility import Accessibility
from tests.journeys.conftest import Site
from tests.journeys.people.complainant import Complainant
from tests.journeys.people.contact import ContactPerson, link_in
from tests.journeys.people.person import paper
from tests.journeys.people.researcher import Researcher

TODAY = dt.datetime.now(tz=ZoneInfo("Europe/Brussels")).date()
SOON = (TODAY + dt.timedelta(days=30)).isoformat()
QUESTION = "Hoe lang duurt een antwoord, en wie volgt dat op?"
Visit = Callable[..., Page]


def test_one_complaint_leads_to_a_change(
    visit: Visit, log_in: Visit, accessibility: Accessibility, site: Site, tmp_path: Path
) -> None:
    karim, thomas, marianne = (
        Researcher(log_in(role), accessibility) for role in ("handler", "editor", "ombudsman")
    )
    for colleague in (karim, thomas, marianne):
        colleague.prefers("en")
    service, name = _enters(visit, accessibility, karim, site)
    _is_looked_into(karim, service, name)
    first, second = _is_recommended(karim, marianne, name)
    address = _is_reported(karim, thomas, marianne, service, name)
    _is_answered(service)
    karim.checks_the_promise(first, "De nieuwe brief ligt voor ons, met een datum erin.")
    karim.finds_it_carried_out(first, "Tien brieven van deze maand hadden een datum.")
    _is_public(visit, accessibility, marianne, address, first)
    karim.opens(second)
    karim.reads("Accepted")

    site.ombuds("report", "build", "--year", str(TODAY.year), "--lang", "nl", "--out", str(tmp_path))
    written = " ".join(path.read_text(encoding="utf-8-sig") for path in tmp_path.rglob("*.csv"))
    page = " ".join(path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.html"))
    assert "Elke brief noemt een datum" in page + written
    _is_followed_up(visit, accessibility, site)


def _enters(visit: Visit, check: Accessibility, karim: Researcher, site: Site) -> tuple[ContactPerson, str]:
    """The contact person whose address the demo prints; the desk says of which service."""
    found = re.search(r"(ombuds-contact@\S+)", site.printed)
    assert found
    service = ContactPerson(visit("nl"), check)
    service.asks_for_a_link(found.group(1))
    mail = karim.opens_in_the_outbox(re.compile("secure page|page sécurisée|beveiligde pagina"))
    service.enters(link_in(mail), read_by=karim, subject=re.compile("^(Your code|Votre code|Uw code)"))
    service.prefers("en")
    return service, service.text_of("main .row.between strong")


def _is_looked_into(karim: Researcher, service: ContactPerson, name: str) -> None:
    karim.raises_a_signal("Wie niet meer kan bellen, hoort niets meer.")
    karim.opens_an_inquiry("Waarom blijven antwoorden uit?", service=name)
    karim.asks_services(QUESTION, service=name, due_on=SOON)
    service.goes_to_the_desk()
    service.follows(QUESTION)
    service.fills("main form[enctype]", **{"a-words": "Veertig dagen. Niemand volgt dat op."})
    service.presses("Send the answer")
    karim.opens(karim.inquiry_page)
    karim.reads("Veertig dagen.")
    karim.finds_in_the_inquiry("Veertig dagen is langer dan het decreet toelaat.", service=name)


def _is_recommended(karim: Researcher, marianne: Researcher, name: str) -> tuple[str, str]:
    first = karim.recommends(
        service=name,
        title="Elke brief noemt een datum",
        text="Elke ontvangstmelding noemt de dag waarop het antwoord komt.",
        titre="Chaque lettre indique une date",
        texte="Chaque accusé de réception indique le jour de la réponse.",
    )
    second = karim.recommends(
        service=name,
        title="Iemand volgt de antwoorden op",
        text="Een medewerker volgt elke week op welke antwoorden uitblijven.",
        titre="Quelqu'un suit les réponses",
        texte="Un agent suit chaque semaine les réponses en attente.",
    )
    for address in (first, second):
        marianne.issues_it(address)
    return first, second


def _is_reported(
    karim: Researcher, thomas: Researcher, marianne: Researcher, service: ContactPerson, name: str
) -> str:
    address = karim.drafts_the_report()
    karim.writes_in(
        "nl", "## Wat wij zagen\n\nAntwoorden blijven te lang uit.", title="Antwoorden die uitblijven"
    )
    karim.writes_in(
        "fr", "## Ce que nous avons vu\n\nLes réponses tardent trop.", title="Des réponses qui tardent"
    )
    karim.opens(address)
    karim.lays_the_draft_before(name, due_on=SOON)
    service.says_of_the_draft("Antwoorden die uitblijven", "Wij herkennen dit.")
    karim.opens(address)
    karim.deals_with_the_answer(
        "Wij herkennen dit.",
        followed="Wij namen het over in het verslag.",
        nl="Wij herkennen dit.",
        fr="Nous reconnaissons ce constat.",
    )
    karim.opens(address)
    karim.asks_the_gate()
    karim.opens(address)
    karim.sends_to_review()
    thomas.reviews_it(address, "Niemand is herkenbaar.")
    marianne.approves_and_publishes(address)
    return marianne.page.locator("main a[href^='/publications/']").first.get_attribute("href") or ""


def _is_answered(service: ContactPerson) -> None:
    """Both recommendations: accepted; the first with a plan that is carried out at once."""
    for title, says in (
        ("Iemand volgt de antwoorden op", "accepted"),
        ("Elke brief noemt een datum", "accepted"),
    ):
        service.goes_to_the_desk()
        service._goes(service.page.locator("main table a").filter(has_text=re.compile(title)).first)
        service.fills("main form:has([name=says])", says=says, words="Wij doen dit.")
        service.presses("Send the answer")
    service.goes_to_the_desk()
    service._goes(service.page.locator("main table a").filter(has_text="Elke brief noemt een datum").first)
    service.fills("main form[action$='/plan/']", **{"m-words": "Een nieuwe brief", "m-due_on": SOON})
    service.presses("Add to the plan")
    measure = service.page.locator("main [name=p-measure] option").last.get_attribute("value")
    service.fills(
        "main form[action$='/progress/']",
        **{
            "p-measure": measure,
            "p-words": "De brief is klaar.",
            "p-is_done": True,
            "p-proof": paper("brief.txt", "Brief"),
        },
    )
    service.presses("Tell us")
    service.reads("Done, the addressee says")


def _is_public(visit: Visit, check: Accessibility, marianne: Researcher, address: str, first: str) -> None:
    marianne.opens(first)
    code = marianne.text_of("main h1").split()[0]
    marianne.makes_public(code, because="Een aanbeveling is publiek; ze zegt niets over een persoon.")
    for language, title, words in (
        ("nl", "Elke brief noemt een datum", ("Antwoorden blijven te lang uit.", "Wij herkennen dit.")),
        ("fr", "Chaque lettre indique une date", ("Les réponses tardent trop.", "Nous reconnaissons ce")),
    ):
        reader = Complainant(visit(language, phone=True), check)
        reader.opens(address)
        reader.reads(*words)
        reader.opens(f"/recommendations/{code}/")
        reader.reads(title)


def _is_followed_up(visit: Visit, check: Accessibility, site: Site) -> None:
    """Two springs later: the report of the next year tells what became of it, and leads to this year's."""
    year = TODAY.year
    site.later(year, year + 1)
    for language, heading, title, once, now in (
        ("nl", "Wat er van het vorige verslag werd", "Elke brief noemt een datum", "toen", "nu"),
        ("fr", "Les suites du rapport précédent", "Chaque lettre indique une date", "alors", "maintenant"),
    ):
        reader = Complainant(visit(language, phone=True), check)
        reader.opens(f"/reports/{year + 1}/")
        reader.follows(heading)
        reader.reads(title, once, now)
        former = reader.page.locator(f"main a[href^='/reports/{year}/']").first
        reader._goes(former)
        reader.reads(str(year))
        reader.opens(f"/reports/{year}/recommendations/")
        reader.reads(title)
