"""A report cut to what one committee of parliament deals with. Which policy domains those are is data of the profile."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from ombuds.authorities.models import Body
from ombuds.office.models import Office
from ombuds.statistics import tables
from ombuds.statistics.labels import everywhere
from ombuds.statistics.tables import Table

KEPT = ("per_theme", "per_body", "per_policy_domain")  # tables whose lines belong to a domain


def of_office(office: Office) -> list[dict[str, Any]]:
    """Return the committees with the lines that are theirs: domains, themes of those domains, and their services."""
    parents = dict(office.terms.filter(vocabulary="theme").values_list("code", "parent"))
    found = []
    for each in office.setting("committees") or []:
        domains = list(each["domains"])
        bodies = Body.objects.filter(policy_domain__in=domains).order_by("pk").values_list("pk", flat=True)
        found.append(
            {
                "code": each["code"],
                "labels": dict(each["labels"]),
                "per_policy_domain": domains,
                "per_theme": sorted(code for code, parent in parents.items() if parent in domains),
                "per_body": [str(pk) for pk in bodies],
            }
        )
    return found


def cut(content: Mapping[str, Any], code: str) -> dict[str, Any] | None:
    """Return the tree of the booklet, None for a committee that the report does not know.

    It is cut from what is published already: nothing is counted anew, so nothing new can be inferred.
    """
    own = next((each for each in content.get("committees", []) if each["code"] == code), None)
    if own is None:
        return None
    chapters = []
    for chapter in content["chapters"]:
        blocks = [kept for block in chapter["blocks"] if (kept := _kept(block, own)) is not None]
        if blocks:
            chapters.append({**chapter, "blocks": blocks})
    debates = [one for one in content.get("discussions", []) if _is_theirs(one, own)]
    if debates:
        title = everywhere(_("Earlier discussions"))
        chapters.append(
            {"code": "discussions", "labels": title, "blocks": [{"type": "discussions", "items": debates}]}
        )
    return {**content, "chapters": chapters, "committee": own, "committees": [], "discussions": []}


def _is_theirs(item: Mapping[str, Any], own: Mapping[str, Any]) -> bool:
    """Of their themes, to a service of theirs, or debated by the committee itself."""
    theirs = item.get("theme") in own["per_theme"] or item.get("body") in own["per_body"]
    where = str(item.get("texts", {}).get("where", "")).casefold()
    return theirs or any(name.casefold() in where for name in own["labels"].values())


def _kept(block: dict[str, Any], own: Mapping[str, Any]) -> dict[str, Any] | None:
    match block["type"]:
        case "table":
            return _table(block, own)
        case "recommendations" | "stories":
            items = [item for item in block["items"] if _is_theirs(item, own)]
            return {**block, "items": items} if items else None
        case "changes":
            lines = [line for line in block["lines"] if line["key"] in own[line["table"]]]
            moved = [item for item in block["moved"] if _is_theirs(item, own)]
            over = [item for item in block.get("stopped", []) if item["theme"] in own["per_theme"]]
            kept = lines or moved or over
            return {**block, "lines": lines, "moved": moved, "stopped": over} if kept else None
        case _:
            return None


def _table(block: dict[str, Any], own: Mapping[str, Any]) -> dict[str, Any] | None:
    table: Table = tables.from_json(block["table"])
    if table.key not in KEPT:
        return None
    rows = tuple(row for row in table.rows if row.key in own[table.key])
    if not rows:
        return None
    # Without its total: the lines of the others are missing, and a sum over some lines is a new figure.
    part = replace(table, rows=rows, totals=None)
    return {**block, "table": tables.to_json(part)}
