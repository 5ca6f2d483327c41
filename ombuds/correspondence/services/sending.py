"""A draft leaves: frozen, put on paper, queued for the mail server in the same transaction."""

import logging

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.cases import search
from ombuds.cases.models import Case
from ombuds.cases.services import meet_clock
from ombuds.correspondence import paper, withheld
from ombuds.correspondence.addressees import NOBODY, possible
from ombuds.correspondence.models import Message
from ombuds.correspondence.services.drafting import NotADraft, draft
from ombuds.correspondence.tasks import deliver
from ombuds.correspondence.terms import Act, Audience, Delivery, Kind, State
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now

logger = logging.getLogger(__name__)


class Unfilled(Refusal):
    template = _("Fill in the places between ⟦ and ⟧ first, or take them out.")


class Empty(Refusal):
    template = _("There is no text to send.")


class NoAddress(Refusal):
    template = _("There is no e-mail address for this addressee. Choose the post, or add the address first.")


class NoEnvelope(Refusal):
    template = _("Write name and address of the addressee as they must stand on the envelope.")


class NotByMail(Refusal):
    template = _(
        "A letter to a service does not go by e-mail: it speaks of a person, and mail can be read on its way. "
        "Choose the secure page or the post."
    )


class NoMailServer(Refusal):
    template = _(
        "This installation has no mail server yet, so nothing can be sent by e-mail. Choose the post."
    )


def send(message: Message, *, actor: User | Actor) -> Message:
    """Freeze the words and let them go. Raises a Refusal; nothing changed then."""
    _check(message)
    with transaction.atomic():
        moment = now()
        if not Message.objects.filter(pk=message.pk, state=State.DRAFT).update(
            state=State.QUEUED, queued_at=moment
        ):
            raise NotADraft()
        message.refresh_from_db()
        if message.case is not None:
            for text in message.texts.all():
                search.index_text(
                    message.case, f"correspondence.message:{message.pk}:{text.language}", text.body
                )
        record(Act.SEND, actor=actor, subject=message, case=message.case, data={"letter": message.letter})
        if message.channel == Delivery.POST:
            paper.keep(message)
        else:
            _let_go(message)
        if message.letter == "L1" and message.case is not None:
            meet_clock(message.case, "ack")
    return message


def _check(message: Message) -> None:
    texts = list(message.texts.all())
    if not any(text.body.strip() for text in texts):
        raise Empty()
    if any("⟦" in text.body + text.subject for text in texts):
        raise Unfilled()
    outside = message.body_id is not None or message.audience != Audience.COMPLAINANT
    if message.kind == Kind.LETTER and message.channel == Delivery.MAIL and outside:
        raise NotByMail()
    if message.channel in (Delivery.MAIL, Delivery.PORTAL):
        if not message.email:
            raise NoAddress()
        if not settings.MAIL_URL and not settings.DEMO:
            raise NoMailServer()
    if message.channel == Delivery.POST and not message.sent_to.strip():
        raise NoEnvelope()
    if message.case is not None:
        words = [word for text in texts for word in (text.subject, text.body)]
        # Whatever the letter was meant for: what goes to a body goes to a service.
        reader = (
            Audience.SERVICE
            if message.body and message.audience == Audience.COMPLAINANT
            else message.audience
        )
        withheld.check(message.case, reader, *words, message.sent_to, papers=message.attachments.all())


def _let_go(message: Message) -> None:
    """To the mail server through the queue; without one (demo) into the outbox page, which says so."""
    if settings.MAIL_URL:
        deliver.enqueue(message.pk)
        return
    Message.objects.filter(pk=message.pk).update(state=State.SENT, sent_at=now(), simulated=True)
    message.refresh_from_db()


def retry(message: Message, *, actor: User | Actor) -> None:
    """Try once more to deliver what failed. Raises a Refusal."""
    with transaction.atomic():
        changed = Message.objects.filter(pk=message.pk, state=State.FAILED).update(
            state=State.QUEUED, problem=""
        )
        if not changed:
            raise Refusal(_("Only what was not delivered can be tried again."))
        record(Act.RETRY, actor=actor, subject=message, case=message.case)
        _let_go(message)


def posted(message: Message, *, actor: User) -> None:
    """The printed letter is in the letter box. Raises a Refusal."""
    with transaction.atomic():
        changed = Message.objects.filter(pk=message.pk, state=State.QUEUED, channel=Delivery.POST).update(
            state=State.SENT, sent_at=now()
        )
        if not changed:
            raise Refusal(_("This letter is not waiting for the post."))
        record(Act.SENT, actor=actor, subject=message, case=message.case)


def send_letter(case: Case, code: str, *, actor: User | Actor, **fields: object) -> Message:
    """Draft and send in one go: for letters that go out by themselves. Raises a Refusal."""
    with transaction.atomic():
        return send(draft(case, code, actor=actor, **fields), actor=actor)  # type: ignore[arg-type]  # those of draft()


def acknowledge(case: Case) -> Message | None:
    """L1, once per case, to whoever can be reached. Called when a case is registered (settings.OMBUDS_ON_RECEIPT)."""
    if case.messages.filter(letter="L1").exclude(state=State.DROPPED).exists():
        return None
    addressee = next(iter(possible(case, Audience.COMPLAINANT)), NOBODY)
    if not addressee.email and not addressee.lines:
        return None  # an anonymous complaint, or a phone call without an address: nobody to write to
    try:
        return send_letter(case, "L1", actor=Actor.SYSTEM, addressee=addressee)
    except Refusal as refusal:
        # The complaint is registered; a letter that cannot go must not look like a complaint that was lost.
        logger.warning("case %s: acknowledgement not sent: %s", case.pk, type(refusal).__name__)
        return draft(case, "L1", actor=Actor.SYSTEM, addressee=addressee)


def is_readable(message: Message) -> bool:
    """May staff read the words? One-time codes only where there is no mail server to bring them."""
    return message.kind != Kind.CODE or message.simulated
