"""What is new this month: for the page, and for the letter that the ombudsman gets on the first of the next."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from ombuds.accounts.models import User
from ombuds.cases.models import Case
from ombuds.lib.today import today
from ombuds.office.models import Office
from ombuds.patterns import overview
from ombuds.patterns.access import visible_patterns, visible_signals
from ombuds.patterns.engine.groups import LEAST
from ombuds.patterns.models import Pattern, Signal
from ombuds.patterns.terms import SignalKind
from ombuds.patterns.titles import Titles

MOST = 10


@dataclass(frozen=True)
class News:
    """One month for one reader."""

    month: dt.date
    count: int
    usual: float  # a month, over the year before
    moving: list[tuple[str, overview.Row]]
    signals: list[Signal]
    campaigns: list[Signal]
    serious: list[Signal]
    new: list[Pattern]

    @property
    def is_running(self) -> bool:
        """It is not over yet."""
        return self.month == today().replace(day=1)

    @property
    def is_quiet(self) -> bool:
        return not (self.signals or self.campaigns or self.serious or self.new or self.moving)


def month_of(written: str) -> dt.date:
    """The first day of a month written as 2026-03; this month for anything else."""
    try:
        return dt.datetime.strptime(written, "%Y-%m").replace(tzinfo=dt.UTC).date()
    except ValueError:
        return today().replace(day=1)


def recent_months() -> list[dt.date]:
    number = today().year * 12 + today().month - 1
    return [dt.date((number - n) // 12, (number - n) % 12 + 1, 1) for n in range(13)]


def gather(user: User, office: Office, month: dt.date) -> News:
    """From the cases that the person may see."""
    last = (month + dt.timedelta(32)).replace(day=1) - dt.timedelta(1)
    cases = Case.objects.visible_to(user).filter(office=office)
    count = cases.filter(received_at__date__range=(month, last)).count()
    year = cases.filter(received_at__date__range=(month - dt.timedelta(365), month - dt.timedelta(1))).count()
    titles = Titles(user)
    raised = list(
        visible_signals(user)
        .filter(office=office, raised_on__range=(month, last))
        .select_related("pattern", "body", "norm")
    )
    for signal in raised:
        signal.shown = _name(signal, titles)
    return News(
        month=month,
        count=count,
        usual=year / 12,
        moving=overview.movers(overview.tables(user, office, month, last))[:MOST],
        signals=[s for s in raised if s.kind not in (SignalKind.CAMPAIGN, SignalKind.SERIOUS)][:MOST],
        campaigns=[s for s in raised if s.kind == SignalKind.CAMPAIGN][:MOST],
        serious=[s for s in raised if s.kind == SignalKind.SERIOUS][:MOST],
        new=_new(user, office, month, last, titles),
    )


def _new(user: User, office: Office, month: dt.date, last: dt.date, titles: Titles) -> list[Pattern]:
    """Patterns whose third visible complaint came in this month."""
    seen = Q(members__case__in=Case.objects.visible_to(user).values("pk"))
    rows: Any = (
        visible_patterns(user)
        .filter(office=office)
        .annotate(
            before=Count("members", filter=seen & Q(members__received_on__lt=month), distinct=True),
            by_now=Count("members", filter=seen & Q(members__received_on__lte=last), distinct=True),
        )
        .filter(before__lt=LEAST, by_now__gte=LEAST)
        .order_by("-by_now", "pk")
    )
    return titles.give(rows[:MOST])


def _name(signal: Signal, titles: Titles) -> str:
    if signal.pattern is not None or signal.kind == SignalKind.NEAR:
        return titles.of_signal(signal) or str(signal.get_kind_display())
    parts = [signal.body, signal.norm or signal.theme]
    return " · ".join(str(part) for part in parts if part) or str(signal.get_kind_display())
