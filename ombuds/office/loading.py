"""Putting a profile into the database. Again and again: what is there stays, what staff corrected stays theirs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import holidays
from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ombuds.audit.services import record
from ombuds.lib.errors import Refusal
from ombuds.office import checking, folder
from ombuds.office.models import ClosingDay, NormSet, Office
from ombuds.office.terms import Act

Row = dict[str, Any]
Loader = Callable[[Office, Path], "Sequence[str] | Changes"]
# What makes a row the same row, beside office, code and the day from which it holds.
KEYS = {"norm": ("norm_set",), "term": ("vocabulary",), "lettertemplate": ("language",)}
KIND_NAMES: dict[str, str | Promise] = {
    "normset": gettext_lazy("Norm set"),
    "norm": gettext_lazy("Norm"),
    "ground": gettext_lazy("Ground"),
    "clockrule": gettext_lazy("Time limit"),
    "retentionrule": gettext_lazy("Retention rule"),
    "reportchapter": gettext_lazy("Report chapter"),
    "term": gettext_lazy("Word"),
    "lettertemplate": gettext_lazy("Letter"),
    "closingday": gettext_lazy("Closing day"),
}
NOT_COLUMNS = frozenset({"file", "set"})
HOLIDAY_LANGUAGES = {"nl": "nl", "fr": "fr", "en": "en_US"}
NO_LEGAL_HOLIDAY = frozenset({"Easter Sunday", "Pentecost"})  # Sundays: the law names ten other days


class ProfileHasMistakes(Refusal):
    """The folder does not pass `ombuds office check`; nothing is loaded."""

    template = gettext_lazy("The profile was not loaded, because it holds mistakes:\n%(list)s")


@dataclass
class Changes:
    """What a load did, in sentences: rows made or changed, and corrections of staff that were left alone."""

    made: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def load(code: str, actor: Any = None, *, activate: bool = False) -> list[str]:
    """Load a profile, by its name or the path of its folder. Returns what changed, in sentences; nothing twice.

    Raises NoSuchProfile, UnreadableProfile, ProfileHasMistakes.
    """
    return load_folder(folder.find(code), actor, activate=activate).made


def load_folder(path: Path, actor: Any = None, *, activate: bool = False) -> Changes:
    """As `load`, and also says which corrections of staff differ from the folder."""
    profile = folder.read(path)
    if mistakes := checking.mistakes(profile):
        raise ProfileHasMistakes(list="\n".join(f"- {mistake}" for mistake in mistakes))
    changes = Changes()
    with transaction.atomic():
        office = _office(profile, changes)
        if activate:
            _activate(office, changes)
        for dotted in settings.OMBUDS_PROFILE_LOADERS:
            _run(dotted, office, path, changes)
        if changes.made:
            record(
                Act.LOAD,
                actor=actor,
                subject=office,
                data={"profile": profile.code, "changes": len(changes.made)},
            )
    return changes


def _run(dotted: str, office: Office, path: Path, changes: Changes) -> None:
    """Rooms above register their part of a profile by a dotted path in the settings: this room does not know them."""
    loader: Loader = import_string(dotted)
    found = loader(office, path)
    if isinstance(found, Changes):
        changes.made += found.made
        changes.kept += found.kept
    else:
        changes.made += list(found)


def _office(profile: folder.Profile, changes: Changes) -> Office:
    """The row of the office itself, locked so that two loads wait for each other."""
    wanted = {
        "names": profile.office["names"],
        "languages": profile.office["languages"],
        "settings": profile.office["settings"],
        "loaded_from": profile.path.name,
    }
    office = Office.objects.select_for_update().filter(code=profile.code).first()
    if office is None:
        office = Office.objects.create(code=profile.code, **wanted)
        changes.made.append(_("Office “%(office)s” added.") % {"office": office})
        return office
    changed = [name for name, value in wanted.items() if getattr(office, name) != value]
    if changed:
        for name in changed:
            setattr(office, name, wanted[name])
        office.save(update_fields=changed)
        changes.made.append(
            _("Office “%(office)s”: changed %(columns)s.") % {"office": office, "columns": ", ".join(changed)}
        )
    return office


def _activate(office: Office, changes: Changes) -> None:
    if not office.is_active:
        Office.objects.filter(is_active=True).update(is_active=False)
        office.is_active = True
        office.save(update_fields=["is_active"])
        changes.made.append(_("“%(office)s” is now the active office.") % {"office": office})


def load_rows(office: Office, path: Path) -> Changes:
    """The rows of this room: norms, grounds, clocks, words, retention, letters, chapters, closing days."""
    profile = folder.read(path)
    changes = Changes()
    for kind, rows in profile.rows.items():
        _load_kind(office, kind, rows, changes)
    _load_closing_days(office, profile.closing, changes)
    return changes


def _load_kind(office: Office, kind: str, rows: list[Row], changes: Changes) -> None:
    model: Any = apps.get_model("office", kind)
    present = {_key(kind, _values_of(row, kind)): row for row in model.objects.filter(office=office)}
    sets = {row.code: row for row in NormSet.objects.filter(office=office)} if kind == "norm" else {}
    new = []
    for given in rows:
        values = {name: value for name, value in given.items() if name not in NOT_COLUMNS}
        if kind == "norm":
            values["norm_set"] = sets[given["set"]]
        row = present.get(_key(kind, values))
        if row is None:
            new.append(model(office=office, **values))
        else:
            _update(row, values, changes)
    model.objects.bulk_create(new)
    if new:
        changes.made.append(_added(kind, len(new)))


def _added(kind: str, number: int) -> str:
    words = {"kind": KIND_NAMES[kind], "number": number}
    return ngettext("%(kind)s: %(number)d row added.", "%(kind)s: %(number)d rows added.", number) % words


def _values_of(row: Any, kind: str) -> Row:
    return {name: getattr(row, name) for name in ("code", "valid_from", *KEYS.get(kind, ()))}


def _key(kind: str, values: Row) -> tuple[Any, ...]:
    extra = tuple(getattr(values[name], "pk", values[name]) for name in KEYS.get(kind, ()))
    return (values["code"], values.get("valid_from"), *extra)


def _update(row: Any, values: Row, changes: Changes) -> None:
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    # A column that the folder no longer names goes back to its default.
    changed += [
        f.name for f in _optional(row) if f.name not in values and getattr(row, f.name) != f.get_default()
    ]
    if not changed:
        return
    words = {"kind": KIND_NAMES[row._meta.model_name], "code": row.code, "columns": ", ".join(changed)}
    if row.corrected:
        changes.kept.append(
            _("%(kind)s %(code)s was corrected by staff and stays as it is (%(columns)s differ).") % words
        )
        return
    for name in changed:
        setattr(row, name, values[name] if name in values else row._meta.get_field(name).get_default())
    row.save(update_fields=changed)
    changes.made.append(_("%(kind)s %(code)s: changed %(columns)s.") % words)


def _optional(row: Any) -> list[Any]:
    own = {"id", "office", "corrected", "version", "order", "norm_set", "code", "valid_from"}
    return [
        f for f in row._meta.concrete_fields if f.name not in own and (f.has_default() or f.blank or f.null)
    ]


def _load_closing_days(office: Office, closing: Row, changes: Changes) -> None:
    present = {row.day: row for row in ClosingDay.objects.filter(office=office)}
    wanted = {**_public_holidays(closing), **{row["day"]: row for row in closing.get("closing_day", [])}}
    new = []
    for day, given in sorted(wanted.items()):
        row = present.get(day)
        if row is None:
            new.append(ClosingDay(office=office, **given))
        elif any(getattr(row, name) != value for name, value in given.items()):
            _update_day(row, given, changes)
    ClosingDay.objects.bulk_create(new)
    if new:
        changes.made.append(_added("closingday", len(new)))


def _update_day(row: ClosingDay, given: Row, changes: Changes) -> None:
    if row.corrected:
        changes.kept.append(
            _("The closing day %(day)s was corrected by staff and stays as it is.") % {"day": row.day}
        )
        return
    for name, value in given.items():
        setattr(row, name, value)
    row.save()
    changes.made.append(_("The closing day %(day)s changed.") % {"day": row.day})


def _public_holidays(closing: Row) -> dict[Any, Row]:
    """The legal public holidays of the country for the years that the profile names, in three languages."""
    if not closing.get("country"):
        return {}
    first, last = closing["years"]
    years = range(first, last + 1)
    names = {
        language: holidays.country_holidays(closing["country"], years=years, language=code)
        for language, code in HOLIDAY_LANGUAGES.items()
    }
    return {
        day: {"day": day, "labels": {la: names[la][day] for la in names}, "is_public_holiday": True}
        for day in sorted(names["en"])
        if names["en"][day] not in NO_LEGAL_HOLIDAY
    }


def models_of_profile() -> list[type[models.Model]]:
    """The tables that a profile fills, in the order of loading."""
    return [apps.get_model("office", kind) for kind in (*folder.TABLES, "term", "lettertemplate")]
