"""What the case file knows, in the dresses that a pattern without it would miss."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombuds.deidentification.engine import Address, KnownIdentifiers, find, from_case_file
from ombuds.deidentification.engine.known import CaseFileWrong
from ombuds.deidentification.tests.values.marking import marked

KNOWN = KnownIdentifiers(
    addresses=(Address("Chaussée de Charleroi", "112", "1060", "Saint-Gilles"), Address("Vredestraat", "7", "9000", "Gent")),
    emails=("aicha.elouariachi@mail.example",),
    phones=("0475 12 34 56",),
    national_numbers=("85.07.30-033.28",),
    ibans=("BE68 5390 0754 7034",),
    references=("OM.2025.123456",),
    organisations=("VZW De Kleine Vis", "Bouwbedrijf Haverals NV", "De Garage Ravelhoek en Zonen"),
    birth_dates=(date(1985, 7, 30),),
)  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Zij woont ⟦Charleroisesteenweg 112 te Sint-Gillis⟧.",
        "Zij woont in de ⟦Vredesstraat 7⟧.",
        "Elle habite ⟦rue de la Paix 7⟧.",
        "Rekening eindigend op ⟦7034⟧.",
        "Rekening ⟦BE68 5390 O754 7O34⟧.",
        "Rekening ⟦BE68 5390 0754 7043⟧.",
        "Nummer ⟦0475 12 34 65⟧.",
        "Haar adres begint met ⟦aicha.elouariachi⟧ en dan een apenstaartje.",
        "Dossier ⟦2025 123456⟧ van vandaag.",
        "Bij ⟦De Kleine Vis⟧ en bij ⟦Haverals⟧.",
        "Daar is ⟦Kleine Vis⟧ weer, en het was een kleine vis.",
        "Ik ga naar ⟦garage ravelhoek⟧.",
        "Ik woon ⟦Charleroi 112⟧ bij ⟦Sint-Gillis⟧.",
        "Geboren ⟦30071985⟧ of ⟦1985/07/30⟧.",
        "⟦30 juli 1985⟧, ⟦Vredestraat 7, 9000 Gent⟧.",
        "(⟦30/07/1985⟧, ⟦Vredestraat 7, 9000 Gent⟧)",
    ],
)
def test_a_known_value_is_found_in_this_dress(sentence: str) -> None:
    assert marked(sentence, "nl", KNOWN) == sentence


def test_a_number_that_only_looks_alike_is_not_the_known_one() -> None:
    assert (
        marked("Er waren 0475 brieven en 12 kaarten.", "nl", KNOWN) == "Er waren 0475 brieven en 12 kaarten."
    )


def test_a_case_file_may_give_one_value_or_many_and_keys_nobody_knows() -> None:
    known = from_case_file(
        {
            "parties": {"first": "Jan", "last": "Claes"},
            "address": "Kerkstraat 12, 9000 Gent",
            "dob": "30 juli 1985",
            "phone": [475123456],
            "refs": None,
            "colour": {"deep": [1]},
        }
    )

    assert known.people[0].last == "Claes"
    assert known.addresses == (Address("Kerkstraat", "12", "9000", "Gent"),)
    assert known.birth_dates == (date(1985, 7, 30),)
    assert known.phones == ("475123456",)


def test_several_spellings_inside_one_party_or_address_are_all_known() -> None:
    known = from_case_file(
        {
            "parties": {"first": ["Wim", "Willem"], "last": ["Claes"], "role": ["complainant", "owner"]},
            "address": {"street": "Kerkstraat", "nr": [12, "14"]},
        }
    )

    assert [(p.first, p.last, p.role) for p in known.people] == [
        ("Wim", "Claes", "complainant"),
        ("Willem", "Claes", "complainant"),
    ]
    assert [a.number for a in known.addresses] == ["12", "14"]


def test_many_lists_in_one_party_do_not_grow_without_end() -> None:
    many = [f"Naam{n}" for n in range(1000)]

    assert len(from_case_file({"parties": {"first": many, "last": many}}).people) == 60


@pytest.mark.parametrize("wrong", [[], {"parties": 5}, {"iban": {"a": 1}}, {"dob": True}, {"refs": [[{}]]}])
def test_a_value_of_the_wrong_kind_is_refused(wrong: object) -> None:
    with pytest.raises(CaseFileWrong):
        from_case_file(wrong)


@pytest.mark.parametrize(
    "sentence",
    ["Ik woon in ⟦'t Zand 3⟧.", "IK WOON IN ⟦'T ZAND⟧.", "De woning ⟦'t zand⟧ is nat."],
)
def test_the_article_of_a_known_street_goes_with_its_apostrophe(sentence: str) -> None:
    known = KnownIdentifiers(addresses=(Address("'t Zand", "3", "8000", "Brugge"),))

    assert marked(sentence, "nl", known) == sentence


GAPS = st.sampled_from(["", " ", ".", "-", "/", " - ", "\n"])


@given(st.text("0123456789", min_size=9, max_size=12), st.data())
def test_a_known_number_is_found_with_any_separators(digits: str, data: st.DataObject) -> None:
    written = digits[0] + "".join(data.draw(GAPS) + digit for digit in digits[1:])
    text = f"Nummer: {written}, zegt hij."
    spans = find(text, "nl", from_case_file({"refs": [digits]}))
    assert any(text[span.start : span.end] == written for span in spans), [
        text[span.start : span.end] for span in spans
    ]


@pytest.mark.parametrize("said", ["12|4567890", "1234567890", "I2345678 9O", "l234/567890"])
def test_a_known_number_is_found_as_a_scanner_misreads_it(said: str) -> None:
    known = from_case_file({"refs": ["1234567890" if "|" not in said else "1214567890"]})
    (span, *_) = [s for s in find(f"Zie {said} hier.", "nl", known) if s.source == "known"]
    assert f"Zie {said} hier."[span.start : span.end] == said
