"""Every figure on a page leads to what it counts, and for staff to its cases.

A page says of what it shows with `data-figure`: the code of a counter, or `units` for a table by several properties.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

import lxml.html
import pytest
from django.test import Client

from ombuds.annualreport import entered, services
from ombuds.annualreport.tests import factories as make
from ombuds.office.models import ReportChapter
from ombuds.publications.models import PublicRecommendation
from ombuds.statistics import releasing
from ombuds.statistics.queries import from_params

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]
MOST = 150  # pages of a small office
LONGEST = 400  # links to cases that are followed
PUBLIC = ("/", "/figures/", "/reports/", "/open-data/", "/recommendations/")
FILES = (".csv", ".json", ".pdf", ".epub", ".docx", ".parquet", ".xlsx", ".zip", ".jsonld", ".ttl", ".html")


@dataclass(frozen=True)
class Page:
    """A page that was read."""

    address: str
    tree: lxml.html.HtmlElement

    def marked(self) -> Iterator[tuple[str, lxml.html.HtmlElement]]:
        for element in self.tree.iterfind(".//*[@data-figure]"):
            yield element.get("data-figure"), element

    def links(self) -> Iterator[str]:
        for link in self.tree.iterfind(".//a[@href]"):
            yield urljoin(self.address, link.get("href"))


def walk(visitor: Client, start: tuple[str, ...], inside: tuple[str, ...]) -> dict[str, Page]:
    """Every page below these addresses that links lead to; with the words asked, in one order."""
    waiting, found = deque(start), dict[str, Page]()
    while waiting and len(found) < MOST:
        address = urldefrag(waiting.popleft()).url
        path = address.split("?")[0]
        if address in found or path.endswith(FILES) or not (address in start or path.startswith(inside)):
            continue
        answer = visitor.get(address, follow=True)
        if not answer.get("Content-Type", "").startswith("text/html"):
            continue
        assert answer.status_code == 200, address
        found[address] = Page(address, lxml.html.fromstring(answer.content.decode()))
        waiting.extend(found[address].links())
    return found


def leads(visitor: Client, page: Page, code: str, seen: dict[str, lxml.html.HtmlElement]) -> bool:
    """Whether a link of the page ends at the definition of this figure, and that place is there."""
    for link in page.links():
        address, place = urldefrag(link)
        if not ("/figures/definitions/" in address or f"/figures/{code}/" in address):
            continue
        if address not in seen:
            answer = visitor.get(address)
            assert answer.status_code == 200, address
            seen[address] = lxml.html.fromstring(answer.content.decode())
        if place == code and seen[address].find(f".//*[@id='{code}']") is not None:
            return True
        if not place and f"/{code}/" in address and seen[address].find(".//h1") is not None:
            return True
    return False


@pytest.fixture
def site() -> None:
    """A small office: a released report of 2024 with a figure in its prose, an effect and a table of the integrity channel; a
    released table by two properties; a running year.
    """
    office = make.a_reporting_office(24)
    ReportChapter.objects.create(
        office=office, code="integrity", labels={"nl": "Integriteit", "fr": "Intégrité", "en": "Integrity"},
        content=["table:disclosures"], order=9,
    )  # fmt: skip
    PublicRecommendation.objects.update(
        timeline=make.sealed_rows(
            [{"on": "2024-09-01", "code": "2024-1", "what": "effect", "value": "fewer:45:30:60"}]
        )
    )
    ombudsman = make.a_person("ombudsman")
    edition = make.an_edition(
        office,
        nl="Er kwamen {figure:received_by_month/total/2024} klachten.",
        fr="{figure:received_by_month/total/2024} plaintes sont arrivées.",
    )
    entered.enter(
        edition=edition, code="disclosures", typed="Meldingen; Signalements; Reports; 12", actor=ombudsman
    )
    services.release(edition=edition, actor=ombudsman)
    query = from_params({"rows": "body", "columns": "channel", "years": "2024", "unit": "case"})
    releasing.release(query=query, office=office, actor=ombudsman)


@pytest.mark.usefixtures("site")
def test_every_figure_of_the_public_site_leads_to_its_definition() -> None:
    visitor = Client()
    pages = walk(visitor, PUBLIC, ("/figures/", "/reports/", "/open-data/", "/recommendations/"))
    seen: dict[str, lxml.html.HtmlElement] = {}
    codes = {(page.address, code) for page in pages.values() for code, _element in page.marked()}
    missing = [f"{at}: {code}" for at, code in sorted(codes) if not leads(visitor, pages[at], code, seen)]
    assert missing == []
    assert len({code for _at, code in codes}) > 4, "the walk found hardly a figure"
    assert {"effect", "disclosures"} <= {code for _at, code in codes}
    prose = [
        element.get("data-figure")
        for page in pages.values()
        for _code, element in page.marked()
        if element.tag == "a" and element.text == "24"
    ]
    assert set(prose) == {"received_by_month"}, "no figure in the prose leads to its definition"
    bare = [
        page.address
        for page in pages.values()
        for table in page.tree.iterfind(".//table")
        if "/recommendations/" not in page.address  # a list of texts
        if not any(each.get("data-figure") for each in (table, *table.iterancestors()))
    ]
    assert bare == [], "tables of figures that do not say what they count"


@pytest.mark.usefixtures("site")
def test_every_figure_of_staff_leads_to_its_definition_and_to_its_cases() -> None:
    visitor = Client()
    visitor.force_login(make.a_person("ombudsman"))
    cube = "/staff/figures/table/?rows=body&columns=channel&years=2024&unit=case"
    pages = walk(visitor, ("/staff/figures/?year=2024", cube), ("/staff/figures/",))
    seen: dict[str, lxml.html.HtmlElement] = {}
    codes = {(page.address, code) for page in pages.values() for code, _element in page.marked()}
    assert [f"{at}: {code}" for at, code in sorted(codes) if not leads(visitor, pages[at], code, seen)] == []
    assert len({code for _at, code in codes}) > 8, "the walk found hardly a figure"
    cases = {
        urljoin(page.address, link.get("href")): link.text.strip()
        for page in pages.values()
        for _code, element in page.marked()
        for link in element.iterfind(".//a[@href]")
        if "/cases/" in link.get("href")
    }
    assert len(cases) > 10
    for address, number in list(cases.items())[:LONGEST]:
        text = visitor.get(address).content.decode()
        assert number in lxml.html.fromstring(text).find(".//main").text_content(), (address, number)


@pytest.mark.usefixtures("site")
def test_who_may_not_see_a_case_sees_no_case_behind_a_figure() -> None:
    visitor = Client()
    assert visitor.get("/staff/figures/per_body/2024/cases/").status_code in (302, 403, 404)
