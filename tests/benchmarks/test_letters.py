"""The invented letters: their gold is exact, or every figure drawn from them would be wrong."""

import itertools
from datetime import date
from pathlib import Path
from random import Random

import pytest

from benchmarks.letters import BLIND, LANGUAGES, STYLES, Document, generate, hands, numbers
from benchmarks.letters.blind import HAND
from benchmarks.letters.names import Person, everybody, listed, origins, somebody
from benchmarks.letters.piece import GOLD, KEEP, Piece, assemble
from benchmarks.letters.slots import SLOTS, fill
from benchmarks.letters.surface import FORMS, MIXES, bare, genitive, slipped
from benchmarks.letters.templates import SLOT, sections
from benchmarks.letters.world import World

KINDS = {
    "person", "address", "place", "date", "time", "birth_date", "age", "national_number", "iban", "card", "phone", "email", "url",
    "handle", "ip", "plate", "identity_document", "company_number", "reference", "court_number", "organisation", "profession",
    "amount", "gps", "health", "family",
}  # fmt: skip
ALL = [(language, style) for language in LANGUAGES for style in STYLES + BLIND]


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [document for language, style in ALL for document in generate(language, 12, 5, style)]


def test_a_span_is_where_the_piece_was_put() -> None:
    pieces = [
        Piece("Ik ben "),
        Piece("Zoë 𝒳", GOLD, "person", "nl", True, "full"),
        Piece(" van "),
        Piece("de Raad", KEEP, "body"),
    ]
    document = assemble(pieces, Document("1", "nl", "A", ""))
    assert [document.text[span["start"] : span["end"]] for span in document.spans + document.keep] == [
        "Zoë 𝒳",
        "de Raad",
    ]
    assert document.spans[0]["known"] is True


def test_the_same_seed_gives_the_same_documents_and_another_seed_others() -> None:
    once, again, other = (list(generate("fr", 3, seed, "C")) for seed in (1, 1, 2))
    assert once == again
    assert [document.text for document in once] != [document.text for document in other]


def test_gold_spans_are_in_order_and_touch_neither_each_other_nor_what_stays(
    documents: list[Document],
) -> None:
    for document in documents:
        marks = sorted(
            (span["start"], span["end"]) for span in document.spans + document.keep + document.neutral
        )
        assert all(0 <= start < end <= len(document.text) for start, end in marks)
        assert all(before[1] <= after[0] for before, after in itertools.pairwise(marks))
        assert document.spans == sorted(document.spans, key=lambda span: span["start"])


def test_no_slot_is_left_in_a_text(documents: list[Document]) -> None:
    """Chats and mails of style W have brackets of their own."""
    assert not [document.id for document in documents if "{" in document.text]
    assert not [document.id for document in documents if "[" in document.text and document.style != "W"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_occurs_in_every_language(documents: list[Document], language: str) -> None:
    assert {
        span["kind"] for document in documents if document.lang == language for span in document.spans
    } == KINDS


def test_what_the_case_file_says_it_knows_stands_in_the_text(documents: list[Document]) -> None:
    for document in documents:
        if document.style in "ABD" and "email" in document.casefile:
            emails = [span for span in document.spans if span["kind"] == "email" and span["known"]]
            assert {document.text[span["start"] : span["end"]] for span in emails} == {
                document.casefile["email"]
            }


def test_the_case_file_never_knows_everything(documents: list[Document]) -> None:
    unknown = [span for document in documents for span in document.spans if not span["known"]]
    known = [span for document in documents for span in document.spans if span["known"]]
    assert 0.2 < len(known) / (len(known) + len(unknown)) < 0.6


def test_every_sentence_names_slots_that_exist() -> None:
    forms = set(FORMS) | set(MIXES) | {"t"}
    for path in hands.sentences("A").glob("*/*.txt"):
        for slot in SLOT.findall(path.read_text(encoding="utf-8")):
            name, _, form = slot.partition(".")
            assert slot in SLOTS or (name in "CPKNWDH" and form in forms), f"{path.name}: {slot}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_style_has_enough_sentences_to_differ(language: str) -> None:
    for style in "ABCDEFGZ":
        assert sum(map(len, sections(language, style).values())) >= 25


@pytest.mark.parametrize("language", LANGUAGES)
def test_whole_documents_keep_their_lines_and_are_filled_once_each(language: str) -> None:
    found = sections(language, "W")
    assert len(found["doc"]) >= 9
    assert not found["body"]
    assert all("## " not in text and text.count("\n") >= 2 for text in found["doc"])
    texts = [document.text for document in generate(language, 30, 2, "W")]
    assert all(text.count("\n") >= 2 for text in texts)


def test_a_slip_and_a_name_without_accents_are_of_the_same_person_each_time() -> None:
    one = Person("Zoë", "Gülsüm-Łukasz", True, "turkish")
    assert bare(one.full) == "Zoe Gulsum-Lukasz"
    assert slipped(one) == slipped(one) != one.full
    assert slipped(one).startswith("Zoë G")


def test_the_first_name_with_an_initial_counts_as_known_and_a_nickname_does_not() -> None:
    world = World("nl", Random(2))
    world.person("C")
    assert world.known["C"]
    assert fill("C.last_initial", world)[-1].known
    assert not fill("C.nick", world)[-1].known


def test_every_origin_has_enough_names() -> None:
    assert len(origins()) >= 12
    for origin in origins():
        names = listed(origin)
        assert not set(names["last"]) & set(listed(origin, HAND)["last"])
        assert len({*names["f"], *names["m"]}) >= 55
        assert len(set(names["last"])) >= 80


def test_names_of_every_origin_can_be_written_in_every_form() -> None:
    for person in everybody():
        for form, write in FORMS.items():
            assert write(person, "nl").strip(), form


@pytest.mark.parametrize(("name", "language", "wanted"), [
    ("Peeters", "nl", "Peeters'"), ("Anna", "nl", "Anna's"), ("Jan", "nl", "Jans"), ("Hans", "de", "Hans'"), ("Rose", "en", "Rose's"),
    ("Anne", "fr", "Anne"),
])  # fmt: skip
def test_a_possessive_is_written_as_the_language_has_it(name: str, language: str, wanted: str) -> None:
    assert genitive(name, language) == wanted


def test_numbers_have_their_checksums() -> None:
    rng = Random(3)
    for _ in range(200):
        born = date(rng.randrange(1930, 2020), rng.randrange(1, 13), rng.randrange(1, 29))
        number = numbers.national_number(rng, born, woman=True)
        century = "2" if born.year >= 2000 else ""
        assert 97 - int(century + number[:9]) % 97 == int(number[9:])
        account = numbers.iban(rng)
        assert int("".join(str(int(char, 36)) for char in account[4:] + account[:4])) % 97 == 1


def test_french_elides_before_a_vowel_and_contracts_with_the_article() -> None:
    from benchmarks.letters.templates import french

    said = "".join(piece.text for piece in french([Piece("la plainte de "), Piece("Anne", GOLD, "person")]))
    assert said == "la plainte d'Anne"
    said = "".join(
        piece.text for piece in french([Piece("l'avis de "), Piece("le "), Piece("médiateur", KEEP, "body")])
    )
    assert said == "l'avis du médiateur"


def test_a_relative_often_has_the_same_family_name() -> None:
    rng = Random(1)
    one = somebody(rng, "nl")
    same = [somebody(rng, "nl", one).last == one.last for _ in range(200)]
    assert 0.5 < sum(same) / len(same) < 0.85


def test_a_value_of_a_world_stays_the_same() -> None:
    world = World("nl", Random(2))
    assert fill("ref", world)[0].text == fill("ref", world)[0].text


def test_anyone_can_bring_words_and_sentences_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "names_x").mkdir()
    (tmp_path / "names_x" / "nl.txt").write_text(
        "f: Zazie\nm: Zeno\nlast: Zwaluw, Zegers\n", encoding="utf-8"
    )
    (tmp_path / "nl_x.toml").write_text('villages = ["Zoutleeuw"]\n', encoding="utf-8")
    (tmp_path / "templates" / "nl").mkdir(parents=True)
    (tmp_path / "templates" / "nl" / "x.txt").write_text(
        "## body\nIk ben {C.last} uit {place}.\n", encoding="utf-8"
    )
    monkeypatch.setenv("OMBUDS_LETTERS", str(tmp_path))
    (document,) = generate("nl", 1, 1, "X")
    kinds = [span["kind"] for span in document.spans]
    assert kinds == ["person", "place"]


@pytest.mark.parametrize(("name", "language", "wanted"), [
    ("the Sunflower nursery", "en", ["Sunflower"]), ("garage De Cuyper bvba", "nl", ["De Cuyper bvba"]), ("l'ASBL Le Pont", "fr", ["ASBL Le Pont"]),
    ("Oak Farm Ltd", "en", ["Oak Farm Ltd"]),
])  # fmt: skip
def test_of_an_organisation_only_the_name_must_go(name: str, language: str, wanted: list[str]) -> None:
    world = World(language, Random(2))
    world.value("org", lambda: name)
    pieces = fill("org", world)
    assert "".join(piece.text for piece in pieces) == name
    assert [piece.text for piece in pieces if piece.role == GOLD] == wanted
