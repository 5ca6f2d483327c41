"""Who brings it outward: recommendation, story, review, approval, publication."""

import re
from dataclasses import dataclass

from playwright.sync_api import expect

from tests.journeys.people.colleague import Colleague

TEXT = "main form[action$='/write/']"


@dataclass
class Writer(Colleague):
    def drafts_a_recommendation(self, *, language: str, title: str, text: str) -> str:
        """From the page of the case; gives its address."""
        self.opens(self.case_page)
        self.unfolds("More")
        self.follows("Draft a recommendation")
        self.fills(language=language, title=title, text=text)
        self.presses("Keep the draft")
        return self.page.url

    def translates_it(self, language: str, *, title: str, text: str) -> None:
        form = f"main form[action$='/text/{language}/']"
        self.page.locator(f"details:has({form.removeprefix('main ')}) > summary").click()
        self.fills(form, **{f"t{language}-title": title, f"t{language}-text": text})
        self._goes(self.page.locator(f"{form} button"))

    def issues_it(self, address: str) -> str:
        """As the ombudsman; gives its number."""
        self.opens(address)
        self.unfolds("Issue")
        self.presses("Issue", "main form[action$='/issue/']")
        return self.text_of("main h1").split()[0]

    def makes_public(self, code: str, *, because: str) -> None:
        """When the gate stops it, the ombudsman says why it goes out all the same."""
        self.opens("/staff/publications/recommendations/")
        self.presses(f"Make {code} public", or_is_stopped=True)
        if self.page.locator("[name=o-reason]").count():
            self.fills(**{"o-reason": because})
            self._goes(self.page.get_by_role("button", name="I take this on myself"))

    def drafts_a_story(self) -> str:
        self.opens(self.case_page)
        self.unfolds("More")
        self.follows("Draft a story or a report")
        self.fills(kind="story")
        self.presses("Make a draft")
        return self.page.url

    def text_in(self, language: str) -> str:
        self._writes()
        return self.page.locator(f"{TEXT} [name={language}-body]").input_value()

    def writes_in(self, language: str, body: str, *, title: str = "") -> None:
        self._writes()
        self.fills(TEXT, **{f"{language}-body": body}, **({f"{language}-title": title} if title else {}))
        self.presses("Keep and close", TEXT)

    def _writes(self) -> None:
        """From the page of the publication to the page made for writing; already there: stays."""
        if not self.page.locator(TEXT).count():
            self.follows("Write")

    def asks_the_gate(self) -> None:
        """From the page of the publication, to what the intruder found."""
        button = self.page.locator("main").get_by_role("button", name=re.compile("^Check (now|again)$"))
        self._goes(button)
        self._waits_for_the_gate()

    def _waits_for_the_gate(self) -> None:
        """A long check shows a page that asks again by itself."""
        expect(self.page.locator("meta[http-equiv=refresh]")).to_have_count(0, timeout=120_000)

    def writes_a_sentence_anew(self, words: str, *, in_place_of: str) -> None:
        """On the page of the gate: the first sentence that begins so."""
        item = self.page.locator("li.gate-item", has_text=in_place_of).first
        item.locator("details > summary").click()
        item.locator("textarea").fill(words)
        self._goes(item.get_by_role("button", name="Keep and check again"))
        self._waits_for_the_gate()

    def sends_to_review(self) -> None:
        self.presses("Send to privacy review")

    def reviews_it(self, address: str, remark: str) -> None:
        self.opens(address)
        self.fills("main form[action$='/review/']", **{"r-remark": remark})
        self._goes(self.page.locator("main form[action$='/review/'] button").first)

    def approves_and_publishes(self, address: str) -> None:
        self.opens(address)
        self.presses("Approve")
        self.presses("Publish")
