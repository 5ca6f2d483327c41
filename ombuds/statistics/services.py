"""Asking for figures, and entering those of the first line."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.authorities.models import Body
from ombuds.cases.models import Case
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today
from ombuds.office.models import Office
from ombuds.statistics import balances, counters, masking, owncounters, periods, reported
from ombuds.statistics.counters import Counter
from ombuds.statistics.definitions import Known
from ombuds.statistics.disclosure import Table as Figures
from ombuds.statistics.disclosure.files.keeping import figures_from_json
from ombuds.statistics.figures import CASES, TABLES, scope, workload
from ombuds.statistics.models import FirstLineFigures, Release, Snapshot
from ombuds.statistics.tables import Table, from_json, joined, to_json
from ombuds.statistics.terms import FIRST_LINE_LABELS, Act


class NotAllowed(Refusal):
    """The person's role does not open this."""

    template = _("You have no right to do this.")


class SumsDoNotHold(Refusal):
    """Figures that contradict each other are not taken."""

    template = _("These sums do not hold: %(sums)s.")


class ChangedMeanwhile(Refusal):
    """Two people entered the same figures at once."""

    template = _("Somebody else changed these figures meanwhile. Look at them again before you save.")


def table(
    code: str, office: Office, year: int, *, earlier: int = periods.EARLIER, known: Known | None = None
) -> Table:
    """Return one table with exact figures, so many earlier years beside it: for staff only.

    `public_tables` makes the public ones.
    """
    years = periods.with_earlier(year, earlier)
    held = (known or Known(office.code)).by_year(code, years)
    ways = {(each.scope, each.date_rule, each.counted) for each in held.values()}
    found = _draw(held[year], office, years)
    # Years before a change of definition keep the one of their time: that is the break which a note tells of.
    for way in ways - {(held[year].scope, held[year].date_rule, held[year].counted)}:
        older = next(each for each in held.values() if (each.scope, each.date_rule, each.counted) == way)
        then = [y for y in years if (held[y].scope, held[y].date_rule, held[y].counted) == way]
        found = joined(found, _draw(replace(older, breaks={}), office, years), then)
    return reported.put_in(found, office, years).without_blank_years()


def _draw(counter: Counter, office: Office, years: list[int]) -> Table:
    if counter.code in TABLES:
        return TABLES[counter.code](counter, office, years)
    return owncounters.table(counter, office, years)


def can_draw(counter: Counter) -> bool:
    """Whether a counter has a table: one of ours, or any that names a property of the cube."""
    return counter.code in TABLES or bool(counter.axis)


def tables(office: Office, year: int, codes: Iterable[str] | None = None) -> list[Table]:
    """Return the tables of a year, in the order of the counters."""
    known = Known(office.code)
    drawn = [code for code, counter in known.in_force().items() if can_draw(counter)]
    return [table(code, office, year, known=known) for code in (codes or drawn) if code in drawn]


def public_tables(office: Office, year: int, codes: Iterable[str]) -> dict[str, Table]:
    """Return the tables of one publication as the public may see them: protected as one set, against all earlier ones."""
    exact = exact_tables(office, year, codes)
    before, cubes = released_before(office)
    found = masking.public_set(
        exact, counted=counted_as(office, exact), released=before, cubes=cubes,
        careful={"per_theme": sensitive_themes(office)},
    )  # fmt: skip
    return {each.key: each for each in found}


def exact_tables(office: Office, year: int, codes: Iterable[str]) -> list[Table]:
    """Return the tables of one publication as they were counted, from the frozen data set where there is one: for staff."""
    definitions = Known(office.code)
    known = definitions.in_force()
    frozen = frozen_tables(office, year)
    return [
        frozen[c] if c in frozen else table(c, office, year, known=definitions)
        for c in dict.fromkeys(codes)
        if c in known and can_draw(known[c])
    ]


def counted_as(office: Office, found: Iterable[Table]) -> dict[str, tuple[str, str]]:
    """Return table → scope and date rule, of those whose total is a number of cases."""
    known = Known(office.code).in_force()
    return {
        each.key: (known[each.key].scope, known[each.key].date_rule)
        for each in found
        if each.key in known and each.totals is not None and known[each.key].counted == "case"
    }


def released_before(office: Office) -> tuple[list[list[Table]], list[Figures]]:
    """Return the tables of every earlier publication, and the figures that were released one by one."""
    rows = list(Release.objects.filter(office=office))
    editions = [[from_json(data) for data in row.tables] for row in rows if row.query == {}]
    return editions, [figures_from_json(data) for row in rows for data in row.figures]


def frozen_tables(office: Office, year: int) -> dict[str, Table]:
    """Return the exact tables of the newest data set frozen for a year: what its report draws on. Empty: none is frozen."""
    row = Snapshot.objects.filter(office=office, year=year).defer("rows").first()
    return {data["key"]: from_json(data) for data in row.tables} if row else {}


def sensitive_themes(office: Office) -> dict[str, int]:
    """Return the themes with a threshold of their own (health, for instance): code → the least that is shown."""
    rows = office.terms.filter(vocabulary="theme").values_list("code", "parameters")
    return {
        code: int(given["threshold"]) for code, given in rows if str(given.get("threshold", "")).isdecimal()
    }


def log_release(*, office: Office, name: str, tables: Iterable[Table], actor: User) -> Release:
    """Keep what went out, so that no later publication betrays it. Part of the act that publishes."""
    row = Release.objects.create(
        office=office, name=name, tables=[to_json(each) for each in tables], released_by=actor
    )
    record(Act.RELEASE_FIGURES, actor=actor, subject=row, data={"tables": len(row.tables)})
    return row


def known_tables(office: Office) -> list[str]:
    """Return the codes of the tables that can be drawn for this office."""
    return [code for code, counter in counters.load(office.code).items() if can_draw(counter)]


def cases_behind(code: str, office: Office, year: int, key: str, *, actor: User) -> QuerySet[Case]:
    """Return the cases that one figure counts, those behind a wall left out."""
    counter = counters.load(office.code)[code]
    if code not in CASES:
        return owncounters.cases(counter, office, year, key, actor=actor)
    found = CASES[code](counter, office, year, key)
    return Case.objects.visible_to(actor).filter(pk__in=found.order_by().values("pk"))


def received(office: Office, year: int) -> int:
    """Return how many complaints came in during the year: the total of `received_by_month`."""
    return scope.cases(office, "complaints").filter(periods.within("received_at", year)).count()


def closed(office: Office, year: int) -> int:
    """Return how many complaints were closed during the year."""
    return scope.cases(office, "complaints").filter(periods.within("closed_at", year)).count()


def years(office: Office) -> list[int]:
    """Return the years with cases, newest first."""
    dates = Case.objects.filter(office=office).order_by("received_at").values_list("received_at", flat=True)
    first = dates.first()
    return list(range(today().year, first.year - 1, -1)) if first else []


def broken_balances(office: Office, year: int, *, language: str | None = None) -> list[balances.Broken]:
    """Return the sums of the year that do not hold, named in words."""
    language = language or get_language() or "en"
    found = workload.counts(office, [year])
    figures = {name: counts[year] for name, counts in found.items()}
    broken = balances.check(
        balances.WORKLOAD, figures, {k: str(v) for k, v in workload.LINES.items()}, language=language
    )
    for row in FirstLineFigures.objects.filter(office=office, year=year).select_related("body"):
        broken += first_line_errors(row.figures, language=language)
    return broken


def first_line_errors(
    figures: Mapping[str, float | None], *, language: str | None = None
) -> list[balances.Broken]:
    """Return the sums of a first-line report that do not hold."""
    words = {name: str(label).lower() for name, label in FIRST_LINE_LABELS.items()}
    return balances.check(balances.FIRST_LINE, figures, words, language=language or get_language() or "en")


def enter_first_line(
    *,
    office: Office,
    body: Body,
    year: int,
    figures: Mapping[str, int | float],
    note: str,
    actor: User,
    seen_version: int | None = None,
) -> FirstLineFigures:
    """Store what a service reported for a year, if its sums hold.

    Raises NotAllowed, SumsDoNotHold, ChangedMeanwhile.
    """
    if not actor.may(Permission.REPORT_WRITE):
        raise NotAllowed()
    broken = first_line_errors(figures)
    if broken:
        raise SumsDoNotHold(sums="; ".join(each.sentence for each in broken))
    with transaction.atomic():
        row = FirstLineFigures.objects.select_for_update().filter(office=office, body=body, year=year).first()
        if row and seen_version is not None and row.version != seen_version:
            raise ChangedMeanwhile()
        row = row or FirstLineFigures(office=office, body=body, year=year, version=0)
        row.figures, row.note, row.entered_by = dict(figures), note, actor
        row.version += 1
        row.save()
        record(Act.ENTER_FIRST_LINE, actor=actor, subject=row, data={"year": year, "body": body.pk})
    return row
