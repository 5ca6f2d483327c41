"""Two harmless texts can point at one person; so can a text and a table."""

import pytest

from ombuds.deidentification.intruder import Base, BaseCase, Holding, ReleasedTable, Told, examine

TOWNS, JOBS = ("Gent", "Brugge", "Aalst", "Leuven"), ("bakker", "slager", "kapper", "loodgieter")


@pytest.fixture(scope="module")
def crossed() -> Base:
    """1,600 cases: a hundred of each town and trade; only one of them from Gent, a baker, and Moroccan."""
    return Base.of(
        BaseCase(
            f"c{n}",
            "nl",
            (),
            {
                "town": (TOWNS[n % 4],),
                "profession": (JOBS[n // 4 % 4],),
                "nationality": ("marokkaans" if n % 7 == 0 and (n == 0 or n % 16) else "belgisch",),
                "theme": ("parking" if n % 3 else "waste_tax",),
            },
        )
        for n in range(1600)
    )


def test_a_text_that_is_safe_alone_is_stopped_beside_an_earlier_one_about_the_same_case(
    crossed: Base,
) -> None:
    now, truth = [("text", "Een bakker uit Gent klaagde.")], frozenset(["c0"])
    before = Told("story of May", (("text", "Een Marokkaanse persoon vertelde iets."),), "nl", truth)
    alone, beside = (
        examine(now, "nl", Holding(crossed, truth)),
        examine(now, "nl", Holding(crossed, truth, earlier=(before,))),
    )
    assert alone.passed, alone.reasons
    assert not beside.passed
    assert "story of May" in beside.together[0]


def test_an_earlier_text_about_another_case_does_not_matter(crossed: Base) -> None:
    before = Told("other", (("text", "Een Marokkaanse persoon vertelde iets."),), "nl", frozenset(["c7"]))
    verdict = examine(
        [("text", "Een bakker uit Gent klaagde.")],
        "nl",
        Holding(crossed, frozenset(["c0"]), earlier=(before,)),
    )
    assert verdict.together == ()


def test_a_cell_of_three_whose_fields_the_text_tells_stops_it(crossed: Base) -> None:
    small = ReleasedTable("t1", (((("town", "Gent"), ("profession", "bakker")), 3),))
    large = ReleasedTable("t2", (((("town", "Gent"), ("profession", "bakker")), 30),))
    parts = [("text", "Een bakker uit Gent klaagde.")]
    assert examine(parts, "nl", Holding(crossed, frozenset(["c0"]), tables=(small,))).together == (
        "table t1: 3",
    )
    assert examine(parts, "nl", Holding(crossed, frozenset(["c0"]), tables=(large,))).together == ()
