import pytest

from ombuds.deidentification.engine.language import guess

SHORT = {
    "nl": [
        "Bel mij terug a.u.b.",
        "Kunt u mij helpen?",
        "Factuur dubbel aangerekend",
        "Waar blijft mijn geld",
    ],
    "fr": ["Rappelez-moi svp", "Très mécontent !", "Facture comptée deux fois", "Bonjour, ici Sophie"],
    "en": ["Please call me back", "Very unhappy!", "Charged twice for one invoice", "Still no news"],
    "de": ["Keine Antwort bekommen", "Danke, Hans", "Rechnung doppelt berechnet", "Sehr unzufrieden!"],
}


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in SHORT.items() for text in texts]
)
def test_the_language_of_a_line_is_guessed(language: str, text: str) -> None:
    assert guess(text) == language


def test_a_long_text_is_decided_by_its_small_words_whatever_names_stand_in_it() -> None:
    assert (
        guess("Straßburger Müllergäßchen, Königsberg. " + "I went to the town hall and was told no. " * 3)
        == "en"
    )


@pytest.mark.parametrize("text", ["", "   ", "12345", "😀", "Здравствуйте"])
def test_a_text_that_shows_nothing_is_read_as_dutch(text: str) -> None:
    assert guess(text) == "nl"
