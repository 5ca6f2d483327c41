"""The plan of an investigation, and what its findings can rest on."""

import datetime as dt

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.services import record
from ombuds.cases.models import Case, CaseDocument
from ombuds.investigations.models import Evidence, Step
from ombuds.investigations.services.permitting import insist_handles
from ombuds.investigations.terms import Act
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today


def add_step(case: Case, *, actor: User, title: str, due_on: dt.date | None = None) -> Step:
    """Put one thing to do on the plan."""
    insist_handles(case, actor)
    with transaction.atomic():
        step = Step.objects.create(case=case, title=title.strip(), due_on=due_on, added_by=actor)
        record(Act.ADD_STEP, actor=actor, subject=step, case=case)
    return step


def finish_step(step: Step, *, actor: User, note: str = "") -> Step:
    """The thing is done; the note says what came of it. Refuses the second time."""
    insist_handles(step.case, actor)
    with transaction.atomic():
        done = Step.objects.filter(pk=step.pk, done_on__isnull=True)
        if not done.update(done_on=today(), done_by=actor, note=note.strip()):
            raise Refusal(_("This step was done already."))
        step.refresh_from_db()
        record(Act.FINISH_STEP, actor=actor, subject=step, case=step.case)
    return step


def add_evidence(
    case: Case,
    *,
    actor: User,
    description: str,
    source: str,
    paper: CaseDocument | None = None,
    dated_on: dt.date | None = None,
) -> Evidence:
    """Give a piece of evidence its number in the case."""
    insist_handles(case, actor)
    if paper is not None and paper.case_id != case.pk:
        raise Refusal(_("This paper belongs to another case."))
    with transaction.atomic():
        Case.objects.select_for_update(no_key=True).get(
            pk=case.pk
        )  # two at once must not get the same number
        last = case.evidence.aggregate(last=Max("number"))["last"] or 0
        evidence = Evidence.objects.create(
            case=case,
            number=last + 1,
            description=description.strip(),
            source=source,
            paper=paper,
            dated_on=dated_on,
            added_by=actor,
        )
        record(Act.ADD_EVIDENCE, actor=actor, subject=evidence, case=case, data={"number": evidence.number})
    return evidence
