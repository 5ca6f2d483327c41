"""The contact person of a public service: a link from a mail, a code, no password."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from tests.journeys.people.colleague import Colleague
from tests.journeys.people.person import Paper, Person

LINK = re.compile(r"https?://\S+/service/enter/\S+")
CODE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")


def link_in(mail: str) -> str:
    found = LINK.search(mail)
    assert found, mail
    return urlsplit(found.group(0)).path


@dataclass
class ContactPerson(Person):
    def asks_for_a_link(self, email: str) -> None:
        self.opens("/service/")
        self.fills(email=email)
        self._goes(self.page.locator("main form button.ds-button").first)

    def enters(self, link: str, *, read_by: Colleague, subject: str | re.Pattern[str]) -> None:
        """The demo has no mail server: a colleague reads the code in the outbox."""
        self.opens(link)
        self._goes(self.page.locator("main button[name=send]"))
        code = CODE.search(read_by.opens_in_the_outbox(subject))
        assert code
        self.fills(code=code.group(0))
        self._goes(self.page.locator("main form.narrow button"))

    def answers(self, question: str, *, text: str, files: list[Paper]) -> None:
        self._goes(self.page.locator("main table a").filter(has_text=question).last)
        self.fills(text=text, files=files)
        self._goes(self.page.locator("main form[enctype] button.ds-button"))
        self.reads(text)

    def goes_to_the_desk(self) -> None:
        self.opens("/service/desk/")

    def says_it_is_done(self, asked: str, words: str, *, proof: Paper) -> None:
        """On the remedy that we asked for."""
        self._goes(self.page.locator("main table a").filter(has_text=asked).last)
        self.fills("main form:has(select)", says="done", words=words, proof=proof)
        self._goes(self.page.locator("main form:has(select) button").last)

    def says_of_the_draft(self, title: str, words: str) -> None:
        """A text in which the service is named, before it is published."""
        self.goes_to_the_desk()
        self._goes(self.page.locator("main a[href*='/service/drafts/']").filter(has_text=title).first)
        self.reads(title)
        self.fills("main form:has([name=words])", words=words)
        self.presses("Send the answer")
