"""Staff correct the register. Competence is only added to: a record is ended and another begins."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from ombuds.audit.services import record
from ombuds.authorities.models import Alias, Body, Competence, Contact
from ombuds.authorities.terms import Act
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean
from ombuds.office.models import Office

MOST_ALIASES = 200


class SomebodyElseChanged(Refusal):
    """Two people changed the same body."""

    template = _(
        "Somebody else changed this body in the meantime. Look at it again; what you typed was not saved."
    )


class EmptyName(Refusal):
    """A name without a letter."""

    template = _("Write a name with at least two letters or figures.")


class NameTaken(Refusal):
    """This name already leads to this body."""

    template = _("This body already has that name.")


class TooManyNames(Refusal):
    """More names than anybody can keep right."""

    template = _("This body has too many names. Remove some first.")


class PeriodUpsideDown(Refusal):
    """The end lies before the beginning."""

    template = _("The last day lies before the first day.")


class ReferralMissing(Refusal):
    """Refer, but to nobody."""

    template = _("Say to whom people are referred.")


class AlreadyEnded(Refusal):
    """The record no longer holds."""

    template = _("This record has ended already.")


def _touch(body: Body) -> None:
    """Count the version up: prepared matchers and other editors notice."""
    Body.objects.filter(pk=body.pk).update(version=F("version") + 1)


def _code_for(name: str) -> str:
    base = slugify(name)[:70] or "body"
    code, number = base, 2
    while Body.objects.filter(code=code).exists():
        code, number = f"{base}-{number}", number + 1
    return code


@transaction.atomic
def add_body(*, names: Mapping[str, str], actor: Any, **columns: Any) -> Body:
    """Add a body that the register does not have. Raises EmptyName."""
    cleaned = {lang: clean(text).strip() for lang, text in names.items() if clean(text).strip()}
    if not any(_says_something(text) for text in cleaned.values()):
        raise EmptyName
    body = Body.objects.create(
        code=_code_for(next(iter(cleaned.values()))), names=cleaned, corrected=True, **columns
    )
    record(Act.BODY_ADD, actor=actor, subject=body)
    return body


@transaction.atomic
def change_body(*, body: Body, version: int, actor: Any, **columns: Any) -> Body:
    """Correct a body. Raises SomebodyElseChanged."""
    moved = Body.objects.filter(pk=body.pk, version=version).update(version=F("version") + 1)
    if not moved:
        raise SomebodyElseChanged
    for name, value in columns.items():
        setattr(body, name, value)
    body.corrected = True
    body.save(update_fields=[*columns, "corrected"])
    body.refresh_from_db()
    record(Act.BODY_CHANGE, actor=actor, subject=body, data={"columns": sorted(columns)})
    return body


def _says_something(text: str) -> bool:
    return sum(letter.isalnum() for letter in text) >= 2


@transaction.atomic
def add_alias(*, body: Body, text: str, language: str = "", actor: Any) -> Alias:
    """Another way in which people write the name. Raises EmptyName, NameTaken, TooManyNames."""
    text = " ".join(clean(text).split())[:160]
    if not _says_something(text):
        raise EmptyName
    if body.aliases.filter(text__iexact=text).exists():
        raise NameTaken
    if body.aliases.count() >= MOST_ALIASES:
        raise TooManyNames
    alias = Alias.objects.create(body=body, text=text, language=language, by_staff=True)
    _touch(body)
    record(Act.ALIAS_ADD, actor=actor, subject=body, data={"alias": alias.pk})
    return alias


@transaction.atomic
def remove_alias(*, alias: Alias, actor: Any) -> None:
    """A name that leads the wrong way."""
    body, pk = alias.body, alias.pk
    alias.delete()
    _touch(body)
    record(Act.ALIAS_REMOVE, actor=actor, subject=body, data={"alias": pk})


@transaction.atomic
def set_competence(
    *,
    office: Office,
    body: Body,
    matter: str,
    verdict: str,
    valid_from: dt.date,
    actor: Any,
    valid_to: dt.date | None = None,
    refer_to: Body | None = None,
    reporter: str = "",
    reason: Mapping[str, str] | None = None,
    legal_basis: str = "",
    verified: bool = False,
) -> Competence:
    """A new record from a day on; what held until then ends the day before. Raises PeriodUpsideDown, ReferralMissing."""
    if valid_to and valid_to < valid_from:
        raise PeriodUpsideDown
    if verdict == Competence.Verdict.REFER and refer_to is None:
        raise ReferralMissing
    rows = Competence.objects.filter(office=office, body=body, matter=matter, reporter=reporter)
    rows.filter(valid_from=valid_from).delete()
    before = rows.valid_on(valid_from)
    before.update(valid_to=valid_from - dt.timedelta(days=1), corrected=True)
    row = Competence.objects.create(
        office=office,
        body=body,
        matter=matter,
        reporter=reporter,
        verdict=verdict,
        refer_to=refer_to,
        reason=dict(reason or {}),
        legal_basis=legal_basis,
        verified=verified,
        valid_from=valid_from,
        valid_to=valid_to,
        corrected=True,
    )
    _touch(body)
    record(
        Act.COMPETENCE_ADD,
        actor=actor,
        subject=body,
        data={"matter": matter, "verdict": verdict, "from": valid_from.isoformat()},
    )
    return row


@transaction.atomic
def end_competence(*, row: Competence, last_day: dt.date, actor: Any) -> Competence:
    """From the day after, this record no longer holds. Raises AlreadyEnded, PeriodUpsideDown."""
    if row.valid_to and row.valid_to <= last_day:
        raise AlreadyEnded
    if row.valid_from and last_day < row.valid_from:
        raise PeriodUpsideDown
    row.valid_to, row.corrected = last_day, True
    row.save(update_fields=["valid_to", "corrected"])
    _touch(row.body)
    record(
        Act.COMPETENCE_END,
        actor=actor,
        subject=row.body,
        data={"matter": row.matter, "to": last_day.isoformat()},
    )
    return row


@transaction.atomic
def add_contact(*, body: Body, actor: Any, contact: Contact | None = None, **columns: Any) -> Contact:
    """Add a contact, or correct one."""
    row = contact or Contact(body=body)
    for name, value in columns.items():
        setattr(row, name, value)
    row.corrected = True
    row.save()
    _touch(body)
    record(Act.CONTACT_CHANGE, actor=actor, subject=body, data={"purpose": row.purpose})
    return row


@transaction.atomic
def remove_contact(*, contact: Contact, actor: Any) -> None:
    """A contact that no longer holds."""
    body, purpose = contact.body, contact.purpose
    contact.delete()
    _touch(body)
    record(Act.CONTACT_REMOVE, actor=actor, subject=body, data={"purpose": purpose})
