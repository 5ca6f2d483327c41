"""Word-by-word differences: nothing is lost, nothing is made up."""

from hypothesis import given
from hypothesis import strategies as st

from ombuds.office.differences import Piece, pieces

TEXT = st.text(max_size=120)


@given(TEXT, TEXT)
def test_old_and_new_text_can_be_read_from_the_pieces(before: str, after: str) -> None:
    found = pieces(before, after)
    assert "".join(p.text for p in found if p.kind != "new") == before
    assert "".join(p.text for p in found if p.kind != "gone") == after


@given(TEXT)
def test_an_unchanged_text_shows_no_change(text: str) -> None:
    assert all(piece.kind == "same" for piece in pieces(text, text))


def test_one_changed_word_is_pointed_out() -> None:
    assert pieces("meer dan een jaar", "meer dan twee jaar") == [
        Piece("same", "meer dan "),
        Piece("gone", "een"),
        Piece("new", "twee"),
        Piece("same", " jaar"),
    ]


def test_a_very_long_text_is_shown_whole() -> None:
    before, after = "a b " * 3000, "a c " * 3000
    assert pieces(before, after) == [Piece("gone", before), Piece("new", after)]
