"""Asking for figures, and entering those of the first line."""

from collections.abc import Iterable, Mapping

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
from ombuds.statistics import balances, counters, masking, periods
from ombuds.statistics.figures import CASES, TABLES, scope, workload
from ombuds.statistics.models import FirstLineFigures, Release
from ombuds.statistics.tables import Table, from_json, to_json
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


def table(code: str, office: Office, year: int, *, earlier: int = periods.EARLIER) -> Table:
    """Return one table with exact figures, so many earlier years beside it: for staff only.

    `public_tables` makes the public ones.
    """
    found = TABLES[code](counters.load(office.code)[code], office, periods.with_earlier(year, earlier))
    return found.without_blank_years()


def tables(office: Office, year: int, codes: Iterable[str] | None = None) -> list[Table]:
    """Return the tables of a year, in the order of the counters."""
    return [table(code, office, year) for code in (codes or counters.load(office.code)) if code in TABLES]


def public_tables(office: Office, year: int, codes: Iterable[str]) -> dict[str, Table]:
    """Return the tables of one publication as the public may see them: protected as one set, against all earlier ones."""
    known = counters.load(office.code)
    exact = [table(code, office, year) for code in dict.fromkeys(codes) if code in TABLES and code in known]
    counted = {
        each.key: (known[each.key].scope, known[each.key].date_rule)
        for each in exact
        if each.totals is not None
    }
    before = [
        [from_json(data) for data in release.tables] for release in Release.objects.filter(office=office)
    ]
    return {each.key: each for each in masking.public_set(exact, counted=counted, released=before)}


def log_release(*, office: Office, name: str, tables: Iterable[Table], actor: User) -> Release:
    """Keep what went out, so that no later publication betrays it. Part of the act that publishes."""
    row = Release.objects.create(office=office, name=name, tables=[to_json(each) for each in tables])
    record(Act.RELEASE_FIGURES, actor=actor, subject=row, data={"tables": len(row.tables)})
    return row


def known_tables(office: Office) -> list[str]:
    """Return the codes of the tables that can be drawn for this office."""
    return [code for code in counters.load(office.code) if code in TABLES]


def cases_behind(code: str, office: Office, year: int, key: str, *, actor: User) -> QuerySet[Case]:
    """Return the cases that one figure counts, those behind a wall left out."""
    found = CASES[code](counters.load(office.code)[code], office, year, key)
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
