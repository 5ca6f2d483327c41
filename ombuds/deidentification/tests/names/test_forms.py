"""Every form of a name: with commas in lists, with initials, with a label, beside a known one."""

import pytest

from ombuds.deidentification.engine import KnownIdentifiers, Person, find
from ombuds.deidentification.engine.lexicons import gender_of
from ombuds.deidentification.engine.spans import Kind


def people(text: str, language: str, known: KnownIdentifiers | None = None) -> list[str]:
    return [text[s.start : s.end] for s in find(text, language, known) if s.kind is Kind.PERSON]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("nl", "Afwezig: Coppens, Hendrik; De Wit, Rose\n", ["Coppens, Hendrik", "De Wit, Rose"]),
        ("nl", "1. Brovelkens, Tjorven - getuige\n2. Maes, A.\n", ["Brovelkens, Tjorven", "Maes, A."]),
        ("fr", "cc : barry, coumba; urbain, dominique\n", ["barry, coumba", "urbain, dominique"]),
        ("fr", "NOM : COPPENS Hendrik Jozef", ["COPPENS Hendrik Jozef"]),
        ("en", "   Surname .........: Marsh\n   First name ......: Grace\n", ["Marsh", "Grace"]),
        ("en", "Smith, J.A.; O'Neill, S.\n", ["Smith, J.A.", "O'Neill, S."]),
    ],
)
def test_the_entries_of_a_list_are_one_name_each(language: str, text: str, wanted: list[str]) -> None:
    assert people(text, language) == wanted


def test_people_in_a_sentence_stay_apart() -> None:
    assert people("Anna, Piet en Karel kwamen langs.", "nl") == ["Anna", "Piet", "Karel"]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("nl", "Ook J.-w. Do was er.", "J.-w. Do"),
        ("nl", "Getekend door M.-R. Cuypers te Gent.", "M.-R. Cuypers"),
        ("fr", "La réunion avec B. Delvaux de Fenffe a eu lieu.", "B. Delvaux de Fenffe"),
        ("fr", "Le nommé WA KASONGO Christian est venu.", "WA KASONGO Christian"),
        ("en", "Signed by St. John Howard yesterday.", "St. John Howard"),
        ("de", "Der Greffier, S.\nLentz-Plumacher, unterschreibt.", "S.\nLentz-Plumacher"),
    ],
)
def test_initials_and_particles_belong_to_the_name(language: str, text: str, wanted: str) -> None:
    assert wanted in people(text, language)


def test_a_known_name_takes_along_what_belongs_to_it() -> None:
    known = KnownIdentifiers(people=(Person("Käthe", "Güsting"),))

    assert people("Sachbearbeiter: K Kessel-Güsting", "de", known) == ["K Kessel-Güsting"]


def test_a_case_file_never_makes_less_found() -> None:
    known = KnownIdentifiers(people=(Person("Jef", "Linden"), Person("Ann", "Meyer")))
    for text in (
        "Van der Linden belde.",
        "Volgens De Meyer, Ann is dat zo.",
        "J Linden en A. De Meyer tekenden.",
    ):
        alone, with_case = (
            {i for s in find(text, "nl", k) for i in range(s.start, s.end)} for k in (None, known)
        )
        assert alone <= with_case


def test_a_surname_that_is_an_office_is_a_name() -> None:
    assert people("Het kind Blanche De Koning verblijft elders.", "nl") == ["Blanche De Koning"]


def test_the_sex_of_names_from_elsewhere() -> None:
    assert [gender_of(name) for name in ("mamadou", "fatoumata", "oluwaseun")] == ["m", "f", "m"]
