"""“What changed since last year”, in the words of one language."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ombuds.lib.i18n import pick
from ombuds.lib.numbers import written
from ombuds.lib.pdf.letters import written_date

Tree = Mapping[str, Any]
Titles = Mapping[str, tuple[str, str]]  # table → its title, the code of its chapter


def changes(block: Tree, language: str, titles: Titles) -> dict[str, Any]:
    """The lines by table, each with what it was and is; the test in words."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for line in block["lines"]:
        groups.setdefault(line["table"], []).append(_changed(line, block["year"], language))
    spread = max(block["spreads"].values(), default=1.0)
    return {
        "type": "changes",
        "now": str(block["year"]),
        "before": str(block["year"] - 1),
        "groups": [
            {"key": key, "title": titles[key][0], "chapter": titles[key][1], "lines": lines}
            for key, lines in groups.items()
            if key in titles
        ],
        "none": "" if groups else _("No theme and no service rose or fell by more than chance can explain."),
        "stopped_title": _("Problems that stopped"),
        "stopped": [_stopped(item, language) for item in block.get("stopped", [])],
        "moved_title": _("Recommendations that moved"),
        "moved": [_moved(item, language) for item in block["moved"]],
        "method": _(
            "Only what rose or fell by more than chance can explain is named: an exact binomial test of the two "
            "years, after dividing the counts by their usual spread in earlier years (%(spread)s); of all that is "
            "named at most 5%% may be chance (Benjamini and Hochberg). Numbers that are hidden are not tested."
        )
        % {"spread": written(spread, language, decimals=1)},
    }


def _changed(line: Tree, year: int, language: str) -> dict[str, Any]:
    now, before = line["now"], line["before"]
    share = f"{abs(now - before) / before * 100:.0f}\u00a0%" if before else ""
    words = {
        "now": number(now, language),
        "before": number(before, language),
        "year": year - 1,
        "share": share,
        "odds": _odds(line["p"], language),
    }
    rose = now > before
    if not before:
        said = _("%(now)s, none in %(year)s (by chance: %(odds)s)")
    elif rose:
        said = _("%(now)s, %(before)s in %(year)s: %(share)s more (by chance: %(odds)s)")
    else:
        said = _("%(now)s, %(before)s in %(year)s: %(share)s fewer (by chance: %(odds)s)")
    most = max(now, before) or 1
    return {
        "label": pick(line["labels"], language),
        "said": said % words,
        "rose": rose,
        "sign": "▲" if rose else "▼",
        "way": _("rose") if rose else _("fell"),
        "width": [round(100 * before / most), round(100 * now / most)],
    }


def _odds(p: float, language: str) -> str:
    for limit in (1_000_000, 100_000, 10_000, 1_000, 100):
        if p < 1 / limit:
            return _("less than once in %(number)s times") % {"number": written(limit, language)}
    return _("once in %(number)s times") % {"number": written(max(2, round(1 / max(p, 1e-9))), language)}


def _moved(item: Tree, language: str) -> dict[str, str]:
    return {
        "code": item["code"],
        "title": pick(item["titles"], language),
        "on": written_date(date.fromisoformat(item["on"]), language),
        "from": pick(item["from"], language) if item["from"] else "",
        "to": pick(item["to"], language),
    }


def _stopped(item: Tree, language: str) -> dict[str, str]:
    """The name that our writers gave it, and the evidence."""
    return {
        "name": " ".join(str(item["texts"].get(language, "")).split()),
        "said": _(
            "No complaint since %(month)s, where about %(expected)s were to be expected (by chance: %(odds)s)"
        )
        % {
            "month": date_format(date.fromisoformat(item["since"]), "F Y"),
            "expected": written(item["expected"], language),
            "odds": _odds(item["p"], language),
        },
    }


def number(value: float | str | None, language: str) -> str:
    if value is None or isinstance(value, str):
        return value or "–"
    return written(value, language, decimals=1 if isinstance(value, float) and value % 1 else 0)
