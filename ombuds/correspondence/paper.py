"""The PDF of a letter: for post, as attachment, and to look at before it goes."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ombuds.audit.models import Actor
from ombuds.cases import services as cases
from ombuds.cases.models import CaseDocument
from ombuds.correspondence.models import Message
from ombuds.correspondence.terms import Audience
from ombuds.documents.models import Document
from ombuds.documents.services import store_bytes
from ombuds.lib.errors import Refusal
from ombuds.lib.i18n import pick
from ombuds.lib.pdf import LetterData, PdfError, letter
from ombuds.lib.today import today
from ombuds.office.services import current_office


def render(message: Message) -> bytes:
    """The pages as they would be printed now; each language on pages of its own. Raises PdfError."""
    first, *others = [_data(message, text.language, text.subject, text.body) for text in message.texts.all()]
    return letter(first, *others)


def _data(message: Message, language: str, subject: str, body: str) -> LetterData:
    office = message.case.office if message.case else current_office()
    contact = office.setting("contact", {})
    name = pick(office.names, language)
    lines = (pick(contact.get("address"), language), contact.get("phone", ""), contact.get("email", ""))
    papers = message.attachments.all() if message.pk else []
    return LetterData(
        language=language or "nl",
        sender=name,
        sender_lines=tuple(line for line in lines if line),
        addressee=tuple(line for line in message.sent_to.splitlines() if line.strip()) or ("—",),
        place=pick(office.setting("place", {}), language),
        date=timezone.localdate(message.sent_at) if message.sent_at else today(),
        reference=message.case.reference if message.case else "",
        subject=subject,
        body=body,
        enclosures=tuple(paper.original_name for paper in papers),
        footer=tuple(line for line in (name, contact.get("url", "")) if line),
    )


class NotPrintable(Refusal):
    """Signs that no typeface of ours has."""

    template = _("This letter cannot be put on paper: it holds signs that our typefaces do not have.")


def keep(message: Message) -> Document:
    """The stored PDF, made on first need from the frozen words. Raises NotPrintable."""
    if message.pdf is not None:
        return message.pdf
    name = f"{message.case.reference if message.case else 'letter'}-{message.letter or message.kind}.pdf"
    try:
        pages = render(message)
    except PdfError as problem:
        raise NotPrintable() from problem
    document = store_bytes(pages, name, actor=message.by or Actor.SYSTEM)
    Message.objects.filter(pk=message.pk).update(pdf=document)
    message.pdf = document
    if message.case is not None:
        cases.add_document(
            message.case, document, actor=message.by or Actor.SYSTEM, source=CaseDocument.Source.OFFICE,
            title=f"{message.letter} {message.subject}"[:200],
            shown_to_complainant=message.audience == Audience.COMPLAINANT,
            shown_to_service=message.body if message.audience == Audience.SERVICE else None,
        )  # fmt: skip
    return document
