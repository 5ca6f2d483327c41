"""The chapters of a report: those of the office's profile, and those that no report goes without."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from ombuds.office.models import Office
from ombuds.statistics import counters
from ombuds.statistics.labels import Labels, everywhere
from ombuds.statistics.services import known_tables

ENTERED = ("disclosures",)  # tables whose figures people enter: what they count is sealed elsewhere


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with what it is made of: `text:foreword`, `table:balance`, `glance`, `stories`, `recommendations` …"""

    code: str
    labels: Labels
    content: tuple[str, ...]

    def names(self, kind: str) -> list[str]:
        """Return the names behind `kind:`."""
        return [part.partition(":")[2] for part in self.content if part.startswith(f"{kind}:")]


def chapters(office: Office, year: int) -> list[Chapter]:
    """Return the chapters in force at the end of the year, in order."""
    rows = office.reportchapters.valid_on(date(year, 12, 31))
    own = [Chapter(row.code, dict(row.labels), tuple(row.content)) for row in rows] or [_plain(office)]
    return _completed(own)


def slots(office: Office, year: int) -> list[str]:
    """Return the names of the texts that the outline asks for."""
    return [name for chapter in chapters(office, year) for name in chapter.names("text")]


def entered_tables(office: Office, year: int) -> list[str]:
    """Return the tables of the outline whose figures people enter."""
    named = [name for chapter in chapters(office, year) for name in chapter.names("table")]
    return [code for code in ENTERED if code in named]


def unknown_tables(office: Office, year: int) -> list[str]:
    """Return the tables that the outline names and nobody draws."""
    known = {*known_tables(office), *ENTERED}
    return [
        name for chapter in chapters(office, year) for name in chapter.names("table") if name not in known
    ]


def _plain(office: Office) -> Chapter:
    names = [f"table:{code}" for code in counters.load(office.code) if code != "five_years"]
    return Chapter(
        "figures", everywhere(_("The figures")), ("text:foreword", *names, "recommendations", "stories")
    )


def _completed(own: list[Chapter]) -> list[Chapter]:
    """Add the year at a glance, the follow-up of the last report, five years and the definitions, where missing."""
    named = {part for chapter in own for part in chapter.content}
    found = list(own)
    if "glance" not in named:
        place = next((i for i, chapter in enumerate(found) if chapter.names("table")), 0)
        found.insert(place, Chapter("glance", everywhere(_("The year at a glance")), ("glance",)))
    if "changes" not in named:
        place = next((i + 1 for i, chapter in enumerate(found) if "glance" in chapter.content), 0)
        found.insert(place, Chapter("changes", everywhere(_("What changed since last year")), ("changes",)))
    if "recommendations:previous" not in named:
        place = next(
            (i for i, chapter in enumerate(found) if "recommendations" in chapter.content), len(found)
        )
        labels = everywhere(_("What became of the last report"))
        found.insert(place, Chapter("follow_up", labels, ("recommendations:previous",)))
    ends = list(_endings(named))
    place = next((i for i, chapter in enumerate(found) if "definitions" in chapter.content), len(found))
    return found[:place] + ends + found[place:]


def _endings(named: set[str]) -> Iterator[Chapter]:
    if "table:five_years" not in named:
        yield Chapter("five_years", everywhere(_("Five years in figures")), ("table:five_years",))
    if "definitions" not in named:
        yield Chapter("definitions", everywhere(_("Definitions")), ("definitions",))
