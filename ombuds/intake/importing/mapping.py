"""What a mapping says, and a row turned into the values of a case by it. Pure: TOML and text in, values out.

A mapping is a TOML file. At the top: `source`, `id` (column of the source's own number), `layout` (csv, jsonl),
`delimiter`, `encoding`, `time_zone`. Then one table per field of a case:

    column / columns + join (+ headings = true)   where the text comes from
    value                                         the same for every row
    values = { "text in the file" = "ours" }      translation; compared without case and accents
    default                                       when the text is empty or unknown to `values`
    formats = ["%d/%m/%Y"]                        for dates
    match = true                                  for `body`: look the name up in the register
"""

import datetime as dt
import tomllib
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ombuds.lib.text import fold

DATES = ("facts_on", "decision_on", "notified_on", "contacted_service_on")
MOMENTS = ("received_at", "closed_at")
PERSON = {
    "organisation": 160,
    "first_name": 120,
    "last_name": 160,
    "email": 254,
    "phone": 40,
    "street": 200,
    "postcode": 12,
    "town": 100,
}
WIDTHS = {"subject": 160, "body": 200, **PERSON}
CODES = (
    "kind",
    "channel",
    "language",
    "state",
    "theme",
    "assessment",
    "without_opinion",
    "result",
    "remedied",
)
FIELDS = {*DATES, *MOMENTS, *WIDTHS, *CODES, "text", "urgent"}
TOP = {"name", "source", "id", "layout", "delimiter", "encoding", "time_zone", "about"}


class MappingWrong(Exception):
    """The mapping itself cannot be used. Its text says why."""


@dataclass
class Reasons(Exception):
    """Why a row cannot be taken: codes with values, see reasons.py."""

    found: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def add(self, code: str, **values: Any) -> None:
        self.found.append((code, values))


@dataclass(frozen=True)
class Mapping:
    """A checked mapping. `raw` is kept with the run."""

    raw: dict[str, Any]

    @property
    def source(self) -> str:
        return str(self.raw["source"])

    @property
    def layout(self) -> str:
        return str(self.raw.get("layout", "csv"))

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(str(self.raw.get("time_zone", "Europe/Brussels")))

    def rule(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = self.raw.get(name, {})
        return found

    def columns(self) -> set[str]:
        """Every column that the mapping names."""
        named = {str(self.raw["id"])}
        for name in FIELDS & set(self.raw):
            named |= set(_columns(self.rule(name)))
        return named


def load(text: str) -> Mapping:
    """A mapping from TOML. Raises MappingWrong."""
    try:
        return checked(tomllib.loads(text))
    except tomllib.TOMLDecodeError as problem:
        raise MappingWrong(f"This is not TOML: {problem}.") from problem


def checked(raw: dict[str, Any]) -> Mapping:
    """Look for what would go wrong with every row. Raises MappingWrong."""
    for name in ("source", "id", "received_at"):
        if not raw.get(name):
            raise MappingWrong(f"The mapping must say `{name}`.")
    unknown = set(raw) - FIELDS - TOP
    if unknown:
        raise MappingWrong(f"Unknown in the mapping: {', '.join(sorted(unknown))}.")
    if len(str(raw["source"])) > 60:
        raise MappingWrong("`source` may have 60 characters.")
    if raw.get("layout", "csv") not in ("csv", "jsonl"):
        raise MappingWrong("`layout` is csv or jsonl.")
    if "text" not in raw and "subject" not in raw:
        raise MappingWrong("The mapping must say where `text` or `subject` comes from.")
    for name in FIELDS & set(raw):
        rule = raw[name]
        if not isinstance(rule, dict) or not (rule.get("column") or rule.get("columns") or "value" in rule):
            raise MappingWrong(f"[{name}] needs column, columns or value.")
    try:
        ZoneInfo(str(raw.get("time_zone", "Europe/Brussels")))
    except (ZoneInfoNotFoundError, ValueError) as problem:
        raise MappingWrong(f"Unknown time zone {raw['time_zone']!r}.") from problem
    return Mapping(raw)


def _columns(rule: dict[str, Any]) -> list[str]:
    return [str(name) for name in rule.get("columns", [rule["column"]] if "column" in rule else [])]


def _where(rule: dict[str, Any]) -> str:
    return " + ".join(_columns(rule)) or "—"


def _text(rule: dict[str, Any], values: dict[str, str]) -> str:
    """The text of the column, or of several joined; with `headings` each under the name of its column."""
    if "value" in rule and not _columns(rule):
        return str(rule["value"])
    parts = []
    for name in _columns(rule):
        part = values.get(name, "").strip()
        if part:
            parts.append(f"{name}: {part}" if rule.get("headings") else part)
    return str(rule.get("join", "\n\n")).join(parts)


def _code(rule: dict[str, Any], values: dict[str, str], name: str, wrong: Reasons) -> str:
    text = _text(rule, values)
    table = {fold(str(key)): str(value) for key, value in rule.get("values", {}).items()}
    if fold(text) in table:
        return table[fold(text)]
    if text and not table:
        return text
    if "default" in rule:
        return str(rule["default"])
    if text:
        wrong.add("value", value=text[:80], column=_where(rule), field=name)
    return ""


def _moment(
    rule: dict[str, Any], values: dict[str, str], zone: ZoneInfo, wrong: Reasons
) -> dt.datetime | None:
    text = _text(rule, values).strip()
    if not text:
        return None
    for pattern in rule.get("formats", ["iso"]):
        try:
            found = (
                dt.datetime.fromisoformat(text) if pattern == "iso" else dt.datetime.strptime(text, pattern)  # noqa: DTZ007  # the zone of the mapping follows
            )
        except ValueError:
            continue
        if not 1900 <= found.year <= 9998:
            break
        return found if found.tzinfo else found.replace(tzinfo=zone)
    wrong.add("date", value=text[:80], column=_where(rule))
    return None


def convert(mapping: Mapping, values: dict[str, str], now: dt.datetime) -> dict[str, Any]:
    """One row as values of a case. Raises Reasons with everything that is wrong with it."""
    wrong = Reasons()
    found: dict[str, Any] = {}
    number = values.get(str(mapping.raw["id"]), "").strip()
    if not number:
        wrong.add("missing", column=mapping.raw["id"], field="id")
    elif len(number) > 120:
        wrong.add("too_wide", value=number[:40], column=mapping.raw["id"], limit=120)
    found["id"] = number
    for name in sorted(FIELDS & set(mapping.raw)):
        rule = mapping.rule(name)
        if name in (*MOMENTS, *DATES):
            found[name] = _moment(rule, values, mapping.zone, wrong)
        elif name in CODES:
            found[name] = _code(rule, values, name, wrong)
        else:
            found[name] = _plain(rule, values, name, wrong)
    _check(mapping, found, now, wrong)
    if wrong.found:
        raise wrong
    return found


def _plain(rule: dict[str, Any], values: dict[str, str], name: str, wrong: Reasons) -> str:
    text = _text(rule, values) or str(rule.get("default", ""))
    if name in WIDTHS:
        text = " ".join(text.split())
        if len(text) > WIDTHS[name]:
            if name in ("subject", "body"):
                return text[: WIDTHS[name] - 1] + "…"  # the whole text stays in the submission
            wrong.add("too_wide", value=text[:40], column=_where(rule), limit=WIDTHS[name])
    return text


def _check(mapping: Mapping, found: dict[str, Any], now: dt.datetime, wrong: Reasons) -> None:
    """What must hold between the values."""
    received, closed = found.get("received_at"), found.get("closed_at")
    dated = any(code == "date" for code, _values in wrong.found)
    if received is None and not dated:
        wrong.add("missing", column=_where(mapping.rule("received_at")), field="received_at")
    for name in MOMENTS:
        moment = found.get(name)
        if moment is not None and moment > now + dt.timedelta(days=1):
            wrong.add("future", value=f"{moment:%Y-%m-%d}", column=_where(mapping.rule(name)))
    if received and closed and closed < received:
        wrong.add("order", closed=f"{closed:%Y-%m-%d}", received=f"{received:%Y-%m-%d}")
    if not found.get("text") and not found.get("subject"):
        wrong.add("nothing")
