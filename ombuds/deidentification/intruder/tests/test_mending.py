"""A story is changed until nobody finds its case any more."""

import random

import pytest

from benchmarks import _gate_cases as made
from ombuds.deidentification.intruder import Base, Holding, examine, mend
from ombuds.deidentification.intruder.coarsening import coarsened
from ombuds.deidentification.intruder.examining import Examination
from ombuds.deidentification.intruder.mending import LITTLE
from ombuds.deidentification.intruder.plain import sentences
from ombuds.deidentification.intruder.publication import Publication
from ombuds.deidentification.intruder.rewriting import said_anew


def test_a_mended_story_passes_the_attack_and_half_of_it_survives(
    cases: list[made.Made], base: Base, rng: random.Random
) -> None:
    kept = []
    for case in cases[10:14]:
        truth, language = frozenset([str(case.line["id"])]), str(case.line["lang"])
        done = mend([("text", made.told(case, rng, "day"))], language, Holding(base, truth))
        assert done.verdict.passed, done.why_not()
        assert examine(done.parts, language, Holding(base, truth)).passed
        kept.append(done.kept)
    assert sum(kept) / len(kept) >= 0.5


def test_a_file_copied_as_it_is_can_be_mended_too(cases: list[made.Made], base: Base) -> None:
    case = cases[3]
    done = mend(
        [("text", made.identifiers_removed(case))],
        str(case.line["lang"]),
        Holding(base, frozenset([str(case.line["id"])])),
    )
    assert done.verdict.passed
    assert case.slots["town"] not in done.parts[0][1]


def test_the_same_seed_gives_the_same_text(cases: list[made.Made], base: Base) -> None:
    case = cases[5]
    given = [("text", made.told(case, random.Random(1), "day"))]
    once, again = (
        mend(given, "nl", Holding(base, frozenset([str(case.line["id"])]), seed=3)) for _ in range(2)
    )
    assert once.parts == again.parts
    assert once.verdict == again.verdict


def test_proposals_stand_where_they_say(cases: list[made.Made], base: Base) -> None:
    case = cases[8]
    text = made.identifiers_removed(case)
    verdict = examine(
        [("text", text)], str(case.line["lang"]), Holding(base, frozenset([str(case.line["id"])]))
    )
    assert verdict.proposals
    held = {s.text for s in sentences("text", text)}
    for proposal in verdict.proposals:
        assert 0 <= proposal.start <= proposal.end <= len(text)
        if proposal.kind in ("rewrite", "drop"):
            assert text[proposal.start : proposal.end] in held


@pytest.mark.parametrize(
    ("language", "text", "steps", "expected"),
    [
        ("nl", "Op 12 maart 2024 kwam een brief.", 1, "In maart 2024 kwam een brief."),
        ("nl", "Op 12 maart 2024 kwam een brief.", 2, "In het voorjaar van 2024 kwam een brief."),
        ("nl", "Op 12 juli 2024 kwam een brief.", 2, "In de zomer van 2024 kwam een brief."),
        ("nl", "Hij wacht sinds 3 mei 2021.", 3, "Hij wacht sinds 2021."),
        ("nl", "Zij woont in Elsene.", 1, "Zij woont in een Brusselse gemeente."),
        ("nl", "Zij woont te Gent.", 1, "Zij woont in een gemeente in Oost-Vlaanderen."),
        ("nl", "Zij betaalde 437,20 euro.", 1, "Zij betaalde enkele honderden euro's."),
        ("nl", "Hij werkt als bakker.", 1, "Hij werkt als werknemer."),
        ("fr", "Le 12 mars 2024, il a écrit.", 1, "En mars 2024, il a écrit."),
        ("fr", "Le 12 mars 2024, il a écrit.", 2, "Au printemps 2024, il a écrit."),
        ("fr", "La lettre du 3 octobre 2022 manque.", 1, "La lettre d'octobre 2022 manque."),
        ("fr", "La lettre du 3 octobre 2022 manque.", 2, "La lettre de l'automne 2022 manque."),
        ("fr", "Une facture de dizaines d'euros suivit.", 1, "Une facture d'une certaine somme suivit."),
        ("fr", "Elle habite à Ixelles.", 1, "Elle habite dans une commune bruxelloise."),
        ("fr", "La commune d'Ixelles refuse.", 1, "Une commune bruxelloise refuse."),
        ("en", "On 12 March 2024 she wrote.", 1, "In March 2024 she wrote."),
        ("en", "A nurse aged 42 wrote.", 1, "A nurse in their forties wrote."),
        ("de", "Am 12. März 2024 schrieb er.", 1, "Im März 2024 schrieb er."),
        ("de", "Sie wohnt in Eupen.", 2, "Sie wohnt in einer wallonischen Gemeinde."),
    ],
)
def test_a_fact_is_told_more_coarsely_in_good_grammar(
    language: str, text: str, steps: int, expected: str
) -> None:
    said = next(
        s for s in Publication([("t", text)], language).told if s.fact.kind in ("date", "place", "amount", "profession", "age")
        and not (s.fact.kind == "profession" and language == "en")
    )  # fmt: skip
    new = coarsened(text, said.start, said.end, said.fact, language, steps)
    assert new is not None
    assert text[: new.start] + new.replacement + text[new.end :] == expected


@pytest.mark.parametrize(
    ("language", "sentence", "said"),
    [
        ("nl", "De klacht is niet gegrond: de dienst paste de regels toe.", "De klacht was niet gegrond."),
        ("fr", "La plainte n'est pas fondée.", "La plainte n'était pas fondée."),
        ("en", "The complaint is not upheld.", "The complaint was not upheld."),
        ("de", "Die Beschwerde ist nicht begründet.", "Die Beschwerde war nicht begründet."),
    ],
)
def test_what_was_denied_is_not_said_anew_as_granted(language: str, sentence: str, said: str) -> None:
    new = said_anew(sentence, language, share=lambda event: 0.9 if event == "founded" else 0.1)
    assert new is not None
    assert new[0] == said


def test_a_text_that_passes_is_not_mended_away(
    cases: list[made.Made], base: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However far the searchers are to be kept off, what passes with something left in it stays."""
    monkeypatch.setattr(Examination, "comfortable", property(lambda _self: False))
    case = cases[4]
    text, truth = made.identifiers_removed(case), frozenset([str(case.line["id"])])
    done = mend([("text", text)], str(case.line["lang"]), Holding(base, truth))
    assert done.verdict.passed
    assert done.kept >= LITTLE
    again = examine(done.parts, str(case.line["lang"]), Holding(base, truth))
    assert again.passed
    assert again.places == done.verdict.places
