import pytest

from ombuds.deidentification.engine import Kind, find, from_case_file
from ombuds.deidentification.tests.people import CASE


def found(text: str, language: str = "nl") -> list[tuple[str, str]]:
    return [(text[s.start : s.end], s.kind.value) for s in find(text, language, CASE) if s.source == "known"]


@pytest.mark.parametrize(
    "written",
    [
        "Aïcha El Ouariachi",
        "aicha el ouariachi",
        "AÏCHA EL OUARIACHI",
        "El Ouariachi, Aïcha",
        "ELOUARIACHI Aicha",
        "A. El Ouariachi",
        "Jan Vandenbossche",
        "Van den Bossche",
        "J. Van den Bossche",
        "Van Den Bosche",
        "Marie-Hélène D’Hondt",
        "Marie Helene Dhondt",
        "M.-H. D'Hondt",
        "A\u00efcha El Ouari\u00adachi",
        "Ai\u0308cha El Oua\u200briachi",
        "Ouari-\nachi",
        "Aïсha El Ouariachi",
        "Ng",
        "Post",
    ],
)
def test_a_name_is_found_however_it_is_written(written: str) -> None:
    text = f"Wij hoorden dat {written} dit schreef."

    assert [kind for _, kind in found(text)] == ["person"] * len(found(text)) != []
    covered = "".join(part for part, _ in found(text))
    assert len(covered) >= len(written) - 6


def test_the_possessive_belongs_to_the_name() -> None:
    assert found("Jans brief en Aïcha's dossier") == [("Jans", "person"), ("Aïcha's", "person")]


def test_a_short_or_everyday_name_in_lower_case_is_just_a_word() -> None:
    assert found("Hij deed de brief op de post.") == []
    assert found("Mijnheer Post deed de brief weg.") == [("Post", "person")]


@pytest.mark.parametrize(
    "written",
    ["Kerkstraat 12", "kerkstraat 12 bus 3, 1050 Elsene", "Kerkstr. 12", "7, av. de la Couronne", "AVENUE DE LA COURONNE 7 bte 4", "Elsene", "Ixelles",
     "1060 Sint-Gillis", "1050"],
)  # fmt: skip
def test_addresses_and_towns_are_found_in_both_languages(written: str) -> None:
    parts = found(f"Zij woont nu: {written}.")

    assert parts
    assert all(kind in {"address", "place"} for _, kind in parts)
    assert "".join(p for p, _ in parts).replace(" ", "").strip(".,") == written.replace(" ", "").strip(".,")


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("0475/12.34.56", Kind.PHONE),
        ("+32 475 123456", Kind.PHONE),
        ("02 555 12 34", Kind.PHONE),
        ("85073003328", Kind.NATIONAL_NUMBER),
        ("be68539007547034", Kind.IBAN),
        ("OM-2025-123", Kind.REFERENCE),
        ("om.2025.123", Kind.REFERENCE),
        ("FIN 44 8812 B", Kind.REFERENCE),
        ("AICHA.ELOUARIACHI@mail.example", Kind.EMAIL),
        ("30 juli 1985", Kind.DATE),
        ("30/07/1985", Kind.DATE),
        ("1985-07-30", Kind.DATE),
        ("3 mars 2025", Kind.DATE),
        ("lundi 3 mars 2025", Kind.DATE),
        ("vzw de kleine vis", Kind.ORGANISATION),
    ],
)
def test_numbers_dates_and_organisations_are_found_in_every_dress(written: str, kind: Kind) -> None:
    assert found(f"Zie {written} hierboven") == [(written, kind.value)]


def test_the_service_complained_about_stays_named_with_its_town() -> None:
    assert found("De Gemeente Elsene antwoordde niet.") == []


def test_without_a_case_file_forms_and_check_digits_still_find() -> None:
    text = "Mevrouw Janssens, rijksregister 85.07.30-033.28, BE68 5390 0754 7034, x@y.be, 0470 11 22 33, 1-ABC-234, Lindelaan 4."
    kinds = {s.kind for s in find(text, "nl")}

    assert kinds >= {
        Kind.PERSON,
        Kind.NATIONAL_NUMBER,
        Kind.IBAN,
        Kind.EMAIL,
        Kind.PHONE,
        Kind.PLATE,
        Kind.ADDRESS,
    }


def test_an_account_number_with_a_wrong_check_digit_is_doubtful() -> None:
    """Typing errors exist: it is shown, but as less sure than one whose check digits fit."""
    (wrong,) = find("BE68 5390 0754 7035", "nl")
    (right,) = find("BE68 5390 0754 7034", "nl")

    assert wrong.kind is right.kind is Kind.IBAN
    assert wrong.confidence < 0.7 < right.confidence


@pytest.mark.parametrize(
    ("case_file", "text", "whole"),
    [
        ({"dob": "1966-12-10"}, "My national number is 661210-155-45.", "661210-155-45"),
        ({"dob": "1966-12-10"}, "My national number is 66.12.10-155.45.", "66.12.10-155.45"),
        (
            {"parties": [{"last": "Diallo"}]},
            "Write to f.diallo@mail.example, please.",
            "f.diallo@mail.example",
        ),
    ],
)
def test_what_the_case_knows_inside_a_number_or_address_covers_the_whole(
    case_file: dict[str, object], text: str, whole: str
) -> None:
    spans = find(text, "en", from_case_file(case_file))
    assert [(text[s.start : s.end], s.source) for s in spans if whole[:4] in text[s.start : s.end]] == [
        (whole, "known")
    ]


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
@pytest.mark.parametrize("nothing", ["", "\n", "…", "12"])
def test_where_nothing_is_to_be_found_nothing_is(nothing: str, language: str) -> None:
    assert find(nothing, language) == []


def test_the_monsieur_after_an_hour_is_no_minute() -> None:
    for text in ("Note du 26/08 à 15h10\nM. Okitundu appelle.", "Note du 26/08 à 15h10 M. Okitundu appelle."):
        assert ("15h10", "time") in [(text[s.start : s.end], s.kind.value) for s in find(text, "fr")]
