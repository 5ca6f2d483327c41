"""An inquiry asks several services at once; each answers for itself on its own page."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.authorities.models import Body
from ombuds.cases.models import Case
from ombuds.correspondence import withheld
from ombuds.correspondence.services import notify_liaison
from ombuds.documents.models import Document
from ombuds.investigations.models import Inquiry, InquiryQuestion
from ombuds.investigations.services.permitting import MayNot
from ombuds.investigations.terms import OVER, Act
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today


class NameWouldShow(Refusal):
    """The words hold a name that the service may not know."""

    template = gettext_lazy(
        "These words hold a name that is withheld from the service in one of the cases. Ask without it."
    )


def ask_services(
    inquiry: Inquiry, *, actor: User, text: str, due_on: dt.date, bodies: Iterable[Body]
) -> list[InquiryQuestion]:
    """One question to each service; its contact person gets a notice. Raises a Refusal; nothing was asked then."""
    if not actor.may(Permission.CASES_CASE_HANDLE):
        raise MayNot()
    chosen = list(bodies)
    if inquiry.state in OVER:
        raise Refusal(gettext_lazy("This inquiry is over."))
    if not text.strip() or not chosen:
        raise Refusal(gettext_lazy("Write what you ask, and choose the services."))
    if due_on <= today():
        raise Refusal(gettext_lazy("The term to answer must end after today."))
    for case in Case.objects.filter(inquiry_links__inquiry=inquiry, name_withheld=True):
        if withheld.find(case, text):
            raise NameWouldShow()
    with transaction.atomic():
        asked = [
            InquiryQuestion.objects.create(
                inquiry=inquiry, body=body, text=text.strip(), due_on=due_on, asked_by=actor
            )
            for body in chosen
        ]
        for question in asked:
            record(Act.ASK_SERVICE, actor=actor, subject=question)
            InquiryQuestion.objects.filter(pk=question.pk).update(was_mailed=_noticed(question, actor))
    return asked


def answer_inquiry(
    question: InquiryQuestion, *, actor: User | Actor, words: str, documents: Iterable[Document] = ()
) -> InquiryQuestion:
    """The service's answer: by itself, or written down by a colleague. Raises a Refusal."""
    if isinstance(actor, User) and not actor.may(Permission.CASES_CASE_HANDLE):
        raise MayNot()
    if not words.strip():
        raise Refusal(gettext_lazy("Write down the answer."))
    with transaction.atomic():
        changed = InquiryQuestion.objects.filter(pk=question.pk, answered_on=None).update(
            answered_on=today(), words=words.strip(), entered_by=actor if isinstance(actor, User) else None
        )
        if not changed:
            raise Refusal(gettext_lazy("This question was answered already."))
        question.refresh_from_db()
        question.documents.set(documents)
        record(Act.SERVICE_ANSWERS, actor=actor, subject=question)
    return question


def _noticed(question: InquiryQuestion, actor: User) -> bool:
    """False where there is no way to send it: the page says so, and a colleague writes or calls."""
    about = f"investigations.inquiryquestion:{question.pk}"
    return notify_liaison(question.body, about=about, words=_words, actor=actor)


def _words(values: dict[str, str]) -> tuple[str, str]:
    return _("We ask your service a question"), _(
        "Good day,\n\n%(office)s does an inquiry and asks your service a question. Read it and answer here:\n"
        "%(address)s\n\nYou need no password: we send a code to this e-mail address."
    ) % values
