"""Two people of one surname in one story stay two people, whatever the finder tied together."""

import re

import pytest

from ombuds.deidentification.engine import KnownIdentifiers, Mode, Person, deidentify
from ombuds.deidentification.engine.inventing import likely_gender


def told(text: str, language: str, mode: Mode = Mode.FICTION, known: KnownIdentifiers | None = None) -> str:
    return deidentify(text, language=language, mode=mode, seed=3, known=known or KnownIdentifiers()).text


@pytest.mark.parametrize(
    ("text", "language", "title"),
    [("Mrs Ashworth asked for the pension of her late husband, Mr Gerald Ashworth. Mr Ashworth died in March.", "en", "Mr"),
     ("Mevrouw Janssens belde over haar man, de heer Willy Janssens. De heer Janssens wacht.", "nl", "heer"),
     ("Mme Lambert écrit au sujet de son mari, M. Gérard Lambert. M. Lambert attend.", "fr", "M."),
     ("Frau Schneider schrieb wegen ihres Mannes, Herrn Gerhard Schneider. Herr Schneider wartet.", "de", "Herrn")],
)  # fmt: skip
def test_the_husband_of_a_wife_without_a_first_name_gets_the_name_of_a_man(
    text: str, language: str, title: str
) -> None:
    found = re.search(rf"{re.escape(title)} (\w+) (\w+)[.,]", told(text, language))
    assert found is not None
    assert likely_gender(found.group(1)) == "m"
    assert told(text, language).count(found.group(2)) == 3  # and the family its one name


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [("De heer Peeters kwam langs. Zijn vrouw, mevrouw Peeters, belde. Peeters vroeg om raad. De heer Peeters wacht.", "nl",
      "De heer B kwam langs. Zijn vrouw, mevrouw C, belde. C vroeg om raad. De heer B wacht."),
     ("M. Dupont est venu. Son épouse, Mme Dupont, a téléphoné. M. Dupont attend.", "fr",
      "M. B est venu. Son épouse, Mme C, a téléphoné. M. B attend."),
     ("Mrs Ashworth wrote about her husband, Mr Gerald Ashworth. Gerald had paid. Mrs Ashworth had not.", "en",
      "Mrs B wrote about her husband, Mr C. C had paid. Mrs B had not."),
     ("Mevrouw An Claes wacht. Mr. Claes pleit voor zichzelf.", "nl", "Mevrouw B wacht. Mr. B pleit voor zichzelf."),
     ("Peter Collins and his son Mark Collins wrote. Mark wrote first, then Peter.", "en", "B and his son C wrote. C wrote first, then B.")],
)  # fmt: skip
def test_two_people_get_two_letters_and_one_gets_one(text: str, language: str, expected: str) -> None:
    assert told(text, language, Mode.PSEUDONYM) == expected


def test_the_wife_is_not_the_man_of_the_case_file() -> None:
    known = KnownIdentifiers(people=(Person("Gerald", "Ashworth", gender="m"),))
    text = "Gerald Ashworth wrote. Mrs Ashworth had paid. Mr Ashworth had not."
    assert told(text, "en", Mode.PSEUDONYM, known) == "B wrote. Mrs C had paid. Mr B had not."


def test_who_is_named_by_a_first_name_that_fits_no_title_is_one_of_two() -> None:
    story = told("Ik ben Gerard Maes. Mijn vrouw, mevrouw Maes, belde u.", "nl")
    first = story.removeprefix("Ik ben ").partition(" ")[0]
    assert likely_gender(first) == "m"


def test_her_surname_is_another_ones_first_name() -> None:
    known = KnownIdentifiers(
        people=(Person("Nguyen", "Demir", gender="m"), Person("Oumou", "Nguyen", gender="f"))
    )
    text = "Mevrouw Nguyen belde Nguyen. Nguyen Demir wacht."
    assert told(text, "nl", Mode.PSEUDONYM, known) == "Mevrouw B belde C. C wacht."
