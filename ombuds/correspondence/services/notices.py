"""A bare notice to the contact person of a service: something waits on the secure page. It belongs to no case."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.authorities.models import Body, Contact
from ombuds.correspondence.links import token
from ombuds.correspondence.models import Message, MessageText
from ombuds.correspondence.services.sending import send
from ombuds.correspondence.terms import Audience, Delivery, Kind, State
from ombuds.lib.errors import Refusal
from ombuds.lib.i18n import pick
from ombuds.lib.today import now
from ombuds.office.services import current_office

Words = Callable[[dict[str, str]], tuple[str, str]]
logger = logging.getLogger(__name__)


def notify_liaison(body: Body | None, *, about: str, words: Words, actor: User | Actor) -> bool:
    """Tell the contact person of a service, if there is one. False where there is no way to send it: then the page
    says so, and a colleague writes or calls. As in `notify`, the words tell nothing of a person or a case.
    """
    contact = Contact.objects.filter(body=body, purpose=Contact.Purpose.LIAISON).exclude(email="").first()
    if contact is None or not (settings.MAIL_URL or settings.DEMO):
        return False
    try:
        notify(contact, about=about, words=words, actor=actor)
    except Refusal as refusal:
        logger.warning("%s: no notice sent: %s", about, type(refusal).__name__)
        return False
    return True


def notify(contact: Contact, *, about: str, words: Words, actor: User | Actor) -> Message:
    """Send it. `words` gets the office's name and the address of the page, and gives subject and text. Raises a Refusal.

    Whoever calls sees to it that the words tell nothing of a person or a case: mail can be read on its way.
    """
    office = current_office()
    known = contact.language in ("nl", "fr", "en")
    languages = [contact.language] if known else office.setting("unknown_language_letters") or ["nl"]
    address = settings.PUBLIC_URL.rstrip("/") + reverse("service:enter", args=[token(contact)])
    with transaction.atomic():
        message = Message.objects.create(
            kind=Kind.NOTICE, audience=Audience.SERVICE, body=contact.body, contact=contact, email=contact.email,
            sent_to=pick(contact.body.names), channel=Delivery.MAIL, state=State.DRAFT, about=about, created_at=now(),
        )  # fmt: skip
        for order, language in enumerate(languages):
            with translation.override(language):
                subject, body = words({"office": pick(office.names, language), "address": address})
            MessageText.objects.create(
                message=message, language=language, subject=subject, body=body, order=order
            )
        return send(message, actor=actor)
