"""Identifiers of any case of the base, in any spelling."""

import pytest

from ombuds.deidentification.engine.known import Address, KnownIdentifiers, Person
from ombuds.deidentification.intruder import Base, BaseCase, Holding, examine
from ombuds.deidentification.intruder.publication import Publication

PEOPLE = [("Jan", "Peeters"), ("Mariette", "Vandenbossche"), ("Aïcha", "El Khattabi"), ("Wim", "Quaghebeur")]


@pytest.fixture(scope="module")
def register() -> Base:
    """Four named people and thirty more called Peeters."""
    known = [
        KnownIdentifiers(
            people=(Person(first, last),),
            addresses=(Address("Lindelaan", str(70 + n), "9000", "Gent"),),
            emails=(f"{first[0].lower()}{n}@voorbeeld.be",),
            national_numbers=(f"85.07.3{n}-033.2{n}",),
            phones=(f"0475 12 34 5{n}",),
            references=(f"OB/2024/0077{n}",),
        )
        for n, (first, last) in enumerate(PEOPLE)
    ]
    known += [KnownIdentifiers(people=(Person("Els", "Peeters"),)) for _ in range(30)]
    return Base.of(
        BaseCase(f"c{n}", "nl", ("De dienst vroeg een bewijs van woonst.",), {}, names)
        for n, names in enumerate(known)
    )


def found(text: str, register: Base) -> list[str]:
    return [value.text for value in examine([("text", text)], "nl", Holding(register)).true_values]


@pytest.mark.parametrize(
    "text",
    [
        "Volgens Jan Peeters duurde het lang.",
        "Volgens PEETERS, JAN duurde het lang.",
        "Volgens J. Peeters duurde het lang.",
        "Volgens Mariette Van den Bossche duurde het lang.",
        "Volgens Mariete Vandenbosche duurde het lang.",
        "Selon Aicha Elkhattabi, c'était long.",
        "De zaak Quaghebeur kwam in de pers.",
        "Zij woont in de Lindelaan 71.",
        "Schrijf naar j0@voorbeeld.be of bel.",
        "Nummer 850730 03320 staat erin.",
        "Bel +32 475 12.34.51 voor meer.",
        "Zie dossier ob-2024-00772 van vorig jaar.",
    ],
)
def test_a_true_value_is_found(text: str, register: Base) -> None:
    assert found(text, register), text


@pytest.mark.parametrize(
    "text",
    [
        "Volgens Jan duurde het lang.",
        "De familie Peeters is groot.",
        "Zij woont in de Lindelaan.",
        "Els vroeg een bewijs van woonst in Gent.",
        "In 2024 waren er 771 klachten.",
    ],
)
def test_what_thousands_share_is_no_identifier_of_a_case_that_the_text_does_not_rest_on(
    text: str, register: Base
) -> None:
    assert found(text, register) == []


def test_of_the_true_case_the_first_name_counts_too(register: Base) -> None:
    verdict = examine(
        [("text", "Volgens Mariette duurde het lang.")], "nl", Holding(register, frozenset(["c1"]))
    )
    assert [v.text for v in verdict.true_values] == ["Mariette"]


def test_places_in_the_text_are_those_of_the_original(register: Base) -> None:
    text = "Œuvre… ﬁn. Volgens Jan Peeters duurde het."
    value = examine([("text", text)], "nl", Holding(register)).true_values[0]
    assert text[value.start : value.end] == "Jan Peeters"


def test_a_word_that_the_office_taught_is_nobodys_name_except_in_the_case_itself(register: Base) -> None:
    alone, whole = (
        [("text", "De zaak Quaghebeur kwam in de pers.")],
        [("text", "Wim Quaghebeur schreef ons.")],
    )
    taught = frozenset({"quaghebeur"})

    def values(text: list[tuple[str, str]], truth: str, never: frozenset[str]) -> tuple[object, ...]:
        return examine(text, "nl", Holding(register, frozenset([truth]), never_names=never)).true_values

    assert values(alone, "c9", frozenset())
    assert not values(alone, "c9", taught)
    assert values(alone, "c3", taught), "it is the name of this very case"
    assert values(whole, "c9", taught), "first and last name are a name"


def test_the_name_of_a_part_tells_its_language() -> None:
    publication = Publication([("fr/title", "Un mail"), ("title", "Een mail"), ("file/1/text", "Mail")], "nl")
    assert publication.languages == {"fr/title": "fr", "title": "nl", "file/1/text": "nl"}
