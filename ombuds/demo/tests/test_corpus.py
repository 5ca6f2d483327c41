"""The corpus reads like people: no template leftovers, no real addresses, all services known to the register."""

import csv
import datetime as dt
import re
from random import Random
from typing import Any

import pytest
from django.conf import settings

from ombuds.demo import words
from ombuds.demo.people import DOMAINS, invent
from ombuds.demo.plan import plan_cases
from ombuds.demo.words import Slots

SATURDAY = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)
SLOT = re.compile(r"{(\w+)}")
KNOWN = {
    "body",
    "of_body",
    "to_body",
    "town",
    "street",
    "amount",
    "ref",
    "d1",
    "d2",
    "d3",
    "months",
    "weeks",
    "n",
}
RESERVED = (".example", "example.org", "example.com", "example.net")


def _sentences(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [sentence for part in parts for sentence in _sentences(part)]


@pytest.mark.parametrize("name", sorted(words.problems()))
def test_a_problem_speaks_both_languages_and_uses_only_known_slots(name: str) -> None:
    problem = words.problems()[name]
    assert {"nl", "fr"} <= set(problem)
    for sentence in _sentences({k: v for k, v in problem.items() if isinstance(v, dict)}):
        assert set(SLOT.findall(sentence)) <= KNOWN, sentence


def test_every_service_of_the_corpus_is_in_the_register() -> None:
    codes = set()
    for path in (settings.BASE_DIR / "ombuds/authorities/register").glob("*.csv"):
        with path.open(newline="") as file:
            codes |= {row.get("code", "") for row in csv.DictReader(file, delimiter=";")}
    used = {
        code
        for problem in words.problems().values()
        for code in problem["bodies"]
        if not code.startswith("@")
    }
    used |= {
        code for p in words.problems().values() for lang in ("nl", "fr") for code in p[lang].get("refer", [])
    }
    assert used <= codes


def test_texts_of_three_thousand_cases_differ_and_hold_no_leftovers() -> None:
    plans = plan_cases(3000, 1, SATURDAY)
    texts = [plan.text for plan in plans]
    assert not [text.body for text in texts if words.LEFTOVER.search(text.body + text.title)]
    assert len({text.body for text in texts}) > 0.99 * len(texts)
    assert min(len(text.body) for text in texts) > 60


def test_nobody_in_the_demo_can_be_reached() -> None:
    chance = Random(4)
    everybody = [invent(chance, chance.choice(["nl", "fr", "en", "de"])) for _ in range(2000)]
    assert all(person.email.endswith(RESERVED) for person in everybody if person.email)
    assert all(domain.endswith(RESERVED) for domain in DOMAINS)
    assert all(person.phone.startswith(("02 000 ", "0400 00 ")) for person in everybody if person.phone)
    assert {len(person.last.split()) for person in everybody} >= {1, 2, 3}
    assert any(not person.first for person in everybody)
    assert max(len(person.name) for person in everybody) > 60


def test_french_words_contract_and_elide() -> None:
    day = dt.date(2025, 3, 1)
    slots = Slots("fr", words.service_words("cpas:21009", "fr"), "Ixelles", "rue", (day, day, day), 1250.5)
    values = slots.values()
    assert values["body"] == "le CPAS d'Ixelles"
    assert values["of_body"] == "du CPAS d'Ixelles"
    assert values["to_body"] == "au CPAS d'Ixelles"
    assert values["d1"] == "1er mars 2025"
    assert values["amount"] == "1 250,50 euros"
    assert words.of("Actiris") == "d'Actiris"
    assert words.money(75, "nl") == "75 euro"
