"""A real server with a small demo office, and a real browser in front of it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.journeys.accessibility import SCRIPT, Accessibility
from tests.journeys.laying_out import copy, environment_of, lay_out
from tests.suite.machine import chromium_of_the_system
from tests.suite.serving import free_port, wait_for

ROOT = Path(__file__).resolve().parent.parent.parent
PASSWORD = "Klaprozen-Coquelicots-2026"  # as `ombuds demo` prints it
PEOPLE = {
    "intake": "ilias@ombuds.example",
    "handler": "karim@ombuds.example",
    "second_reader": "hannelore@ombuds.example",
    "ombudsman": "marianne@ombuds.example",
    "editor": "thomas@ombuds.example",
    "records": "odile@ombuds.example",
    "administrator": "stefaan@ombuds.example",
}
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


@dataclass(frozen=True)
class Site:
    """Where the office runs, and what its persons log in with."""

    address: str
    password: str
    people: dict[str, str]  # role → e-mail address
    environment: dict[str, str]
    printed: str  # what `ombuds demo` said: the ways in

    def ombuds(self, *words: str) -> str:
        """Run an `ombuds` command on the same office."""
        done = subprocess.run(
            [sys.executable, "-m", "ombuds.config.cli", *words],
            cwd=ROOT, env=self.environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout

    def later(self, *years: int) -> None:
        """Release the reports of these years, each in the spring after it, as if the clock stood there."""
        subprocess.run(
            [sys.executable, "-m", "tests.journeys.years_later", *map(str, years)],
            cwd=ROOT, env=self.environment, check=True,
        )  # fmt: skip


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo office as it was just loaded, served by granian like in `./run demo`."""
    var, port = tmp_path_factory.mktemp("office"), free_port()
    address = f"http://127.0.0.1:{port}"
    office = Path(os.environ.get("SHELF", "no shelf")) / "site"
    if not office.exists():
        office = tmp_path_factory.mktemp("laid-out")
        lay_out(office)
    printed, environment = copy(office, var, address), environment_of(var, address)
    server = subprocess.Popen(
        [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
         "--workers", "1", "--blocking-threads", "4", "--no-log", "ombuds.config.wsgi:application"],
        cwd=ROOT, env=environment,
    )  # fmt: skip
    try:
        wait_for(address)
        yield Site(address, PASSWORD, PEOPLE, environment, printed)
    finally:
        server.terminate()
        try:
            server.wait(15)
        except subprocess.TimeoutExpired:
            server.kill()


@pytest.fixture(scope="session")
def playwright_engine() -> Iterator[Playwright]:
    with sync_playwright() as engine:
        yield engine


@pytest.fixture(scope="session")
def chromium(playwright_engine: Playwright) -> Iterator[Browser]:
    """The system's Chromium: playwright's own build cannot be fetched everywhere."""
    program = chromium_of_the_system()
    if program is None:
        pytest.skip("no Chromium on this machine")
    browser = playwright_engine.chromium.launch(
        executable_path=program,
        args=[
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        ],
    )  # fmt: skip
    yield browser
    browser.close()


OpenPage = Callable[..., Page]


@pytest.fixture
def visit(chromium: Browser, site: Site) -> Iterator[OpenPage]:
    """`visit(lang="fr", phone=True)`: a page of its own, like another person's browser."""
    contexts: list[BrowserContext] = []

    def opened(lang: str = "en", *, phone: bool = False, script: bool = True) -> Page:
        context = chromium.new_context(
            base_url=site.address, locale=f"{lang}-BE", viewport=PHONE if phone else DESK,  # type: ignore[arg-type]
            java_script_enabled=script, bypass_csp=script,  # axe has to be put into pages that allow no script
        )  # fmt: skip
        context.set_default_timeout(20_000)
        if script:
            context.add_init_script(path=SCRIPT)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def log_in(visit: OpenPage, site: Site) -> Callable[..., Page]:
    """`log_in("handler")`: a browser in which the demo person of that role is logged in."""

    def logged_in(role: str, lang: str = "en", **kwargs: Any) -> Page:
        page = visit(lang, **kwargs)
        page.goto("/staff/login/")
        page.fill("[name=login]", site.people[role])
        page.fill("[name=password]", site.password)
        page.click("main button[type=submit], main form button:not([name=language])")
        page.wait_for_url("**/staff/**")
        return page

    return logged_in


@pytest.fixture(scope="session")
def accessibility() -> Accessibility:
    """axe-core, the rules of WCAG 2.2 A and AA."""
    return Accessibility()
