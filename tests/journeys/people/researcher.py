"""Who goes from one complaint to a change: signal, inquiry, research report, recommendations, what came of them."""

from dataclasses import dataclass

from tests.journeys.people.writer import Writer


@dataclass
class Researcher(Writer):
    inquiry_page: str = ""

    def raises_a_signal(self, why: str) -> None:
        """On the first case of the own work list, beside those that look like it."""
        self.opens("/staff/work/")
        self._goes(self.page.locator("main table a").first)
        self.case_page = self.page.url
        self._goes(self.page.locator("main section:has(#alike) a").first)
        self.fills("main section:has(#raise)", **{self._name("main section:has(#raise) textarea"): why})
        self.presses("Raise the signal")

    def opens_an_inquiry(self, question: str, *, service: str) -> None:
        """From the page of the signal; the service is named beside those of the case."""
        self.unfolds("Open an inquiry with these cases")
        self.fills(
            "main form[action$='/inquiry/']",
            **{"i-title": "Answers that do not come", "i-question": question},
        )
        self.presses("Open the inquiry")
        self.inquiry_page = self.page.url
        self.follows("Change")
        services = self.page.locator("main [name=bodies]")
        services.fill(f"{services.input_value()}\n{service}".strip())
        self.presses("Keep")

    def asks_services(self, question: str, *, service: str, due_on: str) -> None:
        form = "main form[action$='/ask/']"
        self.unfolds("Ask the services")
        self.fills(form, **{"q-text": question, "q-due_on": due_on})
        self.page.locator(form).get_by_label(service, exact=True).check()
        self.presses("Ask", form)
        self.reads("The services are asked.", inside="body")

    def finds_in_the_inquiry(self, why: str, *, service: str) -> None:
        form = "main form[action$='/findings/']"
        self.opens(self.inquiry_page)
        self.unfolds("New finding")
        norm = self.page.locator(f"{form} [name=f-norm] option").nth(1).get_attribute("value")
        self.fills(
            form,
            **{"f-body": {"label": service}, "f-norm": norm, "f-verdict": "breached", "f-reasoning": why},
        )
        self.presses("Keep the finding", form)

    def recommends(self, *, service: str, title: str, text: str, titre: str, texte: str) -> str:
        """From the inquiry, in Dutch and in French; gives the address of the draft."""
        self.opens(self.inquiry_page)
        self.follows("Draft a recommendation")
        self.fills(language="nl", title=title, text=text, body={"label": service})
        self.presses("Keep the draft")
        address = self.page.url
        self.translates_it("fr", title=titre, text=texte)
        return address

    def drafts_the_report(self) -> str:
        self.opens(self.inquiry_page)
        self.follows("Draft a report")
        self.presses("Make a draft")
        return self.page.url

    def lays_the_draft_before(self, service: str, *, due_on: str) -> None:
        """It reads it on its own page, and answers there."""
        self.follows("What the services say")
        self.fills("main form[action*='/ask']", **{"s-body": {"label": service}, "s-due_on": due_on})
        self.presses("Ask the service")

    def deals_with_the_answer(self, says: str, *, followed: str, nl: str, fr: str) -> None:
        """What was done with it, and what readers get of it in both languages."""
        self.follows("What the services say")
        self.reads(says)
        form = self.page.locator("main section.ds-card form").first
        for field, words in (("followed", followed), ("readers_nl", nl), ("readers_fr", fr)):
            form.locator(f"[name$=-{field}]").fill(words)
        self.presses("Keep", "main section.ds-card form")

    def checks_the_promise(self, address: str, how: str) -> None:
        """What the service said it did, seen with own eyes."""
        self.opens(address)
        form = "main form[action*='/plan/']:has([name=v-state])"
        self.unfolds("Write down what we saw")
        self.fills(form, **{"v-state": "verified", "v-words": how})
        self.presses("Keep", form)

    def finds_it_carried_out(self, address: str, how: str) -> None:
        self.opens(address)
        form = "main form[action$='/finds/']"
        self.unfolds("Write down what we found")
        self.fills(form, **{"o-finds": "implemented", "o-note": how})
        self.presses("Keep", form)

    def _name(self, field: str) -> str:
        return self.page.locator(field).first.get_attribute("name") or ""
