"""What tables by year share: the year, its shares, earlier years beside it."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from ombuds.statistics.counters import Counter
from ombuds.statistics.cube.facts import Labels
from ombuds.statistics.labels import everywhere
from ombuds.statistics.tables import Cell, Column, Kind, Row, Table

Counts = Mapping[int, int]


def year_columns(
    years: Sequence[int], *, share: bool = True, breaks: Collection[int] = ()
) -> tuple[Column, ...]:
    """Return the columns: the year, its share, the years before. Years in `breaks` carry the mark of their note."""
    first, *earlier = (_year(year, year in breaks) for year in years)
    columns = [first]
    if share:
        columns.append(Column("share", everywhere(_("Share")), Kind.SHARE))
    return (*columns, *earlier)


def _year(year: int, is_break: bool) -> Column:
    return Column(str(year), dict.fromkeys(("nl", "fr", "en"), f"{year} †" if is_break else str(year)))


def cells(counts: Counts, years: Sequence[int], whole: int | None) -> tuple[Cell, ...]:
    """Return one line: count, share of `whole`, earlier counts. `whole` None leaves the share out."""
    first, *earlier = (counts.get(each, 0) for each in years)
    middle: tuple[Cell, ...] = () if whole is None else (first / whole if whole else None,)
    return (first, *middle, *earlier)


def build(
    counter: Counter,
    years: Sequence[int],
    lines: Iterable[tuple[str, Labels, Counts]],
    *,
    head: Labels,
    totals: Counts,
    adds_up: bool = True,
    notes: Sequence[Labels] = (),
    keep: bool = False,
) -> Table:
    """Return the table of a counter from its counts by year.

    Lines without anything in these years are left out, unless `keep` says that they belong to a fixed scale.
    """
    whole = totals.get(years[0], 0)
    kept = [
        (key, labels, counts)
        for key, labels, counts in lines
        if (keep and any(totals.values())) or any(counts.get(each) for each in years)
    ]
    return Table(
        key=counter.code,
        title=counter.labels,
        definition=counter.definition,
        unit=counter.unit,
        head=head,
        columns=year_columns(years, breaks=counter.breaks),
        rows=tuple(Row(key, labels, cells(counts, years, whole)) for key, labels, counts in kept),
        totals=cells(totals, years, whole),
        notes=(*notes, *([] if adds_up else [SEVERAL()]), *break_notes(counter, years)),
        adds_up=adds_up,
        version=counter.version,
    )


def SEVERAL() -> Labels:  # reads as the constant it would be if translations were loaded at import
    """Return the note of tables whose rows do not add up."""
    return everywhere(_("One case can count in several rows: the rows may add up to more than the total."))


def break_notes(counter: Counter, years: Iterable[int]) -> list[Labels]:
    """Return a note for each year from which on the figures do not compare with those before."""
    shown = set(years)
    return [
        {code: f"† {year}: {text}" for code, text in why.items()}
        for year, why in sorted(counter.breaks.items())
        if year in shown
    ]
