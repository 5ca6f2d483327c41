"""A case is emptied: what remains is its number, with nothing behind it."""

import datetime as dt
import uuid
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.cases.models import Case
from ombuds.cases.terms import RetentionAct
from ombuds.cases.workflow import State
from ombuds.handover.services import overwriting
from ombuds.handover.services.reach import Rows, documents_of, rows_of, used_elsewhere
from ombuds.lib.errors import Refusal

RESTED_ON = frozenset({"publications.CaseLink", "recommendations.Source", "investigations.InquiryCase"})
KEPT = frozenset({"id", "office", "reference", "kind", "first_kind", "channel"})


class TextsRest(Refusal):
    """Something that others read, or must be able to read, was made of it."""

    template = _(
        "This case cannot be emptied: a publication, recommendation, inquiry or legal hold rests on it."
    )


def insist_free(case: Case) -> None:
    """Raises TextsRest."""
    rests = RESTED_ON & {model._meta.label for model in rows_of(case)}
    if rests or case.merged.exists() or case.holds.filter(released_at=None).exists():
        raise TextsRest()


def empty(case: Case, *, actor: User | Actor) -> None:
    """Every row that hangs from it, every file, every index entry. The record keeps the act of destroying a case, as it does
    for any other case that is destroyed; it never held words."""
    overwriting.from_now_on()
    with transaction.atomic():
        insist_free(case)
        rows = rows_of(case)
        documents = documents_of(rows)
        for path in settings.OMBUDS_ON_DESTROY:  # what lies outside the database: vectors of patterns
            import_string(path)(case)
        _delete(rows)
        Case.objects.filter(pk=case.pk).update(**_blank(case))
        record(RetentionAct.DESTROY, actor=actor, subject=case, case=case)
        for document in documents:
            if not used_elsewhere(document):
                document.delete()
                transaction.on_commit(partial(document.file.delete, save=False))
        transaction.on_commit(partial(overwriting.at_once, tables=[model._meta.db_table for model in rows]))
    case.refresh_from_db()


def _delete(rows: Rows) -> None:
    """What hangs lowest goes first."""
    for model, keys in reversed(rows.items()):
        if model is not Case:
            model._base_manager.filter(pk__in=keys).delete()


def _blank(case: Case) -> dict[str, Any]:
    """Every column back to what it is when nothing was said; days without their hour."""
    day = timezone.make_aware(dt.datetime.combine(case.received_on, dt.time(12)))
    blank: dict[str, Any] = {
        field.attname: field.get_default() for field in Case._meta.concrete_fields if field.name not in KEPT
    }
    return blank | {
        "key": uuid.uuid4(),
        "subject": "—",
        "state": State.DESTROYED,
        "received_at": day,
        "created_at": day,
        "closed_at": day,
        "version": case.version + 1,
    }
