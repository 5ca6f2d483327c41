"""How long a case is kept: a rule with versions, a list for the records manager, never a silent deletion."""

import datetime as dt
from dataclasses import dataclass
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import Record, record, record_many
from ombuds.cases.models import Case, Hold, SearchText
from ombuds.cases.terms import Act, RetentionAct
from ombuds.cases.workflow import CaseAct, State
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now, today
from ombuds.lib.workingdays import add_months
from ombuds.office.models import Office, RetentionRule

KEPT_ENDS = [
    State.CLOSED,
    State.REFUSED,
    State.WITHDRAWN,
    State.REDIRECTED,
    State.TRANSFERRED,
    State.MERGED,
]


def rule_for(case: Case, day: dt.date) -> RetentionRule | None:
    """The retention rule in force on `day` for a case of this kind."""
    rules: list[RetentionRule] = list(case.office.retentionrules.valid_on(day).order_by("-valid_from"))
    return next((rule for rule in rules if not rule.kinds or case.kind in rule.kinds), None)


def end_date(case: Case, rule: RetentionRule) -> dt.date | None:
    """Closed on 1 March 2025 under a rule of ten years: 1 March 2035."""
    return add_months(timezone.localdate(case.closed_at), 12 * rule.years) if case.closed_at else None


def set_end_date(case: Case) -> None:
    """Called when a case ends: the rule of that day sets the date."""
    rule = rule_for(case, today())
    day = end_date(case, rule) if rule else None
    Case.objects.filter(pk=case.pk).update(destroy_on=day, retention_rule=_name(rule) if rule else "")
    case.refresh_from_db(fields=["destroy_on", "retention_rule"])


def _name(rule: RetentionRule) -> str:
    return f"{rule.code}@{rule.valid_from or ''}"[:60]


@dataclass(frozen=True)
class Affected:
    """A case whose end date would change under the rule in force now."""

    case: Case
    before: dt.date | None
    after: dt.date


def policy_change(office: Office, day: dt.date | None = None) -> list[Affected]:
    """The list for the records manager: cases whose date no longer follows the rule in force. Changes nothing."""
    when = day or today()
    found = []
    for case in (
        Case.objects.filter(office=office, state__in=KEPT_ENDS).select_related("office").iterator(2000)
    ):
        rule = rule_for(case, when)
        after = end_date(case, rule) if rule else None
        if after and after != case.destroy_on:
            found.append(Affected(case, case.destroy_on, after))
    return found


def apply_retention(affected: list[Affected], *, actor: User) -> int:
    """The records manager has looked at the list and takes the new dates over."""
    lines = []
    with transaction.atomic():
        for row in sorted(affected, key=lambda row: row.case.pk):
            rule = rule_for(row.case, today())
            name = _name(rule) if rule else ""
            Case.objects.filter(pk=row.case.pk).update(destroy_on=row.after, retention_rule=name)
            dates = {"from": str(row.before or ""), "to": str(row.after)}
            lines.append(Record(RetentionAct.CHANGE, actor, row.case, row.case.pk, dates))
        record_many(lines)  # after all rows: nobody waits in a circle
    return len(affected)


def due_for_destruction(office: Office, day: dt.date | None = None) -> list[Case]:
    """Ended cases past their date, without a legal hold."""
    when = day or today()
    held = Hold.objects.filter(released_at__isnull=True).values("case_id")
    rows = Case.objects.filter(office=office, state__in=[*KEPT_ENDS, State.RETENTION], destroy_on__lte=when)
    return list(rows.exclude(pk__in=held).order_by("destroy_on"))


def place_hold(case: Case, *, actor: User, reason: str) -> Hold:
    """Nothing of the case is destroyed while this stands."""
    if not reason.strip():
        raise Refusal(_("Please say why the case must be kept."))
    with transaction.atomic():
        hold = Hold.objects.create(case=case, reason=reason.strip(), placed_by=actor)
        record(Act.HOLD, actor=actor, subject=hold, case=case)
    return hold


def release_hold(hold: Hold, *, actor: User) -> None:
    """The hold ends; the retention date counts again."""
    with transaction.atomic():
        if Hold.objects.filter(pk=hold.pk, released_at__isnull=True).update(released_at=now()):
            record(Act.RELEASE_HOLD, actor=actor, subject=hold, case=hold.case)


def destroy(case: Case, *, actor: User | Actor, reason: str) -> None:
    """Destroy the content of a case after its date: people, papers, notes, letters. Its number, dates and outcome
    stay for the figures. Rooms above clear their own rows through settings.OMBUDS_ON_DESTROY."""
    from ombuds.cases.services.moving import (
        move,
    )  # moving sets the end date through this module

    with transaction.atomic():
        case.refresh_from_db()  # an earlier attempt may have been rolled back
        if case.state != State.RETENTION:
            move(case, CaseAct.KEEP, actor=actor, reason=reason)
        move(case, CaseAct.DESTROY, actor=actor, reason=reason)
        for path in getattr(settings, "OMBUDS_ON_DESTROY", []):
            import_string(path)(case)
        documents = [paper.document for paper in case.papers.select_related("document")]
        case.papers.all().delete()
        case.parties.all().delete()
        case.notes.all().delete()
        SearchText.objects.filter(case=case).delete()
        case.grievances.update(summary="—", body_as_written="")
        case.transitions.update(reason="")
        Case.objects.filter(pk=case.pk).update(
            subject="—",
            accessibility_needs="",
            interpreter="",
            code_digest="",
            facts_on=None,
        )
        record(
            RetentionAct.DESTROY,
            actor=actor,
            subject=case,
            case=case,
            data={"papers": len(documents)},
        )
        for document in documents:
            document.delete()
            transaction.on_commit(partial(document.file.delete, save=False))
