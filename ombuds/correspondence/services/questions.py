"""Questions to a service: asked with a term, reminded, brought to its head, or taken back."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.authorities.models import Body, Contact
from ombuds.cases.models import Case
from ombuds.cases.services import meet_clock, move, start_clock
from ombuds.cases.workflow import CaseAct, State, move_for
from ombuds.correspondence import withheld
from ombuds.correspondence.addressees import Addressee, bodies_of, by_purpose
from ombuds.correspondence.models import Message, Question
from ombuds.correspondence.services.drafting import languages_for
from ombuds.correspondence.services.sending import send_letter
from ombuds.correspondence.terms import Act, Audience
from ombuds.documents.models import Document
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean
from ombuds.lib.today import now, today

ASKED = "service_answer"
REMINDED = "service_reminder"


class NotInTreatment(Refusal):
    template = _("Questions are asked while the case is in treatment. It stands at “%(state)s”.")


class NotOpen(Refusal):
    template = _("This question is not open any more.")


def liaison(body: Body) -> Addressee:
    """Who answers the ombudsman at this body."""
    purpose = Contact.Purpose
    return by_purpose(body, purpose.LIAISON, purpose.FIRST_LINE, purpose.GENERAL)


def due_of(question: Question) -> dt.date | None:
    """The day that counts now: of the running clock, which extensions and suspensions move."""
    clock = (
        question.case.clocks.filter(about=question.about, met_on__isnull=True, cancelled=False)
        .order_by("-pk")
        .first()
    )
    return clock.due_on if clock else question.due_on


def ask(
    case: Case,
    *,
    actor: User,
    body: Body,
    text: str,
    shown: Sequence[Document] = (),
    due_on: dt.date | None = None,
    binding: bool = False,
    letter: str = "L13",
) -> Question:
    """T11: the question goes out with its letter, and its clock starts. Raises a Refusal."""
    _check(case, body, text, due_on)
    withheld.check(case, Audience.SERVICE, text, papers=shown)
    text = clean(text).strip()
    with transaction.atomic():
        addressee = liaison(body)
        languages = languages_for(case, addressee)
        question = Question.objects.create(
            case=case,
            body=body,
            text=text,
            language=languages[0],
            binding=binding,
            asked_at=now(),
            asked_by=actor,
        )
        question.shown.set(shown)
        case.papers.filter(document__in=shown).update(shown_to_service=body)
        clock = start_clock(case, ASKED, about=question.about, due_on=due_on)
        question.due_on = clock.due_on if clock else due_on
        question.save(update_fields=["due_on"])
        if case.state != State.AWAITING_SERVICE:
            move(case, CaseAct.ASK_SERVICE, actor=actor)
        record(Act.ASK, actor=actor, subject=question, case=case)
        _letter(question, letter, actor, addressee, shown)
    return question


def _check(case: Case, body: Body, text: str, due_on: dt.date | None) -> None:
    if case.state != State.AWAITING_SERVICE and move_for(case.state, CaseAct.ASK_SERVICE) is None:
        raise NotInTreatment(state=State(case.state).label)
    if body not in bodies_of(case):
        raise Refusal(_("This service has no part in the case. Add it to a grievance first."))
    if not text.strip():
        raise Refusal(_("Write what you ask."))
    if due_on is not None and due_on <= today():
        raise Refusal(_("Give the service a day in the future."))


def _letter(
    question: Question, code: str, actor: User | Actor, addressee: Addressee, papers: Sequence[Document] = ()
) -> Message:
    extra = {"questions": question.text, "due_on": due_of(question), "body_name": question.body.names}
    return send_letter(
        question.case,
        code,
        actor=actor,
        addressee=addressee,
        extra=extra,
        about=question.about,
        attachments=papers,
    )


def remind(question: Question, *, actor: User | Actor) -> bool:
    """L14, once by itself; a new term starts. False when it had been sent already."""
    if not question.is_open:
        raise NotOpen()
    with transaction.atomic():
        if not Question.objects.filter(pk=question.pk, reminded_at__isnull=True).update(reminded_at=now()):
            return False
        meet_clock(question.case, ASKED, about=question.about)
        start_clock(question.case, REMINDED, about=question.about)
        question.refresh_from_db()
        record(Act.REMIND, actor=actor, subject=question, case=question.case)
        _letter(question, "L14", actor, liaison(question.body))
    return True


def escalate(question: Question, *, actor: User | Actor) -> bool:
    """L15, to the head of the service. False when it had been done already."""
    if not question.is_open:
        raise NotOpen()
    with transaction.atomic():
        if not Question.objects.filter(pk=question.pk, escalated_at__isnull=True).update(escalated_at=now()):
            return False
        question.refresh_from_db()
        record(Act.ESCALATE, actor=actor, subject=question, case=question.case)
        purpose = Contact.Purpose
        _letter(
            question, "L15", actor, by_purpose(question.body, purpose.HEAD, purpose.GENERAL, purpose.LIAISON)
        )
    return True


def withdraw_question(question: Question, *, actor: User, reason: str) -> None:
    """The answer is not needed any more. Raises a Refusal."""
    if not reason.strip():
        raise Refusal(_("Say why the question is taken back."))
    with transaction.atomic():
        rows = Question.objects.filter(pk=question.pk, answered_at__isnull=True, withdrawn_at__isnull=True)
        if not rows.update(withdrawn_at=now()):
            raise NotOpen()
        question.refresh_from_db()
        meet_clock(question.case, about=question.about)
        record(Act.WITHDRAW_QUESTION, actor=actor, subject=question, case=question.case)
        if question.case.state == State.AWAITING_SERVICE and not open_questions(question.case):
            move(question.case, CaseAct.ANALYSE, actor=actor, reason=reason)


def open_questions(case: Case) -> bool:
    """Does the case still wait for a service?"""
    return case.questions.filter(answered_at__isnull=True, withdrawn_at__isnull=True).exists()
