"""Where the engine ends without a proof, our own finds the cheapest pattern, and says when it could not."""

import pytest

from ombuds.statistics.disclosure import Rules, audit, cutting, engine, hiding, protect
from ombuds.statistics.disclosure.cells import linked
from ombuds.statistics.disclosure.primary import unsafe_cells
from ombuds.statistics.disclosure.system import build, prepare
from ombuds.statistics.tests.disclosure.making import grid, skewed

Unproved = tuple[set[int], bool] | None


def silent(*_given: object, **_asked: object) -> None:
    """An engine that ends without an answer."""


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("cost", ["value", "count"])
def test_it_costs_what_the_engine_proves_to_be_the_least(seed: int, cost: str) -> None:
    rules = Rules(minimum_frequency=5, cost=cost, protect_zeros=seed % 3 == 0)
    system = build(prepare(linked(skewed(9, 5, seed, tree=seed % 2 == 0)), rules), rules)
    unsafe = unsafe_cells(system, rules)
    costs = [hiding.price(system, i, rules) for i in range(len(system.cells))]
    fixed = hiding.fixed_cells(system, rules) - set(unsafe)
    theirs = engine.cheapest(system, unsafe, costs, fixed, rules)
    ours = cutting.Search(system, unsafe, costs, fixed).run(60)
    assert theirs is not None
    assert theirs[1]
    assert ours.hidden is not None
    price = sum(costs[i] for i in ours.hidden)
    assert price == sum(costs[i] for i in theirs[0])
    assert price == pytest.approx(ours.bound)


def test_the_known_answer_of_sdctable_comes_without_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "cheapest", silent)
    table = grid({"A": (18, 2), "B": (14, 19), "C": (12, 10), "D": (11, 14)}, "mf")
    done = protect(table, Rules(minimum_frequency=3))
    assert (done.cost, done.optimal, done.safe) == (40, True, True)


def test_where_our_own_search_takes_long_the_engine_has_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    table, rules = skewed(8, 5, 4), Rules(minimum_frequency=5)
    best = protect(table, rules)
    monkeypatch.setattr(cutting.Search, "run", lambda *_given: cutting.Proof(None, 0.0))
    done = protect(table, rules)
    assert (done.cost, done.optimal) == (best.cost, True)


def test_what_the_engine_could_not_prove_is_made_cheaper(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stopped with a dear pattern, everything hidden; our own search needs its second turn."""
    table, rules = skewed(8, 5, 4), Rules(minimum_frequency=5)
    best, run = protect(table, rules), cutting.Search.run

    def dear(system: object, unsafe: dict[int, object], costs: list[float], *_rest: object) -> Unproved:
        return {i for i, price in enumerate(costs) if price and i not in unsafe}, False

    def late(search: cutting.Search, seconds: float) -> cutting.Proof:
        return run(search, 0 if seconds < rules.seconds else seconds)

    monkeypatch.setattr(engine, "cheapest", dear)
    monkeypatch.setattr(cutting.Search, "run", late)
    done = protect(table, rules)
    assert (done.cost, done.optimal) == (best.cost, True)


def test_without_time_for_a_proof_it_is_safe_and_says_that_it_may_be_dear(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engine, "cheapest", silent)
    monkeypatch.setattr(cutting.Search, "run", lambda *_given: cutting.Proof(None, 0.0))
    done = protect(skewed(8, 5, 4), Rules(minimum_frequency=5))
    assert done.safe
    assert not done.optimal
    assert audit(done.tables, Rules(minimum_frequency=5)).safe


def test_out_of_time_it_has_no_pattern_but_a_bound_that_holds() -> None:
    rules = Rules(minimum_frequency=5)
    system = build(prepare(linked(skewed(9, 5, 1)), rules), rules)
    unsafe = unsafe_cells(system, rules)
    costs = [hiding.price(system, i, rules) for i in range(len(system.cells))]
    fixed = hiding.fixed_cells(system, rules) - set(unsafe)
    search = cutting.Search(system, unsafe, costs, fixed)
    proof = search.run(0)
    assert proof.hidden is None
    whole = search.run(60)
    assert whole.hidden is not None
    assert 0 <= proof.bound <= whole.bound == pytest.approx(sum(costs[i] for i in whole.hidden))
