"""Someone who works at the office: triage, decisions, questions, findings, outcome, remedy, letters."""

import re
from dataclasses import dataclass
from typing import Any

from tests.journeys.people.person import Person

FACTS = "main form:has(input[value=facts])"
HANDLER = "main form:has(input[value=handler])"
EVIDENCE = "main form[action$='/evidence/']"
FINDING = "main form[action$='/findings/add/']"
ASSESSMENT = "main form[action*='/findings/grievances/']"
REMEDY = "main form[action$='/remedies/ask/']"
SAID = "main form[action$='/said/']"
CHECK = "main form[action$='/check/']"
CLOSE = "main form[action$='/remedies/close/']"


@dataclass
class Colleague(Person):
    case_page: str = ""

    def finds_in_triage(self, reference: str) -> None:
        self.opens("/staff/triage/")
        self.follows(reference)
        self.follows("The page of the case")
        self.case_page = self.page.url
        self.goes_on_with("Triage")

    def finds_the_case(self, reference: str) -> None:
        """By its reference, in the search that everyone has."""
        self.opens(f"/staff/search/?q={reference}")
        self.follows(reference)
        self.case_page = self.page.url

    def goes_on_with(self, act: str) -> None:
        """One of the buttons below "Now": nobody has to guess what comes next."""
        if self.page.url != self.case_page:
            self.opens(self.case_page)
        self.follows(act, "main section:has(#now)")

    def goes_to_the_decision(self) -> None:
        """From the triage page when the case is new, from the case page otherwise."""
        act = "Decide on competence and admissibility"
        button = self.page.locator("main").get_by_role("button", name=act, exact=True)
        if button.count():
            self._goes(button)
        else:
            self.goes_on_with(act)

    def says_what_it_is(self, *, theme: str) -> None:
        self.fills(FACTS, theme=theme)
        self.presses("Keep", FACTS)

    def gives_it_to(self, name: str) -> None:
        self.fills(HANDLER, **{"handler-handler": {"label": name}})
        self.presses("Give it", HANDLER)

    def finds_us_competent(self) -> None:
        self.goes_to_the_decision()
        self.reads("The register says: ours.")
        self.fills(**{"c-verdict": "ours"})
        self.presses("Decide on competence")
        self.reads("The decision is kept.", inside="body")

    def admits_it(self, reasons: str) -> None:
        self.goes_to_the_decision()
        self.fills(**{"a-verdict": "admitted", "a-reasons": reasons})
        self.presses("Decide on admissibility")

    def passes_it_on(self, to: str, reasons: str) -> None:
        """As the register proposes; hands over the file with it."""
        self.goes_to_the_decision()
        self.reads(f"The register says: {to} is competent.")
        answers: dict[str, Any] = {"c-verdict": "transfer", "c-refer_to": {"label": to}, "c-pass_on": True}
        self.fills("main", **answers, **{"c-reasons": reasons})
        self.presses("Decide on competence")

    def approves_the_decision(self) -> None:
        """As second reader."""
        self.goes_to_the_decision()
        self.presses("Approve")

    def refuses_it(self, ground: str, why: str, reasons: str) -> None:
        """On an optional ground: the page asks why it is used."""
        self.goes_to_the_decision()
        fold = self.page.locator("#admissibility ~ form details").filter(has_text=ground).first
        if fold.get_attribute("open") is None:
            fold.locator("summary").click()
        fold.locator("input[value=used]").check()
        fold.locator("textarea").fill(why)
        self.fills(**{"a-verdict": "refused", "a-reasons": reasons})
        self.presses("Decide on admissibility")

    def sends_the_letter(self) -> str:
        """The letter that is chosen already: draft, read, send. Gives its text."""
        self.presses("Make the draft")
        words = "\n".join(box.input_value() for box in self.page.locator("main textarea[name^=body_]").all())
        assert "⟦" not in words, words
        self.presses("Send")
        if self.page.get_by_role("button", name="It is in the post", exact=True).count():
            self.presses("It is in the post")
        self.reads("Sent")
        return words

    def writes(self, letter: str) -> str:
        """A letter that belongs to where the case stands, by its name."""
        self.goes_on_with(f"Write “{letter}”")
        return self.sends_the_letter()

    def asks_the_service(self, *questions: str, with_papers: bool) -> None:
        self.goes_on_with("Ask the service")
        self.fills(text="\n".join(questions))
        if with_papers:
            self.page.locator("main [name=shown]").first.check()
        self.presses("Send the question")

    def opens_in_the_outbox(self, subject: str | re.Pattern[str]) -> str:
        """What would have gone by mail; the newest stands first."""
        self.opens("/staff/outbox/")
        self.follows(re.compile("^Gone"))
        self._goes(self.page.locator("main").get_by_role("link", name=subject).first)
        return self.page.locator("main").inner_text()

    def finds_breached(self, **reasons: str) -> None:
        """Norm by norm (their words in English, _ for a space), with a paper of the service as evidence."""
        self.goes_on_with("Findings against the norms")
        self.unfolds("Add evidence")
        self.fills(EVIDENCE, **{"e-description": "The answer of the service", "e-source": "service"})
        self.presses("Add", EVIDENCE)
        for norm, why in reasons.items():
            label = norm.replace("_", " ")
            self.fills(FINDING, norm={"label": label}, verdict="breached", reasoning=why)
            self.page.locator(f"{FINDING} [name=evidence]").first.check()
            self.presses("Keep the finding", FINDING)
            self.reads(label)
        self.unfolds("Assess this grievance")
        self.page.locator(f"{ASSESSMENT} select").first.select_option("founded")
        self.presses("Keep the assessment", ASSESSMENT)

    def concludes(self, **outcome: Any) -> None:
        self.goes_on_with("Outcome")
        self.fills("main form[action$='/propose/']", **outcome)
        self.presses("Conclude")

    def asks_for_the_remedy(self, asked: str, *, due_on: str) -> None:
        self.goes_on_with("Remedies")
        body = self.page.locator(f"{REMEDY} [name=body] option").last.get_attribute("value")
        self.fills(REMEDY, body=body, asked=asked, due_on=due_on)
        self.presses("Ask", REMEDY)

    def checks_the_remedy(self, how: str) -> None:
        self.goes_on_with("Remedies")
        self.unfolds("Check it")
        form = self.page.locator(CHECK).first
        form.locator("[name$='-checked']").select_option("done")
        form.locator("[name$='-remedied']").select_option("through_us")
        form.locator("[name$='-note']").fill(how)
        self._goes(form.get_by_role("button"))

    def closes_the_case(self, reason: str) -> None:
        self.fills(CLOSE, **{"z-reason": reason})
        self.presses("Close the case", CLOSE)
