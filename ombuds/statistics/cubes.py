"""Tables of the cube: asked, told in words, protected for the public, released."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.cases.models import Case
from ombuds.office.models import Office
from ombuds.statistics import labels
from ombuds.statistics.cube import TOTAL, Cross, Facts, cross, resolved
from ombuds.statistics.cube.counting import Axis, Key
from ombuds.statistics.cube.facts import Labels
from ombuds.statistics.disclosure import Hidden
from ombuds.statistics.extracting import extract
from ombuds.statistics.figures import duration
from ombuds.statistics.queries import AXIS_LABELS, Query
from ombuds.statistics.tables import TOTAL as TOTAL_LABELS
from ombuds.statistics.tables import Cell, Column, Row, Table

LISTED = 20_000  # cases behind one figure that a page lists


@dataclass(frozen=True, slots=True)
class Answer:
    """The counted table with its question and what must be said of it."""

    query: Query
    cross: Cross
    words: Labels
    notes: tuple[Labels, ...]
    frozen: str = ""  # name of the snapshot that it was drawn from


def ask(query: Query, office: Office, *, facts: Facts | None = None, frozen: str = "") -> Answer:
    """Count. Without `facts` the live cases are read, old themes and services as what they became."""
    given = facts if facts is not None else extract(office, years=query.years, rule=query.rule)
    picked = query.of(given)
    found = cross(picked, query.axes, query.unit, whole=[_scale(axis) for axis in query.axes])
    notes = [*_sums(found), *_mapping(query, given)]
    return Answer(query, found, query.words(given), tuple(notes), frozen)


def _scale(axis: str) -> Sequence[str]:
    match axis:
        case "month":
            return [f"{number:02}" for number in range(1, 13)]
        case "duration":
            return [key for _bounds, key, _label in duration.class_labels()]
        case _:
            return ()


def _sums(found: Cross) -> list[Labels]:
    """Return why lines add up to more than their total, with the numbers."""
    notes = []
    for axis, (parts, total) in found.excess().items():
        values = {
            "axis": AXIS_LABELS.get(axis, axis), "parts": parts, "total": total, "more": parts - total,
        }  # fmt: skip
        notes.append(_sum_note(found.unit, values))
    return notes


def _sum_note(unit: str, values: Mapping[str, object]) -> Labels:
    if unit == "case":
        text = _("By %(axis)s the lines add up to %(parts)s, %(more)s more than the total of %(total)s: one case can count on several lines.")  # fmt: skip
    else:
        text = _("By %(axis)s the lines add up to %(parts)s, %(more)s more than the total of %(total)s: one grievance can count on several lines.")  # fmt: skip
    return labels.everywhere(text, **values)


def _mapping(query: Query, facts: Facts) -> list[Labels]:
    """Return a note for each old theme or service that counts as another in this table."""
    wanted = {resolved(axis, query.unit).split("_")[-1] for axis in (*query.axes, *query.where)}
    return [each["note"] for each in facts.about.get("mapping", []) if each["dimension"] in wanted]


def tables_of(answer: Answer, hidden: frozenset[Key] = frozenset()) -> list[Table]:
    """Return the answer as tables that pages and files read: one, or one per layer and one for all layers."""
    found = answer.cross
    layers = [*found.axes[2].values, TOTAL] if len(found.axes) > 2 else [""]
    return [_table(answer, layer, hidden) for layer in layers]


def _table(answer: Answer, layer: str, hidden: frozenset[Key]) -> Table:
    found = answer.cross
    rows, last = found.axes[0], (layer,) if layer else ()
    across = found.axes[1] if len(found.axes) > 1 else None
    keys = [*across.values, TOTAL] if across else [TOTAL]

    def cells(row: str) -> tuple[Cell, ...]:
        return tuple(_cell(found, (row, *((key,) if across else ()), *last), hidden) for key in keys)

    title = answer.words
    if layer:
        title = {code: f"{text} {label(found.axes[2], layer)[code]}" for code, text in title.items()}
    return Table(
        key=f"cube_{'_'.join(answer.query.axes)}{'_' + layer if layer else ''}",
        title=title,
        definition=answer.words,
        unit=dict.fromkeys(labels.LANGUAGES, ""),
        head=head(rows.name),
        columns=tuple(Column(key, label(across, key) if across else total_label()) for key in keys),
        rows=tuple(Row(value, label(rows, value), cells(value)) for value in rows.values),
        totals=cells(TOTAL),
        notes=answer.notes,
        adds_up=not any(axis.many for axis in found.axes),
    )


def _cell(found: Cross, key: Key, hidden: frozenset[Key]) -> Cell:
    return Hidden.OTHER if key in hidden else found.at(*key)


def label(axis: Axis | None, value: str) -> Labels:
    """Return the words of a line."""
    return total_label() if axis is None or value == TOTAL else axis.column.label(value)


def total_label() -> Labels:
    """Return the word for the margin."""
    return {code: TOTAL_LABELS[code] for code in labels.LANGUAGES}


def head(axis: str) -> Labels:
    """Return the heading of an axis."""
    found = labels.everywhere(AXIS_LABELS.get(axis, axis))
    return {code: text[:1].upper() + text[1:] for code, text in found.items()}


def cases_behind(query: Query, office: Office, key: Sequence[str], *, actor: User) -> QuerySet[Case]:
    """Return the cases that one figure of the table counts, those behind a wall left out."""
    facts = query.of(extract(office, years=query.years, rule=query.rule))
    facts = facts.where(facts.ids[query.unit] > 0)
    wanted = {
        resolved(axis, query.unit): (value,)
        for axis, value in zip(query.axes, key, strict=True)
        if value != TOTAL
    }
    ids = sorted({int(pk) for pk in facts.picked(wanted).ids["case"]})[:LISTED]
    return Case.objects.visible_to(actor).filter(pk__in=ids)


def axes_of(facts: Facts | None) -> list[str] | None:
    """Return what frozen rows can be counted by, when they are a file of others; None for cases."""
    if facts is None or "kind" in facts.columns:
        return None
    return list(facts.columns)
