"""Texts beside a table: whoever writes what the table hides is caught, whoever counts something else is left alone."""

import pytest

from ombuds.statistics.disclosure import Hidden
from ombuds.statistics.tables import Column, Kind, Row, Table
from ombuds.statistics.telling import Text, tell

PARKING = {"nl": "Parkeren", "fr": "Stationnement", "en": "Parking"}
WASTE = {"nl": "Afval", "fr": "Déchets", "en": "Waste"}
YEARS = ("2025", "2024")


def _table(parking: tuple[int | Hidden, ...], waste: tuple[int | Hidden, ...]) -> Table:
    every = {"nl": "Klachten per thema", "fr": "Plaintes par thème", "en": "Complaints by theme"}
    return Table(
        key="per_theme", title=every, definition=every, unit=every, head=every,
        columns=tuple(Column(year, {"nl": year, "fr": year, "en": year}, Kind.COUNT) for year in YEARS),
        rows=(Row("parking", PARKING, parking), Row("waste", WASTE, waste)),
        totals=(40, 50),
    )  # fmt: skip


EXACT = _table((3, 12), (37, 38))
PUBLIC = _table((Hidden.OTHER, 12), (Hidden.OTHER, 38))


def _told(text: str, *years: int) -> list[str]:
    found = tell([Text("Foreword", text, frozenset(years))], [PUBLIC], {"per_theme": EXACT})
    return [one.line["en"] for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "We received three complaints about parking.",
        "We kregen 3 klachten over parkeren.",
        "Er waren in 2025 drie dossiers over Parkeren.",
        "Trois plaintes concernaient le stationnement.",
        "En 2025, **3** plaintes portaient sur le *stationnement*.",
        "- Parking: 3",
        "| Parkeren | 3 |",
        "Parking (3) and waste.",
        "7,5 % des plaintes concernaient le stationnement.",
        "Of all complaints 8 % were about parking.",
    ],
)
def test_a_sentence_with_the_hidden_number_is_named(text: str) -> None:
    assert _told(text, 2025) == ["Parking"]


@pytest.mark.parametrize(
    "text",
    [
        "We received many complaints about parking.",
        "Three complaints were withdrawn.",
        "In 2024 three complaints about parking came back.",  # another year, and that one is not hidden
        "The parking service answers complaints within 3 days.",
        "Een klacht over parkeren kost 3 euro.",
        "Complaints about parking fall under article 3 §3.",
        "Parking fines rose by 3 %, say complaints.",
        "Complaints about parking: 13.",
        "We received 12 complaints about parking in 2024.",
    ],
)
def test_a_sentence_that_counts_something_else_is_left_alone(text: str) -> None:
    assert _told(text, 2025) == []


def test_an_article_is_no_count_unless_it_is_said_with_weight() -> None:
    exact, public = _table((1, 12), (39, 38)), _table((Hidden.OTHER, 12), (Hidden.OTHER, 38))

    def told(text: str) -> int:
        return len(tell([Text("", text, frozenset({2025}))], [public], {"per_theme": exact}))

    assert told("Een klacht over parkeren leidde tot een nieuw reglement.") == 0
    assert told("Une plainte sur le stationnement nous a occupés.") == 0
    assert told("Er was slechts één klacht over parkeren.") == 1
    assert told("Une seule plainte concernait le stationnement.") == 1


def test_a_text_of_no_known_year_is_read_for_every_year() -> None:
    assert _told("Three complaints about parking.") == ["Parking"]
    assert _told("Three complaints about parking.", 2023) == []


def test_nothing_is_told_where_nothing_is_hidden() -> None:
    found = tell([Text("", "Three complaints about parking.")], [EXACT], {"per_theme": EXACT})
    assert found == []
