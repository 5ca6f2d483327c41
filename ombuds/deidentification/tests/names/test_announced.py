"""Names that the words around them announce, whatever they mean elsewhere."""

import pytest

from ombuds.deidentification.engine import find
from ombuds.deidentification.engine.known import from_case_file


def masked(text: str, language: str, first: str = "", last: str = "") -> list[str]:
    known = from_case_file({"parties": [{"first": first, "last": last}]}) if first else None
    return [text[s.start : s.end] for s in find(text, language, known)]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "J'ai parlé avec Monsieur Le. Il a dit oui.", "Le"),
        ("nl", "Zie de brief van mr. Wouter Van 't Hof. Hij kwam niet.", "Wouter Van 't Hof"),
        ("en", "The woman at the desk, I think her name was April, said so.", "April"),
        ("nl", "Een bediende die Tuur heette, toonde mij een lijst.", "Tuur"),
        ("de", "Die Dame am Telefon nannte sich Engel und legte auf.", "Engel"),
        ("fr", "Le voisin d'en face, Pèlerin, a saisi la justice de paix.", "Pèlerin"),
        ("fr", "Un employé du nom de Parfait m'a montré une liste.", "Parfait"),
        ("nl", "De schepen, ene Zomers, heeft mij niet ontvangen.", "Zomers"),
        ("de", "Die Beschwerde nahm Pfarrer Wolf König entgegen.", "Wolf König"),
        ("nl", "Kan u mij helpen?\n\nSjarelke", "Sjarelke"),
        ("fr", "Il dit que Pol M. du service technique viendra.", "Pol M."),
    ],
)
def test_what_is_announced_is_a_name(language: str, text: str, name: str) -> None:
    assert name in masked(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Monsieur Le Directeur et Madame la Ministre sont absents."),
        ("nl", "Mevrouw de Voorzitter opende de zitting."),
        ("de", "Er war ein Freund der Familie. Darum lehnte das Amt ab."),
        ("fr", "Sexe : F    Langue : français"),
        ("fr", "Celles\n\nRecommandé"),
    ],
)
def test_an_office_or_a_label_is_none(language: str, text: str) -> None:
    assert not [s for s in find(text, language) if s.kind == "person"]


def test_a_name_found_whole_is_found_again_as_an_everyday_word() -> None:
    text = "Wir haben Herrn Richter bezahlt. Jetzt ist Richter in Pension. Der Richter entschied."
    places = [s.start for s in find(text, "de") if s.kind == "person"]
    assert places == [text.index("Richter"), text.index("ist Richter") + 4]


def test_a_word_of_another_language_is_a_slip_of_a_known_name() -> None:
    assert "maurern" in masked("her daughter maurern goes to school", "en", "Maureen", "Pemberton")


def test_an_age_before_a_known_name_on_the_next_line_is_no_name() -> None:
    found = find(
        "J'ai 22 ans.\nWILLEMS refuse.",
        "fr",
        from_case_file({"parties": [{"first": "Ans", "last": "Willems"}]}),
    )
    assert [(s.kind, s.start) for s in found] == [("age", 5), ("person", 13)]
