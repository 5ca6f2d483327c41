"""The way in for contact persons of services: a signed link, then a one-time code. No second password."""

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.authorities.models import Contact
from ombuds.correspondence.links import contacts_with, token
from ombuds.correspondence.models import EntryCode, Message, MessageText
from ombuds.correspondence.services.sending import send
from ombuds.correspondence.terms import Act, Audience, Delivery, Kind, State
from ombuds.lib import tokens
from ombuds.lib.errors import Refusal
from ombuds.lib.i18n import pick
from ombuds.lib.today import now
from ombuds.office.services import current_office

PURPOSE = "service-code"
CODE_MINUTES = 15
TRIES = 5
CODES_PER_HOUR = 5


class CodeWrong(Refusal):
    template = gettext_lazy(
        "This code is not right, or it is too old. Look at the last mail, or ask for a new code."
    )


class TooManyCodes(Refusal):
    template = gettext_lazy("Too many codes were asked for. Wait an hour, or call us.")


def send_code(contact: Contact) -> None:
    """Mail a one-time code to the address that we know. Raises TooManyCodes."""
    moment = now()
    recent = EntryCode.objects.filter(contact=contact, made_at__gt=moment - dt.timedelta(hours=1))
    if recent.count() >= CODES_PER_HOUR:
        raise TooManyCodes()
    code = tokens.new_code(groups=2, size=4)
    with transaction.atomic():
        made = EntryCode.objects.create(
            contact=contact, digest=tokens.digest(code, PURPOSE), made_at=moment,
            expires_at=moment + dt.timedelta(minutes=CODE_MINUTES),
        )  # fmt: skip
        record(Act.CODE_SENT, actor=Actor.SERVICE, subject=made)
        _mail(contact, "code", {"code": code})


def send_links(email: str) -> None:
    """Mail a new link to every contact with this address; nobody learns whether there is one."""
    for contact in contacts_with(email):
        _mail(
            contact,
            "link",
            {"address": settings.PUBLIC_URL.rstrip("/") + "/service/enter/" + token(contact) + "/"},
        )


def _mail(contact: Contact, what: str, values: dict[str, str]) -> None:
    message = Message.objects.create(
        kind=Kind.CODE, audience=Audience.SERVICE, body=contact.body, contact=contact, email=contact.email,
        sent_to=pick(contact.body.names), channel=Delivery.MAIL, state=State.DRAFT, created_at=now(),
    )  # fmt: skip
    office = current_office()
    languages = (
        [contact.language]
        if contact.language in ("nl", "fr", "en")
        else office.setting("unknown_language_letters")
    )
    for order, language in enumerate(languages or ["nl"]):
        with translation.override(language):
            subject, body = _words(
                what, {**values, "office": pick(office.names, language), "minutes": CODE_MINUTES}
            )
        MessageText.objects.create(
            message=message, language=language, subject=subject, body=body, order=order
        )
    send(message, actor=Actor.SERVICE)


def _words(what: str, values: dict[str, object]) -> tuple[str, str]:
    if what == "link":
        return _("Your link to the secure page"), _(
            "You asked %(office)s for a link to the secure page for public services:\n%(address)s\n\n"
            "You did not ask for this? Then do nothing."
        ) % values
    return _("Your code for the secure page"), _(
        "Your code for the secure page of %(office)s: %(code)s\n\nIt works for %(minutes)s minutes, once. "
        "We never ask for it by telephone."
    ) % values


def check_code(contact: Contact, typed: str) -> None:
    """Use up the code. Wrong, old and never sent look the same and take the same work. Raises CodeWrong."""
    moment = now()
    made = EntryCode.objects.filter(contact=contact).order_by("-made_at", "-pk").first()
    right = tokens.matches(typed[:100], made.digest if made else "0" * 64, PURPOSE)
    if made is None or made.used_at or made.expires_at < moment or made.tries >= TRIES or not right:
        if made is not None:
            EntryCode.objects.filter(pk=made.pk).update(tries=F("tries") + 1)
            record(Act.CODE_FAILED, actor=Actor.SERVICE, subject=made)
        raise CodeWrong()
    if not EntryCode.objects.filter(pk=made.pk, used_at__isnull=True, tries__lt=TRIES).update(used_at=moment):
        raise CodeWrong()
    record(Act.CODE_USED, actor=Actor.SERVICE, subject=made)
