"""A base of 260 invented cases, made once."""

import random

import pytest

from benchmarks import _gate_cases as made
from ombuds.deidentification.intruder import Base, meaning
from ombuds.deidentification.intruder.reading import case_of


@pytest.fixture(scope="session")
def cases() -> list[made.Made]:
    return list(made.cases(260, seed=4))


@pytest.fixture(scope="session")
def base(cases: list[made.Made]) -> Base:
    return Base.of(case_of(case.line) for case in cases)


@pytest.fixture
def rng() -> random.Random:
    return random.Random(2)


@pytest.fixture(autouse=True)
def _words_only(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The encoder takes seconds to load: only tests marked "by_meaning" ask it."""
    if "by_meaning" not in request.fixturenames:
        monkeypatch.setattr(meaning, "available", lambda: False)


@pytest.fixture
def by_meaning() -> None:
    """Sentences are compared by meaning too: the encoder is one of our requirements."""
    assert meaning.available()
