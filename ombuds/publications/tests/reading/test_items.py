"""Found places and decisions become one list that never overlaps; pure."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ombuds.deidentification.engine import Kind, Span
from ombuds.publications.reviewing.items import LEAVE, MASK, Decided, Item, Piece, everywhere_of, items_of
from ombuds.publications.reviewing.settling import differences, missed_by_first, outcome
from ombuds.publications.reviewing.words import key_of, occurrences, places_of

# A busy machine is no failure.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
SECRET = b"0123456789abcdef"
TEXT = "Jan Peeters belde. Mevrouw Bloem zag Jan Peeters niet."
PIECE = Piece("nl-body", "nl", "body", TEXT)
FOUND = [
    Span(0, 11, Kind.PERSON, "known", 1.0, "person:0"),
    Span(27, 32, Kind.PERSON, "lexicon", 0.6, "name:bloem"),
    Span(37, 48, Kind.PERSON, "known", 1.0, "person:0"),
]


def key(words: str) -> str:
    return key_of(words, SECRET)


def put_together(*decisions: Decided) -> list[Item]:
    everywhere = everywhere_of(decisions)
    wanted = {k: d.words for k, d in everywhere.items() if d.verdict == MASK}
    return items_of(PIECE, FOUND, decisions, everywhere, key, occurrences(TEXT, wanted, SECRET))


def said(items: list[Item]) -> list[tuple[str, str]]:
    return [(TEXT[i.start : i.end], i.verdict) for i in items]


def decided(id: int, start: int, end: int, verdict: str, **more: object) -> Decided:
    return Decided(id, "nl-body", start, end, "person", verdict, key(TEXT[start:end]), **more)  # type: ignore[arg-type]


def test_nothing_decided_shows_what_was_found() -> None:
    assert said(put_together()) == [("Jan Peeters", ""), ("Bloem", ""), ("Jan Peeters", "")]


def test_a_decision_holds_for_its_own_place_only() -> None:
    assert said(put_together(decided(1, 0, 11, MASK))) == [
        ("Jan Peeters", MASK), ("Bloem", ""), ("Jan Peeters", ""),
    ]  # fmt: skip


def test_everywhere_holds_for_the_same_words() -> None:
    place = decided(1, 0, 11, MASK, everywhere=True, words=2, known=True)
    assert said(put_together(place))[2] == ("Jan Peeters", MASK)


def test_words_added_everywhere_are_found_where_the_engine_saw_nothing() -> None:
    assert ("belde", MASK) in said(put_together(decided(1, 12, 17, MASK, everywhere=True)))


def test_the_last_word_counts() -> None:
    items = put_together(decided(1, 27, 32, MASK), decided(2, 27, 32, LEAVE))
    assert said(items)[1] == ("Bloem", LEAVE)


def test_narrower_bounds_hide_the_rest_of_the_found_place() -> None:
    items = put_together(decided(1, 0, 3, MASK, was=(0, 11)))
    assert said(items)[0] == ("Jan", MASK)
    assert ("Peeters", "") not in said(items)


def test_what_a_decision_does_not_cover_stays_to_be_decided() -> None:
    assert said(put_together(decided(1, 0, 3, MASK)))[:2] == [("Jan", MASK), ("Peeters", "")]


def test_leaving_a_word_everywhere_never_spares_what_the_case_file_knows() -> None:
    unknowing = decided(1, 0, 0, LEAVE, everywhere=True)
    about = Decided(1, "", -1, -1, "person", LEAVE, key("Jan Peeters"), 2, everywhere=True)
    assert said(put_together(about))[0] == ("Jan Peeters", "")
    assert unknowing.known is False


@patient
@given(
    st.lists(
        st.tuples(st.integers(0, 54), st.integers(0, 54), st.sampled_from([MASK, LEAVE]), st.booleans()),
        max_size=8,
    )
)
def test_places_never_overlap_and_always_fit(rows: list[tuple[int, int, str, bool]]) -> None:
    decisions = [
        decided(n, min(a, b, len(TEXT)), min(max(a, b), len(TEXT)), verdict, everywhere=wide)
        for n, (a, b, verdict, wide) in enumerate(rows, 1)
    ]
    items = put_together(*decisions)
    assert all(0 <= i.start < i.end <= len(TEXT) for i in items)
    assert all(a.end <= b.start for a, b in pairwise(items))


def test_what_only_the_second_reader_masks_was_missed() -> None:
    first = put_together(decided(1, 0, 11, MASK), decided(2, 27, 32, LEAVE), decided(3, 37, 48, MASK))
    second = put_together(decided(1, 0, 11, LEAVE), decided(2, 27, 32, MASK), decided(3, 37, 48, MASK))

    assert said(missed_by_first(first, second)) == [("Bloem", MASK)]
    assert [d.second for d in differences(first, second)] == [LEAVE, MASK]
    assert [TEXT[i.start : i.end] for i in outcome(first, second)] == ["Jan Peeters", "Bloem", "Jan Peeters"]
    spared = outcome(first, second, [("nl-body", 0, 11, LEAVE)])
    assert [TEXT[i.start : i.end] for i in spared] == ["Bloem", "Jan Peeters"]


def test_words_are_found_whatever_their_case_and_accents() -> None:
    assert places_of("Zoë en ZOE, zoé!", "zoe") == [(0, 3), (7, 10), (12, 15)]


@patient
@given(st.text(max_size=80), st.text(max_size=20))
def test_searching_for_any_words_in_any_text_gives_places_that_fit(text: str, words: str) -> None:
    assert all(0 <= s < e <= len(text) for s, e in places_of(text, words))
