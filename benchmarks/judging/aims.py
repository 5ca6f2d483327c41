"""What must be reached and what is aimed at (issue 3), as data, with the allowance for German."""

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.judging.scoring import Score


@dataclass(frozen=True)
class Aim:
    measure: str  # a property of Score
    case: bool | None  # with the case file, without it, or both
    must: float
    aim: float
    least: bool  # the figure must be at least this; otherwise at most
    german: float = 3.0  # points that German may be worse


AIMS = (
    Aim("direct", True, 99.7, 99.95, True),
    Aim("known", True, 99.95, 99.99, True),
    Aim("leak", True, 2.0, 0.5, False),
    Aim("direct", False, 97.0, 99.0, True),
    Aim("recall", False, 97.0, 99.0, True),
    Aim("leak", False, 25.0, 10.0, False),
    Aim("quasi", None, 96.0, 98.0, True),
    Aim("precision", None, 96.0, 98.0, True),
    Aim("keep_touched", None, 2.0, 0.5, False),
    Aim("gap", True, 1.0, 0.5, False, 0.0),
    Aim("gap", False, 2.0, 1.0, False, 0.0),
)
TIMES_PRESIDIO = 3.0


@dataclass(frozen=True)
class Verdict:
    language: str
    measure: str
    case: bool
    figure: float
    must: float
    aim: float
    word: str  # aim reached | passed | FAILED


def verdicts(language: str, score: Score, case: bool) -> Iterator[Verdict]:
    for aim in AIMS:
        figure = getattr(score, aim.measure)
        if figure is None or aim.case not in (None, case):
            continue
        allowance = aim.german if language == "de" else 0.0
        must = aim.must - allowance if aim.least else aim.must + allowance
        good, best = (figure >= must, figure >= aim.aim) if aim.least else (figure <= must, figure <= aim.aim)
        yield Verdict(
            language,
            aim.measure,
            case,
            figure,
            must,
            aim.aim,
            "aim reached" if best else "passed" if good else "FAILED",
        )


def faster(language: str, ours: float, presidio: float) -> Verdict:
    times = ours / presidio
    return Verdict(
        language,
        "times presidio",
        True,
        times,
        TIMES_PRESIDIO,
        10.0,
        "passed" if times >= TIMES_PRESIDIO else "FAILED",
    )
