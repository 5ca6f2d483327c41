"""A text is read for names without touching a mouse: from the draft to the replaced text."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.accessibility import Accessibility
from tests.journeys.people.writer import Writer

NL = (
    "Mevrouw Achterberg belde naar 0475 12 34 56. Mevrouw Zonneveld hielp haar. "
    "Later kreeg mevrouw Achterberg een brief. Haar buurvrouw Wolkje wachtte."
)
FR = "Madame Achterberg a téléphoné. Madame Zonneveld l'a aidée."
MOST_TABS = 120


class Typist(Writer):
    """Uses the keyboard only."""

    def types(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def tabs_to(self, words: str) -> None:
        """Goes on with Tab until something with these words has the focus, like anybody without a mouse."""
        for _ in range(MOST_TABS):
            if words in self.focused():
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to “{words}”")

    def focused(self) -> str:
        found: str = self.page.evaluate(
            "document.activeElement.matches('a, button, summary') ? document.activeElement.innerText : ''"
        )
        return found

    def on_the_page(self, words: str) -> None:
        expect(self.page.locator("#queue-title")).to_contain_text(words)

    def is_at(self, words: str) -> None:
        """The chosen place is about these words."""
        expect(self.page.locator(".place[aria-current] .place-jump")).to_contain_text(words)


def _has_a_draft(karim: Typist) -> None:
    karim.opens("/staff/publications/new/")
    karim.fills(kind="story")
    karim.presses("Make a draft")
    for language, body in (("nl", NL), ("fr", FR)):
        karim.writes_in(language, body)


def test_a_text_is_read_for_names_by_keyboard_alone(
    log_in: Callable[..., Page], accessibility: Accessibility
) -> None:
    karim = Typist(log_in("handler"), accessibility)
    karim.opens("/staff/me/")
    karim.prefers("en")
    _has_a_draft(karim)
    address = karim.page.url

    karim.tabs_to("Read for names")
    karim.types("Enter")
    expect(karim.page.locator("h1")).to_have_text("Read for names")
    karim.tabs_to("Start reading")
    karim.types("Enter")
    karim.on_the_page("places to decide")
    karim.page.wait_for_function("document.activeElement.classList.contains('place')")
    accessibility(karim.page)
    before = karim.page.locator(".place[data-open]").count()

    while "Achterberg" not in karim.page.locator(".place[aria-current] .place-jump").inner_text():
        karim.types("j")
    karim.types("e")  # replaced everywhere, in both languages
    expect(karim.page.locator(".place[data-open]")).to_have_count(before - 3)
    karim.types("u")
    expect(karim.page.locator(".place[data-open]")).to_have_count(before)
    while "Zonneveld" not in karim.page.locator(".place[aria-current] .place-jump").inner_text():
        karim.types("j")
    karim.types("d")
    expect(karim.page.locator("#ask")).to_contain_text("Zonneveld")
    accessibility(karim.page)
    karim.types("n")
    expect(karim.page.locator("#ask")).to_have_count(0)

    karim.types("w")
    karim.page.keyboard.type("Wolkje")
    karim.types("Enter")
    expect(karim.page.locator(".marked .mark-masked")).to_contain_text(["Wolkje"])
    expect(karim.page.locator("#ask")).to_contain_text("always take this for a name")
    karim.types("n")
    expect(karim.page.locator("#ask")).to_have_count(0)
    while waiting := karim.page.locator(".place[data-open]").count():
        karim.types("a")
        expect(karim.page.locator(".place[data-open]")).to_have_count(waiting - 1)
    karim.page.wait_for_function("document.activeElement.innerText === 'I have read it all'")
    karim.types("Enter")
    karim.on_the_page("Read to the end")

    karim.tabs_to("See the result")
    karim.types("Enter")
    expect(karim.page.locator("h1")).to_have_text("The result")
    accessibility(karim.page)
    karim.tabs_to("Put it in the draft")
    karim.types("Enter")
    karim.page.wait_for_url(address)
    text = karim.text_in("nl")
    assert "Achterberg" not in text
    assert "Wolkje" not in text
    assert "Zonneveld l'a aidée" in karim.text_in("fr")  # the first of the queue, which was left
