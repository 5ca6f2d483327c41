"""Where complainants live, as a grid of tiles: the municipalities of Brussels and the provinces of Flanders.

A tile has the same size whatever its territory, so that a small municipality is as easily seen as a large one; where it lies beside
another it does so on the ground, more or less. No drawing of borders is needed.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombuds.accounts.models import User
from ombuds.authorities.reading import places
from ombuds.cases.models import Case, Party
from ombuds.lib.charts import svg
from ombuds.lib.i18n import pick
from ombuds.office.models import Office

BRUSSELS = {
    "21008": (0, 0), "21010": (1, 0), "21015": (3, 0), "21006": (4, 0),
    "21003": (0, 1), "21011": (1, 1), "21004": (2, 1), "21014": (3, 1), "21018": (4, 1),
    "21001": (0, 2), "21012": (1, 2), "21013": (2, 2), "21005": (3, 2), "21019": (4, 2),
    "21007": (1, 3), "21009": (2, 3), "21002": (3, 3),
    "21016": (2, 4), "21017": (3, 4),
}  # fmt: skip
PROVINCES = {"3": (0, 0), "4": (1, 0), "1": (2, 0), "7": (3, 0), "2": (2, 1)}
PROVINCE_NAMES = {
    "1": gettext_lazy("Antwerp"),
    "2": gettext_lazy("Flemish Brabant"),
    "3": gettext_lazy("West Flanders"),
    "4": gettext_lazy("East Flanders"),
    "7": gettext_lazy("Limburg"),
}
WIDE, HIGH, GAP = 124, 62, 4
SHADES = ("#ffffff", "#d9e9ec", "#a9cdd4", "#4f8f9b", "#0b5a68")
Counts = Mapping[str, int]


@dataclass(frozen=True)
class Area:
    name: str
    now: int
    before: int


@dataclass(frozen=True)
class Map:
    """`drawing` is an SVG; `areas` is the same as a table, the most complaints first."""

    title: str
    drawing: str
    areas: list[Area]

    @property
    def is_empty(self) -> bool:
        return not any(area.now or area.before for area in self.areas)


def maps(user: User, office: Office, first: dt.date, last: dt.date) -> list[Map]:
    """Both, over the cases that the person may see; the period before is as long."""
    before = first - (last - first) - dt.timedelta(1)
    now, then = (
        _counted(user, office, *period) for period in ((first, last), (before, first - dt.timedelta(1)))
    )
    here = {nis: pick(place.names) for nis, place in places().items() if nis in BRUSSELS}
    there = {key: str(name) for key, name in PROVINCE_NAMES.items()}
    return [
        _map(_("Municipalities of Brussels"), BRUSSELS, here, now, then),
        _map(_("Provinces of Flanders"), PROVINCES, there, _by_province(now), _by_province(then)),
    ]


def _counted(user: User, office: Office, first: dt.date, last: dt.date) -> Counter[str]:
    """Cases by the municipality of a complainant; a case of two people of one municipality counts once."""
    cases = Case.objects.visible_to(user).filter(
        office=office, received_at__date__gte=first, received_at__date__lte=last
    )
    rows = Party.objects.filter(case__in=cases, role="complainant").exclude(postcode="").order_by()
    found = {
        (case, _codes().get(code.strip()[:4], "")) for case, code in rows.values_list("case", "postcode")
    }
    return Counter(nis for _case, nis in found if nis)


@cache
def _codes() -> dict[str, str]:
    """Postal code → the number of its municipality; a code of several belongs to the first."""
    found: dict[str, str] = {}
    for nis, place in places().items():
        for code in place.postcodes:
            found.setdefault(code, nis)
    return found


def _by_province(counts: Counter[str]) -> Counter[str]:
    """Numbers begin with that of the province; 21 is Brussels and 25 Walloon."""
    found: Counter[str] = Counter()
    for nis, count in counts.items():
        if nis[0] in PROVINCES and nis[:2] not in ("21", "25"):
            found[nis[0]] += count
    return found


def _map(
    title: str,
    tiles: Mapping[str, tuple[int, int]],
    names: Counts | Mapping[str, str],
    now: Counts,
    then: Counts,
) -> Map:
    areas = [Area(str(names[key]), now.get(key, 0), then.get(key, 0)) for key in tiles]
    most = max((area.now for area in areas), default=0)
    drawn = [_tile(area, place, most) for area, place in zip(areas, tiles.values(), strict=True)]
    across = max(column for column, _row in tiles.values()) + 1
    down = max(row for _column, row in tiles.values()) + 1
    told = _("Complaints by where the complainant lives; darker is more. The table below says the same.")
    drawing = svg.document(
        title, told, across * (WIDE + GAP), down * (HIGH + GAP), [part for tile in drawn for part in tile]
    )
    return Map(title, drawing, sorted(areas, key=lambda area: (-area.now, area.name)))


def _tile(area: Area, place: tuple[int, int], most: int) -> list[str]:
    x, y = place[0] * (WIDE + GAP) + GAP / 2, place[1] * (HIGH + GAP) + GAP / 2
    step = 0 if not area.now else 1 + min(3, 4 * area.now // (most + 1))
    ink = "#ffffff" if step > 2 else svg.INK
    lines = [line.replace("- ", "-") for line in svg.wrap(area.name.replace("-", "- "), WIDE - 12, 12)]
    names = [svg.text(line, x + 8, y + 17 + 14 * n, size=12, fill=ink) for n, line in enumerate(lines)]
    count = svg.text(
        str(area.now), x + WIDE - 8, y + HIGH - 8, size=16, fill=ink, text_anchor="end", font_weight=600
    )
    box = svg.element("rect", x=x, y=y, width=WIDE, height=HIGH, rx=4, fill=SHADES[step], stroke=svg.GRID)
    return [box, *names, count]
