"""What is heard and what is kept quiet: capitals, campaigns in two languages, two problems side by side, seasons, strengths."""

import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from ombuds.patterns.engine import campaigns, splitting, strength, windows
from ombuds.patterns.engine.chain import Chain, Complaint
from ombuds.patterns.engine.encoding import Stems, masked, unit
from ombuds.patterns.engine.store import RECORD


@pytest.fixture
def chain(tmp_path: Path) -> Chain:
    return Chain(tmp_path / "vectors", encoder=Stems())


def test_who_writes_in_capitals_is_read_like_everybody_else() -> None:
    assert masked("MIJN VUILNIS WORDT NIET OPGEHAALD!") == masked("mijn vuilnis wordt niet opgehaald!")
    assert masked("De NMBS en De Lijn zwijgen.") == "De NMBS en De Lijn zwijgen."


def row(chain: Chain, day: int, vector: np.ndarray, number: int, body: int = 1) -> int:
    record = np.zeros((), RECORD)
    record["id"], record["day"], record["language"], record["body"] = number, day, b"nl", body
    made = chain.store.append(record, vector[None], vector)
    chain.index.add(vector)
    return made


@pytest.mark.parametrize(("body", "near", "one"), [(1, 0.8, True), (2, 0.8, False), (1, 0.1, False)])
def test_a_campaign_in_two_languages_is_named_once(
    chain: Chain, body: int, near: float, *, one: bool
) -> None:
    """Two texts to one service at one time, that say the same in two languages; not two texts that are merely written then."""
    rng = np.random.default_rng(3)
    first = unit(rng.normal(size=512).astype(np.float32))
    aside = unit(rng.normal(size=512).astype(np.float32))
    second = unit(near * first + (1 - near**2) ** 0.5 * aside)
    dutch = [row(chain, 1000 + n, first, n) for n in range(campaigns.ENOUGH)]
    french = [row(chain, 1003 + n, second, 10 + n, body) for n in range(campaigns.ENOUGH)]
    for letters in (dutch, french):
        chain.campaigns.restore(dict.fromkeys(letters, letters[0]))
    assert chain._joins_known(french[-1]) is one
    assert len(chain.campaigns.all()) == (1 if one else 2)
    assert (chain.campaigns.first_of(french[2]) == dutch[0]) is one
    assert len(chain.people_of([*dutch, *french])) == (1 if one else 2)


def test_a_few_copies_are_one_voice_before_they_are_a_campaign(chain: Chain) -> None:
    vector = unit(np.random.default_rng(4).normal(size=512).astype(np.float32))
    rows = [row(chain, 1000, vector, n) for n in range(4)]
    chain.campaigns.restore(dict.fromkeys(rows, rows[0]))
    assert not chain.campaigns.is_campaign(rows[1])
    assert chain.people_of(rows).tolist() == rows[:1]
    assert chain._own_voices(rows) == 0


def test_an_alarm_keeps_itself_quiet_but_not_the_problem_beside_it(chain: Chain) -> None:
    vector = unit(np.random.default_rng(5).normal(size=512).astype(np.float32))
    rows = [row(chain, 1000, vector, n) for n in range(40)]
    pavement, bar = set(rows[:10]), rows[20:]
    assert chain._is_new(rows[9], "near", 1, pavement)
    assert not chain._is_new(rows[10], "near", 1, set(rows[2:11]))
    # One complaint about the bar resembles many about the pavement, and is heard with them.
    assert not chain._is_new(bar[0], "near", 2, {*rows[:8], bar[0], bar[1]})
    assert chain._is_new(bar[3], "near", 2, set(bar[:4]))
    assert not chain._is_new(bar[4], "near", 2, set(bar[:5]))


def test_an_alarm_that_becomes_far_louder_is_heard_once_more(chain: Chain) -> None:
    vector = unit(np.random.default_rng(5).normal(size=512).astype(np.float32))
    rows = [row(chain, 1000 + n, vector, n) for n in range(20)]
    assert chain._is_new(rows[4], "pattern", 1, set(rows[:5]), 3.0)
    assert not chain._is_new(rows[6], "pattern", 1, set(rows[:7]), 9.0)
    assert not chain._is_new(rows[9], "pattern", 1, set(rows[:10]), 4.9)
    assert chain._is_new(rows[11], "pattern", 1, set(rows[:12]), 5.1)
    assert not chain._is_new(rows[19], "pattern", 1, set(rows), 14.0)


def test_what_comes_back_each_year_is_expected_and_what_happened_once_is_not() -> None:
    every = [int(day) for day in np.linspace(1, 1200, 4800)]
    usual = list(range(3, 1200, 30))
    totals = windows.Totals(every)

    def at(*peaks: int) -> windows.Excess:
        days = np.sort(np.asarray(usual + [day - n for day in (1200, *peaks) for n in range(12)]))
        seen = windows.excess(days, 1200, totals)
        assert seen is not None
        return seen

    yearly, once, never = at(835, 470), at(835), at()
    assert 0.9 < never.season < 1.1
    assert 0.9 < once.season < 1.15
    assert yearly.season > 1.5
    assert yearly.strength < never.strength - 1
    assert yearly.expected > never.expected


def test_strength_rises_and_is_fitted_from_what_people_said() -> None:
    assert strength.strength(0.95) > 0.8 > 0.3 > strength.strength(0.05)
    values = [strength.strength(score / 50) for score in range(51)]
    assert values == sorted(values)
    steps = strength.fit([(0.3, False)] * 60 + [(0.5, True)] * 60 + [(0.5, False)] * 20, least=20)
    assert strength.strength(0.3, steps) < 0.1
    assert strength.strength(0.5, steps) == pytest.approx(0.75, abs=0.02)
    assert strength.fit([(0.4, True)] * 9) == strength.shipped()


def test_a_kept_alarm_is_still_quiet_after_a_restart(tmp_path: Path) -> None:
    chain = Chain(tmp_path / "v", encoder=Stems())
    for number in range(6):
        chain.add(
            Complaint(
                number, dt.date(2025, 1, 1 + number), "nl", "", f"De vuilniszak blijft liggen {number}."
            )
        )
    assert chain._is_new(5, "near", 1, {1, 2, 3, 4, 5})
    chain.close()
    again = Chain(tmp_path / "v", encoder=Stems())
    assert not again._is_new(5, "near", 1, {2, 3, 4, 5})
    again.close()


def test_who_signs_a_letter_is_no_sentence_of_its_own() -> None:
    found = splitting.sentences("De bus rijdt niet.\n\nMet vriendelijke groeten,\nFien van den Abeele")
    assert found == ["De bus rijdt niet.", "Met vriendelijke groeten, Fien van den Abeele"]
    assert splitting.sentences("Fien Peeters\nDe bus rijdt niet.") == ["Fien Peeters", "De bus rijdt niet."]
    assert len(splitting.sentences("De bus rijdt niet.\nHij komt nooit.")) == 2
