"""Asking a service to put it right, and following that until we have checked it ourselves."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.authorities.models import Body
from ombuds.cases.models import Case, CaseDocument, Grievance
from ombuds.cases.services import add_document, change_case, meet_clock, move, start_clock
from ombuds.cases.terms import Result
from ombuds.cases.workflow import CaseAct, State
from ombuds.correspondence import withheld
from ombuds.correspondence.terms import Audience
from ombuds.documents.services import store
from ombuds.investigations import rules
from ombuds.investigations.models import Remedy
from ombuds.investigations.services.permitting import insist_handles
from ombuds.investigations.terms import Act, RemedyChecked
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today


def clock_name(remedy: Remedy) -> str:
    return f"investigations.remedy:{remedy.pk}"


def request_remedy(
    case: Case, *, actor: User, body: Body, asked: str, due_on: dt.date, grievance: Grievance | None = None
) -> Remedy:
    """Ask the service to put something right by a day (T17)."""
    insist_handles(case, actor)
    if case.state not in (State.CONCLUDED, State.AWAITING_REMEDY):
        raise Refusal(_("A remedy is asked when the case is concluded."))
    if due_on < today():
        raise Refusal(_("Give the service a day that is still to come."))
    if not case.grievances.filter(body=body).exists():
        raise Refusal(_("No grievance of this case is about this service."))
    withheld.check(case, Audience.SERVICE, asked)  # the service reads these words on its page
    with transaction.atomic():
        remedy = Remedy.objects.create(
            case=case,
            body=body,
            grievance=grievance,
            asked=asked.strip(),
            asked_on=today(),
            due_on=due_on,
            asked_by=actor,
        )
        start_clock(case, "remedy", due_on=due_on, about=clock_name(remedy))
        if case.state == State.CONCLUDED:
            move(case, CaseAct.REQUEST_REMEDY, actor=actor)
        record(
            Act.REQUEST_REMEDY, actor=actor, subject=remedy, case=case, data={"due_on": due_on.isoformat()}
        )
    return remedy


def record_service_word(
    remedy: Remedy,
    *,
    actor: User | Actor,
    says: str,
    words: str,
    on: dt.date | None = None,
    proof: Iterable[UploadedFile[Any]] = (),
) -> Remedy:
    """What the service says of it, with the papers that it sends. A word is no proof: the check is another act."""
    if isinstance(actor, User):
        insist_handles(remedy.case, actor)
    day = on or today()
    if day > today():
        raise Refusal(_("The day of the answer lies in the future."))
    remedy.service_says, remedy.service_words, remedy.service_said_on = says, words.strip(), day
    with transaction.atomic():
        remedy.save(update_fields=["service_says", "service_words", "service_said_on"])
        for upload in proof:
            document = store(upload, actor=actor)
            add_document(
                remedy.case,
                document,
                actor=actor,
                source=CaseDocument.Source.SERVICE,
                shown_to_service=remedy.body,
            )
        record(Act.RECORD_SERVICE_WORD, actor=actor, subject=remedy, case=remedy.case, data={"says": says})
    return remedy


def check_remedy(
    remedy: Remedy,
    *,
    actor: User,
    checked: str,
    note: str,
    remedied: str = "",
    proof: Iterable[CaseDocument] = (),
) -> Remedy:
    """What we found, and how. The result of the case follows from its checked remedies."""
    case, papers = remedy.case, list(proof)
    insist_handles(case, actor)
    if not note.strip():
        raise Refusal(_("Say how you checked it."))
    if any(paper.case_id != case.pk for paper in papers):
        raise Refusal(_("This paper belongs to another case."))
    put_right = checked in (RemedyChecked.DONE, RemedyChecked.PARTLY)
    if put_right and not remedied:
        raise Refusal(_("Say whether it was put right before or after we stepped in."))
    remedy.checked, remedy.check_note = checked, note.strip()
    remedy.checked_on, remedy.checked_by = today(), actor
    remedy.remedied = remedied if put_right else ""
    with transaction.atomic():
        remedy.save(update_fields=["checked", "check_note", "checked_on", "checked_by", "remedied"])
        remedy.proof.set(papers)
        meet_clock(case, "remedy", about=clock_name(remedy))
        record(Act.CHECK_REMEDY, actor=actor, subject=remedy, case=case, data={"checked": checked})
        _update_result(case, actor)
    return remedy


def _update_result(case: Case, actor: User) -> None:
    """Reconciled stays reconciled: both sides said so, and that is more than a repair."""
    remedies = list(case.remedies.all())
    result = rules.from_remedies([remedy.checked for remedy in remedies])
    if not result or case.result == Result.RECONCILED:
        return
    changes: dict[str, Any] = {"result": result}
    if remedied := next((r.remedied for r in remedies if r.remedied), ""):
        changes["remedied"] = remedied
    change_case(case, actor=actor, **changes)
