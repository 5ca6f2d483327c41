"""A role takes the place of a name only where nobody has said it already."""

import pytest

from ombuds.deidentification.engine import KnownIdentifiers, Mode, Person, deidentify
from ombuds.deidentification.engine.agreement import check_agreement

FAMILY = KnownIdentifiers(
    people=(
        Person("Marie", "Dupont", "wife", "f"),
        Person("Jan", "Peeters", "complainant", "m"),
        Person("Tom", "Maes", "son", "m"),
    )
)


@pytest.mark.parametrize(
    ("language", "told", "expected"),
    [
        ("fr", "Mon épouse Marie Dupont a appelé.", "Mon épouse B a appelé."),
        ("fr", "Ma femme, Marie Dupont, a appelé.", "Ma femme, B, a appelé."),
        ("fr", "L'épouse, Marie Dupont, a appelé.", "L'épouse, B, a appelé."),
        ("nl", "Mijn vrouw Marie Dupont belde.", "Mijn vrouw B belde."),
        ("nl", "Mijn zoon, Tom Maes, belde.", "Mijn zoon, B, belde."),
        ("en", "My son Tom Maes phoned.", "My son B phoned."),
        ("de", "Meine Frau Marie Dupont rief an.", "Meine Frau B rief an."),
        ("nl", "Marie Dupont belde.", "De echtgenote belde."),
        ("fr", "Selon Tom Maes, c'est fini.", "Selon le fils, c'est fini."),
    ],
)
def test_nobody_is_called_my_wife_the_wife(language: str, told: str, expected: str) -> None:
    assert deidentify(told, language=language, known=FAMILY, mode=Mode.PSEUDONYM).text == expected


def test_monsieur_before_a_name_with_an_apostrophe_is_no_initial() -> None:
    known = KnownIdentifiers(people=(Person("Éric", "'t Jampens", "", "m"),))
    text = deidentify(
        "Selon M. 't Jampens, c'est fini.", language="fr", known=known, mode=Mode.FICTION, seed=3
    ).text
    assert text.startswith("Selon M. ")
    assert "Jampens" not in text


def test_the_capital_de_of_a_name_is_no_small_word() -> None:
    assert not check_agreement("Selon Vanda De Angelis, c'est fini.", "fr", {})
    assert check_agreement("De Anne nous vient une lettre.", "fr", {})
    assert check_agreement("La lettre de Anne manque.", "fr", {})


def test_a_neighbour_is_not_made_a_worker() -> None:
    told = "Tom Maes is de buurman van Marie Dupont en hielp haar."
    text = deidentify(told, language="nl", known=FAMILY, mode=Mode.FICTION, seed=3).text
    assert "is de buurman van" in text
