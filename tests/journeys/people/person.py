"""What everyone with a browser does; every page that they come to is tried for accessibility."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypedDict

from playwright.sync_api import Locator, Page, expect

Check = Callable[[Page], None]


class Paper(TypedDict):
    """A file, in the words of playwright."""

    name: str
    mimeType: str
    buffer: bytes


def paper(name: str, words: str) -> Paper:
    """A file of plain text, as someone would add it to a form."""
    return {"name": name, "mimeType": "text/plain", "buffer": words.encode()}


def unchecked(page: Page) -> None:
    """For a browser without JavaScript: axe cannot run there, and the same pages are tried elsewhere."""


@dataclass
class Person:
    page: Page
    check: Check = unchecked

    def opens(self, address: str) -> None:
        answer = self.page.goto(address)
        assert answer is not None, address
        assert answer.ok, f"{address} answered {answer.status}"
        self._looks()

    def prefers(self, language: str) -> None:
        """The language switch at the top of every page."""
        if self.page.locator("html").get_attribute("lang") != language:
            self._goes(self.page.locator(f"button[name=language][value={language}]"))

    def presses(self, name: str, inside: str = "main", *, nth: int = 0, or_is_stopped: bool = False) -> None:
        """A button, by the words on it. Who may be stopped reads the page that says why."""
        button = self.page.locator(inside).get_by_role("button", name=name, exact=True).nth(nth)
        self._goes(button, or_is_stopped=or_is_stopped)

    def follows(self, name: str | re.Pattern[str], inside: str = "main", *, nth: int = 0) -> None:
        """A link, by its words."""
        exact = isinstance(name, str)
        self._goes(self.page.locator(inside).get_by_role("link", name=name, exact=exact).nth(nth))

    def unfolds(self, summary: str, inside: str = "main") -> None:
        self.page.locator(inside).locator("details:not([open]) > summary").filter(
            has_text=summary
        ).first.click()

    def fills(self, inside: str = "main", **answers: Any) -> None:
        """Fields by their names: text is typed, True ticks a box, a radio or list takes its value ({"label": words})."""
        for name, value in answers.items():
            self._fill(self.page.locator(inside).locator(f"[name='{name}']"), value)

    def reads(self, *words: str | re.Pattern[str], inside: str = "main") -> None:
        for each in words:
            expect(self.page.locator(inside)).to_contain_text(each)

    def sees_nothing_of(self, *words: str) -> None:
        for each in words:
            expect(self.page.locator("body")).not_to_contain_text(each)

    def text_of(self, selector: str) -> str:
        return self.page.locator(selector).first.inner_text().strip()

    def _fill(self, fields: Locator, value: Any) -> None:
        kind = fields.first.get_attribute("type")
        if kind == "radio":
            fields.and_(self.page.locator(f"[value='{value}']")).check()
        elif kind == "checkbox":
            fields.first.set_checked(True) if value is True else fields.and_(
                self.page.locator(f"[value='{value}']")
            ).check()
        elif kind == "file":
            fields.first.set_input_files(value)
        elif fields.first.evaluate("field => field.tagName") == "SELECT":
            fields.first.select_option(**value if isinstance(value, dict) else {"value": value})
        else:
            fields.first.fill(value)

    def _goes(self, where: Locator, *, or_is_stopped: bool = False) -> None:
        with self.page.expect_navigation() as moved:
            where.click()
        stopped = or_is_stopped and moved.value.status == 422
        assert moved.value.ok or stopped, f"{self.page.url} answered {moved.value.status}"
        self._looks()

    def _looks(self) -> None:
        expect(self.page.locator("h1").first).to_be_visible()
        self.check(self.page)
