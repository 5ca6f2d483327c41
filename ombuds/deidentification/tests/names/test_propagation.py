"""A name found once is found everywhere, and one person has one key."""

from itertools import pairwise

from ombuds.deidentification.engine.finding import find_all
from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.spans import Span


def people(*texts: str, language: str = "nl") -> list[list[tuple[str, str]]]:
    found = find_all([(text, language) for text in texts], KnownIdentifiers(), None)
    return [
        [(text[s.start : s.end], s.entity) for s in spans if s.kind == "person"]
        for text, spans in zip(texts, found, strict=True)
    ]


def test_a_word_that_is_a_name_once_is_one_in_the_rest_of_the_text() -> None:
    (found,) = people("Mijn buurman Jan Timmer belde. Later heeft Timmer geschreven.")

    assert [name for name, _ in found] == ["Jan Timmer", "Timmer"]


def test_a_name_found_in_one_document_is_found_in_the_others_of_the_case() -> None:
    _, second = people("De heer Smid schreef ons.", "Op maandag kwam Smid langs, en smid is zijn vak.")

    assert [name for name, _ in second] == ["Smid"]


def test_one_person_has_one_key_however_short_the_mention() -> None:
    (found,) = people(
        "Sofie Peeters klaagt. Mevrouw Peeters wacht. S. Peeters belde. Sofie is boos. Dirk Claes niet."
    )
    keys = dict(found)

    assert (
        keys["Sofie Peeters"] == keys["Peeters"] == keys["S. Peeters"] == keys["Sofie"] != keys["Dirk Claes"]
    )


def test_the_same_key_in_all_documents() -> None:
    first, second = people("Sofie Peeters klaagt.", "De zaak van Peeters loopt.")

    assert first[0][1] == second[0][1]


def test_spans_never_overlap() -> None:
    spans: list[Span] = find_all([("Rebecca Kalala en Kalala Rebecca, Kalala.", "nl")], None, None)[0]

    assert all(a.end <= b.start for a, b in pairwise(spans))
