"""A text with two signatures leaves the channel; a writer takes it up as the draft of a publication."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.services import record
from ombuds.handover.models import SignedText
from ombuds.handover.terms import Act
from ombuds.integrity import door
from ombuds.lib.errors import Refusal
from ombuds.office.models import Office
from ombuds.publications.models import Publication
from ombuds.publications.services import draft
from ombuds.publications.terms import Kind


class Gone(Refusal):
    """Somebody was faster."""

    template = _("This text was taken up already.")


def sign(report: door.Report, holder: door.Holder, field: str) -> SignedText:
    """The second signature: from now on the text waits in the office, alone."""
    with door.atomic(), transaction.atomic():
        signed: dict[str, Any] = door.releasing.sign(report, holder, field)
        return SignedText.objects.create(
            language=signed["language"], title=signed["title"], body=signed["text"]
        )


def take_up(text: SignedText, *, office: Office, actor: User) -> Publication:
    """A draft of a publication, like any other from here on; the waiting text goes."""
    with transaction.atomic():
        held = SignedText.objects.select_for_update().filter(pk=text.pk).first()
        if held is None:
            raise Gone()
        publication: Publication = draft(office=office, actor=actor, kind=Kind.STORY)
        publication.texts.filter(language=held.language).update(title=held.title, body=held.body)
        record(Act.TAKEN_UP, actor=actor, subject=publication)
        held.delete()
    return publication
