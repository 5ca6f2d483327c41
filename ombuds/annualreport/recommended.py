"""Recommendations in a report: those of the year, what became of those of the last report, and where they were discussed.

Only released copies are read. A report tells their state on a day, so that it says the same whenever it is built.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ombuds.annualreport.models import Edition
from ombuds.authorities.models import Body
from ombuds.lib.today import today
from ombuds.office.models import Office
from ombuds.publications.models import PublicRecommendation
from ombuds.recommendations.terms import Addressee, OmbudsmanFinds, Status
from ombuds.recommendations.workflow import PENDING
from ombuds.statistics import labels

Item = dict[str, Any]
UNCHECKED = str(OmbudsmanFinds.NOT_CHECKED)


def of_year(office: Office, year: int, day: date) -> list[dict[str, Any]]:
    """Return the block of those that were issued in the year, none when there are none."""
    items = _items(office, _rows(office, day).filter(year=year), day)
    return [{"type": "recommendations", "year": year, "items": items}] if items else []


def follow_up(office: Office, year: int, day: date) -> list[dict[str, Any]]:
    """Return the block of what the last report told of and what became of it: its own, and those it still followed.

    Each has the state that stood in that report, and today's. Without that report: the last year's, as they are.
    """
    former = Edition.objects.filter(office=office, year=year - 1, state=Edition.State.RELEASED).first()
    told = _told_in(former) if former else {}
    # What was done when the last report told of it is not told again; what was open then is followed until it is.
    codes = [code for code, item in told.items() if item.get("state") in PENDING]
    rows = _rows(office, day)
    items = _items(office, rows.filter(year=year - 1) | rows.filter(code__in=codes, year__lt=year), day)
    for item in items:
        if then := told.get(item["code"]):
            item["then"] = {"status": then["status"], "finds": then["finds"]}
    block = {"type": "recommendations", "year": year - 1, "items": items, "former": bool(former)}
    return [block] if items else []


def discussions(office: Office, day: date) -> list[Item]:
    """Return every debate on a recommendation up to the day, the newest first: for the booklets of committees."""
    found: dict[tuple[str, str, str], Item] = {}
    bodies = _bodies()
    for row in _rows(office, day):
        for debate in _debates(row, day):
            found.setdefault(
                (row.code, debate["on"], debate["texts"]["where"]),
                {**debate, "code": row.code, "theme": row.theme, "body": bodies.get(_named(row), ""), "titles": row.titles},
            )  # fmt: skip
    return sorted(found.values(), key=lambda one: (one["on"], one["code"]), reverse=True)


def state_on(row: PublicRecommendation, day: date) -> tuple[str, str]:
    """Return its status, and what the ombudsman found, on a day."""
    if day >= today():
        return row.status, row.ombudsman_finds
    kept = [
        (each["on"], each["what"], str(each["value"])) for each in row.timeline if each["code"] == row.code
    ]
    last = {what: value for on, what, value in sorted(kept) if on <= day.isoformat()}
    return last.get("status", str(Status.ISSUED)), last.get("ombudsman_finds", UNCHECKED)


def _rows(office: Office, day: date) -> Any:
    rows = PublicRecommendation.objects.filter(office_code=office.code, is_current=True, issued_on__lte=day)
    return rows.order_by("year", "sequence")


def _items(office: Office, rows: Any, day: date) -> list[Item]:
    status, finds = labels.of_choices(Status), labels.of_choices(OmbudsmanFinds)
    to, bodies = labels.of_choices(Addressee), _bodies()
    found = []
    for row in rows:
        state, seen = state_on(row, day)
        found.append(
            {
                "code": row.code,
                "theme": row.theme,
                "body": bodies.get(_named(row), ""),
                "titles": row.titles,
                "addressees": row.addressees or to.get(row.addressee, {}),
                "state": state,
                "status": status.get(state, {}),
                "finds": finds.get(seen, {}),
                "issued_on": row.issued_on.isoformat(),
                "effect": _effect(row, day),
                "discussed": list(_debates(row, day)),
            }
        )
    return found


def _debates(row: PublicRecommendation, day: date) -> Iterator[Item]:
    for each in row.timeline:
        is_own = each["what"] == "discussed_in" and each["code"] == row.code
        if is_own and each["value"] and each["on"] <= day.isoformat():
            yield {"on": each["on"], "texts": {"where": each["value"]}}


def _effect(row: PublicRecommendation, day: date) -> str:
    kept = [
        str(each["value"])
        for each in row.timeline
        if each["what"] == "effect" and each["on"] <= day.isoformat()
    ]
    return kept[-1] if kept else ""


def _told_in(edition: Edition) -> dict[str, Item]:
    return {
        item["code"]: item
        for chapter in edition.content["chapters"]
        for block in chapter["blocks"]
        if block["type"] == "recommendations"
        for item in block["items"]
    }


def _bodies() -> dict[str, str]:
    """Name → key of every service: a released copy names the service and holds no key."""
    return {names.get("nl") or "": str(pk) for pk, names in Body.objects.values_list("pk", "names")}


def _named(row: PublicRecommendation) -> str:
    return str(row.addressees.get("nl", "")) or "-"
