"""Numbers and initials that only their place gives away."""

import pytest

from ombuds.deidentification.tests.values.marking import marked


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "3 | klacht | ⟦54440/24⟧ | nog te doen"),
        ("fr", "3 | plainte | ⟦ET 2024 35008⟧ | ouvert"),
        ("nl", "Het kenmerk is ⟦938.858.877⟧ en niets anders."),
        ("nl", "Bij het hof onder rolnummer ⟦A. 243.469⟧ ingeschreven."),
        ("fr", "L'arrêt ⟦P.20.1480.N⟧ est cassé."),
        ("nl", "Verslag: ⟦MG⟧"),
        ("fr", "Prise par : ⟦FM⟧"),
        ("de", "Protokoll: ⟦WS⟧"),
        ("fr", "Excusés : ⟦J.L. Thiry⟧, ⟦M. Pirotte⟧"),
    ],
)
def test_its_place_gives_it_away(language: str, sentence: str) -> None:
    assert marked(sentence.replace("⟦", "").replace("⟧", ""), language) == sentence


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "Het budget is 938.858.877 euro voor 123.456.789 inwoners."),
        ("nl", "Verslag: OK"),
        ("en", "This agrees with ISO 9001, says the audit."),
        ("nl", "Dat is 2,5 procent meer dan vroeger."),
    ],
)
def test_what_only_looks_like_it_stays(language: str, sentence: str) -> None:
    assert marked(sentence, language) == sentence


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Sie rief ⟦Januar dieses Jahres⟧ zurück."),
        ("en", "We will discuss it ⟦January this year⟧."),
        ("fr", "Vu à ⟦22 heures 17⟧ ⟦Grand-Place 407⟧."),
        ("fr", "Devant ⟦101, allée du Stade⟧ portait la plaque ⟦2-SWD-892⟧ ; rien."),
    ],
)
def test_where_one_ends_the_other_begins(language: str, sentence: str) -> None:
    assert marked(sentence.replace("⟦", "").replace("⟧", ""), language) == sentence
