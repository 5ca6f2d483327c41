"""Old themes and services that count as new ones: mergers, other names, clearer themes. The mapping is public."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.authorities.models import Body
from ombuds.lib.errors import Refusal
from ombuds.office.models import Office
from ombuds.statistics import labels
from ombuds.statistics.cube.facts import Labels
from ombuds.statistics.models import Reclassification
from ombuds.statistics.terms import Act

Dimension = Reclassification.Dimension


class NotAllowed(Refusal):
    """The person's role does not open this."""

    template = _("You have no right to do this.")


class AlreadyMapped(Refusal):
    """One old theme counts as one new one."""

    template = _("“%(old)s” is mapped already.")


class NotKnown(Refusal):
    """A code that is no theme, a number that is no service."""

    template = _("“%(code)s” is not known.")


class GoesRound(Refusal):
    """Two that count as each other would count as nothing."""

    template = _("“%(new)s” counts as “%(old)s” already: a mapping cannot go round.")


def add(
    *, office: Office, dimension: str, old: str, new: str, since: date, reason: str, actor: User
) -> Reclassification:
    """Count an old theme or service as a new one from now on, in the figures of all years.

    Raises NotAllowed, NotKnown, AlreadyMapped, GoesRound.
    """
    if not actor.may(Permission.OFFICE_SETTINGS_CHANGE):
        raise NotAllowed()
    known = choices(office, dimension)
    for code in (old, new):
        if code not in known:
            raise NotKnown(code=code[:60])
    if old == new or _end(by_old(office).get(dimension, {}), new) == old:
        raise GoesRound(old=known[old], new=known[new])
    try:
        with transaction.atomic():
            row = Reclassification.objects.create(
                office=office, dimension=dimension, old=old, new=new, since=since, reason=reason, by=actor
            )
            record(
                Act.RECLASSIFY,
                actor=actor,
                subject=row,
                data={"dimension": dimension, "old": old, "new": new},
            )
    except IntegrityError:
        raise AlreadyMapped(old=known[old]) from None
    return row


def _end(new: Mapping[str, str], code: str) -> str:
    while code in new:
        code = new[code]
    return code


def choices(office: Office, dimension: str) -> dict[str, str]:
    """Return code → name of everything that can be mapped."""
    if dimension == Dimension.BODY:
        return {str(body.pk): str(body) for body in Body.objects.all()}
    return {term.code: str(term) for term in office.terms.filter(vocabulary="theme")}


def by_old(office: Office) -> dict[str, dict[str, str]]:
    """Return dimension → old code → new code, chains followed to their end."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for dimension, old, new in Reclassification.objects.filter(office=office).values_list(
        "dimension", "old", "new"
    ):
        found[dimension][old] = new
    return {name: {old: _end(new, old) for old in new} for name, new in found.items()}


def of_columns(office: Office) -> dict[str, dict[str, str]]:
    """Return column of the cube → old code → new code."""
    found: dict[str, dict[str, str]] = {}
    for dimension, new in by_old(office).items():
        names = ("case_theme", "grievance_theme") if dimension == Dimension.THEME else (dimension,)
        found.update(dict.fromkeys(names, new))
    return found


def names(row: Reclassification) -> tuple[Labels, Labels]:
    """Return the words of the old and of the new theme or service."""
    if row.dimension == Dimension.BODY:
        found = {str(pk): words for pk, words in labels.of_bodies(int(k) for k in (row.old, row.new)).items()}
    else:
        found = labels.of_terms(row.office, "theme")
    old, new = (found.get(code) or dict.fromkeys(labels.LANGUAGES, code) for code in (row.old, row.new))
    return old, new


def as_data(office: Office) -> list[dict[str, Any]]:
    """Return the mapping as plain data, with a sentence for readers: published, and frozen with every snapshot."""
    return [
        {
            "dimension": row.dimension,
            "old": row.old,
            "new": row.new,
            "since": row.since.isoformat(),
            "labels": [dict(words) for words in names(row)],
            "reason": row.reason,
            "note": note(row),
        }
        for row in Reclassification.objects.filter(office=office)
        .select_related("office")
        .order_by("dimension", "old")
    ]


def notes(office: Office, dimension: str) -> list[Labels]:
    """Return the sentences under a table that counts by this dimension."""
    return [
        note(row)
        for row in Reclassification.objects.filter(office=office, dimension=dimension).select_related(
            "office"
        )
    ]


def note(row: Reclassification) -> dict[str, str]:
    """Return the sentence under a table that this mapping changes."""
    old, new = names(row)
    text = _("Since %(since)s “%(old)s” counts as “%(new)s” in all years: %(reason)s.")
    plain = labels.everywhere(text)
    return {
        code: plain[code]
        % {
            "since": row.since.strftime("%d/%m/%Y"),
            "old": old.get(code, row.old),
            "new": new.get(code, row.new),
            "reason": row.reason.rstrip("."),
        }
        for code in labels.LANGUAGES
    }
