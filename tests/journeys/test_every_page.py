"""Every page that a person can click to: it opens, breaks no content rule, and is accessible, in every language.

A crawler starts at the person's first page and follows links; of each kind of address it opens the first that it meets.
"""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, Response

from tests.journeys.accessibility import Accessibility
from tests.journeys.conftest import Site
from tests.journeys.people.colleague import Colleague
from tests.journeys.people.complainant import Complainant, Receipt
from tests.journeys.people.contact import ContactPerson, link_in
from tests.journeys.people.person import Person

STARTS = {
    "complainant": ["/file/mine/"],
    "service": ["/service/desk/"],
    "visitor": ["/", "/complaint/", "/help/"],
    "ombudsman": ["/staff/"],
    "administrator": ["/staff/", "/staff/audit/"],
    "records": ["/staff/"],
    "editor": ["/staff/"],
    "intake": ["/staff/"],
}
# Whoever is not the ombudsman sees mostly the same pages: there the rules are tried in one language each.
TOURS = [(role, lang) for role in ("visitor", "complainant", "service", "ombudsman") for lang in ("nl", "fr", "en")] + [
    ("administrator", "nl"), ("records", "fr"), ("editor", "nl"), ("intake", "fr"),
]  # fmt: skip
FILES = re.compile(
    r"(\.(pdf|csv|json|jsonld|ttl|xml|rss|atom|txt|zip|docx|odt|epub|parquet|svg|ics)$|/(file|table)\.html$|/pdf/$|/download/|"
    r"/papers/\d+/$)"
)
OF_ONE_LANGUAGE = re.compile(r"/preview/(nl|fr|en)/$")  # the preview of a report, whatever the reader speaks
LEAVES = re.compile(r"/(leave|logout)/$")
# Asked at once: the first question to a new page takes longer than its answer.
LOOK = """() => ({
    titles: document.querySelectorAll("h1").length,
    lang: document.documentElement.getAttribute("lang"),
    links: Array.from(document.querySelectorAll("a[href]"), link => link.href),
})"""
MOST = 220  # addresses per tour: a stop, not an aim


def _shape(address: str) -> str:
    """The kind of an address: numbers, keys, years and codes are all one."""
    path = urlsplit(address).path
    path = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "*", path)
    return re.sub(r"(?<=/)[^/]*\d[^/]*(?=/|$)", "*", path)


def _crawl(
    page: Page, starts: list[str], lang: str, check: Callable[[Page], list[str]]
) -> tuple[list[str], int]:
    problems: list[str] = []
    seen: set[str] = set()
    queue = list(starts)

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" and "favicon" not in message.text:
            problems.append(f"{page.url}: the browser says: {message.text[:300]}")

    page.on("console", heard)
    while queue and len(seen) < MOST:
        address = queue.pop(0)
        if _shape(address) in seen or FILES.search(urlsplit(address).path) or LEAVES.search(address):
            continue
        seen.add(_shape(address))
        answer: Response | None = page.goto(address)
        if answer is None or answer.status >= 400:
            problems.append(f"{address}: answered {answer.status if answer else 'nothing'}")
            continue
        shown: dict[str, Any] = page.evaluate(LOOK)
        if not shown["titles"]:
            problems.append(f"{address}: has no title on the page")
        wanted = match[1] if (match := OF_ONE_LANGUAGE.search(address)) else lang
        if shown["lang"] != wanted:
            problems.append(f"{address}: speaks {shown['lang']} instead of {lang}")
        problems += check(page)
        host = urlsplit(page.url).netloc
        found = [link.split("#")[0] for link in shown["links"]]
        queue += [link for link in found if urlsplit(link).netloc == host and _shape(link) not in seen]
    return problems, len(seen)


def _inside(
    role: str, lang: str, visit: Callable[..., Page], log_in: Callable[..., Page], site: Site
) -> Page:
    """A browser in which this person has come in, and reads in this language."""
    if role == "visitor":
        return visit(lang)
    if role == "complainant":
        person: Person = Complainant(visit(lang))
        reference, code = _printed(r"(OM\.\S+) +((?:\w{4}-){3}\w{4})", site)
        Complainant(person.page).enters_their_file(Receipt(reference, code))
    elif role == "service":
        person = _contact(ContactPerson(visit(lang)), Colleague(log_in("handler")), site)
    else:
        person = Person(log_in(role, lang))
    person.prefers(
        lang
    )  # what an account keeps as its language wins over the browser's: the switch changes it
    return person.page


def _printed(pattern: str, site: Site) -> tuple[str, ...]:
    found = re.search(pattern, site.printed)
    assert found, site.printed
    return found.groups()


def _contact(contact: ContactPerson, colleague: Colleague, site: Site) -> ContactPerson:
    """Asks for a link to the secure page; the demo has no mail server, so a colleague reads it in the outbox."""
    (email,) = _printed(r"(ombuds-contact@\S+)", site)
    colleague.prefers("en")
    contact.asks_for_a_link(email)
    mail = colleague.opens_in_the_outbox(re.compile("secure page|page sécurisée|beveiligde pagina"))
    contact.enters(link_in(mail), read_by=colleague, subject=re.compile("^(Your code|Votre code|Uw code)"))
    return contact


@pytest.mark.parametrize(("role", "lang"), TOURS)
def test_every_page_opens_and_is_accessible(
    role: str,
    lang: str,
    visit: Callable[..., Page],
    log_in: Callable[..., Page],
    accessibility: Accessibility,
    site: Site,
) -> None:
    page = _inside(role, lang, visit, log_in, site)
    problems, number = _crawl(page, STARTS[role], lang, accessibility.findings)
    print(f"{role} in {lang}: {number} kinds of pages")
    assert not problems, "\n".join(problems)
    assert number > 3
