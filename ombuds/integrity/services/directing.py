"""The table of who is competent, as staff change it: a draft of rows, checked pair by pair, published as a new version.

The version that is published answers from then on; what reporters were told before stays written in their reports.
"""

import datetime as dt
import json
from typing import Any

from django.utils.translation import gettext_lazy as _

from ombuds.integrity import record, routing
from ombuds.integrity.chests import Holder
from ombuds.integrity.database import atomic
from ombuds.integrity.models import RoutingTable
from ombuds.integrity.terms import Act
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today
from ombuds.office.services import current_office_or_none

Raw = dict[str, Any]


class NotSound(Refusal):
    """There is no draft, or a pair has no answer or two."""

    template = _("This table cannot be published yet: see what is wrong below.")


def _built_in() -> Raw:
    office = current_office_or_none()
    return routing.raw_of(office.code if office else "_base")


def current_version() -> int:
    """The last one published; 0 is the one that comes with the program."""
    last = RoutingTable.objects.exclude(published_on=None).order_by("-version").first()
    return last.version if last else 0


def table() -> routing.Table:
    """What answers now."""
    last = RoutingTable.objects.exclude(published_on=None).order_by("-version").first()
    return routing.made_of(json.loads(last.text) if last else _built_in())


def draft() -> tuple[Raw, bool]:
    """What staff are working on, and whether anything was changed since the last version."""
    found = RoutingTable.objects.filter(published_on=None).first()
    if found:
        raw: Raw = json.loads(found.text)
        return raw, True
    last = RoutingTable.objects.exclude(published_on=None).order_by("-version").first()
    return (json.loads(last.text) if last else routing.plain(_built_in())), False


def _keep(raw: Raw) -> None:
    found = RoutingTable.objects.filter(published_on=None).first()
    version = found.version if found else current_version() + 1
    RoutingTable.objects.update_or_create(version=version, defaults={"text": json.dumps(raw)})


def keep_row(number: int | None, row: Raw) -> None:
    """Change the row of this number, or add one."""
    raw, _changed = draft()
    rows = list(raw["route"])
    if number is None or number >= len(rows):
        rows.append(row)
    else:
        rows[number] = row
    _keep({**raw, "route": rows})


def remove_row(number: int) -> None:
    """A row less."""
    raw, _changed = draft()
    _keep({**raw, "route": [row for place, row in enumerate(raw["route"]) if place != number]})


def add_choice(section: str, labels: dict[str, str]) -> None:
    """A kind of body or an authority more."""
    raw, _changed = draft()
    rows = list(raw.get(section, []))
    taken = {row["code"] for row in rows}
    code = next(f"{section}_{number}" for number in range(1, 1000) if f"{section}_{number}" not in taken)
    _keep({**raw, section: [*rows, {"code": code, "labels": labels}]})


def faults(raw: Raw) -> list[tuple[str, str, str, dt.date]]:
    """(fault, body, reporter, day): pairs without an answer or with two, today and on every day from today on which a row begins
    or the day after one ends."""
    made = routing.made_of(raw)
    now = today()
    days = {now}
    for row in made.routes:
        days |= {
            day
            for day in (row.valid_from, row.valid_to and row.valid_to + dt.timedelta(days=1))
            if day and day >= now
        }
    return [
        ("none" if not answers else "two", body.code, reporter.code, day)
        for day in sorted(days)
        for body in made.bodies
        for reporter in made.reporters
        if (answers := sum(row.answers(body.code, reporter.code, day) for row in made.routes)) != 1
    ]


def publish(holder: Holder) -> int:
    """From now on this answers. The version."""
    with atomic():
        row = RoutingTable.objects.select_for_update().filter(published_on=None).first()
        if row is None or faults(json.loads(row.text)):
            raise NotSound()
        row.published_on = today()
        row.save(update_fields=["published_on"])
        record.note(Act.ROUTING_PUBLISHED, handler=holder.handler)
    return row.version


def discard() -> None:
    """The draft goes; what answers stays."""
    RoutingTable.objects.filter(published_on=None).delete()
