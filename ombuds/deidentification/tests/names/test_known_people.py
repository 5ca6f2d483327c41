"""Everybody whom the case file names, in every form in which people write names."""

import pytest

from ombuds.deidentification.engine import KnownIdentifiers, Person, find

CASE = KnownIdentifiers(
    people=(
        Person("Albert", "Van den Bossche"),
        Person("Mohamed", "El Ouazzani"),
        Person("Jean-Pierre", "Dubois-Lambert"),
        Person("Aleksandr", "Kuznetsov"),
        Person("Mei", "Li"),
        Person("An", "De Wit"),
        Person("Rose", "Petit"),
    )
)


def known(text: str, language: str = "nl") -> list[tuple[str, str]]:
    return [(text[s.start : s.end], s.entity) for s in find(text, language, CASE) if s.source == "known"]


@pytest.mark.parametrize(
    ("written", "person"),
    [
        ("Albert Van den Bossche", 0), ("VAN DEN BOSSCHE Albert", 0), ("Vandenbossche", 0), ("Vanden Bossche, Albert", 0), ("A. van den Bossche", 0),
        ("Bert Van den Bossche", 0), ("Bert", 0), ("Van den Bosche", 0), ("albert vandenbossche", 0), ("Van\nden Bossche", 0), ("A.V.d.B.", 0), ("Alberts", 0),
        ("Mohamed El Ouazzani", 1), ("Mohammed Elouazzani", 1), ("EL OUAZZANI Mohammad", 1), ("M. El Ouazzani", 1), ("Ouazani", 1), ("0uazzani", 1),
        ("Jean-Pierre Dubois-Lambert", 2), ("J.-P. Dubois", 2), ("Lambert", 2), ("jeanpierre dubois", 2), ("J.P.D.", 2), ("DUBOIS LAMBERT Jean Pierre", 2),
        ("Alexander Kuznetsov", 3), ("Kuznetsow", 3), ("Sasha Kuznetsov", 3),
        ("Mei Li", 4), ("Li", 4), ("LI Mei", 4),
        ("An De Wit", 5), ("mevrouw de wit", 5), ("De Wit, An", 5), ("A. De Wit", 5),
        ("Rose Petit", 6), ("Rose Petit's", 6), ("PETIT Rose", 6),
    ],
)  # fmt: skip
def test_each_form_is_known_as_that_person(written: str, person: int) -> None:
    text = f"Wij hoorden dat {written} dit schreef."
    title = "mevrouw " if written.startswith("mevrouw ") else ""

    assert known(text) == [(written.removeprefix(title), f"person:{person}")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "de muur is wit en de kamer is an sich klein"),
        ("fr", "un petit détail sur la rose"),
        ("nl", "hij li ep naar huis in mei"),
    ],
)
def test_everyday_words_are_not_the_people_called_so(language: str, text: str) -> None:
    assert known(text, language) == []


def test_two_sentences_are_not_joined_to_one_name() -> None:
    assert [name for name, _ in known("Dat zei Albert. Li zweeg.")] == ["Albert", "Li"]


def test_another_given_name_before_a_known_family_name_is_somebody_else() -> None:
    (name, entity), *_ = known("Rebecca Kuznetsov kwam ook.")

    assert name == "Rebecca Kuznetsov"
    assert entity != "person:3"
