"""What goes to the mail server: the letter itself to people, a bare notice for what waits on a secure page."""

import re

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from ombuds.correspondence import links, paper
from ombuds.correspondence.models import Message
from ombuds.correspondence.terms import Delivery, Kind
from ombuds.lib.i18n import pick
from ombuds.office.services import current_office

RULE = "\n\n" + "–" * 40 + "\n\n"


def post(message: Message) -> None:
    """Send it over SMTP. Raises what the mail server raises."""
    subject, body = words(message)
    mail = EmailMessage(
        subject=subject, body=body, to=[message.email],
        headers={"Message-ID": f"<{message.key}@{_domain()}>", "Auto-Submitted": "auto-generated"},
    )  # fmt: skip
    office = message.case.office if message.case else current_office()
    reply_to = office.setting("contact", {}).get("email")
    if reply_to:
        mail.reply_to = [reply_to]
    if message.channel == Delivery.MAIL and message.kind == Kind.LETTER:
        stored = paper.keep(message)
        for document in (stored, *message.attachments.all()):
            with document.file.open("rb") as file:
                mail.attach(document.original_name, file.read(), document.media_type)
    mail.send()


def _domain() -> str:
    return settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"


def words(message: Message) -> tuple[str, str]:
    """Subject and text of the mail. What waits on a secure page is not told here."""
    if message.channel == Delivery.PORTAL:
        return _notice(message)
    texts = list(message.texts.all())
    return message.subject, RULE.join(plain(text.body) for text in texts) + "\n"


def plain(body: str) -> str:
    """The words without the marks of headings and bold print, which a plain mail shows as signs."""
    return re.sub(r"(?m)^#{1,6} +|\*\*|[ ]+$", "", body).strip()


def _notice(message: Message) -> tuple[str, str]:
    languages = [text.language for text in message.texts.all()] or ["nl", "fr"]
    office = message.case.office if message.case else current_office()
    reference = message.case.reference if message.case else ""
    subjects, bodies = [], []
    for language in languages:
        with translation.override(language):
            values = {
                "office": pick(office.names, language),
                "reference": reference,
                "address": address_of(message),
            }
            subjects.append(_("Message about file %(reference)s") % values)
            bodies.append(
                _(
                    "Good day,\n\n%(office)s has put a message for you on a secure page. It is about file "
                    "%(reference)s.\n\nRead it and answer here:\n%(address)s\n\nYou need no password: we send a "
                    "code to this e-mail address. This mail holds no personal data."
                )
                % values
            )
    return " / ".join(dict.fromkeys(subjects)), RULE.join(bodies) + "\n"


def address_of(message: Message) -> str:
    """The page on which the message waits."""
    base = settings.PUBLIC_URL.rstrip("/")
    if message.contact is not None:
        return base + reverse("service:enter", args=[links.token(message.contact)])
    return base + "/"
