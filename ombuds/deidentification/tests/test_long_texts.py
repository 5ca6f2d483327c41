"""Long texts are read piece by piece: the work grows with the text, names carry over, nothing is cut in two."""

from itertools import pairwise

import pytest

from ombuds.deidentification.engine import Kind, find, long_texts
from ombuds.deidentification.engine.finding import find_all
from ombuds.deidentification.engine.long_texts import Piece, pieces
from ombuds.deidentification.engine.reading import Reading, read

FILLER = "De gemeente antwoordde dat de aanvraag onvolledig was en dat zij later iets zou laten weten. "
SMALL = 2_000


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_texts, "LONGEST", SMALL)
    monkeypatch.setattr(long_texts, "BACK", SMALL // 4)
    monkeypatch.setattr("ombuds.deidentification.engine.finding.LONGEST", SMALL)


@pytest.mark.usefixtures("small_pieces")
@pytest.mark.parametrize(
    "text", ["", "a", "woord " * 2_000, "a" * 9_999, "regel\n" * 3_000, "zin. " * 1_777, "\n\n" * 4_000]
)
def test_the_pieces_make_up_the_text_and_none_is_too_long(text: str) -> None:
    found = list(pieces(text))

    assert "".join(text[p.start : p.end] for p in found) == text
    assert all(0 < p.end - p.start <= SMALL for p in found)
    assert all(p.left <= p.start and p.end <= p.right <= len(text) for p in found)


@pytest.mark.usefixtures("small_pieces")
def test_a_name_found_in_one_piece_is_found_in_all_the_others() -> None:
    text = f"Mevrouw Rebecca Kalondji belde.\n\n{FILLER * 60}\n\nToen zweeg Kalondji even.\n\n{FILLER * 60}"
    said = [text[s.start : s.end] for s in find(text, "nl") if s.kind is Kind.PERSON]

    assert said == ["Rebecca Kalondji", "Kalondji"]
    assert len({s.entity for s in find(text, "nl") if s.kind is Kind.PERSON}) == 1


@pytest.mark.usefixtures("small_pieces")
@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
def test_what_is_found_does_not_depend_on_where_the_pieces_end(between: str) -> None:
    told = f"Zij woont in de Rode Kruisstraat 134, 3680 Maaseik en betaalde op 3 maart 2021 op BE68 5390 0754 7034.{between}"
    for before in range(0, 1_400, 61):
        text = FILLER * 10 + "x" * before + between + told + FILLER * 30
        found = {text[s.start : s.end] for s in find(text, "nl")}
        assert {"Rode Kruisstraat 134, 3680 Maaseik", "3 maart 2021", "BE68 5390 0754 7034"} <= found, before


@pytest.mark.usefixtures("small_pieces")
def test_spans_of_a_long_text_are_in_order_and_never_overlap() -> None:
    text = ("Jan Peeters woont in de Kerkstraat 12, 1050 Elsene sinds 3 mei 2020 " * 200).strip()
    spans = find(text, "nl")

    assert len(spans) > 500
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.usefixtures("small_pieces")
def test_the_work_grows_with_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in characters read, not in seconds: twice the text is twice the reading, and no reading is long."""
    sizes: list[int] = []

    def counted(text: str, language: str = "nl") -> Reading:
        sizes.append(len(text))
        return read(text, language)

    monkeypatch.setattr(long_texts, "read", counted)
    work = []
    for length in (20_000, 40_000, 80_000):
        sizes.clear()
        find((FILLER * 1_000)[:length], "nl")
        work.append(sum(sizes))
        assert max(sizes) <= SMALL + 2 * long_texts.BESIDE

    assert 1.8 < work[1] / work[0] < 2.2
    assert 1.8 < work[2] / work[1] < 2.2


@pytest.mark.usefixtures("small_pieces")
def test_a_long_document_and_its_neighbours_share_their_names() -> None:
    long, short = FILLER * 60 + "\n\nMevrouw Rebecca Kalondji belde.", "Toen zweeg Kalondji even."
    _, second = find_all([(long, "nl"), (short, "nl")])

    assert [short[s.start : s.end] for s in second] == ["Kalondji"]


def test_a_text_that_is_not_long_is_one_piece() -> None:
    assert list(pieces("kort")) == [Piece(0, 4, 0, 4)]
