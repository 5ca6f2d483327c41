"""Is a profile's folder right? Every mistake becomes a sentence that says where and what."""

import datetime as dt
import re
import string
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _

from ombuds.office import letters
from ombuds.office.folder import LANGUAGES, TABLES, Profile, Row

# What each kind of row must have, beside its code and labels in three languages.
TEXTS = {"ground": ("explanation", "legal_bases"), "norm": ("meaning",)}
REQUIRED = {
    "normset": ("purpose",),
    "norm": ("set",),
    "ground": ("question", "effect", "mandatory"),
    "clockrule": ("amount", "unit", "starts_on"),
    "retentionrule": ("years",),
}
PURPOSES = ("assessment", "first_line", "simplified")
ACTIONS = ("destroy", "anonymise", "archive")
CATALOGUE = tuple(f"L{number}" for number in range(1, 29))
SETTINGS: dict[str, type] = {
    "reference_format": str,
    "max_age_months": int,
    "required_publication_languages": list,
    "first_line_mode": str,
    "contact": dict,
}
_CODE = re.compile(r"^[a-z0-9][a-z0-9-]{1,49}$", re.ASCII)
Where = str


def mistakes(profile: Profile) -> list[str]:
    """All that is wrong, in sentences; nothing when the profile can be loaded."""
    found = [*_office(profile.office)]
    for kind, rows in profile.rows.items():
        if kind != "lettertemplate":
            found += [mistake for row in rows for mistake in _row(kind, row)]
        found += _repeated(kind, rows) if kind in TABLES else []
    found += [*_references(profile), *_letters(profile.rows["lettertemplate"]), *_closing(profile.closing)]
    return found


def _office(office: Row) -> Iterator[str]:
    where = "office.toml"
    if not _CODE.match(str(office.get("code", ""))):
        yield _("%(where)s: `code` must be a short word in small letters, like “brussels”.") % {
            "where": where
        }
    yield from _labels(where, "names", office.get("names"))
    languages = office.get("languages")
    if not isinstance(languages, list) or not languages or not set(map(str, languages)) <= {*LANGUAGES, "de"}:
        yield _("%(where)s: `languages` must be a list out of nl, fr, en and de.") % {"where": where}
    settings = office.get("settings")
    if not isinstance(settings, dict):
        yield _("%(where)s: the part [settings] is missing.") % {"where": where}
        return
    for name, kind in SETTINGS.items():
        if not isinstance(settings.get(name), kind):
            yield _("%(where)s: the setting `%(name)s` is missing or of the wrong kind.") % {
                "where": where,
                "name": name,
            }
    yield from _reference_format(where, settings.get("reference_format"))


def _reference_format(where: Where, text: Any) -> Iterator[str]:
    try:
        parts = {
            name
            for _text, name, _spec, _conversion in string.Formatter().parse(str(text))
            if name is not None
        }
        fine = parts == {"year", "seq"} and str(text).format(year=2026, seq=7) != str(text).format(
            year=2026, seq=8
        )
    except (ValueError, KeyError, IndexError):
        fine = False
    if not fine:
        yield _("%(where)s: `reference_format` must hold {year} and {seq}, like OM.{year}.{seq:03}.") % {
            "where": where
        }


def _labels(where: Where, name: str, value: Any) -> Iterator[str]:
    """A text in three languages."""
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        yield _("%(where)s: `%(name)s` must be written as { nl = …, fr = …, en = … }.") % {
            "where": where,
            "name": name,
        }
        return
    for language in LANGUAGES:
        if not value.get(language, "").strip():
            yield _("%(where)s: `%(name)s` has no text in “%(language)s”.") % {
                "where": where,
                "name": name,
                "language": language,
            }


def _where(kind: str, row: Row) -> Where:
    file = TABLES[kind][0] if kind in TABLES else row.get("file", "vocabularies.toml")
    vocabulary = f"{row['vocabulary']}." if "vocabulary" in row else ""
    return f"{file}, {vocabulary}{row.get('code', '?')}"


def _row(kind: str, row: Row) -> Iterator[str]:
    where = _where(kind, row)
    if not isinstance(row.get("code"), str) or not 0 < len(row["code"]) <= 60:
        yield _("%(where)s: the row has no `code` of at most 60 letters.") % {"where": where}
    yield from _labels(where, "labels", row.get("labels"))
    for name in TEXTS.get(kind, ()):
        yield from _labels(where, name, row.get(name))
    for name in REQUIRED.get(kind, ()):
        if name not in row:
            yield _("%(where)s: `%(name)s` is missing.") % {"where": where, "name": name}
    yield from _columns(kind, row, where)
    yield from _period(row, where)


def _columns(kind: str, row: Row, where: Where) -> Iterator[str]:
    """Columns that do not exist, and values that do not fit in theirs."""
    columns = {field.name: field for field in apps.get_model("office", kind)._meta.concrete_fields}
    for name, value in row.items():
        if name == "set" and kind == "norm":
            continue
        column: Any = columns.get(name)
        if column is None or name in ("id", "office", "corrected", "version"):
            yield _("%(where)s: “%(name)s” is not known here.") % {"where": where, "name": name}
        elif column.choices and value not in dict(column.choices):
            words = {
                "where": where,
                "name": name,
                "value": value,
                "known": ", ".join(map(str, dict(column.choices))),
            }
            yield _("%(where)s: `%(name)s` is “%(value)s”; it must be one of %(known)s.") % words
        elif not _fits(column.get_internal_type(), value, column.max_length):
            yield _("%(where)s: `%(name)s` has a value of the wrong kind.") % {"where": where, "name": name}
    known = {"normset": ("purpose", PURPOSES), "retentionrule": ("action", ACTIONS)}.get(kind)
    if known and row.get(known[0], known[1][0]) not in known[1]:
        words = {"where": where, "name": known[0], "value": row[known[0]], "known": ", ".join(known[1])}
        yield _("%(where)s: `%(name)s` is “%(value)s”; it must be one of %(known)s.") % words


FITS: dict[str, Callable[[Any], bool]] = {
    "BooleanField": lambda value: isinstance(value, bool),
    "PositiveIntegerField": lambda value: (
        isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31
    ),
    "DateField": lambda value: isinstance(value, dt.date) and not isinstance(value, dt.datetime),
    "JSONField": lambda value: isinstance(value, dict | list),
}


def _fits(column: str, value: Any, length: int | None) -> bool:
    if column in FITS:
        return FITS[column](value)
    return isinstance(value, str) and "\x00" not in value and len(value) <= (length or 10**6)


def _period(row: Row, where: Where) -> Iterator[str]:
    start, end = row.get("valid_from"), row.get("valid_to")
    if isinstance(start, dt.date) and isinstance(end, dt.date) and end < start:
        yield _("%(where)s: it ends (%(end)s) before it starts (%(start)s).") % {
            "where": where,
            "start": start,
            "end": end,
        }


def _repeated(kind: str, rows: list[Row]) -> Iterator[str]:
    """The same code may stand twice only for periods that follow each other."""
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.get("set"), row.get("code")), []).append(row)
    for same in groups.values():
        spans = sorted(
            (_bound(row, "valid_from", dt.date.min), _bound(row, "valid_to", dt.date.max)) for row in same
        )
        if any(later[0] <= earlier[1] for earlier, later in pairwise(spans)):
            yield _("%(where)s: two rows with this code hold on the same day.") % {
                "where": _where(kind, same[0])
            }


def _bound(row: Row, name: str, otherwise: dt.date) -> dt.date:
    value = row.get(name)
    return value if isinstance(value, dt.date) and not isinstance(value, dt.datetime) else otherwise


def _references(profile: Profile) -> Iterator[str]:
    """Norms name a set, themes name a policy domain, mappings name norms: they must exist."""
    sets = {row.get("code") for row in profile.rows["normset"]}
    norms = {(row.get("set"), row.get("code")) for row in profile.rows["norm"]}
    for row in profile.rows["norm"]:
        mapping = row.get("mapping", {})
        missing = [] if row.get("set") in sets else [row.get("set")]
        if isinstance(mapping, dict):
            missing += [
                code for other, codes in mapping.items() for code in codes if (other, code) not in norms
            ]
        yield from _unknown(_where("norm", row), missing)
    domains = {row["code"] for row in profile.rows["term"] if row["vocabulary"] == "policy_domain"}
    for row in profile.rows["term"]:
        if row["vocabulary"] == "theme" and row.get("parent") not in domains:
            yield from _unknown(_where("term", row), [row.get("parent") or "parent"])


def _unknown(where: Where, codes: list[Any]) -> Iterator[str]:
    for code in codes:
        yield _("%(where)s: it points to “%(code)s”, which does not exist.") % {"where": where, "code": code}


def _letters(rows: list[Row]) -> Iterator[str]:
    present = {(row["code"], row["language"]) for row in rows}
    for code in CATALOGUE:
        for language in LANGUAGES:
            if (code, language) not in present:
                yield _("letters: %(code)s is missing in “%(language)s”.") % {
                    "code": code,
                    "language": language,
                }
    for row in rows:
        where = _("letters, %(file)s") % {"file": row["file"]}
        if row["audience"] not in letters.AUDIENCES:
            yield _("%(where)s: the audience must be one of %(known)s.") % {
                "where": where,
                "known": ", ".join(letters.AUDIENCES),
            }
        if not row["subject"] or not row["body"].strip():
            yield _("%(where)s: the subject or the text is empty.") % {"where": where}
        for problem in [*letters.subject_problems(row["subject"]), *letters.problems(row["body"])]:
            yield f"{where}: {problem}"


def _closing(closing: Row) -> Iterator[str]:
    where = "closing_days.toml"
    years = closing.get("years", [])
    if "country" in closing and not (
        len(years) == 2 and all(isinstance(y, int) and 1990 <= y <= 2100 for y in years)
    ):
        yield _("%(where)s: `years` must be the first and the last year, like [2020, 2036].") % {
            "where": where
        }
    for row in closing.get("closing_day", []):
        if not FITS["DateField"](row.get("day")):
            yield _("%(where)s: a closing day has no date, or a wrong one.") % {"where": where}
        yield from _labels(where, str(row.get("day", "?")), row.get("labels"))
