"""What the released tables of the cube hide: the true figures, for reading the texts that stand beside them."""

from collections.abc import Iterator, Mapping

from ombuds.lib.errors import Refusal
from ombuds.office.models import Office
from ombuds.statistics import cubes
from ombuds.statistics.cube import TOTAL
from ombuds.statistics.disclosure import Hidden
from ombuds.statistics.queries import from_params
from ombuds.statistics.released import released_cubes
from ombuds.statistics.tables import Table, from_json
from ombuds.statistics.telling import Secret, named


def secrets(office: Office) -> list[Secret]:
    """Return the figures that released tables hide, as they are counted today: a case more or less since is told as now.

    A table that can no longer be asked (its theme is gone) tells nothing that can be looked for.
    """
    found: list[Secret] = []
    for row in released_cubes(office):
        public = {each["key"]: from_json(each) for each in row.tables}
        if not any(_hides(table) for table in public.values()):
            continue
        try:
            answer = cubes.ask(from_params(row.query).checked(), office)
        except Refusal:
            continue
        found += hidden_in(answer, public)
    return found


def _hides(table: Table) -> bool:
    lines = [row.cells for row in table.rows] + ([table.totals] if table.totals is not None else [])
    return any(isinstance(cell, Hidden) for cells in lines for cell in cells)


def hidden_in(answer: cubes.Answer, public: Mapping[str, Table]) -> Iterator[Secret]:
    """Yield the figures that these tables, by key, hide of an answer."""
    axes = answer.cross.axes
    layers = [*axes[2].values, TOTAL] if len(axes) > 2 else [""]
    for layer, exact in zip(layers, cubes.tables_of(answer), strict=True):
        if exact.key not in public:
            continue
        table = public[exact.key]
        shown = {row.key: row.cells for row in table.rows} | {TOTAL: table.totals or ()}
        places = {column.key: i for i, column in enumerate(table.columns)}
        for line, cells in [*((r.key, r.cells) for r in exact.rows), (TOTAL, exact.totals or ())]:
            for column, value in zip(exact.columns, cells, strict=True):
                place = places.get(column.key, len(places))
                seen = shown.get(line, ())
                if place < len(seen) and isinstance(seen[place], Hidden) and isinstance(value, int) and value:
                    secret = _secret(answer, exact, (line, column.key, layer), value)
                    # A total without any label is said by every sentence with its number.
                    yield from [secret] if secret.names else []


def _secret(answer: cubes.Answer, table: Table, key: tuple[str, str, str], value: int) -> Secret:
    """A sentence must name every label of the figure but the year."""
    years = {int(label) for axis, label in _labelled(answer, key) if axis == "year"} or set(
        answer.query.years
    )
    names = [
        cubes.label(axis, label)
        for axis, label in zip(answer.cross.axes, _own(answer, key), strict=True)
        if axis.name != "year" and label != TOTAL
    ]
    line = names[0] if names else cubes.total_label()
    across = names[1] if len(names) > 1 else cubes.total_label()
    return Secret(
        table.title, line, across, tuple(map(named, names)), years.pop() if len(years) == 1 else None, value,
        key=_own(answer, key),
    )  # fmt: skip


def _own(answer: cubes.Answer, key: tuple[str, str, str]) -> tuple[str, ...]:
    """A table of one property has one column, of totals; one of three has layers."""
    number = len(answer.cross.axes)
    return key[:number]


def _labelled(answer: cubes.Answer, key: tuple[str, str, str]) -> Iterator[tuple[str, str]]:
    for axis, label in zip(answer.cross.axes, _own(answer, key), strict=True):
        if label != TOTAL:
            yield axis.name, label
