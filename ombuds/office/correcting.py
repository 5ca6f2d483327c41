"""Correcting a row of the profile: in place, or by a new version that holds from a day on. The old words are kept."""

import datetime as dt
from typing import Any

from django.db import models, transaction
from django.db.models import F, Max, Q
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.lib.errors import Refusal
from ombuds.office.models import ClosingDay, Entry, LetterTemplate, Office, Revision, Term
from ombuds.office.terms import Act

Columns = dict[str, Any]


class NotAllowed(Refusal):
    """The person may read the profile, not change it."""

    template = _("You may read the settings of the office, but not change them.")


class ChangedMeanwhile(Refusal):
    """Two editors at once."""

    template = _(
        "Someone else corrected this while you were writing. Nothing is saved yet, and your text is still here. "
        "Look below at how it reads now, and save again if you want yours."
    )


class NothingChanged(Refusal):
    """The form was sent as it was."""

    template = _("Nothing is different from before, so there is nothing to save.")


class StartsTooEarly(Refusal):
    """A new version must start after the old one."""

    template = _("The new version must start after %(day)s, the day on which this one started.")


class OverlapsAnother(Refusal):
    """Two rows with one code on one day."""

    template = _("Another version already holds on %(day)s. Correct that one instead.")


class EndsBeforeStart(Refusal):
    """A period must have at least one day."""

    template = _("It cannot end (%(end)s) before it starts (%(start)s).")


class CodeTaken(Refusal):
    """There is one word per code in a vocabulary."""

    template = _("The code “%(code)s” is taken already in this part. Choose another.")


class DayTaken(Refusal):
    """There is one row per day."""

    template = _("%(day)s already is in the list. Correct it there.")


def subject_of(row: models.Model) -> str:
    """How revisions name a row."""
    return f"{row._meta.label_lower}:{row.pk}"


def history_of(row: models.Model) -> models.QuerySet[Revision]:
    """All corrections of a row, the last first."""
    return Revision.objects.filter(subject=subject_of(row)).select_related("by")


def correct(*, row: Any, values: Columns, reason: str, version: int, actor: Any) -> Any:
    """Change a row in place, for instance a spelling mistake. Cases of every date see the new words.

    Raises NotAllowed, NothingChanged, ChangedMeanwhile.
    """
    _permit(actor)
    changed = _changed(row, values)
    after = {name: values[name] for name in changed}
    with transaction.atomic():
        if "valid_to" in after:
            _check_end(row, after["valid_to"])
        _write(row, after, version)
        _note(row, actor, reason, {name: getattr(row, name) for name in changed}, after)
        record(Act.CORRECT, actor=actor, subject=row, data={"columns": changed})
    row.refresh_from_db()
    return row


def start_new_version(
    *, row: Entry, values: Columns, starts_on: dt.date, reason: str, version: int, actor: Any
) -> Any:
    """End this row the day before `starts_on` and let a changed copy hold from then on. Older cases keep the old one.

    Raises NotAllowed, NothingChanged, StartsTooEarly, OverlapsAnother, ChangedMeanwhile.
    """
    _permit(actor)
    changed = _changed(row, values)
    if row.valid_from and starts_on <= row.valid_from:
        raise StartsTooEarly(day=_day(row.valid_from))
    if row.valid_to and row.valid_to < starts_on:
        raise OverlapsAnother(day=_day(starts_on))
    if values.get("valid_to") and values["valid_to"] < starts_on:
        raise EndsBeforeStart(start=_day(starts_on), end=_day(values["valid_to"]))
    with transaction.atomic():
        if versions_of(row).filter(valid_from=starts_on).exists():
            raise OverlapsAnother(day=_day(starts_on))
        after = {name: values[name] for name in changed}
        copy = _copy(row, {**after, "valid_from": starts_on})
        ends_on = starts_on - dt.timedelta(days=1)
        _write(row, {"valid_to": ends_on}, version)
        copy.save(force_insert=True)
        _note(row, actor, reason, {"valid_to": row.valid_to}, {"valid_to": ends_on})
        _note(copy, actor, reason, {name: getattr(row, name) for name in changed}, after)
        record(
            Act.NEW_VERSION, actor=actor, subject=copy, data={"columns": changed, "starts_on": str(starts_on)}
        )
    return copy


def add_closing_day(
    *, office: Office, day: dt.date, labels: dict[str, str], reason: str, actor: Any
) -> ClosingDay:
    """A day on which the office is closed, beside public holidays. Raises NotAllowed, DayTaken."""
    _permit(actor)
    with transaction.atomic():
        row, is_new = ClosingDay.objects.get_or_create(
            office=office, day=day, defaults={"labels": labels, "corrected": True}
        )
        if not is_new:
            raise DayTaken(day=_day(day))
        _note(row, actor, reason, {}, {"labels": labels})
        record(Act.CORRECT, actor=actor, subject=row, data={"columns": ["day"]})
    return row


def add_word(
    *,
    office: Office,
    vocabulary: str,
    code: str,
    labels: dict[str, str],
    parent: str,
    reason: str,
    actor: Any,
) -> Term:
    """A new theme, remedy, reason… Raises NotAllowed, CodeTaken."""
    _permit(actor)
    same = office.terms.filter(vocabulary=vocabulary)
    with transaction.atomic():
        if same.filter(code=code).exists():
            raise CodeTaken(code=code)
        last = same.aggregate(last=Max("order"))["last"] or 0
        row = Term.objects.create(
            office=office,
            vocabulary=vocabulary,
            code=code,
            labels=labels,
            parent=parent,
            order=last + 1,
            corrected=True,
        )
        _note(row, actor, reason, {}, {"labels": labels})
        record(Act.CORRECT, actor=actor, subject=row, data={"columns": ["code"]})
    return row


def versions_of(row: Any) -> models.QuerySet[Any]:
    """Every row with the same code: what held before, holds now, will hold."""
    same = {"office": row.office_id, "code": row.code}
    if isinstance(row, LetterTemplate):
        same["language"] = row.language
    for name in ("vocabulary", "norm_set_id"):
        if hasattr(row, name):
            same[name] = getattr(row, name)
    found: models.QuerySet[Any] = type(row).objects.filter(Q(**same))
    return found.order_by("valid_from")


def _day(day: dt.date) -> str:
    return day.strftime("%d/%m/%Y")


def _check_end(row: Entry, end: dt.date | None) -> None:
    """The new end leaves at least one day, and does not reach into another version."""
    if end and row.valid_from and end < row.valid_from:
        raise EndsBeforeStart(start=_day(row.valid_from), end=_day(end))
    others = versions_of(row).exclude(pk=row.pk).filter(valid_from__isnull=False)
    later = others.filter(valid_from__gt=row.valid_from) if row.valid_from else others
    if first := later.exclude(valid_from__gt=end or dt.date.max).first():
        raise OverlapsAnother(day=_day(first.valid_from))


def _permit(actor: Any) -> None:
    if not actor.may(Permission.OFFICE_SETTINGS_CHANGE):
        raise NotAllowed()


def _changed(row: Any, values: Columns) -> list[str]:
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    if not changed:
        raise NothingChanged()
    return changed


def _write(row: Any, after: Columns, version: int) -> None:
    """Guarded by the version that the editor saw: works the same on both databases."""
    guarded = type(row).objects.filter(pk=row.pk, version=version)
    if not guarded.update(**after, corrected=True, version=F("version") + 1):
        raise ChangedMeanwhile()


def _copy(row: Any, changes: Columns) -> Any:
    columns = [f for f in row._meta.concrete_fields if not f.primary_key]
    values = {f.attname: getattr(row, f.attname) for f in columns}
    return type(row)(**{**values, "corrected": True, "version": 1, **changes})


def _note(row: Any, actor: Any, reason: str, before: Columns, after: Columns) -> None:
    texts = [
        {name: _day(value) if isinstance(value, dt.date) else value for name, value in columns.items()}
        for columns in (before, after)
    ]
    Revision.objects.create(
        office_id=row.office_id,
        subject=subject_of(row),
        by=actor,
        reason=reason,
        before=texts[0],
        after=texts[1],
    )
