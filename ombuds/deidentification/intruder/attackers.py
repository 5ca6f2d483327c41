"""Who might try to find the case, what each of them knows, and how many cases must fit: all of it data.

Numbers: deid.md 3c. The insider's k is held as well (deid.md calls it informative only), because the founding promise is that a
text cannot be traced by anybody, also not by someone who holds every file.
"""

from dataclasses import dataclass, field

PERSON_FACTS = frozenset({"place", "age", "sex", "family", "profession", "nationality", "health"})
CALENDAR = frozenset({"date"})
EVERYTHING = frozenset({"*"})


@dataclass(frozen=True, slots=True)
class Attacker:
    """`knows`: the kinds of facts that this attacker can compare; `*` means all. `same_body`: sees the files of one body only."""

    name: str
    knows: frozenset[str]
    k: int
    probability: float
    finest_date: str = "day"
    same_body: bool = False
    reads_files: bool = False


ATTACKERS = (
    Attacker("outsider", PERSON_FACTS, 20, 0.05),
    Attacker(
        "acquaintance", PERSON_FACTS | CALENDAR | {"topic", "theme", "body"}, 10, 0.1, finest_date="year"
    ),
    Attacker("official", EVERYTHING, 5, 0.2, same_body=True, reads_files=True),
    Attacker("insider", EVERYTHING, 5, 0.2, reads_files=True),
)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What a text must reach to pass.

    `run`: words in a row shared with one case that count as copied. `place`: how far down the list of all cases the true case must stand
    for each searcher, at most. `probability`: what the true case may have, when it is named; `stands_out`: what the likeliest case
    may have when nobody names the true one (in a base of less than 1,000 more: 50 / size). `notional`: a smaller base is filled up with so many average cases, because a young
    office's readers live among as many people as an old one's. `rare_facts`: no so small set of rare facts may point at one case.
    """

    attackers: tuple[Attacker, ...] = ATTACKERS
    probability: float = 0.2
    stands_out: float = 0.07
    place: int = 20
    run: int = 8
    shared_by: int = 5
    rare_facts: int = 3
    notional: int = 1000
    cell: int = 4
    days: int = 7
    amount: float = 0.05


DEFAULT = Thresholds()


@dataclass(frozen=True, slots=True)
class Told:
    """An earlier publication. `cases`: the cases it is known to rest on; empty when nobody says so."""

    id: str
    parts: tuple[tuple[str, str], ...]
    language: str = ""
    cases: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReleasedTable:
    """A table that was released: per cell the fields it counts ({"theme": "parking", "year": "2024"}) and the count."""

    id: str
    cells: tuple[tuple[tuple[tuple[str, str], ...], int], ...] = field(default=())
