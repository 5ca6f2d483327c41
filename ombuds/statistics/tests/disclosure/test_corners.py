"""In a large set witnesses in whole numbers are looked for corner by corner: the verdict is the same as of the whole."""

from dataclasses import replace

import pytest

from ombuds.statistics.disclosure import Rules, audit, cutting, engine, protect
from ombuds.statistics.disclosure.attack import wholes
from ombuds.statistics.disclosure.engine import cheapest
from ombuds.statistics.tests.disclosure.making import skewed, without

SEEDS = (1, 2, 3, 4)
QUICK = Rules(integer_limit=0)


@pytest.fixture
def corners(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if every set were a large one, and a corner a few labels of it."""
    monkeypatch.setattr(wholes, "SMALL", 0)
    monkeypatch.setattr(wholes, "FREE", 12)


@pytest.mark.usefixtures("corners")
@pytest.mark.parametrize("seed", SEEDS)
def test_corners_find_no_other_figures_than_the_whole(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    table = skewed(14, 5, seed)
    small = [key for key, cell in table.cells.items() if 0 < (cell.value or 0) < 4]
    found = audit(without(table, small), QUICK)
    monkeypatch.setattr(wholes, "SMALL", 10_000)
    whole = audit(without(table, small), QUICK)
    assert {each.name for each in found.unsafe} == {each.name for each in whole.unsafe}
    assert found.unsafe, "nothing to find: the table says little"


@pytest.mark.usefixtures("corners")
def test_a_witness_of_corners_fits_what_is_published() -> None:
    done = protect(skewed(14, 5, 5), QUICK)
    assert done.safe
    assert all(cell.inferred_low <= cell.value <= cell.inferred_high for cell in done.cells)


@pytest.mark.parametrize("seed", SEEDS)
def test_where_the_engine_has_no_answer_it_is_asked_more_narrowly(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = skewed(6, 5, seed)
    best = protect(table)

    def late(*given: object, near: bool = False) -> object:
        return cheapest(*given, near=True) if near else None  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "cheapest", late)
    monkeypatch.setattr(cutting.Search, "run", lambda *_given: cutting.Proof(None, 0.0))  # out of time
    narrow = protect(table)
    assert narrow.safe
    assert not narrow.optimal
    assert best.cost <= narrow.cost <= 2 * best.cost


def test_what_the_engine_hides_without_need_is_shown_again(monkeypatch: pytest.MonkeyPatch) -> None:
    table = skewed(6, 5, 3)
    best = protect(table)

    def wasteful(system: object, unsafe: dict[int, object], *_rest: object, near: bool = False) -> object:
        size = len(system.cells)  # type: ignore[attr-defined]
        zeros = {i for i in range(size) if not system.cells[i].value}  # type: ignore[attr-defined]
        return set(range(size)) - set(unsafe) - zeros, False

    monkeypatch.setattr(engine, "cheapest", wasteful)
    mended = protect(table)
    assert mended.safe
    assert mended.cost < sum(cell.value for cell in replace(mended).cells) / 2
    assert mended.cost >= best.cost
