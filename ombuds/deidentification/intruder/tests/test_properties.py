"""k is what counting by hand gives, whatever the base; more cases and fewer facts never make it smaller."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ombuds.deidentification.intruder import Base, BaseCase, Holding, examine
from ombuds.deidentification.intruder.runs import longest_run

TOWNS, JOBS, AGES = ("Elsene", "Gent", "Luik"), ("bakker", "slager", "kapper"), (34, 47, 61)
PEOPLE = st.lists(
    st.tuples(st.sampled_from(TOWNS), st.sampled_from(JOBS), st.sampled_from(AGES)), min_size=1, max_size=25
)


def base_of(people: list[tuple[str, str, int]]) -> Base:
    return Base.of(
        BaseCase(f"c{n}", "nl", (), {"town": (town,), "profession": (job,), "age": (str(age),)})
        for n, (town, job, age) in enumerate(people)
    )


def told(town: str, job: str, age: int, *, without: str = "") -> str:
    pieces = {"town": f"uit {town}", "job": f"werkt als {job}", "age": f"is {age} jaar oud"}
    return "Iemand " + ", ".join(text for name, text in pieces.items() if name != without) + "."


def k_of(text: str, base: Base, truth: str) -> int:
    verdict = examine([("text", text)], "nl", Holding(base, frozenset([truth])))
    return len(base) if not verdict.facts.attacks else counted(verdict.facts.singling_out, len(base))


def counted(singled: tuple[object, ...], otherwise: int) -> int:
    """k without the average cases that a small base is filled up with."""
    return next((int(getattr(s, "k")) for s in singled), otherwise)  # noqa: B009 - any record with a k


@settings(max_examples=25, deadline=None)
@given(PEOPLE, st.data())
def test_k_equals_counting_by_hand(people: list[tuple[str, str, int]], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(people) - 1))
    k = k_of(told(*people[at]), base_of(people), f"c{at}")
    assert k == people.count(people[at])


@settings(max_examples=15, deadline=None)
@given(PEOPLE, st.data())
def test_leaving_a_fact_out_never_lowers_k(people: list[tuple[str, str, int]], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(people) - 1))
    base, whole = base_of(people), k_of(told(*people[at]), base_of(people), f"c{at}")
    for name in ("town", "job", "age"):
        assert k_of(told(*people[at], without=name), base, f"c{at}") >= whole


@settings(max_examples=15, deadline=None)
@given(PEOPLE, st.tuples(st.sampled_from(TOWNS), st.sampled_from(JOBS), st.sampled_from(AGES)))
def test_one_more_case_never_lowers_k(people: list[tuple[str, str, int]], new: tuple[str, str, int]) -> None:
    base, text = base_of(people), told(*people[0])
    grown = base.with_case(
        BaseCase("new", "nl", (), {"town": (new[0],), "profession": (new[1],), "age": (str(new[2]),)})
    )
    assert k_of(text, grown, "c0") >= k_of(text, base, "c0")
    assert len(grown) == len(base) + 1


@settings(max_examples=15, deadline=None)
@given(PEOPLE)
def test_a_base_brought_up_to_date_case_by_case_is_the_base_built_at_once(
    people: list[tuple[str, str, int]],
) -> None:
    whole, grown = base_of(people), base_of(people[:1])
    for n, (town, job, age) in enumerate(people):
        grown = grown.with_case(
            BaseCase(f"c{n}", "nl", (), {"town": (town,), "profession": (job,), "age": (str(age),)})
        )
    text = told(*people[0])
    assert grown.digest == whole.digest
    assert k_of(text, grown, "c0") == k_of(text, whole, "c0")


def test_a_base_comes_back_from_its_file_as_it_was(base: Base, tmp_path: Path) -> None:
    base.save(tmp_path / "base.index", note="today")
    again = Base.load(tmp_path / "base.index")
    assert (again.note, again.digest, list(again.ids())) == ("today", base.digest, list(base.ids()))
    assert (tmp_path / "base.index").stat().st_mode & 0o077 == 0
    one = next(iter(base.ids()))
    assert again.get(one) == base.get(one)
    assert len(again.without([one])) == len(base) - 1


@given(st.lists(st.sampled_from("abc"), max_size=14), st.lists(st.sampled_from("abc"), max_size=14))
def test_the_longest_run_is_the_longest(one: list[str], other: list[str]) -> None:
    start, there, length = longest_run(one, other)
    assert one[start : start + length] == other[there : there + length]
    joined = ["".join(other[a:b]) for a in range(len(other)) for b in range(a + 1, len(other) + 1)]
    best = max(
        (b - a for a in range(len(one)) for b in range(a + 1, len(one) + 1) if "".join(one[a:b]) in joined),
        default=0,
    )
    assert length == best
