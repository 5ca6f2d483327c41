"""Work for the queue. A task knows the number of a message and nothing else."""

import logging
import smtplib

from django.db import transaction
from django.db.models import F
from django_tasks import task

from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.correspondence import mailing
from ombuds.correspondence.models import Message
from ombuds.correspondence.terms import Act, Kind, State
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now

logger = logging.getLogger(__name__)


@task()
def deliver(message_pk: int) -> None:
    """Hand one message to the mail server. Two workers never send it twice: the state is taken first."""
    if not Message.objects.filter(pk=message_pk, state=State.QUEUED).update(
        state=State.SENDING, tries=F("tries") + 1
    ):
        return
    message = Message.objects.get(pk=message_pk)
    try:
        mailing.post(message)
    except (OSError, smtplib.SMTPException, Refusal, ValueError) as problem:
        # The class of the problem only: a server's answer repeats the address.
        logger.warning("message %s not delivered: %s", message_pk, type(problem).__name__)
        _failed(message, type(problem).__name__)
        return
    with transaction.atomic():
        Message.objects.filter(pk=message_pk).update(state=State.SENT, sent_at=now(), problem="")
        if message.kind == Kind.CODE:
            message.texts.update(body="")  # the code has gone; only its digest stays
        record(Act.SENT, actor=Actor.SYSTEM, subject=message, case=message.case)


def _failed(message: Message, problem: str) -> None:
    with transaction.atomic():
        Message.objects.filter(pk=message.pk).update(state=State.FAILED, problem=problem[:40])
        record(
            Act.FAIL, actor=Actor.SYSTEM, subject=message, case=message.case, data={"problem": problem[:40]}
        )
