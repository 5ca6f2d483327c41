"""Invented complaints: one to three sentences about a problem among paraphrased filler, in Dutch, French and English."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path

HERE = Path(__file__).parent
LANGUAGES = ("nl", "fr", "en")
SHARES = (0.5, 0.35, 0.15)
MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "en": "January February March April May June July August September October November December".split(),
}
BODIES = tuple(f"body-{number}" for number in range(12))

Block = dict[str, dict[str, list[str]]]  # name → language → wordings


@dataclass(frozen=True, slots=True)
class Made:
    """One complaint and its truth. `campaign` is the name of the chain letter it belongs to, if any."""

    id: str
    date: dt.date
    lang: str
    body: str
    text: str
    problem: str
    campaign: str = ""

    def line(self) -> dict[str, str]:
        """What `ombuds patterns replay` reads: no truth in it."""
        return {
            "id": self.id,
            "date": self.date.isoformat(),
            "lang": self.lang,
            "body": self.body,
            "text": self.text,
        }


@cache
def blocks(name: str) -> Block:
    found: Block = {}
    here = ""
    for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            here = line[1:].strip()
            found[here] = {language: [] for language in LANGUAGES}
        elif line and not line.startswith("#"):
            language, _, wording = line.partition(": ")
            found[here][language].append(wording)
    return found


def filled(wording: str, language: str, rng: random.Random) -> str:
    return wording.replace("{n}", str(rng.randint(2, 90))).replace("{m}", rng.choice(MONTHS[language]))


def wordings(problem: str, language: str, half: int | None) -> list[str]:
    """All wordings, or the even or odd ones: so that queries can use words that nothing stored uses."""
    every = blocks("problems")[problem][language]
    return every if half is None else every[half::2]


def text(problem: str, language: str, rng: random.Random, half: int | None = None) -> str:
    """One or two sentences on the problem, three to six of filler, in a natural order."""
    about = wordings(problem, language, half)
    core = rng.sample(about, min(len(about), rng.choice((1, 1, 2))))
    filler = blocks("filler")
    kinds = [kind for kind in filler if kind not in ("opening", "closing")]
    middle = core + [rng.choice(filler[kind][language]) for kind in rng.sample(kinds, rng.choice((1, 2, 3)))]
    rng.shuffle(middle)
    whole = [rng.choice(filler["opening"][language]), *middle, rng.choice(filler["closing"][language])]
    return " ".join(filled(sentence, language, rng) for sentence in whole)


def language_of(rng: random.Random) -> str:
    return rng.choices(LANGUAGES, SHARES)[0]


def labelled(per_problem: int, seed: int, half: int | None = None) -> Iterator[Made]:
    """The same number of complaints for each problem, languages mixed, on one day."""
    rng = random.Random(seed)
    for problem in blocks("problems"):
        for number in range(per_problem):
            language = language_of(rng)
            yield Made(
                f"{problem}-{seed}-{number}",
                dt.date(2025, 1, 1),
                language,
                rng.choice(BODIES),
                text(problem, language, rng, half),
                problem,
            )


@dataclass(frozen=True, slots=True)
class Planted:
    """A burst: what should be found, and between which days."""

    problem: str
    first: dt.date
    last: dt.date
    size: int
    is_new: bool


def stream(
    seed: int,
    *,
    years: int = 5,
    a_year: int = 1000,
    growth: float = 1.1,
    bursts: int = 8,
    new: int = 3,
    campaigns: int = 1,
) -> tuple[list[Made], list[Planted]]:
    """Years of complaints about known problems; in the last one bursts of some of them, problems never seen before, chain letters.

    Problems differ in size, body and season; intake grows, and is low in summer and at weekends.
    """
    rng = random.Random(seed)
    problems = list(blocks("problems"))
    rng.shuffle(problems)
    unseen, known = problems[:new], problems[new:]
    sizes = {problem: rng.uniform(0.4, 2.0) for problem in known}
    homes = {problem: rng.sample(BODIES, 4) for problem in problems}
    first = dt.date(2019, 1, 1)
    made: list[Made] = []
    numbers = count()

    def one(problem: str, day: dt.date, half: int | None = None) -> Made:
        language = language_of(rng)
        body = rng.choice(homes[problem] if rng.random() < 0.7 else BODIES)
        return Made(
            f"c{next(numbers)}-{seed}", day, language, body, text(problem, language, rng, half), problem
        )

    for year in range(years):
        for _ in range(int(a_year * growth**year)):
            day = first + dt.timedelta(days=365 * year + rng.randrange(365))
            if (day.weekday() > 4 and rng.random() < 0.8) or (day.month in (7, 8) and rng.random() < 0.4):
                day += dt.timedelta(days=rng.choice((3, 45)))
            made.append(one(rng.choices(known, [sizes[p] for p in known])[0], day))
    planted = []
    begin = first + dt.timedelta(days=365 * (years - 1))
    for problem in [*rng.sample(known, bursts), *unseen]:
        start = begin + dt.timedelta(days=rng.randrange(10, 290))
        length, size = rng.randrange(14, 56), rng.randint(7, 25)
        planted.append(Planted(problem, start, start + dt.timedelta(days=length), size, problem in unseen))
        made += [one(problem, start + dt.timedelta(days=rng.randrange(length + 1))) for _ in range(size)]
    for number in range(campaigns):
        start = begin + dt.timedelta(days=rng.randrange(10, 300))
        made += chain_letter(rng, f"campaign-{number}", rng.choice(known), start, rng.randint(15, 40))
    made.sort(key=lambda m: (m.date, m.id))
    return made, planted


def chain_letter(rng: random.Random, name: str, problem: str, start: dt.date, letters: int) -> Iterator[Made]:
    """One text, many senders; each adds a sentence or changes a number."""
    language = language_of(rng)
    body = rng.choice(BODIES)
    core = " ".join(text(problem, language, rng) for _ in range(2))
    filler = blocks("filler")
    for number in range(letters):
        own = rng.choice(filler[rng.choice(("feeling", "circumstances"))][language])
        whole = f"{core} {filled(own, language, rng)}" if rng.random() < 0.5 else core
        day = start + dt.timedelta(days=rng.randrange(21))
        yield Made(f"{name}-{number}-{start}", day, language, body, whole, problem, name)
