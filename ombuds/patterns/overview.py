"""What people complain about: by service, theme, norm, language and municipality, this period beside the one before."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ombuds.accounts.models import User
from ombuds.authorities.models import Body
from ombuds.authorities.reading import places
from ombuds.cases.models import Case, Grievance, Party
from ombuds.cases.terms import Language
from ombuds.lib.i18n import pick
from ombuds.office.models import Norm, Office, Term

MOST = 12
SELDOM = 0.01  # a change that chance makes more often than this is none


@dataclass(frozen=True)
class Row:
    """`part` of all complaints of both periods came in this one: so many of these should, by chance."""

    label: str
    now: int
    before: int
    part: float

    @property
    def direction(self) -> str:
        """up or down when chance alone would seldom do it; also where there was nothing before."""
        if tail(self.now, self.before, self.part) < SELDOM:
            return "up"
        return "down" if tail(self.before, self.now, 1 - self.part) < SELDOM else ""


def tail(count: int, other: int, part: float) -> float:
    """The chance that of `count` + `other` things, each with this chance to be here, `count` or more are."""
    every = count + other
    if not 0 < part < 1:
        return 1.0
    ways = math.lgamma(every + 1)
    return sum(
        math.exp(
            ways
            - math.lgamma(n + 1)
            - math.lgamma(every - n + 1)
            + n * math.log(part)
            + (every - n) * math.log(1 - part)
        )
        for n in range(count, every + 1)
    )


@dataclass(frozen=True)
class Table:
    title: str
    rows: list[Row]


def tables(user: User, office: Office, first: dt.date, last: dt.date) -> list[Table]:
    """Five tables over the cases that the person may see; the period before is as long."""
    before = first - (last - first) - dt.timedelta(1)
    visible = Case.objects.visible_to(user).filter(office=office)
    now, then = _between(visible, first, last), _between(visible, before, first - dt.timedelta(1))
    new, old = now.count(), then.count()
    part = new / max(1, new + old)
    return [
        Table(_("Services"), _rows(_bodies, now, then, part)),
        Table(_("Themes"), _rows(_themes(office), now, then, part)),
        Table(_("Norms that were breached"), _rows(_norms, now, then, part)),
        Table(_("Languages"), _rows(_languages, now, then, part)),
        Table(_("Municipalities of the complainants"), _rows(_towns, now, then, part)),
    ]


def movers(found: Iterable[Table]) -> list[tuple[str, Row]]:
    """What rises or falls, the largest change first."""
    moving = [(table.title, row) for table in found for row in table.rows if row.direction]
    return sorted(moving, key=lambda item: -abs(item[1].now - item[1].before))


def _between(cases: "QuerySet[Case]", first: dt.date, last: dt.date) -> "QuerySet[Case]":
    return cases.filter(received_at__date__gte=first, received_at__date__lte=last)


def _rows(count: Any, now: "QuerySet[Case]", then: "QuerySet[Case]", part: float) -> list[Row]:
    new, old = count(now), count(then)
    labels = [label for label, _n in (new + old).most_common(MOST)]
    rows = (Row(label, new[label], old[label], part) for label in labels)
    return sorted(rows, key=lambda row: (-row.now, row.label))


def _bodies(cases: "QuerySet[Case]") -> Counter[str]:
    rows = (
        Grievance.objects.filter(case__in=cases, body__isnull=False)
        .values_list("body_id", "case_id")
        .distinct()
    )
    found = Counter(body for body, _case in rows)
    names = Body.objects.in_bulk(list(found))
    return Counter({str(names[pk]): number for pk, number in found.items()})


def _themes(office: Office) -> Any:
    labels = dict(Term.objects.filter(office=office, vocabulary="theme").values_list("code", "labels"))

    def count(cases: "QuerySet[Case]") -> Counter[str]:
        found: Counter[str] = Counter()
        for theme in cases.exclude(theme="").order_by().values_list("theme", flat=True):
            found[pick(labels.get(theme)) or theme] += 1
        return found

    return count


def _norms(cases: "QuerySet[Case]") -> Counter[str]:
    rows = Grievance.objects.filter(case__in=cases, findings__verdict="breached", findings__replaced_at=None)
    found = Counter(norm for norm, _c in rows.values_list("findings__norm_id", "case_id").distinct())
    norms = Norm.objects.in_bulk(list(found))
    return Counter({pick(norms[pk].labels): number for pk, number in found.items()})


def _languages(cases: "QuerySet[Case]") -> Counter[str]:
    labels = dict(Language.choices)
    rows = cases.exclude(language="").order_by().values_list("language", flat=True)
    return Counter(str(labels.get(language, language)) for language in rows)


def _towns(cases: "QuerySet[Case]") -> Counter[str]:
    rows = Party.objects.filter(case__in=cases, role="complainant").exclude(postcode="")
    names = _municipalities()
    return Counter(
        pick(names[code]) if code in names else _("elsewhere or not known")
        for code in (written.strip()[:4] for written in rows.values_list("postcode", flat=True))
    )


@cache
def _municipalities() -> dict[str, Mapping[str, str]]:
    """Postal code → the names of its municipality; a code of several belongs to the first."""
    found: dict[str, Mapping[str, str]] = {}
    for place in places().values():
        for code in place.postcodes:
            found.setdefault(code, place.names)
    return found
