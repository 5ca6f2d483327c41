"""Every page that a person can click to: it opens, breaks no content rule, and is accessible, in every language.

A crawler starts at the person's first page and follows links; of each kind of address it opens the first that it meets.
"""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, Response

from tests.journeys.accessibility import Accessibility

STARTS = {
    "visitor": ["/", "/complaint/", "/help/"],
    "ombudsman": ["/staff/"],
    "administrator": ["/staff/", "/staff/audit/"],
    "records": ["/staff/"],
    "editor": ["/staff/"],
}
# Whoever is not the ombudsman sees mostly the same pages: there the rules are tried in one language.
TOURS = [(role, lang) for role in ("visitor", "ombudsman") for lang in ("nl", "fr", "en")] + [
    (role, "en") for role in ("administrator", "records", "editor")
]
FILES = re.compile(
    r"(\.(pdf|csv|json|xml|rss|atom|txt|zip|docx|odt|epub|svg|ics)$|/pdf/$|/download/|/papers/\d+/$)"
)
MOST = 220  # addresses per tour: a stop, not an aim


def _shape(address: str) -> str:
    """The kind of an address: numbers, keys, years and codes are all one."""
    path = urlsplit(address).path
    path = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "*", path)
    return re.sub(r"(?<=/)[^/]*\d[^/]*(?=/|$)", "*", path)


def _crawl(page: Page, starts: list[str], check: Callable[[Page], list[str]]) -> tuple[list[str], int]:
    problems: list[str] = []
    seen: set[str] = set()
    queue = list(starts)

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" and "favicon" not in message.text:
            problems.append(f"{page.url}: the browser says: {message.text[:300]}")

    page.on("console", heard)
    while queue and len(seen) < MOST:
        address = queue.pop(0)
        if _shape(address) in seen or FILES.search(urlsplit(address).path):
            continue
        seen.add(_shape(address))
        answer: Response | None = page.goto(address)
        if answer is None or answer.status >= 400:
            problems.append(f"{address}: answered {answer.status if answer else 'nothing'}")
            continue
        if not page.locator("h1").count():
            problems.append(f"{address}: has no title on the page")
        problems += check(page)
        found: list[str] = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
        host = urlsplit(page.url).netloc
        found = [link.split("#")[0] for link in found]
        queue += [link for link in found if urlsplit(link).netloc == host and _shape(link) not in seen]
    return problems, len(seen)


@pytest.mark.parametrize(("role", "lang"), TOURS)
def test_every_page_opens_and_is_accessible(
    role: str,
    lang: str,
    visit: Callable[..., Page],
    log_in: Callable[..., Page],
    accessibility: Accessibility,
) -> None:
    page = visit(lang) if role == "visitor" else log_in(role, lang)
    if role != "visitor":
        page.context.add_cookies([{"name": "django_language", "value": lang, "url": page.url}])
    problems, number = _crawl(page, STARTS[role], accessibility.findings)
    print(f"{role} in {lang}: {number} kinds of pages")
    assert not problems, "\n".join(problems)
    assert number > 3
