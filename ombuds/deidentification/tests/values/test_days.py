import pytest

from ombuds.deidentification.engine import Kind
from ombuds.deidentification.tests.values.marking import kinds, marked

SENTENCES = (
    ("nl", "Op ⟦3 mei 2024⟧, ⟦dinsdag 4 juni⟧, ⟦12/03/2024⟧, ⟦12.03.24⟧, ⟦2024-03-12⟧ en ⟦12-3-2024⟧"),
    (
        "fr",
        "⟦02/04⟧ : rien. ⟦15/04⟧ : elle vient ⟦jeudi 16/04⟧, de ⟦10⟧ à ⟦11 h⟧. De ⟦1961⟧ à ⟦1974⟧ j'étais là ; article 12/3 : rien.",
    ),
    (
        "en",
        "She came on ⟦Thursday 6/2⟧, stayed from ⟦9⟧ till ⟦9.20⟧. From ⟦1964⟧ to ⟦1978⟧ I was there. Room 12/3 is empty.",
    ),
    ("en", "I pay ⟦620.00⟧ for it; see 4.12 and 3/4."),
    ("fr", "le ⟦1er mars 2023⟧ et ⟦mardi 4 juin 2024⟧, ⟦mi-avril 2023⟧"),
    ("en", "on ⟦May 3rd, 2024⟧ and ⟦Tuesday, 4 June 2024⟧, ⟦late May 2022⟧"),
    ("de", "am ⟦3. März 2024⟧, ⟦Anfang Juni⟧, seit ⟦5.3.23⟧"),
    ("nl", "van ⟦3 tot 17 mei 2024⟧, ⟦3, 4 en 5 mei⟧, ⟦maart 2024⟧, ⟦begin maart⟧, ⟦zomer 2023⟧"),
    ("nl", "⟦vorige dinsdag⟧ en ⟦gisteren⟧, maar binnen 30 dagen en in ⟦mei⟧"),
    ("fr", "⟦il y a deux mois⟧, ⟦le lendemain⟧, dans les 8 jours"),
    ("en", "⟦last Tuesday⟧, ⟦three weeks ago⟧, within 14 days"),
    ("nl", "om ⟦14u30⟧, om ⟦14.30 uur⟧, om ⟦half drie⟧"),
    ("fr", "à ⟦14 h 30⟧ et à ⟦12H40⟧"),
    ("en", "at ⟦2:30 pm⟧"),
    ("de", "um ⟦14 Uhr 30⟧"),
    ("nl", "l2 is geen dag, ⟦l2 maart 2O24⟧ op een scan wel"),
    ("nl", "artikel 3.2.1, versie 2.3.10, punt 1.2, sinds ⟦2019⟧"),
    ("nl", "Het loket is open van 9 tot 12 uur en van 13.00 tot 16.30 uur."),
    ("fr", "Le guichet est ouvert de 9h à 12h30."),
    ("nl", "⟦12.03.⟧ ⟦14:30⟧ gebeld, ⟦12-03⟧ om ⟦14u⟧ opnieuw"),
    ("nl", "geboren op ⟦12 rnaart 1968⟧, op ⟦12 maart negentienhonderdachtenzestig⟧ of op ⟦12maart1968⟧"),
    (
        "fr",
        "née le ⟦12 rnars 1968⟧ ou le ⟦12 mars mil neuf cent soixante-huit⟧; née le ⟦12 mars 68⟧ à la maternité",
    ),
    ("fr", "le ⟦12 mars⟧ 68 personnes attendaient"),
    ("en", "born on ⟦12 March nineteen sixty-eight⟧ or ⟦12 MAR 68⟧."),
    ("de", "am ⟦12. Mrz. 1968⟧ und am ⟦12. März neunzehnhundertachtundsechzig⟧ geboren"),
)


@pytest.mark.parametrize(("language", "sentence"), SENTENCES)
def test_a_moment_is_covered_and_nothing_beside_it(language: str, sentence: str) -> None:
    assert marked(sentence, language) == sentence


@pytest.mark.parametrize(
    "text",
    [
        "geboren op 12/03/1980", "né le 3 mai 1975", "née à Namur le 3 mai 1975", "born on 3 May 1975", "DOB: 03/05/1975",
        "geb. 3.5.1975", "°12/03/1980", "geboren te Brussel op 12 maart 1980", "geboren in 1980", "né en 1980",
        "Ich bin am 12. März 1968 in Eupen geboren", "op 12 maart 1968 te Aalst geboren",
    ],
)  # fmt: skip
def test_a_day_of_birth_is_its_own_kind(text: str) -> None:
    assert Kind.BIRTH_DATE in kinds(text).values()


def test_the_second_of_two_days_is_no_day_of_birth() -> None:
    found = kinds("geboren op 12/03/1980. Op 4 mei 2024 schreef zij.")

    assert found["12/03/1980"] is Kind.BIRTH_DATE
    assert found["4 mei 2024"] is Kind.DATE
