"""The person with a complaint: the form, the receipt, their own file."""

import re
from dataclasses import dataclass
from typing import Any

from tests.journeys.people.person import Person

NEXT = "main button.ds-button[name=go][value=next]"


@dataclass
class Receipt:
    reference: str
    code: str


@dataclass
class Complainant(Person):
    def begins_a_complaint(self) -> None:
        self.opens("/complaint/")
        self._goes(self.page.locator("main form button").first)

    def answers(self, question: str, **answers: Any) -> None:
        """The page that must stand before them now, and on to the next."""
        assert self.page.url.rstrip("/").endswith(f"/complaint/{question}"), self.page.url
        self.fills(**answers)
        self._goes(self.page.locator(NEXT))

    def stops_for_today(self) -> str:
        """Keeps what is written, and gets the code to go on with."""
        self._goes(self.page.locator("main button[name=go][value=save]"))
        self._goes(self.page.locator("main form button.ds-button").first)
        return self.text_of("main .code")

    def goes_on_with(self, code: str) -> None:
        self.opens("/complaint/resume/")
        self.fills(code=code)
        self._goes(self.page.locator("main form button.ds-button").first)

    def sends(self) -> Receipt:
        assert self.page.url.rstrip("/").endswith("/complaint/check"), self.page.url
        self.page.wait_for_timeout(3500)  # the form takes nothing from who needs no time: that is a machine
        self._goes(self.page.locator("main form[action$='/check/'] button.ds-button"))
        codes = self.page.locator("main .receipt .code")
        assert codes.count() == 2, self.page.locator("main").inner_text()
        return Receipt(codes.nth(0).inner_text().strip(), codes.nth(1).inner_text().strip())

    def enters_their_file(self, receipt: Receipt) -> None:
        self.opens("/file/")
        self.fills(reference=receipt.reference, code=receipt.code)
        self._goes(self.page.locator("main form button.ds-button"))
        self.reads(receipt.reference)

    def reads_the_letter(self, about: str | re.Pattern[str]) -> str:
        """The newest with these words in its subject; back to the file afterwards."""
        self._goes(self.page.locator("main").get_by_role("link", name=about).first)
        words = self.page.locator("main").inner_text()
        pdf = self.page.locator("main a[href$='/pdf/']")
        if pdf.count():
            self.opens_the_pdf(pdf.get_attribute("href") or "")
        self.opens("/file/mine/")
        return words

    def opens_the_pdf(self, address: str) -> bytes:
        answer = self.page.request.get(address)
        assert answer.ok, f"{address} answered {answer.status}"
        body = answer.body()
        assert body.startswith(b"%PDF"), f"{address} is no PDF"
        return body

    def files(self, **answers: dict[str, Any]) -> Receipt:
        """The whole form, page by page, wherever it leads: what is not given here is left empty."""
        self.begins_a_complaint()
        for _page in range(20):
            question = self.page.url.rstrip("/").rsplit("/", 1)[-1]
            if question == "check":
                return self.sends()
            self.answers(question, **answers.pop(question, {}))
        raise AssertionError("the form does not end")
