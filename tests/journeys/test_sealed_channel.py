"""The sealed integrity channel in browsers that run no JavaScript: somebody reports, a handler answers, in three languages."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from tests.journeys.accessibility import Accessibility
from tests.journeys.conftest import Site
from tests.journeys.people.colleague import Colleague
from tests.journeys.people.complainant import Complainant
from tests.journeys.people.person import paper

STORY = "The chief has the kitchen of the house paid with our budget."
NEXT = "button.ds-button[name=go][value=next]"
HELLO = {
    "nl": "Wij ontvingen uw melding.",
    "fr": "Nous avons reçu votre signalement.",
    "en": "We received your report.",
}


def pressed(page: Page, button: str) -> None:
    """Pressed, and the next page is there: a click alone returns before it is."""
    with page.expect_navigation():
        page.click(button)


def report(page: Page, look: Callable[[Page], object] = lambda page: None) -> str:
    """From the first page to the code; every page on the way is looked at."""

    def go_on() -> None:
        look(page)
        pressed(page, NEXT)

    page.goto("/integrity/start/")
    look(page)
    pressed(page, "main a.ds-button >> nth=0")
    page.check("[name=body][value=region]")
    page.check("[name=reporter][value=staff]")
    go_on()
    page.check("[name=subject][value=money]")
    page.fill("[name=story]", STORY)
    go_on()
    page.fill("[name=body]", "Parking service")
    page.fill("[name=persons]", "The director")
    go_on()
    page.check("[name=channel][value=no]")
    page.check("[name=reprisal][value=no]")
    go_on()
    go_on()
    page.set_input_files("[name=papers]", [paper("kitchen.txt", "Invoice of 12,400 euros")])
    go_on()
    look(page)
    found = re.search(r"\d{4} \d{4} \d{4} \d{4}", page.inner_text("main"))
    assert found, page.inner_text("main")
    page.click("main form button")
    assert found[0] not in page.content()
    return found[0]


def unlock(page: Page, site: Site) -> None:
    page.goto("/integrity/desk/")
    page.fill("[name=login]", "lucie")
    page.fill("[name=passphrase]", site.password)
    page.click("main form button")
    page.wait_for_url("**/integrity/desk/")


def open_newest(page: Page) -> None:
    """The report that nobody has declared for yet."""
    page.click("tr:has(.ds-tag[data-color=info]) th a")
    page.check("[name=declared]")
    page.click("button[value=declare]")
    assert STORY in page.inner_text("main")


def act(page: Page, name: str, **typed: str) -> None:
    page.click(f"#{name} summary")
    for field, text in typed.items():
        page.fill(f"#{name} [name={field}]", text)
    pressed(page, f"#{name} button")


@pytest.mark.parametrize("lang", ["nl", "fr", "en"])
def test_somebody_reports_and_is_answered(
    visit: Callable[..., Page], site: Site, accessibility: Accessibility, lang: str
) -> None:
    reporter, handler = visit(lang, script=False), visit(lang, script=False)
    code = report(reporter)
    unlock(handler, site)
    open_newest(handler)
    act(handler, "acknowledge", text=HELLO[lang])
    act(handler, "answer", text="Who signed the invoice?")

    again = visit(lang, script=False, phone=True)
    again.goto("/integrity/back/")
    again.fill("[name=code]", code)
    again.click("main form button")
    text = again.inner_text("main")
    assert HELLO[lang] in text
    assert "kitchen.txt" in text
    again.fill("[name=text]", "The director signed it.")
    again.click("form[enctype] button")
    handler.reload()
    assert "The director signed it." in handler.inner_text("main")

    seen = visit(lang)  # axe needs a browser with JavaScript
    report(seen, look=accessibility)
    for path in ("protection/", "back/", "desk/door/", "desk/join/"):
        seen.goto(f"/integrity/{path}")
        accessibility(seen)
    seen.goto("/integrity/back/")
    seen.fill("[name=code]", code)
    pressed(seen, "main form button")
    accessibility(seen)
    for path in ("consent/", "protection/", "withdraw/"):
        seen.goto(f"/integrity/mine/{path}")
        accessibility(seen)
    desk = visit(lang)
    unlock(desk, site)
    accessibility(desk)
    for path in ("", "inquiry/", "complaint/", "text/"):
        desk.goto(f"{handler.url.partition('#')[0]}{path}")
        accessibility(desk)
    desk.goto("/integrity/desk/")
    desk.click("tr:has(.ds-tag[data-color=info]) th a")  # the second report: not declared for yet
    accessibility(desk)
    desk.check("[name=declared]")
    desk.click("button[value=declare]")
    for path in ("new/", "team/", "questions/", "questions/what/new/", "routing/", "routing/0/", "figures/", "destroyed/",
                 "passphrase/"):  # fmt: skip
        desk.goto(f"/integrity/desk/{path}")
        accessibility(desk)


def test_leaving_quickly_shows_another_site(visit: Callable[..., Page], site: Site) -> None:
    page = visit("en", script=False)
    report(page)
    # The browser finds no other computer (conftest.py): that it looks for one is what can be seen here.
    with page.expect_event("requestfailed", lambda request: request.url.startswith("https://")):
        page.click("header a[data-color=danger]", no_wait_after=True)
    again = page.context.new_page()
    again.goto("/integrity/mine/")
    assert again.url.endswith("/integrity/back/"), "the visit has ended"


def test_a_large_file_goes_on_after_a_broken_connection(
    visit: Callable[..., Page], site: Site, tmp_path: Path
) -> None:
    """51 MB in pieces, by the page's own script: a piece is lost on its way, then the browser is closed; nothing is sent twice."""
    large = tmp_path / "ledger.csv"
    large.write_bytes(b"12,400;kitchen\n" * (51 * 1024 * 1024 // 15))
    page = visit("en")
    code = report(page)
    sent: list[int] = []

    def count(route: Route) -> None:
        number = int(route.request.url.rstrip("/").rpartition("/")[2])
        sent.append(number)
        if len(sent) == 4 or number >= 9:  # the connection breaks
            route.abort()
        else:
            route.continue_()

    page.route(re.compile(r"/mine/file/\d+/$"), count)
    page.set_input_files("[name=papers]", [str(large)])
    page.click("form[data-pieces] button")
    page.wait_for_function(
        "() => document.querySelector('[data-progress]').textContent.includes('ledger.csv')"
    )
    page.wait_for_function("() => document.querySelector('[data-progress]').textContent.includes('broke')")
    while sent.count(9) < 1:
        page.wait_for_timeout(200)
    page.close()
    assert sent[:5] == [0, 1, 2, 3, 3], "the piece that was lost is sent again"

    again = visit("en")
    again.goto("/integrity/back/")
    again.fill("[name=code]", code)
    again.click("main form button")
    assert "ledger.csv" in again.inner_text(".ds-alert[data-color=warning]"), "it has not arrived wholly"
    resumed: list[int] = []

    def note(route: Route) -> None:
        resumed.append(int(route.request.url.rstrip("/").rpartition("/")[2]))
        route.continue_()

    again.route(re.compile(r"/mine/file/\d+/$"), note)
    again.set_input_files("[name=papers]", [str(large)])
    again.click("form[data-pieces] button")
    again.wait_for_selector("text=ledger.csv (", timeout=60_000)
    assert resumed[0] == 9, "what had arrived is not sent again"
    assert resumed == list(range(9, 51))


def test_a_complaint_that_is_a_report_moves_into_the_channel(
    visit: Callable[..., Page], site: Site, log_in: Callable[..., Page], accessibility: Accessibility
) -> None:
    """Staff ask, the complainant agrees on the page of the file and gets the code; the case is a number. The complainant runs no JavaScript."""
    maud = Complainant(visit("en", script=False))
    receipt = maud.files(
        language={"language": "en"},
        service={"body_text": "Bruxelles Fiscalité"},
        which={"body": "bru-fiscaliteit"},
        contacted={"contacted": "no"},
        story={"text": STORY},
        behalf={"behalf": "self"},
        you={"first_name": "Maud", "last_name": "Ní Bhriain"},
        reach={"email": "maud@people.example", "prefers": "mail"},
    )
    karim = Colleague(log_in("handler"), accessibility)
    karim.finds_the_case(receipt.reference)
    case = karim.page.url
    karim.opens(f"{case}handover/")
    karim.page.click("main form button")

    maud.enters_their_file(receipt)
    complainant = maud.page
    complainant.click("a[href='/file/move/']")
    assert STORY in complainant.content()
    complainant.check("[name=naming][value=anonymous]")
    complainant.check("[name=sure]")
    complainant.click("button[value=yes]")
    found = re.search(r"\d{4} \d{4} \d{4} \d{4}", complainant.inner_text("main"))
    assert found, complainant.inner_text("main")
    karim.opens(case)
    assert STORY not in karim.page.content()

    again = visit("nl", script=False, phone=True)
    again.goto("/integrity/back/")
    again.fill("[name=code]", found[0])
    again.click("main form button")
    assert STORY in again.content()
