"""A role takes the place of a name only where nobody has said it already."""

import pytest

from ombuds.deidentification.engine import KnownIdentifiers, Mode, Person, deidentify

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
