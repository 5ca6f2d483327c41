"""The insider who holds every file tries to find the case behind a story."""

import json
import random
import re

import pytest

from benchmarks import _gate_cases as made
from ombuds.deidentification.intruder import Base, BaseCase, Holding, examine, from_json, said
from ombuds.deidentification.intruder.lexicon import LANGUAGES
from ombuds.deidentification.intruder.spelling_out import sentences


def of_language(cases: list[made.Made], language: str) -> made.Made:
    return next(c for c in cases if c.line["lang"] == language)


def test_a_story_that_only_lost_its_names_is_traced_to_its_case_by_someone_who_is_told_nothing(
    cases: list[made.Made], base: Base
) -> None:
    for case in cases[:6]:
        verdict = examine([("text", made.identifiers_removed(case))], str(case.line["lang"]), Holding(base))
        assert verdict.candidates[0][0] == case.line["id"]
        assert verdict.rank == 1
        assert not verdict.passed


def test_a_text_about_what_happens_to_many_passes(
    cases: list[made.Made], base: Base, rng: random.Random
) -> None:
    for case in cases[:6]:
        verdict = examine([("text", made.general(case, rng))], str(case.line["lang"]), Holding(base))
        assert verdict.passed, verdict.reasons


def test_a_french_story_of_a_dutch_case_is_traced_by_its_facts(cases: list[made.Made], base: Base) -> None:
    case = of_language(cases, "nl")
    day = f"{case.when.day}/{case.when.month}/{case.when.year}"
    text = (
        f"Le {day}, une personne de {case.age} ans, habitant à {case.town['fr'] or case.town['nl']}, a reçu une lettre. "
        f"Elle réclamait {case.amount:.2f} euros."
    )
    verdict = examine([("text", text)], "fr", Holding(base, frozenset([str(case.line["id"])])))
    assert verdict.rank == 1
    assert not verdict.passed


def test_a_copied_sentence_is_shown_with_the_words_in_a_row(cases: list[made.Made], base: Base) -> None:
    case = next(c for c in cases if any("photo" in t or "foto" in t or "picture" in t for _, t in c.used))
    own = next(t for _, t in case.used if "photo" in t or "foto" in t or "picture" in t)
    verdict = examine([("story", f"Intro. {own}")], str(case.line["lang"]), Holding(base))
    match = verdict.wording.sentences[0]
    assert match.sentence == own
    assert match.case_sentence
    assert match.kind in ("copied", "near")
    assert f"Intro. {own}"[match.start : match.end] == own


def test_a_sentence_that_every_letter_of_the_office_holds_is_not_a_copy() -> None:
    usual = "De ombudsdienst onderzoekt uw klacht en houdt u op de hoogte van het verdere verloop."
    base = Base.of(BaseCase(f"c{n}", "nl", (f"{usual} Dossier van {n} dagen.",)) for n in range(40))
    assert examine([("text", usual)], "nl", Holding(base)).wording.sentences == ()


def test_in_a_base_of_one_case_a_vague_text_passes_and_a_precise_one_does_not() -> None:
    case = BaseCase(
        "only",
        "nl",
        ("Op 12 maart 2024 vroeg een imker uit Elsene een kapvergunning aan.",),
        {"town": ("Elsene",), "profession": ("imker",), "date": ("2024-03-12",)},
    )
    base = Base.of([case])
    vague = examine(
        [("text", "Wie een vraag stelt, verdient een antwoord.")], "nl", Holding(base, frozenset(["only"]))
    )
    precise = examine(
        [("text", "Een imker uit Elsene vroeg op 12 maart 2024 iets.")],
        "nl",
        Holding(base, frozenset(["only"])),
    )
    assert vague.passed, vague.reasons
    assert not precise.passed


def test_nothing_and_hostile_text_are_examined_without_an_error(base: Base) -> None:
    hostile = [
        "",
        "\x00",
        "a" * 20_000,
        "\u202e½ ﬁ İ \U0001f469\u200d\U0001f467",
        "31/02/2024 99/99/9999 0000",
        "!?." * 500,
    ]
    for text in hostile:
        examine([("text", text)], "nl", Holding(base))
    assert examine([], "nl", Holding(Base.of([]))).passed


def test_the_verdict_has_the_form_that_outsiders_read(cases: list[made.Made], base: Base) -> None:
    held = examine([("text", made.identifiers_removed(cases[0]))], "nl", Holding(base)).as_json()
    assert isinstance(held["facts"]["k"], int)
    assert held["facts"]["singling_out"]
    assert {"rank", "sentences"} <= held["wording"].keys()
    assert {"rank", "probability"} <= held["combined"].keys()
    assert held["true_values"] == []
    assert held["passed"] is False


@pytest.mark.usefixtures("by_meaning")
def test_a_sentence_translated_from_a_case_is_found_by_its_meaning() -> None:
    own = "Mijn hond viel van de brug in het kanaal en de brandweer kwam hem redden."
    others = (
        "Ik wacht op een brief.",
        "De factuur klopt niet.",
        "Mijn aanvraag werd geweigerd.",
        "Ik kreeg een boete.",
    )
    base = Base.of(BaseCase(f"c{n}", "nl", (own if n == 7 else others[n % 4],)) for n in range(60))
    text = "Le chien est tombé du pont dans le canal et les pompiers sont venus le sauver."
    verdict = examine([("text", text)], "fr", Holding(base, frozenset(["c7"])))
    assert [(m.kind, m.case) for m in verdict.wording.sentences] == [("meaning", "c7")]


@pytest.mark.parametrize(
    ("language", "said", "proposed"),
    [
        ("nl", "iemand met alle dossiers", "dossier"),
        ("fr", "celui qui a tous les dossiers", "dossier"),
        ("en", "someone who holds every file", "file"),
        ("de", "jemand mit allen Akten", "Akte"),
        ("tr", "someone who holds every file", "file"),
    ],
)
def test_reasons_and_proposals_are_said_in_the_language_of_the_reader(
    cases: list[made.Made], base: Base, language: str, said: str, proposed: str
) -> None:
    case = cases[0]
    text, truth = made.identifiers_removed(case), frozenset([str(case.line["id"])])
    verdict = examine([("text", text)], str(case.line["lang"]), Holding(base, truth))
    held = verdict.as_json(language)
    assert said in " ".join(held["reasons"])
    assert "20 %" in " ".join(held["reasons"])
    assert ("99,8 %" if language in ("nl", "fr", "de") else "99.8 %") in " ".join(held["reasons"])
    copied = [p["because"] for p in held["proposals"] if p["reason"] == "wording: copied"]
    assert copied
    assert all(proposed in because for because in copied)
    assert [row["code"] for row in held["why"]] == [reason.code for reason in verdict.why]


def test_a_reason_that_was_kept_says_the_same_when_it_is_read_again(
    cases: list[made.Made], base: Base
) -> None:
    case = cases[1]
    truth = frozenset([str(case.line["id"])])
    verdict = examine([("text", made.identifiers_removed(case))], "nl", Holding(base, truth))
    kept = json.loads(json.dumps([reason.as_json() for reason in verdict.why]))
    assert {"near", "found", "attack"} <= {row["code"] for row in kept}
    assert tuple(said(from_json(row), "fr") for row in kept) == verdict.reasons_in("fr")


def test_every_sentence_is_there_in_four_languages_with_the_same_values() -> None:
    for code, by_language in sentences().items():
        values = [sorted(re.findall(r"{(\w+)}", by_language[language])) for language in LANGUAGES]
        assert all(by_language.values()), code
        assert all(one == values[0] for one in values), code


def test_a_text_that_is_found_and_nothing_else_shows_which_sentences_give_it_away() -> None:
    chance = random.Random(3)
    words = "brief loket kelder trap boom fiets raam deur muur dak".split()
    files = [" ".join(chance.sample(words, 5)) for _ in range(900)]
    base = Base.of(
        BaseCase(f"c{n}", "nl", (f"Er was {text}.",)) for n, text in enumerate([*files, " ".join(words)])
    )
    verdict = examine(
        [("text", "Boom en fiets. Trap en kelder. Raam en brief. Loket en deur, muur en dak.")],
        "nl",
        Holding(base, frozenset(["c900"])),
    )
    assert not verdict.passed
    assert verdict.proposals
    assert {p.kind for p in verdict.proposals} <= {"drop", "rewrite", "merge"}
    assert {p.kind for p in verdict.proposals} & {"drop", "rewrite"}
