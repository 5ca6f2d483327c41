"""What one place of a file gives away is found at the others, and streets without a number where the sentence says so."""

import pytest

from ombuds.deidentification.engine import find, find_all
from ombuds.deidentification.engine.spans import PROPAGATION, Kind


def masked(text: str, language: str, kind: Kind) -> list[str]:
    return [text[s.start : s.end] for s in find(text, language) if s.kind is kind]


@pytest.mark.parametrize(
    ("language", "text", "street"),
    [
        ("nl", "Ik woon op Hof ter Weze 12, 9000 Gent. Er is lawaai in Hof ter Weze.", "Hof ter Weze"),
        ("de", "Wir wohnen Werthplatz 4, 4700 Eupen. Am Werthplatz ist es laut.", "Werthplatz"),
    ],
)
def test_a_street_found_by_its_number_is_found_without_it(language: str, text: str, street: str) -> None:
    found = find(text, language)
    assert [text[s.start : s.end] for s in found if s.source == PROPAGATION] == [street]


def test_a_street_of_one_paper_is_found_in_another_of_the_case() -> None:
    letter, note = "Ik woon op Hof ter Weze 12, 9000 Gent.", "Hij belt over Hof ter Weze."
    _, found = find_all([(letter, "nl"), (note, "nl")])
    assert [note[s.start : s.end] for s in found] == ["Hof ter Weze"]


def test_a_town_behind_its_postcode_makes_no_street_of_the_town() -> None:
    text = "Mijn adres: Kerkstraat 3, 9000 Gent. In Gent is er een loket."
    assert [(text[s.start : s.end], s.kind) for s in find(text, "nl")][-1] == ("Gent", Kind.PLACE)


@pytest.mark.parametrize(
    ("language", "text", "streets"),
    [
        ("nl", "Hij heeft in de Bredabaan nog drie panden en op de Zandpoortvest een garage.", ["Bredabaan", "Zandpoortvest"]),
        ("nl", "Er was file op de Rijbaan en in de Markt.", []),
        ("de", "Er hat Häuser in der Straße Obere Ibern und in der Straße Am Bahndamm.", ["Obere Ibern", "Am Bahndamm"]),
        ("de", "In der Straße Kinder spielen zu sehen, freut uns.", []),
    ],
)  # fmt: skip
def test_a_street_alone_is_found_where_the_sentence_says_so(
    language: str, text: str, streets: list[str]
) -> None:
    assert masked(text, language, Kind.ADDRESS) == streets


@pytest.mark.parametrize("words", ["trouble autistique", "troubles du sommeil", "trouble bipolaire"])
def test_a_disorder_is_health(words: str) -> None:
    assert masked(f"Mon fils a un {words} depuis toujours.", "fr", Kind.HEALTH) == [words]


def test_other_troubles_are_none() -> None:
    assert not masked("Les troubles politiques et un trouble de voisinage.", "fr", Kind.HEALTH)


def test_a_small_particle_belongs_to_the_name_where_no_other_word_can_stand() -> None:
    text = "Selon de Brouwer, c'est faux.\n\nde Brouwer le savait."
    assert masked(text, "fr", Kind.PERSON) == ["de Brouwer", "de Brouwer"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "In Torhout nobody knows a Vo or his van.", "Vo"),
        ("nl", "Daar kent niemand een Yang. Het huis is leeg.", "Yang"),
        ("fr", "Un homme a sonné, un certain Petit, avec une lettre.", "Petit"),
        ("de", "Am Telefon war ein gewisser Wang, der nichts wusste.", "Wang"),
    ],
)
def test_somebody_is_a_name_whatever_it_looks_like(language: str, text: str, name: str) -> None:
    assert masked(text, language, Kind.PERSON) == [name]


def test_the_initial_of_a_man_of_a_firm_is_in_the_span() -> None:
    text = "His builder, O. Ebrahimi of Lammens Roofing bv, will not wait."
    assert "O. E" not in "".join(text[: min(s.start for s in find(text, "en"))])
