"""Half a name is found: the rest beside it goes too, and nothing of the sentence."""

from dataclasses import replace

import numpy as np
import pytest

from ombuds.deidentification.engine import Kind, find
from ombuds.deidentification.engine.closing_up import closed_up
from ombuds.deidentification.engine.known import from_case_file
from ombuds.deidentification.engine.persons.tokens import text_of
from ombuds.deidentification.engine.reading import read
from ombuds.deidentification.engine.second_look import seeing
from ombuds.deidentification.engine.second_look.joining import with_the_rest
from ombuds.deidentification.engine.spans import KNOWN, LEXICON, Span

FIRM, PERSON, TRADE = Kind.ORGANISATION, Kind.PERSON, Kind.PROFESSION


def _spans(text: str, *found: tuple[str, Kind]) -> list[Span]:
    return [
        Span(start := text.index(said), start + len(said), kind, LEXICON, 0.7, f"{kind}:{said}")
        for said, kind in found
    ]


def _grown(language: str, text: str, *found: tuple[str, Kind]) -> list[tuple[str, Kind]]:
    read_text = text_of(read(text, language).folded, language)
    spans = _spans(text, *found)
    grown = with_the_rest(
        read_text, spans, seeing.covers(read_text, spans, []), np.zeros(len(read_text), dtype=np.float32)
    )
    return [(text[s.start : s.end], s.kind) for s in grown]


@pytest.mark.parametrize(
    ("language", "text", "half", "whole"),
    [
        ("nl", "De klacht gaat over Zonnekrediet Midden en niet over u.", "Zonnekrediet", "Zonnekrediet Midden"),
        ("nl", "ik belde met zonnekrediet direct maar niks", "zonnekrediet", "zonnekrediet direct"),
        ("fr", "Il a payé les Livreurs du Soir, puis rien.", "Livreurs", "Livreurs du Soir"),
        ("en", "We wrote to Soap and Sympathy about it.", "Soap", "Soap and Sympathy"),
        ("fr", "J'ai vu l'imprimerie Nuance 4 ; elle est fermée.", "Nuance", "Nuance 4"),
        ("en", "They rang Blue Peakline on the phone.", "Peakline", "Blue Peakline"),
    ],
)  # fmt: skip
def test_a_firm_grows_over_its_name(language: str, text: str, half: str, whole: str) -> None:
    assert _grown(language, text, (half, FIRM)) == [(whole, FIRM)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nl", "Ik was bij Zonnekrediet in mei en daarna thuis.", "Zonnekrediet"),
        ("nl", "Ik was bij Zonnekrediet. Morgen ga ik terug.", "Zonnekrediet"),
        ("fr", "Chez Nuance 4 personnes attendaient.", "Nuance"),
        ("en", "It was Peakline Mr Brown spoke of.", "Peakline"),
        ("de", "Er gab Nordlicht das Geld zurück.", "Nordlicht"),
    ],
)
def test_the_sentence_around_it_stays(language: str, text: str, found: str) -> None:
    assert _grown(language, text, (found, FIRM)) == [(found, FIRM)]


def test_a_trade_with_a_capital_and_more_behind_it_is_a_firm() -> None:
    text = "Le colis vient de Coursiers du Midi et pas de la Poste."
    assert _grown("fr", text, ("Coursiers", TRADE)) == [("Coursiers du Midi", FIRM)]


def test_two_firms_of_several_words_stay_two() -> None:
    text = "Betaald aan Groene Kade en Blauwe Brug vorige week."
    assert len(_grown("nl", text, ("Groene Kade", FIRM), ("Blauwe Brug", FIRM))) == 2


def test_a_name_is_hidden_with_the_space_inside_it() -> None:
    text = "Der Brief ging an Ritter Zack gestern."
    (one,) = closed_up(text, _spans(text, ("Ritter", TRADE), ("Zack", FIRM)))

    assert (text[one.start : one.end], one.kind) == ("Ritter Zack", FIRM)


def test_somebody_whose_family_name_the_case_knows_is_one_person() -> None:
    text = "Household: Rhys McGrath and a dog."
    first, last = _spans(text, ("Rhys", FIRM), ("McGrath", PERSON))
    known = Span(last.start, last.end, PERSON, KNOWN, 0.95, "person:1", "last")
    doubtful = Span(first.start, first.end, FIRM, LEXICON, 0.5)

    (one,) = closed_up(text, [doubtful, known])

    assert (text[one.start : one.end], one.kind, one.entity) == ("Rhys McGrath", PERSON, "")


def test_two_whom_the_case_knows_stay_two() -> None:
    known = from_case_file(
        {"parties": [{"first": "Jean-Pierre", "last": "Thijs"}, {"first": "Pierre", "last": "Thijs"}]}
    )
    text = "Thanks to Jean-Pierre, Pierre and the others."

    assert [text[s.start : s.end] for s in find(text, "en", known)] == ["Jean-Pierre", "Pierre"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nl", "Ik poetste bij Vers van Hier tot in mei.", [("Vers", PERSON), ("Hier", FIRM)]),
        ("fr", "Le loyer de Huissiers Modero est payé.", [("Huissiers", TRADE), ("Modero", PERSON)]),
        ("en", "He asked Hearth and Home for it.", [("Hearth", FIRM), ("Home", FIRM)]),
    ],
)
def test_halves_that_the_network_holds_for_one_name_are_one(
    language: str, text: str, found: list[tuple[str, Kind]]
) -> None:
    read_text = text_of(read(text, language).folded, language)
    spans = _spans(text, *found)
    sure = np.ones(len(read_text), dtype=np.float32)

    (one,) = with_the_rest(read_text, spans, seeing.covers(read_text, spans, []), sure)

    assert one.kind is FIRM
    assert (one.start, one.end) == (spans[0].start, spans[-1].end)


def test_two_people_with_a_small_word_between_them_stay_two() -> None:
    read_text = text_of(read("Ik zag Staf en Mieke lopen.", "nl").folded, "nl")
    spans = _spans("Ik zag Staf en Mieke lopen.", ("Staf", PERSON), ("Mieke", PERSON))

    assert (
        len(
            with_the_rest(
                read_text,
                spans,
                seeing.covers(read_text, spans, []),
                np.full(len(read_text), 0.7, dtype=np.float32),
            )
        )
        == 2
    )


@pytest.mark.parametrize(
    ("text", "halves", "whole"),
    [
        ("| Sivalingam, Tharani |", [("Sivalingam", PERSON), ("Tharani", PERSON)], "Sivalingam, Tharani"),
        ("Wij zagen Better Tomorrow niet.", [("Better", FIRM), ("Tomorrow", Kind.DATE)], "Better Tomorrow"),
        ("rue du Pont 39 - 7000 Mons aussi", [("rue du Pont 39 - 7000", Kind.ADDRESS), ("Mons", PERSON)], "rue du Pont 39 - 7000 Mons"),
        ("to Care@Home by post", [("Care", PERSON), ("Home", FIRM)], "Care@Home"),
    ],
)  # fmt: skip
def test_two_halves_are_hidden_with_the_sign_between_them(
    text: str, halves: list[tuple[str, Kind]], whole: str
) -> None:
    spans = [replace(span, entity="") for span in _spans(text, *halves)]

    (one,) = closed_up(text, spans)

    assert text[one.start : one.end] == whole
