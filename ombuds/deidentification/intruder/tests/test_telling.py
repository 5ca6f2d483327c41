"""What a reader can take from a text, in four languages."""

import pytest

from ombuds.deidentification.intruder.plain import folded_with_case
from ombuds.deidentification.intruder.telling import facts_in


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Een weduwe uit Elsene.", "place", "21009"),
        ("Une habitante d'Ixelles.", "place", "21009"),
        ("Ein Mann aus Eupen.", "place", "63023"),
        ("A baker from Ghent.", "place", "44021"),
        ("1050 Elsene", "place", "21009"),
        ("in Oost-Vlaanderen", "place", "p40000"),
        ("Een verpleegster klaagde.", "profession", "nurse"),
        ("Une infirmière.", "profession", "nurse"),
        ("Ein Bäcker.", "profession", "baker"),
        ("een Marokkaanse vrouw", "nationality", "moroccan"),
        ("une femme marocaine", "nationality", "moroccan"),
        ("een alleenstaande moeder", "family", "single_parent"),
        ("père de trois enfants", "family", "children3"),
        ("Ze kreeg een parkeerboete.", "topic", "parking_fine"),
        ("Il attend sa prime à la rénovation.", "topic", "renovation_premium"),
        ("Sie hat Krebs.", "health", "cancer"),
        ("Elle n'a reçu aucune réponse.", "event", "no_answer"),
        ("She waited three months.", "duration", "3m"),
        ("Sie wartete zwei Jahre.", "duration", "2y"),
        ("Mevrouw kwam met haar dochter; mevrouw wachtte.", "sex", "f"),
    ],
)
def test_a_fact_is_read(text: str, kind: str, value: str) -> None:
    assert (kind, value) in {(f.kind, f.value) for f in facts_in(folded_with_case(text))}


@pytest.mark.parametrize(
    ("text", "grain", "year"),
    [
        ("Op 12 maart 2024 kwam er een brief.", "day", 2024),
        ("Le 1er avril, rien.", "day", 0),
        ("On March 12, 2024 she wrote.", "day", 2024),
        ("am 3.4.2023", "day", 2023),
        ("2023-04-03", "day", 2023),
        ("en mars 2024", "month", 2024),
        ("in mei", "month", 0),
        ("au printemps 2023", "season", 2023),
        ("in het najaar van 2022", "season", 2022),
        ("sinds 2021", "year", 2021),
    ],
)
def test_a_moment_is_read_at_its_grain(text: str, grain: str, year: int) -> None:
    assert [(f.grain, f.year) for f in facts_in(folded_with_case(text)) if f.kind == "date"] == [
        (grain, year)
    ]


@pytest.mark.parametrize(
    "text",
    ["het decreet van 8 mei 2009", "la loi du 11 avril 1994", "31/02/2024", "the act of 3 May 2020", "l'été"],
)
def test_the_date_of_a_law_or_of_nothing_is_no_fact_of_the_case(text: str) -> None:
    dates = [f for f in facts_in(folded_with_case(text)) if f.kind == "date" and f.year]
    assert dates == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1.234,50 euro", 123450, 123450),
        ("€ 250", 25000, 25000),
        ("EUR 1,250.00", 125000, 125000),
        ("quelques centaines d'euros", 10000, 99999),
    ],
)
def test_an_amount_is_read_in_cents(text: str, low: int, high: int) -> None:
    amounts = [f for f in facts_in(folded_with_case(text)) if f.kind == "amount"]
    assert [(f.low, f.high) for f in amounts] == [(low, high)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("42 jaar oud", 42, 42),
        ("âgé de 57 ans", 57, 57),
        ("in her forties", 40, 49),
        ("een tachtiger", 80, 89),
    ],
)
def test_an_age_is_read(text: str, low: int, high: int) -> None:
    assert (low, high) in {(f.low, f.high) for f in facts_in(folded_with_case(text)) if f.kind == "age"}
