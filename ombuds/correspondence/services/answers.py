"""What comes back from a service: answers with papers, and requests for more time."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.authorities.models import Contact
from ombuds.cases import search
from ombuds.cases.models import Case, CaseDocument
from ombuds.cases.services import (
    add_document,
    meet_clock,
    move,
    start_clock,
)
from ombuds.cases.workflow import CaseAct, State
from ombuds.correspondence.models import Answer, Extension, Question
from ombuds.correspondence.services.drafting import DraftText, notice
from ombuds.correspondence.services.questions import (
    ASKED,
    due_of,
    liaison,
    open_questions,
)
from ombuds.correspondence.services.sending import send
from ombuds.correspondence.terms import Act
from ombuds.documents.models import Document
from ombuds.documents.services import store
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean
from ombuds.lib.today import now, today
from ombuds.lib.workingdays import DAY

LONGEST_EXTENSION = 120


class Withdrawn(Refusal):
    template = _("We do not need an answer to this question any more.")


def answer(
    question: Question,
    *,
    actor: User | Actor,
    text: str,
    files: Sequence[Any] = (),
    contact: Contact | None = None,
) -> Answer:
    """Keep an answer; the first one stops the clock, and the case moves on when nothing else is open. Raises a Refusal."""
    text = clean(text).strip()
    if question.withdrawn_at is not None:
        raise Withdrawn()
    if not text and not files:
        raise Refusal(_("Write an answer or add a file."))
    with transaction.atomic():
        documents = keep_files(question.case, files, actor, CaseDocument.Source.SERVICE, question)
        given = Answer.objects.create(
            question=question, text=text, at=now(), contact=contact,
            entered_by=actor if isinstance(actor, User) else None,
        )  # fmt: skip
        given.files.set(documents)
        search.index_text(question.case, f"correspondence.answer:{given.pk}", text)
        record(Act.ANSWER, actor=actor, subject=given, case=question.case, data={"files": len(documents)})
        first = Question.objects.filter(pk=question.pk, answered_at__isnull=True).update(answered_at=given.at)
        question.refresh_from_db()
        if first:
            meet_clock(question.case, about=question.about)
            question.extensions.filter(decided_at__isnull=True).update(decided_at=now(), granted=False)
            if question.case.state == State.AWAITING_SERVICE and not open_questions(question.case):
                move(question.case, CaseAct.SERVICE_ANSWERED, actor=actor)
    return given


def keep_files(
    case: Case, files: Sequence[Any], actor: User | Actor, source: str, question: Question | None = None
) -> list[Document]:
    """Store all of them or none: the sender gets one sentence per refused file and can try again."""
    kept, sentences = [], []
    for file in files:
        try:
            document = store(file, actor=actor)
        except Refusal as refusal:
            sentences.append(refusal.sentence)
            continue
        kept.append(document)
    if sentences:
        raise Refusal(" ".join(sentences))
    shown = question.body if question else None
    for document in kept:
        add_document(
            case, document, actor=actor, source=source, title=document.original_name[:200], shown_to_service=shown,
            shown_to_complainant=source == CaseDocument.Source.COMPLAINANT,
        )  # fmt: skip
    return kept


def ask_extension(question: Question, *, contact: Contact | None, until: dt.date, reason: str) -> Extension:
    """The service asks for more time. Raises a Refusal."""
    if not question.is_open:
        raise Refusal(_("This question is not open any more."))
    if not reason.strip():
        raise Refusal(_("Say why you need more time."))
    due = due_of(question)
    if until <= today() or (due is not None and until <= due):
        raise Refusal(_("Ask for a day after the one on which the answer is due."))
    if until > today() + LONGEST_EXTENSION * DAY:
        raise Refusal(_("This is too far away. Call the handler to agree on a day."))
    try:
        with transaction.atomic():
            asked = Extension.objects.create(
                question=question, until=until, reason=clean(reason).strip(), asked_at=now(), contact=contact
            )
            record(Act.EXTENSION_ASKED, actor=Actor.SERVICE, subject=asked, case=question.case)
    except IntegrityError as twice:
        raise Refusal(_("You have asked for more time already; the handler will answer.")) from twice
    return asked


def decide_extension(
    extension: Extension, *, actor: User, granted: bool, reply: str = "", until: dt.date | None = None
) -> None:
    """Grant or deny; the contact person gets a word of it. Raises a Refusal."""
    question = extension.question
    day = until or extension.until
    if granted and day <= today():
        raise Refusal(_("Give the service a day in the future."))
    if not granted and not reply.strip():
        raise Refusal(_("Say why you do not give more time."))
    with transaction.atomic():
        changed = Extension.objects.filter(pk=extension.pk, decided_at__isnull=True).update(
            granted=granted, reply=clean(reply).strip(), decided_at=now(), decided_by=actor, until=day
        )
        if not changed or not question.is_open:
            raise Refusal(_("This request has been dealt with already."))
        if granted:
            meet_clock(question.case, about=question.about)
            start_clock(question.case, ASKED, about=question.about, due_on=day)
            Question.objects.filter(pk=question.pk).update(due_on=day, reminded_at=None, escalated_at=None)
            question.refresh_from_db()
        extension.refresh_from_db()
        record(Act.EXTEND, actor=actor, subject=extension, case=question.case, data={"granted": granted})
        _tell(extension, actor)


def _tell(extension: Extension, actor: User) -> None:
    question = extension.question
    with translation.override(question.language):
        day = date_format(extension.until, "j F Y")
        values = {"day": day, "reference": question.case.reference, "reply": extension.reply}
        body = (
            __(
                "You asked for more time for your answer in file %(reference)s. You have until %(day)s.\n\n%(reply)s"
            )
            if extension.granted
            else __(
                "You asked for more time for your answer in file %(reference)s. We cannot agree:\n\n%(reply)s"
            )
        ) % values
        text = DraftText(question.language, __("Your request for more time"), body.strip())
    addressee = liaison(question.body)
    message = notice(
        question.case,
        actor=actor,
        body=question.body,
        addressee=addressee,
        texts=[text],
        about=question.about,
    )
    send(message, actor=actor)
