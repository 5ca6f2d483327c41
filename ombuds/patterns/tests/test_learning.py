"""What the office's own people teach it, and titles as a person would write them."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command

from ombuds.patterns import phrasing, running, services
from ombuds.patterns.engine import strength
from ombuds.patterns.engine.chain import Alarm
from ombuds.patterns.engine.windows import Excess
from ombuds.patterns.models import Likeness, Member, Pattern, Signal
from ombuds.patterns.services.arriving import raise_alarm
from ombuds.patterns.services.ticking import services_level
from ombuds.patterns.terms import SignalState
from ombuds.patterns.titles import Titles

KEYS = phrasing.weigh([("zakken", "nl", 2.0), ("stoep", "nl", 1.0), ("opgehaald", "nl", 1.0)])


@pytest.mark.django_db
def test_what_people_said_of_pairs_sets_how_likely_the_next_pair_is(
    make_case: Callable[..., Any], office: Any, settings: Any, tmp_path: Path
) -> None:
    settings.PATTERNS = tmp_path
    cases = [make_case() for _ in range(13)]
    pairs = [(one, other) for n, one in enumerate(cases) for other in cases[:n]]
    for number, (one, other) in enumerate(pairs):
        score = 0.9 if number % 2 else 0.4
        verdict = "other" if number % 2 or number % 10 else "same"
        Likeness.objects.create(case=one, other=other, score=score, strength=0.5, verdict=verdict)
    few = services.learn_strengths(office)
    assert (few.same, few.other, few.steps) == (8, 70, ())
    again = [
        Likeness(case=other, other=one, score=0.4, strength=0.5, verdict="same") for one, other in pairs[:30]
    ]
    Likeness.objects.bulk_create(again)
    out = StringIO()
    call_command("patterns", "learn", "--json", stdout=out)
    learned = json.loads(out.getvalue())
    assert (learned["same"], learned["other"]) == (38, 70)
    assert learned["steps"] == sorted(learned["steps"])
    # In this office near ones are no more often the same than far ones: nothing is promised of them.
    with running.opened(office) as engine:
        assert engine.chain.steps is not None
        assert strength.strength(0.9, engine.chain.steps) < 0.5 < strength.strength(0.9)


def test_steps_that_cannot_be_read_are_as_none(tmp_path: Path) -> None:
    path = tmp_path / "strengths.csv"
    assert strength.kept(path) is None
    path.write_text("0.5,half\n")
    assert strength.kept(path) is None
    strength.keep([(0.2, 0.1), (0.8, 0.9)], path)
    assert strength.kept(path) == ((0.2, 0.1), (0.8, 0.9))


def test_a_title_is_the_clause_that_says_most_and_names_nobody() -> None:
    said = [
        ("Goedendag, ik schrijf u over de zakken op de stoep.", "nl"),
        ("Mevrouw Anneleen Vandeputte zei dat de zakken op de stoep niet worden opgehaald.", "nl"),
        ("De zakken op onze stoep worden nooit opgehaald!", "nl"),
    ]
    assert phrasing.phrase(said, KEYS) == "De zakken op onze stoep worden nooit opgehaald"
    assert phrasing.phrase(said[:2], KEYS) == ""
    assert phrasing.phrase([("Het regent.", "nl")], KEYS) == ""


def test_a_long_sentence_is_cut_at_a_clause() -> None:
    long = "De zakken op de stoep worden niet opgehaald, hoewel ik al vier keer heb gebeld en telkens te horen kreeg dat men komt."
    assert phrasing.phrase([(long, "nl")], KEYS) == "De zakken op de stoep worden niet opgehaald"
    assert all(len(part) <= phrasing.LONGEST for part in phrasing.clauses(long * 3))
    assert phrasing.phrase([("ZAKKEN OP DE STOEP GEZET", "nl")], KEYS) == "Zakken op de stoep gezet"


@pytest.mark.django_db
def test_the_subject_goes_before_a_sentence_when_it_tells_of_the_problem(
    make_case: Callable[..., Any], office: Any, people: SimpleNamespace
) -> None:
    texts = [
        "De zakken op onze stoep worden niet opgehaald.",
        "De zakken blijven op de stoep liggen.",
        "Niemand heeft de zakken van de stoep opgehaald.",
    ]
    pattern = Pattern.objects.create(office=office, number=7)

    def title(subject: str) -> str:
        Member.objects.all().delete()
        for text in texts:
            case = make_case(state="open", subject=subject, language="nl")
            case.submissions.create(
                office=office,
                channel="web",
                language="nl",
                fields={"text": text},
                received_at=case.received_at,
            )
            Member.objects.create(
                case=case, pattern=pattern, number=7, received_on=case.received_on, telling=[[0, 1.0]]
            )
        for number in range(20):
            case = make_case(state="open", subject="Iets anders", language="nl")
            case.submissions.create(
                office=office,
                channel="web",
                language="nl",
                fields={"text": f"De brief over de taks kwam {number} dagen te laat."},
                received_at=case.received_at,
            )
            Member.objects.create(case=case, number=100, received_on=case.received_on, telling=[[0, 1.0]])
        return Titles(people.handler).proposed(pattern)

    assert title("Klacht via het formulier") in {text.strip(".") for text in texts}
    assert title("Zakken op de stoep") == "Zakken op de stoep"


def test_services_are_heard_at_a_level_that_chance_seldom_passes() -> None:
    rows: dict[tuple[str, int, str | int], list[tuple[int, int]]] = {
        ("body_theme", body, "theme"): [
            (700_000 + day, 10_000 * body + day) for day in range(body, 1000, 9 + body)
        ]
        for body in range(6)
    }
    strict, loose = services_level(rows, 0.2), services_level(rows, 6.0)
    assert 2.0 <= loose < strict < 12.0
    young = {key: held[:3] for key, held in rows.items()}
    assert services_level(young, 0.2) > services_level(young, 6.0)


@pytest.mark.django_db
def test_what_becomes_louder_brings_the_signal_up_to_date_that_nobody_took_up(
    make_case: Callable[..., Any], office: Any, settings: Any, tmp_path: Path
) -> None:
    settings.PATTERNS = tmp_path
    pattern = Pattern.objects.create(office=office, number=500)
    cases = []
    for number in range(6):
        case = make_case(state="open")
        text = f"De zakken op de stoep worden al {number} weken niet opgehaald."
        case.submissions.create(
            office=office, channel="web", language="nl", fields={"text": text}, received_at=case.received_at
        )
        cases.append(case)
    with running.opened(office) as engine:
        for case in cases:
            engine.add(case)

        def heard(count: int, strength_: float, kind: str = "pattern") -> Signal | None:
            seen = Excess(28, count, 0.5, 0.1, 0.01, 3, strength_, cases[0].received_on.toordinal())
            alarm = Alarm(kind, 500, tuple(range(count)), seen, 2.5)
            return raise_alarm(engine, cases[count - 1], alarm)

        first, louder = heard(4, 3.0), heard(5, 6.0)
        assert first is not None
        assert first == louder
        signal = Signal.objects.get()
        assert (signal.pattern, signal.strength, signal.case_links.count()) == (pattern, 6.0, 5)
        Signal.objects.update(state=SignalState.WATCHED)
        assert heard(6, 9.0) != first
    assert Signal.objects.count() == 2
