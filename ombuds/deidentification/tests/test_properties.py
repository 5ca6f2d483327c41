"""What must hold for every text, the hostile ones included."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.deidentification.engine import KnownIdentifiers, Mode, Person, deidentify, find
from ombuds.deidentification.engine.placeholders import ours
from ombuds.deidentification.engine.replacing import Ledger
from ombuds.deidentification.engine.words import EVERYDAY, PARTICLES
from ombuds.deidentification.tests.people import CASE
from ombuds.lib.hostile import STRINGS

MENTIONS = st.sampled_from(
    [
        "Aïcha El Ouariachi",
        "JAN",
        "Van den Bossche",
        "Kerkstraat 12",
        "1050 Elsene",
        "3 maart 2025",
        "OM.2025.123",
        "0475123456",
        "d'Aïcha",
        "Post",
        "Ng",
    ]
)
TEXTS = st.lists(
    st.one_of(
        st.text(max_size=60), MENTIONS, st.sampled_from(["\u200b", "\u00ad", "\u202e", "\n", " ", "’s "])
    ),
    max_size=12,
).map("".join)
LANGUAGES = st.sampled_from(["nl", "fr", "en", "de", "xx"])
MODES = st.sampled_from(list(Mode))
WORDS = st.text("abcdefghijklmnopqrstuvwxyzéèüïçñ", min_size=5, max_size=12).filter(
    lambda w: w not in EVERYDAY | PARTICLES
)


@given(TEXTS, LANGUAGES, MODES)
@settings(max_examples=60, deadline=None)
def test_offsets_fit_and_what_stays_does_not_change(text: str, language: str, mode: Mode) -> None:
    done = deidentify(text, language=language, known=CASE, mode=mode, seed=1)
    at, rebuilt = 0, ""
    for span in done.spans:
        assert at <= span.start < span.end <= len(text)
        rebuilt += text[at : span.start] + (
            text[span.start : span.end] if mode is Mode.MARK else span.replacement
        )
        at = span.end
    assert rebuilt + text[at:] == done.text


@given(TEXTS, LANGUAGES, st.sampled_from([Mode.REDACT, Mode.PSEUDONYM, Mode.FICTION]))
@settings(max_examples=60, deadline=None)
def test_a_second_time_with_the_same_ledger_changes_nothing_more(
    text: str, language: str, mode: Mode
) -> None:
    ledger = Ledger(language, mode, CASE)
    once = deidentify(text, language=language, known=CASE, ledger=ledger).text
    again = Ledger.from_json(ledger.to_json(), CASE)

    assert deidentify(once, language=language, known=CASE, ledger=ledger).text == once
    assert deidentify(once, language=language, known=CASE, ledger=again).text == once


@given(TEXTS, LANGUAGES)
@settings(max_examples=40, deadline=None)
def test_what_was_redacted_stays_redacted(text: str, language: str) -> None:
    once = deidentify(text, language=language, known=CASE, mode=Mode.REDACT).text
    twice = deidentify(once, language=language, known=CASE, mode=Mode.REDACT)

    standing = ours(once)
    assert not any(s.start < end and start < s.end for s in twice.spans for start, end, _ in standing)


@given(
    WORDS,
    WORDS,
    st.sampled_from([str.lower, str.upper, str.title]),
    st.sampled_from(["Wij zagen {}.", "({})", "{}", "x {}, y", "«{}»"]),
)
@settings(max_examples=60, deadline=None)
def test_a_known_full_name_is_always_found(first: str, last: str, dress: object, around: str) -> None:
    assert callable(dress)
    known = KnownIdentifiers(people=(Person(first, last),))
    name = dress(f"{first} {last}")
    text = around.format(name)
    covered = "".join(text[s.start : s.end] for s in find(text, "nl", known))

    assert name.replace(" ", "") in covered.replace(" ", "")


@given(st.sampled_from(STRINGS), MODES)
@settings(deadline=None)
def test_hostile_strings_never_crash_it(hostile: str, mode: Mode) -> None:
    deidentify(hostile + " Aïcha " + hostile, language="fr", known=CASE, mode=mode)
    find(
        "Aïcha",
        "nl",
        KnownIdentifiers(people=(Person(hostile[:100], hostile[:100]),), references=(hostile[:200],)),
    )
