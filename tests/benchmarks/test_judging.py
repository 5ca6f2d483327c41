"""The counting of the de-identification benchmark: small documents whose figures can be seen with the eye."""

from pathlib import Path

import pytest

from benchmarks.judging import corpora
from benchmarks.judging.aims import verdicts
from benchmarks.judging.misses import misses, summary
from benchmarks.judging.paper import groups_table, kinds_table, news_table, tools_table
from benchmarks.judging.report import as_data
from benchmarks.judging.scoring import Score, coverage, is_covered, letters_covered, persons_precision
from benchmarks.judging.tools import Run
from benchmarks.judging.worker import joined_tokens
from benchmarks.letters.piece import Document

HOUSE = Path(__file__).parent.parent.parent


def letter(**more: object) -> Document:
    """Jan Peeters, 34 jaar, klaagt over de stad Gent (mevrouw is neutral)."""
    text = "Mevrouw An Peeters, 34 jaar, klaagt over de stad Gent."
    person = {"start": 8, "end": 18, "kind": "person", "known": True, "origin": "nl", "part": "full"}
    age = {"start": 20, "end": 27, "kind": "age", "known": False, "origin": "", "part": ""}
    keep = {"start": 44, "end": 53, "kind": "body"}
    return Document(
        "A-nl-1",
        "nl",
        "A",
        text,
        [person, age],
        [keep],
        [{"start": 0, "end": 7, "kind": "person"}],
        {},
        **more,
    )


def scored(*masks: tuple[int, int, str]) -> Score:
    score = Score()
    score.add(letter(), list(masks))
    return score


def test_everything_masked_exactly_is_a_full_score() -> None:
    score = scored((8, 18, "person"), (20, 27, "age"))
    assert (score.recall, score.direct, score.known, score.quasi, score.precision) == (
        100,
        100,
        100,
        100,
        100,
    )
    assert (score.leak, score.keep_touched, score.letters_recall, score.kind_right) == (0, 0, 100, 100)


def test_a_name_masked_in_part_is_missed_and_the_document_leaks() -> None:
    score = scored((8, 14, "person"), (20, 27, "age"))
    assert (score.direct, score.leak, score.quasi) == (0, 100, 100)


def test_two_masks_with_a_bare_space_between_are_a_miss_and_a_leak() -> None:
    score = scored((8, 10, "person"), (11, 18, "person"), (20, 27, "age"))
    assert (score.direct, score.leak, score.recall) == (0, 100, 50)
    assert score.letters_recall == 100


def test_two_masks_that_touch_cover_a_span_together() -> None:
    assert scored((8, 11, "person"), (11, 18, "organisation"), (20, 27, "age")).direct == 100


def test_offsets_are_code_points_and_not_bytes_or_halves() -> None:
    text = "😡 Zoë 𝒳iao belt."
    span = {"start": 2, "end": 10, "kind": "person", "known": False, "origin": "nl", "part": "full"}
    score = Score()
    score.add(Document("E-nl-1", "nl", "E", text, [span]), [(2, 10, "person")])
    assert text[2:10] == "Zoë 𝒳iao"
    assert (score.direct, score.precision) == (100, 100)


def test_a_quasi_identifier_alone_is_no_leak_of_a_direct_one() -> None:
    assert scored((8, 18, "person")).leak == 0


def test_what_lies_outside_gold_costs_precision_and_neutral_costs_nothing() -> None:
    assert scored((0, 7, "person"), (8, 18, "person")).precision == 100
    assert scored((0, 18, "person")).precision == pytest.approx(100 * 10 / 11)
    assert scored((8, 27, "person")).precision == pytest.approx(100 * 17 / 19)


def test_a_masked_title_costs_only_the_hard_precision() -> None:
    score = scored((0, 7, "person"), (8, 18, "person"))
    assert score.precision == 100
    assert score.hard_precision == pytest.approx(100 * 10 / 17)


def test_a_mask_on_a_public_body_is_counted_once() -> None:
    assert scored((44, 48, "place"), (49, 53, "place")).keep_touched == 100


def test_nothing_to_count_gives_no_figure() -> None:
    assert Score().recall is None
    assert scored().precision is None
    assert scored((8, 18, "person")).gap is None


def test_masks_outside_the_text_do_no_harm() -> None:
    assert bytes(coverage("abc", [(-5, 1, "x"), (2, 99, "x"), (3, 3, "x")])) == b"\x01\x00\x01"
    assert not is_covered(bytearray(b"\x01\x00\x01"), 0, 3)
    assert letters_covered("a-b", bytearray(b"\x01\x00\x01"), 0, 3)


def test_the_gap_is_between_origins_with_enough_names() -> None:
    score = Score()
    score.gold |= {"origin:nl": 100, "origin:turkish": 50, "origin:rare": 3}
    score.found |= {"origin:nl": 99, "origin:turkish": 48}
    assert score.gap == pytest.approx(3)


def test_names_of_unknown_origin_are_no_origin() -> None:
    score = Score()
    score.gold |= {"origin:nl": 100, "origin:?": 500, "origin:awkward": 60}
    score.found |= {"origin:nl": 99, "origin:?": 400, "origin:awkward": 30}
    assert score.gap is None


def test_the_tokens_of_one_name_are_one_mask_and_those_of_two_are_two() -> None:
    text = "Volgens Jan  Peeters en An Li in Gent Centrum."
    labels = "O B-PER I-PER O B-PER B-PER O B-LOC I-PER O".split()
    words = ["Volgens", "Jan", "Peeters", "en", "An", "Li", "in", "Gent", "Centrum", "."]
    tokens = [{"text": word, "ner": label} for word, label in zip(words, labels, strict=True)]
    found = [(text[start:end], kind) for start, end, kind in joined_tokens(text, tokens)]
    assert found == [
        ("Jan  Peeters", "PER"),
        ("An", "PER"),
        ("Li", "PER"),
        ("Gent", "LOC"),
        ("Centrum", "PER"),
    ]


def test_a_token_that_the_text_has_not_changes_no_offset() -> None:
    tokens = [{"text": "niet", "ner": "B-PER"}, {"text": "Jan", "ner": "B-PER"}, {"text": "belt"}]
    assert joined_tokens("Jan belt", tokens) == [(0, 3, "PER")]


def test_a_run_whose_engine_gives_no_answer_does_not_end_well() -> None:
    from benchmarks.deidentification import refuse_without

    with pytest.raises(SystemExit, match="for nl: it broke"):
        refuse_without("ombuds", "nl", Run({}, problem="it broke"))
    refuse_without("presidio", "nl", Run({}, problem="not installed"))  # a peer may be missing


def test_the_verdict_allows_german_three_points() -> None:
    score = scored((8, 18, "person"))
    score.gold["person"], score.found["person"] = 1000, 975
    assert {one.word for one in verdicts("nl", score, True) if one.measure == "direct"} == {"FAILED"}
    assert {one.word for one in verdicts("de", score, True) if one.measure == "direct"} == {"passed"}


def test_misses_show_what_was_left_masked_in_error_and_touched() -> None:
    found = list(misses(letter(), [(29, 35, "person"), (44, 48, "place")]))
    assert [what for what, _ in found] == ["MISSED person", "MISSED age", "TOUCHED body", "MASKED person"]
    assert "⟦An Peeters⟧" in found[0][1]
    assert summary(found)[0].strip().startswith("1 ")


def test_only_masks_called_person_count_for_the_precision_of_persons() -> None:
    assert persons_precision(letter(), [(8, 18, "PER"), (29, 35, "PER"), (44, 53, "LOC")]) == (9, 15)


def test_a_conll_file_becomes_documents_with_persons(tmp_path: Path) -> None:
    path = tmp_path / "nl_news.conll"
    path.write_text(
        "-DOCSTART- O\n\nJan N B-PER\nPeeters N I-PER\nen C O\nAn N B-PER\nLi N B-PER\n. P O\n\nGent N B-LOC\n",
        encoding="utf-8",
    )
    (document,) = corpora.read(path, "nl")
    assert [document.text[span["start"] : span["end"]] for span in document.spans] == [
        "Jan Peeters",
        "An",
        "Li",
    ]


def test_a_bad_line_of_json_is_named(tmp_path: Path) -> None:
    path = tmp_path / "nl.jsonl"
    path.write_text('{"text": "Jan", "spans": []}\n{"text": 3}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        corpora.read(path, "nl")


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_the_running_texts_have_forty_paragraphs_with_persons(language: str) -> None:
    documents = corpora.read(HOUSE / "benchmarks/letters/news" / f"{language}_news.jsonl", language)
    assert len(documents) == 40
    assert sum(len(document.spans) for document in documents) > 80
    assert all(document.text[span["start"]].isalpha() for document in documents for span in document.spans)


def test_the_paper_has_a_row_for_every_tool_and_the_blind_texts() -> None:
    data = as_data(scored((8, 18, "person"), (20, 27, "age")), 50_000)
    slow = as_data(scored((8, 14, "PERSON")), 10_000)
    tools = {"ombuds": data, "ombuds + case file": data, "presidio": slow, "blind": {"ombuds": data}}
    found = {
        "languages": {"nl": tools},
        "news": {"nl_news": {"ombuds": {"person": 91.0, "person_precision": None}}},
    }
    rows = tools_table(found).splitlines()
    assert len(rows) == 2 + 4
    assert rows[2].endswith("| 50,000 | 5.0 |")
    assert "| person | 100.0 / 100.0 |" in kinds_table(found)
    assert "| nl | 1 | 100.0 | 100.0 |" in groups_table(found, "origin")
    assert "91.0 (–)" in news_table(found)


def test_who_brings_documents_is_told_the_verdict_with_and_without_the_case_file() -> None:
    from benchmarks.deidentification import CASE, verdicts_of

    good, bad = scored((8, 18, "person"), (20, 27, "age")), scored((8, 14, "person"))
    found = {
        (one.measure, one.case): one.word for one in verdicts_of("nl", {"ombuds" + CASE: good, "ombuds": bad})
    }
    assert found["direct", True] == "aim reached"
    assert found["leak", False] == "FAILED"
