"""Tables of the cube for everyone: protected against everything released before, kept, and shown on the public site."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.lib.errors import Refusal
from ombuds.office.models import Office
from ombuds.statistics import beside, counters, cubes
from ombuds.statistics.cube import TOTAL, resolved
from ombuds.statistics.cube.counting import Key
from ombuds.statistics.disclosure import Cell, LinkedTables, Table, protect
from ombuds.statistics.disclosure.cells import NO_PARENT, Node
from ombuds.statistics.disclosure.files.keeping import figures_from_json, figures_to_json
from ombuds.statistics.figures.frame import SEVERAL
from ombuds.statistics.masking import HIDDEN_NOTE, RULES
from ombuds.statistics.models import Release
from ombuds.statistics.populations import Populations
from ombuds.statistics.queries import Query
from ombuds.statistics.released import released_cubes as released_cubes
from ombuds.statistics.services import sensitive_themes
from ombuds.statistics.tables import from_json, to_json
from ombuds.statistics.terms import Act

LARGEST = 20_000  # figures of one table that a page protects
ROUNDS = 5  # of reading what is public: each may show that more is known
# Which table of the yearly report counts cases by the same property: its figures and ours are the same.
TWINS = {
    "month": "received_by_month", "channel": "received_by_channel", "language": "received_by_language",
    "kind": "received_by_kind", "case_theme": "per_theme", "body": "per_body", "level": "per_authority_level",
    "policy_domain": "per_policy_domain", "case_assessment": "assessment", "case_result": "result",
    "duration": "handling_time", "norm": "norms_breached",
}  # fmt: skip


class NotProtected(Refusal):
    """A table that would tell on people stays inside."""

    template = _(
        "This table cannot be released: with what is public already, small numbers could be worked out."
    )


class TooLarge(Refusal):
    """Proving takes too long for a page."""

    template = _("This table has %(number)s figures. Release one of at most %(most)s.")


class NotAllowed(Refusal):
    """The person's role does not open this."""

    template = _("You have no right to do this.")


def hidden(answer: cubes.Answer, office: Office) -> frozenset[Key]:
    """Return the figures that the public does not see. Raises NotProtected, TooLarge."""
    return protected(answer, office).gone


@dataclass(frozen=True, slots=True)
class Public:
    """A table as everyone may see it; which figures it hides; which of them public texts say, each with the sentence."""

    table: Table
    gone: frozenset[Key]
    said: Mapping[Key, str]


def protected(answer: cubes.Answer, office: Office) -> Public:
    """Return the table as the public may see it, with everything released before, and what public texts say, as known.

    Raises NotProtected, TooLarge.
    """
    size = sum(1 for key in answer.cross.lines() if answer.cross.at(*key))
    if size > LARGEST:
        raise TooLarge(number=size, most=LARGEST)
    texts, said = beside.public_texts(office), dict[Key, str]()
    for _round in range(ROUNDS):
        done = _protected(answer, office, frozenset(said))
        gone = frozenset(_back(answer, key) for key, cell in done.cells.items() if cell.value is None)
        new = beside.said_before(answer, gone, texts)
        if new.keys() <= said.keys():
            return Public(_without(answer, done, said), gone | said.keys(), said)
        said |= new
    raise NotProtected()


def _protected(answer: cubes.Answer, office: Office, known: frozenset[Key]) -> Table:
    table = as_figures(answer, office, known)
    done = protect(
        LinkedTables((table,), released=tuple(known_figures(office, table))), replace(RULES, seconds=20)
    )
    if not done.safe:
        raise NotProtected()
    return done.tables.tables[0]


def _without(answer: cubes.Answer, table: Table, said: Iterable[Key]) -> Table:
    """Return the table without the figures that texts say: it does not confirm them."""
    gone = frozenset(said)
    cells = {
        k: replace(c, value=None, keep=False) if _back(answer, k) in gone else c
        for k, c in table.cells.items()
    }
    return replace(table, cells=cells)


def as_figures(answer: cubes.Answer, office: Office, known: frozenset[Key] = frozenset()) -> Table:
    """Return the table as disclosure control reads it: what every figure is about, whatever table shows it.

    Filters and the years asked are labels like others, so that this table and any other are linked. What is `known` already
    does not protect others.
    """
    query, found = answer.query, answer.cross
    fixed = {**{axis: "|".join(codes) for axis, codes in query.where.items()}}
    if query.years and "year" not in query.axes:
        fixed["year"] = _years(answer)
    names = tuple(resolved(axis, query.unit) for axis in (*query.axes, *fixed))
    trees: dict[str, dict[str, str]] = {axis: {label: NO_PARENT} for axis, label in fixed.items()}
    for axis in found.axes:
        name = resolved(axis.name, query.unit)
        if axis.many:
            trees[name] = dict.fromkeys(axis.values, NO_PARENT)
        elif axis.name == "year":
            trees[name] = {**dict.fromkeys(axis.values, _years(answer)), _years(answer): NO_PARENT}
    careful = sensitive_themes(office)
    cells = {
        _key(answer, key, fixed): Cell(
            number, unsafe=_is_small(answer, key, number, careful), keep=key in known
        )
        for key in found.lines()
        if (number := found.at(*key))
    }
    scope = f"{query.unit}/{query.scope}/{query.rule}" if query.years else f"{answer.frozen}/{query.unit}"
    table = Table("cube", names, cells, trees, scope)
    return replace(table, same=_twins(answer, table))


def _years(answer: cubes.Answer) -> str:
    return answer.query.params()["years"]


def _key(answer: cubes.Answer, key: Key, fixed: Mapping[str, str]) -> Key:
    years = "year" in answer.query.axes
    own = tuple(
        _years(answer) if years and axis == "year" and label == TOTAL else label
        for axis, label in zip(answer.query.axes, key, strict=True)
    )
    return (*own, *fixed.values())


def _back(answer: cubes.Answer, key: Key) -> Key:
    return tuple(
        TOTAL if axis == "year" and answer.query.years and label == _years(answer) and label not in _own_years(answer) else label
        for axis, label in zip(answer.query.axes, key, strict=False)
    )  # fmt: skip


def _own_years(answer: cubes.Answer) -> tuple[str, ...]:
    return next(axis.values for axis in answer.cross.axes if axis.name == "year")


def _is_small(answer: cubes.Answer, key: Key, number: int, careful: Mapping[str, int]) -> bool:
    themes = [label for axis, label in zip(answer.query.axes, key, strict=True) if axis.endswith("theme")] + [
        code for axis, codes in answer.query.where.items() if axis.endswith("theme") for code in codes
    ]
    return any(number < careful.get(theme, 0) for theme in themes)


def _twins(answer: cubes.Answer, table: Table) -> dict[Key, Node]:
    """Return the figures that tables of the yearly report show too: one property of the cases of one year."""
    query = answer.query
    if query.unit != "case" or query.where or not query.years:
        return {}
    place = {name: position for position, name in enumerate(table.dimensions)}
    found: dict[Key, Node] = {}
    for key in table.cells:
        labels = dict(zip(table.dimensions, key, strict=True))
        year = labels.pop("year", "")
        given = {name: label for name, label in labels.items() if label != TOTAL}
        if len(year) != 4 or len(given) > 1:
            continue
        whole = tuple(TOTAL if i != place["year"] else year for i in range(len(key)))
        cell = table.cells.get(whole)
        twin = [(TWINS[name], _line(name, label)) for name, label in given.items() if name in TWINS]
        if cell is not None and len(twin) == len(given):
            found[key] = (f"{query.scope}/{query.rule}/{year}/{int(cell.value or 0)}", frozenset(twin))
    return found


def _line(axis: str, label: str) -> str:
    return str(int(label)) if axis == "month" and label.isdecimal() else label


def known_figures(office: Office, table: Table) -> list[Table]:
    """Return what was released before, but figures that were counted otherwise since: those say nothing of ours."""
    values = {table.node(key): cell.value for key, cell in table.cells.items()}
    counted = {code: (each.scope, each.date_rule) for code, each in counters.load(office.code).items()}
    found = []
    for release in Release.objects.filter(office=office):
        parts = [figures_from_json(data) for data in release.figures]
        if not release.figures:
            editions = Populations(counted, [])
            parts = [p for each in release.tables for p in editions.figures(from_json(each), known=True)]
        found += [part for part in parts if part.cells and _agrees(part, values)]
    return found


def _agrees(part: Table, values: Mapping[Node, float | None]) -> bool:
    return all(
        cell.value is None or values.get(part.node(key), cell.value) == cell.value
        for key, cell in part.cells.items()
    )


def release(*, query: Query, office: Office, actor: User) -> Release:
    """Count, protect and keep a table for everyone. Raises NotAllowed, NotProtected, TooLarge, BadQuestion."""
    if not actor.may(Permission.REPORT_RELEASE):
        raise NotAllowed()
    answer = cubes.ask(query.checked(), office)
    with transaction.atomic():
        Office.objects.select_for_update().get(
            pk=office.pk
        )  # two releases at once would not know of each other
        done = protected(answer, office)
        shown = public_answer(answer, done.gone)
        row = Release.objects.create(
            office=office,
            name=answer.words.get("en", "")[:120],
            tables=[to_json(table) for table in cubes.tables_of(shown, done.gone)],
            figures=[figures_to_json(done.table)],
            query=query.params(),
            released_by=actor,
        )
        row.said = tuple(done.said.values())
        record(Act.RELEASE_FIGURES, actor=actor, subject=row, data={"query": query.params()})
    return row


def public_answer(answer: cubes.Answer, gone: Iterable[Key]) -> cubes.Answer:
    """Return the answer with notes for the public: how much lines exceed their total would tell a hidden line."""
    notes = [note for note in answer.notes if note in _mapping_notes(answer)]
    if any(axis.many for axis in answer.cross.axes):
        notes.append(SEVERAL())
    if any(True for _key in gone):
        notes.append(HIDDEN_NOTE)
    return replace(answer, notes=tuple(notes))


def _mapping_notes(answer: cubes.Answer) -> list[Mapping[str, str]]:
    return list(answer.notes[len(answer.cross.excess()) :])
