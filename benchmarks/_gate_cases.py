"""Invented cases for the gate benchmark: people, bodies and events that hang together, series of like cases, and publications of them.

Pure and quick: 100,000 cases in under a minute. The same seed gives the same base.
"""

import csv
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks import _gate_words as w

LEXICON = Path(__file__).resolve().parent.parent / "ombuds" / "deidentification" / "intruder" / "lexicon"
LANGUAGES = ("nl", "fr", "en", "de")
SHARES = (52, 38, 6, 4)
DIRECT = ("name", "street", "nr", "phone", "iban", "ref")


def _rows(name: str) -> list[dict[str, str]]:
    with (LEXICON / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


TOPICS, PROFESSIONS, TOWNS = _rows("topics.csv"), _rows("professions.csv"), _rows("towns.csv")
FAMILY = ("single", "married", "divorced", "widowed", "single_parent", "married", "cohabiting")


@dataclass(frozen=True)
class Made:
    """A case: its line of CASES.jsonl and the slots from which its texts were made."""

    line: dict[str, object]
    slots: dict[str, str]
    used: tuple[tuple[str, str], ...]
    when: date
    town: dict[str, str]
    age: int
    amount: float


def cases(count: int, seed: int = 1) -> Iterator[Made]:
    """`count` cases; about a third belong to series: the same body and topic within some weeks."""
    rng = random.Random(seed)
    towns = [t for t in TOWNS if t["nl"]]
    popular = sorted(towns, key=lambda t: -len(t["postcodes"].split()))
    topics = rng.sample(TOPICS, len(TOPICS))
    series: list[tuple[dict[str, str], dict[str, str], date]] = []
    for number in range(count):
        language = rng.choices(LANGUAGES, SHARES)[0]
        town = rng.choice(popular[:60]) if rng.random() < 0.6 else rng.choice(towns)
        topic = topics[min(int(rng.expovariate(0.06)), len(topics) - 1)]
        when = date(2018, 1, 1) + timedelta(days=rng.randrange(2700))
        if series and rng.random() < 0.33:
            topic, town, start = rng.choice(series[-40:])
            when = start + timedelta(days=rng.randrange(40))
        elif rng.random() < 0.03:
            series.append((topic, town, when))
        yield _made(number, language, town, topic, when, rng)


def _body(town: dict[str, str], topic: dict[str, str], language: str, rng: random.Random) -> str:
    name = town["nl"] if language == "nl" else town["fr"] or town["nl"]
    kind = {
        "nl": ("gemeente", "OCMW van"),
        "fr": ("commune de", "CPAS de"),
        "en": ("municipality of", "OCMW of"),
        "de": ("Gemeinde", "ÖSHZ"),
    }
    welfare = topic["value"] in ("integration_income", "energy_bill", "nursing_home")
    article = {"nl": "het " if welfare else "de ", "fr": "", "en": "the ", "de": ""}[language]
    return f"{article}{kind[language][welfare]} {name}"


def _made(
    number: int, language: str, town: dict[str, str], topic: dict[str, str], when: date, rng: random.Random
) -> Made:
    job = rng.choice(PROFESSIONS)
    age = min(95, max(18, int(rng.gauss(47, 17))))
    family = rng.randrange(len(FAMILY))
    amount = round(rng.lognormvariate(5.3, 1.1), 2)
    later = when + timedelta(days=rng.randrange(10, 150))
    first, last = rng.choice(w.FIRST), rng.choice(w.LAST)
    slots = {
        "name": f"{first} {last}",
        "street": rng.choice(w.STREETS if language in ("nl", "de") else w.RUES),
        "nr": str(rng.randrange(1, 240)),
        "phone": f"04{rng.randrange(70, 99)} {rng.randrange(10, 99)} {rng.randrange(10, 99)} {rng.randrange(10, 99)}",
        "iban": f"BE{rng.randrange(10, 99)} {rng.randrange(1000, 9999)} {rng.randrange(1000, 9999)} {rng.randrange(1000, 9999)}",
        "ref": f"{when.year}/{rng.randrange(10000, 99999)}",
        "town": town["nl"] if language == "nl" else town["fr"] or town["nl"],
        "topic": topic[language],
        "body": _body(town, topic, language, rng),
        "date": spoken(when, language),
        "date2": spoken(later, language),
        "amount": f"{amount:.2f}".replace(".", "," if language != "en" else "."),
        "age": str(age),
        "family": w.FAMILIES[language].split("|")[family],
        "job": job[language].split("/")[0].rstrip("*"),
        "months": str(rng.randrange(2, 15)),
    }
    used = tuple(_chosen(language, slots, rng))
    complaint = [text for kind, text in used if kind == "complaint"]
    decision = [text for kind, text in used if kind == "decision"]
    line = {
        "id": f"2024-{number:06d}",
        "lang": language,
        "texts": [" ".join(complaint), " ".join(decision)],
        "body": slots["body"].removeprefix("de ").removeprefix("het ").removeprefix("the "),
        "theme": topic["value"],
        "town": slots["town"],
        "date": when.isoformat(),
        "age": age,
        "profession": slots["job"],
        "family": FAMILY[family],
        "amount": f"{amount:.2f}",
        "casefile": {
            "parties": [{"first": first, "last": last, "role": "complainant"}],
            "address": {"street": slots["street"], "nr": slots["nr"], "town": slots["town"]},
            "iban": slots["iban"],
            "phone": slots["phone"],
            "refs": [slots["ref"]],
        },
    }
    return Made(line, slots, used, when, town, age, amount)


def _chosen(language: str, slots: dict[str, str], rng: random.Random) -> Iterator[tuple[str, str]]:
    bank = w.COMPLAINT[language]
    opening = [bank[0], bank[1], rng.choice(bank[2:4])]
    middle = rng.sample(bank[4:13], rng.randrange(4, 8))
    for template in [*opening, *middle, bank[13]]:
        yield "complaint", template.format(**slots)
        if rng.random() < 0.25:
            yield "complaint", _detail(language, rng)
    answers = w.DECISION[language]
    outcome = [answers[2], answers[4]] if rng.random() < 0.6 else [answers[3], answers[5]]
    for template in [answers[0], answers[1], *outcome]:
        yield "decision", template.format(**slots)


def _detail(language: str, rng: random.Random) -> str:
    """Something that happened in this case only."""
    person = rng.choice(w.PEOPLE[language].split("|"))
    did = rng.choice(w.DID[language].split("|"))
    thing, where = rng.choice(w.THINGS[language].split("|")), rng.choice(w.WHERES[language].split("|"))
    sentence = f"{person} {did.format(thing=thing, where=where)}."
    return sentence[0].upper() + sentence[1:]


def spoken(when: date, language: str) -> str:
    month = w.MONTHS[language][when.month - 1]
    return f"{when.day}. {month} {when.year}" if language == "de" else f"{when.day} {month} {when.year}"


Series = list[tuple[int, Made]]
SERIES_DAYS, SERIES_LEAST, SERIES_MOST = 60, 5, 8


def series(listed: Iterable[Made]) -> list[Series]:
    """Like cases, (number, case) each: of one theme, town and language within two months, five to eight of them together."""
    groups: dict[tuple[object, ...], Series] = {}
    for number, case in enumerate(listed):
        line = case.line
        groups.setdefault((line["theme"], line["town"], line["lang"]), []).append((number, case))
    found = []
    for group in groups.values():
        group.sort(key=lambda one: (one[1].when, one[0]))
        run = [one for one in group if (one[1].when - group[0][1].when).days <= SERIES_DAYS]
        if len(run) >= SERIES_LEAST:
            found.append(run[:SERIES_MOST])
    return found


# -- publications -----------------------------------------------------------------------------------------------------


def identifiers_removed(case: Made) -> str:
    """The file's own words; names, addresses and numbers are gone, all other facts stand."""
    text = " ".join(text for _, text in case.used)
    language = str(case.line["lang"])
    for slot in DIRECT:
        if len(case.slots[slot]) > 3:
            text = text.replace(case.slots[slot], "…" if slot != "name" else w.PERSON[language])
    return text.replace(f"… {case.slots['nr']} ", "… ")


def coarsened(case: Made, rng: random.Random) -> str:
    """A writer's own words with month, province and rounded amount; two sentences of the file were left standing."""
    story = told(case, rng, grain="month")
    own = [
        text
        for kind, text in case.used
        if not any(case.slots[slot] in text for slot in DIRECT if slot != "nr")
    ]
    return f"{story} {' '.join(rng.sample(own, min(2, len(own))))}"


def told(case: Made, rng: random.Random, grain: str = "month") -> str:
    """The case as a writer tells it, in her own words; `grain`: day, month, year or none."""
    language = str(case.line["lang"])
    month = w.MONTHS[language][case.when.month - 1]
    at = {"nl": "in", "fr": "en", "en": "in", "de": "im"}[language]
    when = {
        "day": f"{'le' if language == 'fr' else {'nl': 'op', 'en': 'on', 'de': 'am'}.get(language, '')} {spoken(case.when, language)}",
        "month": f"{at} {month} {case.when.year}",
        "year": f"{'im Jahr' if language == 'de' else at} {case.when.year}",
    }.get(grain, "")
    size = {"nl": ("tientallen euro's", "enkele honderden euro", "enkele duizenden euro"), "fr": ("dizaines d'euros", "quelques centaines d'euros", "quelques milliers d'euros"),
            "en": ("tens of euros", "a few hundred euros", "a few thousand euros"), "de": ("Dutzende Euro", "einige hundert Euro", "einige tausend Euro")}[language]  # fmt: skip
    money = size[0 if case.amount < 100 else 1 if case.amount < 1000 else 2]
    exact = {
        "nl": f"een inwoner van {case.slots['town']}",
        "fr": f"un habitant de {case.slots['town']}",
        "en": f"a resident of {case.slots['town']}",
        "de": f"eine Person aus {case.slots['town']}",
    }
    vague = {"nl": "een burger", "fr": "un citoyen", "en": "a citizen", "de": "eine Bürgerin"}
    office = {
        "nl": "een overheidsdienst",
        "fr": "un service public",
        "en": "a public service",
        "de": "eine Behörde",
    }
    who = exact[language] if grain == "day" else vague[language]
    slots = {
        "who": who[0].upper() + who[1:],
        "when": when,
        "bodyish": case.slots["body"] if grain in ("day", "month") else office[language],
        "topic": case.slots["topic"],
        "money": money,
    }
    bank = w.STORY[language]
    chosen = [bank[0], *rng.sample(bank[1:], 5)]
    return " ".join(" ".join(s.format(**slots).split()) for s in chosen)


def general(case: Made, rng: random.Random) -> str:
    """A text about what happens to many: no body, no place, no day, the writer's own words."""
    language = str(case.line["lang"])
    bank = w.GENERAL[language]
    return " ".join(s.format(year=case.when.year) for s in rng.sample(bank, 4))
