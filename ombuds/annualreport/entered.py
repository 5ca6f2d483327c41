"""Tables whose figures people enter: what they count is sealed elsewhere, and this system must not know it.

Stricter than the other tables: no number from 1 to 4, never only one hidden number, no total, one year only.
"""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.annualreport.models import Edition, EnteredTable
from ombuds.annualreport.outline import ENTERED
from ombuds.annualreport.terms import Act
from ombuds.audit.services import record
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean
from ombuds.office.models import Office
from ombuds.statistics.disclosure import Hidden
from ombuds.statistics.labels import everywhere
from ombuds.statistics.tables import Column, Row, Table

SMALLEST = 5
SIGN = "*"
LANGUAGES = ("nl", "fr", "en")
TITLES = {"disclosures": gettext_lazy("Reports to the integrity channel")}
DEFINITION = gettext_lazy(
    "Reports of breaches of integrity and requests for protection in the year, as counted inside the sealed channel. "
    "Numbers from 1 to 4 are not shown."
)


def title(code: str) -> str:
    return str(TITLES[code])


def enter(*, edition: Edition, code: str, typed: str, actor: User) -> EnteredTable:
    """Store the lines; no lines: the table is left out of the report. Raises Refusal."""
    if not actor.may(Permission.REPORT_WRITE):
        raise Refusal(gettext_lazy("You have no right to do this."))
    lines = read(clean(typed))
    with transaction.atomic():
        held = Edition.objects.select_for_update().get(pk=edition.pk)
        if held.is_released:
            raise Refusal(gettext_lazy("This report is released. It is not changed any more."))
        row, _made = EnteredTable.objects.update_or_create(
            edition=held, code=code, defaults={"lines": lines, "changed_by": actor}
        )
        if not lines:
            row.delete()
        record(Act.ENTER, actor=actor, subject=held, data={"table": code, "lines": len(lines)})
    return row


def read(typed: str) -> list[dict[str, Any]]:
    """Return the lines as data. Raises Refusal with the line that is wrong."""
    found = [_line(number, text) for number, text in enumerate(typed.splitlines(), 1) if text.strip()]
    if len(found) > 60:
        raise Refusal(gettext_lazy("That is too long."))
    if [line["value"] for line in found].count(None) == 1:
        raise Refusal(
            gettext_lazy(
                "One hidden number alone can be worked out from a total: hide the next smallest too."
            )
        )
    return found


def _line(number: int, text: str) -> dict[str, Any]:
    parts = [part.strip() for part in text.split(";")]
    if (
        len(parts) != 4
        or not all(parts)
        or not (parts[3] == SIGN or (parts[3].isdecimal() and len(parts[3]) < 8))
    ):
        raise Refusal(
            gettext_lazy("Line %(number)s must be written like: Meldingen; Signalements; Reports; 12"),
            number=number,
        )
    value = None if parts[3] == SIGN else int(parts[3])
    if value is not None and 0 < value < SMALLEST:
        raise Refusal(
            gettext_lazy("Line %(number)s shows a number from 1 to 4. Write * instead."), number=number
        )
    return {"labels": dict(zip(LANGUAGES, (part[:160] for part in parts), strict=False)), "value": value}


def as_typed(lines: list[dict[str, Any]]) -> str:
    """Return the lines as they are typed."""
    return "\n".join(
        "; ".join(
            [
                *(line["labels"].get(code, "") for code in LANGUAGES),
                SIGN if line["value"] is None else str(line["value"]),
            ]
        )
        for line in lines
    )


def tables_of(office: Office, year: int) -> dict[str, Table]:
    """Return code → table of what was entered for the year."""
    rows = EnteredTable.objects.filter(edition__office=office, edition__year=year, code__in=ENTERED)
    return {row.code: _table(row.code, row.lines, year) for row in rows}


def _table(code: str, lines: list[dict[str, Any]], year: int) -> Table:
    return Table(
        key=code,
        title=everywhere(TITLES[code]),
        definition=everywhere(DEFINITION),
        unit=everywhere(gettext_lazy("reports")),
        head=everywhere(gettext_lazy("What")),
        columns=(Column(str(year), dict.fromkeys(LANGUAGES, str(year))),),
        rows=tuple(
            Row(str(place), dict(line["labels"]), (Hidden(SIGN) if line["value"] is None else line["value"],))
            for place, line in enumerate(lines, 1)
        ),
        adds_up=False,
    )
