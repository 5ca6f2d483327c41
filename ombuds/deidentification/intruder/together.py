"""What a text tells together with what was told before: earlier publications and released tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from ombuds.deidentification.intruder.attackers import ReleasedTable, Thresholds, Told
from ombuds.deidentification.intruder.base import Base
from ombuds.deidentification.intruder.concepts import concepts
from ombuds.deidentification.intruder.fields import NAMED
from ombuds.deidentification.intruder.fitting import Mask, fitting
from ombuds.deidentification.intruder.plain import key
from ombuds.deidentification.intruder.publication import Publication, Said
from ombuds.deidentification.intruder.singling import filled_up, fitting_count


@dataclass(frozen=True, slots=True)
class Together:
    """One earlier text or table that narrows the circle: to `k` cases, by the facts named."""

    id: str
    kind: str
    k: int
    facts: tuple[str, ...]


def with_earlier(
    told: Sequence[tuple[Said, Mask]],
    earlier: Sequence[Told],
    base: Base,
    truth: Sequence[int],
    thresholds: Thresholds,
) -> list[Together]:
    """Earlier publications that, read beside this one, leave fewer cases than `shared_by`.

    Counted are those known to rest on the same case, and those without known cases whose facts all fit it.
    """
    found = []
    ids = {base.case(number).id for number in truth}
    for text in earlier:
        if text.cases and not text.cases & ids:
            continue
        before = [(s, fitting(s.fact, base, thresholds)) for s in Publication(text.parts, text.language).told]
        before = [(s, m) for s, m in before if m.any()]
        about = [number for number in truth if all(m[number] for _, m in before)]
        if not text.cases and not (about and before):
            continue
        new = [(s, m) for s, m in before if s.name not in {t.name for t, _ in told}]
        if not new:
            continue
        alone = fitting_count(told, base, truth)[0]
        k = fitting_count([*told, *new], base, truth)[0]
        k = filled_up(k, [*told, *new], base, thresholds)
        if k < thresholds.shared_by and (k < alone or text.cases):
            found.append(Together(text.id, "earlier", k, tuple(sorted(s.name for s, _ in new))))
    return found


def with_tables(
    told: Sequence[tuple[Said, Mask]], tables: Sequence[ReleasedTable], base: Base, thresholds: Thresholds
) -> list[Together]:
    """Cells that count very few cases and all of whose fields the text tells: the text then speaks of one of those few."""
    names = {said.name for said, _ in told}
    years = {str(said.fact.year) for said, _ in told if said.fact.kind == "date" and said.fact.year}
    found = []
    for table in tables:
        for fields, count in table.cells:
            if 0 < count <= thresholds.cell and fields and all(_tells(n, v, names, years) for n, v in fields):
                found.append(Together(table.id, "table", count, tuple(f"{n}={v}" for n, v in fields)))
    return found


def _tells(name: str, value: str, names: set[str], years: set[str]) -> bool:
    if name.lower() in ("year", "jaar", "annee", "jahr"):
        return value in years
    words = concepts(value)
    if f"field {NAMED.get(name.lower(), name.lower())}={' '.join(words)}" in names:
        return True
    return any(key(n) == key(f"{name.lower()}={value}") for n in names) or any(
        n.partition("=")[2] == value for n in names
    )
