"""After it is issued: the answer, what we found, the status, and the term that runs out."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.documents.models import Document
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today
from ombuds.office.models import Office
from ombuds.recommendations.models import Answer, Change, Recommendation
from ombuds.recommendations.services.effects import measure_again
from ombuds.recommendations.services.permitting import insist
from ombuds.recommendations.services.reminders import remind
from ombuds.recommendations.services.statuses import set_status, write_change
from ombuds.recommendations.terms import Act, OmbudsmanFinds, ServiceSays, Status
from ombuds.recommendations.workflow import OPEN_ANSWER, may_follow, was_issued

STATUS_OF_ANSWER = {
    ServiceSays.ACCEPTED: Status.ACCEPTED,
    ServiceSays.PARTLY_ACCEPTED: Status.PARTLY_ACCEPTED,
    ServiceSays.REJECTED: Status.REJECTED_WITH_REASONS,
    ServiceSays.IN_EXECUTION: Status.ACCEPTED,
    ServiceSays.IMPLEMENTED: Status.ACCEPTED,
}
STATUS_OF_FINDING = {
    OmbudsmanFinds.IN_EXECUTION: Status.IN_EXECUTION,
    OmbudsmanFinds.IMPLEMENTED: Status.IMPLEMENTED,
    OmbudsmanFinds.PARTLY_IMPLEMENTED: Status.PARTLY_IMPLEMENTED,
    OmbudsmanFinds.NOT_IMPLEMENTED: Status.NOT_IMPLEMENTED,
    OmbudsmanFinds.OVERTAKEN: Status.OVERTAKEN_BY_EVENTS,
}


def record_answer(
    recommendation: Recommendation,
    *,
    actor: User | Actor,
    answered_on: dt.date,
    says: str,
    words: str,
    documents: Iterable[Document] = (),
) -> Answer:
    """What the addressee answered. It says so: whether it is true is another act. The addressee itself can do it."""
    if isinstance(actor, User):
        insist(actor)
    by = actor if isinstance(actor, User) else None
    if not was_issued(recommendation.status):
        raise Refusal(_("This recommendation is not issued yet."))
    if recommendation.issued_on and not recommendation.issued_on <= answered_on <= today():
        raise Refusal(_("The answer must be dated between the day of issue and today."))
    if not words.strip():
        raise Refusal(_("Write down what the addressee answered."))
    with transaction.atomic():
        answer = Answer.objects.create(
            recommendation=recommendation,
            answered_on=answered_on,
            says=says,
            words=words.strip(),
            entered_by=by,
        )
        answer.documents.set(documents)
        before = recommendation.service_says
        Recommendation.objects.filter(pk=recommendation.pk).update(service_says=says)
        write_change(recommendation, Change.What.SERVICE_SAYS, before, says, actor=by, on=answered_on)
        recommendation.refresh_from_db()
        status = STATUS_OF_ANSWER[ServiceSays(says)]
        if recommendation.status in OPEN_ANSWER and may_follow(recommendation.status, status):
            set_status(recommendation, status, actor=by, on=answered_on)
        record(Act.ANSWER, actor=actor, subject=recommendation, data={"says": says})
    return answer


def record_finding(
    recommendation: Recommendation,
    *,
    actor: User,
    finds: str,
    note: str,
    on: dt.date | None = None,
    evidence: Iterable[Document] = (),
) -> Change:
    """What we established ourselves, with proof."""
    insist(actor)
    if not was_issued(recommendation.status):
        raise Refusal(_("This recommendation is not issued yet."))
    if not note.strip():
        raise Refusal(_("Say how you know."))
    with transaction.atomic():
        before = recommendation.ombudsman_finds
        Recommendation.objects.filter(pk=recommendation.pk).update(ombudsman_finds=finds)
        recommendation.refresh_from_db()
        change = write_change(
            recommendation,
            Change.What.OMBUDSMAN_FINDS,
            before,
            finds,
            actor=actor,
            on=on,
            note=note,
            evidence=evidence,
        )
        status = STATUS_OF_FINDING.get(OmbudsmanFinds(finds))
        if status and status != recommendation.status and may_follow(recommendation.status, status):
            set_status(recommendation, status, actor=actor, on=on)
        record(Act.FIND, actor=actor, subject=recommendation, data={"finds": finds})
    return change


def change_status(
    recommendation: Recommendation,
    *,
    actor: User,
    status: str,
    note: str,
    on: dt.date | None = None,
    evidence: Iterable[Document] = (),
) -> Change:
    """Any other step of the table, with its reason. Issuing has a verb of its own."""
    insist(actor)
    if status == Status.ISSUED:
        raise Refusal(_("Issuing is the ombudsman's act."))
    if not note.strip():
        raise Refusal(_("Say why."))
    with transaction.atomic():
        change = set_status(recommendation, status, actor=actor, on=on, note=note, evidence=evidence)
        record(Act.CHANGE_STATUS, actor=actor, subject=recommendation, data={"status": status})
    return change


def tick(office: Office, day: dt.date) -> int:
    """Terms that are over: “answer due” on the last day, “no answer” 30 days later; reminders; effects a month older.

    Twice a day changes nothing more.
    """
    changed = 0
    steps = [(Status.ISSUED, Status.ANSWER_DUE, 0), (Status.ANSWER_DUE, Status.NO_ANSWER, 30)]
    for before, after, grace in steps:
        limit = day - dt.timedelta(days=grace)
        for found in Recommendation.objects.filter(office=office, status=before, answer_due_on__lt=limit):
            with transaction.atomic():
                set_status(found, after, actor=None, on=day)
                record(Act.TICK, actor=Actor.SYSTEM, subject=found, data={"status": str(after)})
            changed += 1
    return changed + remind(office, day) + measure_again(office, day)
