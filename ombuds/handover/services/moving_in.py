"""A complaint that turns out to be a report goes into the sealed channel, and the case is emptied.

The complainant is asked, and says yes on the page of the file: then nobody but they see the receipt code. Who cannot use that
page says so by telephone, letter or at a meeting; then a member of staff reads the code out, and the person makes a new one.
"""

import uuid
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.cases.models import Case
from ombuds.cases.terms import Channel
from ombuds.cases.workflow import State
from ombuds.correspondence.services import answer_information_request, ask_complainant
from ombuds.documents.models import Document
from ombuds.handover.models import Invitation
from ombuds.handover.services.emptying import empty, insist_free
from ombuds.handover.services.reach import documents_of, rows_of
from ombuds.integrity import door
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now, today

CHANNELS = {
    Channel.PHONE: door.Channel.PHONE,
    Channel.LETTER: door.Channel.LETTER,
    Channel.VISIT: door.Channel.MEETING,
}


class NotPossible(Refusal):
    """The channel is not open, the case is empty, or nobody asked."""

    template = _("This case cannot go to the integrity channel now.")


@dataclass(frozen=True)
class Agreement:
    """What the complainant agreed to: whether their name goes along, and who must never see it."""

    naming: str
    name: str = ""
    contact: str = ""
    no_receipt: bool = False
    excluded: frozenset[uuid.UUID] = frozenset()


def invitation_of(case: Case) -> Invitation | None:
    """The question that was put to the complainant, if it was."""
    return Invitation.objects.filter(case=case).first()


def invite(case: Case, *, actor: User) -> bool:
    """Ask the complainant. True when a letter goes to them too; else they find it on their page, or have to be called."""
    if case.state == State.DESTROYED or not door.Installation.objects.exists():
        raise NotPossible()
    insist_free(case)
    # Not in the office's record of acts: that is never emptied, and would say for ever what this case became.
    Invitation.objects.update_or_create(
        case=case, defaults={"made_by": actor, "made_at": now(), "refused_at": None}
    )
    try:
        with transaction.atomic(), translation.override(case.letter_language or case.language or "nl"):
            ask_complainant(
                case, actor=actor, text=str(_("Look on the page of your file: we have a question there."))
            )
    except Refusal:
        return False
    return True


def invite_silently(case: Case, *, actor: User) -> None:
    """The complainant was asked already, by word of mouth."""
    Invitation.objects.get_or_create(case=case, defaults={"made_by": actor, "made_at": now()})


def refuse(case: Case) -> None:
    """The complainant wants it to stay a complaint: the letter that asked them to look is answered by that too."""
    found = Invitation.objects.filter(case=case, refused_at=None).first()
    if found is None:
        return
    with transaction.atomic():
        Invitation.objects.filter(pk=found.pk).update(refused_at=now())
        waiting = case.information_requests.filter(answered_at=None, closed_at=None)
        for asked in waiting.filter(asked_at__gte=found.made_at):
            answer_information_request(asked, actor=Actor.COMPLAINANT, text=str(_("It stays a complaint.")))


def move(case: Case, agreement: Agreement, *, actor: User | Actor, ticket: str) -> str:
    """In it goes; the receipt code comes back, the same for the same ticket. The sealed copy is on the disk before the case
    is emptied: whatever breaks in between, nothing is lost."""
    with transaction.atomic():
        held = Case.objects.select_for_update().get(pk=case.pk)
        known = door.tickets.answer_of(ticket)
        if held.state == State.DESTROYED:
            return _known(known)
        if invitation_of(held) is None or not door.Installation.objects.exists():
            raise NotPossible()
        insist_free(held)
        answer = door.tickets.once(ticket, lambda: _file(held, agreement, actor))
        empty(held, actor=actor)
    return str(answer["code"])


def _known(answer: dict[str, Any] | None) -> str:
    if not answer:
        raise NotPossible()
    return str(answer["code"])


def _file(case: Case, agreement: Agreement, actor: User | Actor) -> dict[str, Any]:
    uploads = [door.sealed_upload(paper.original_name, _bytes(paper)) for paper in papers_of(case)]
    named = agreement.naming != door.Naming.ANONYMOUS
    filed = door.file_report(
        door.Told(
            answers={"body": case.services_named, "persons": "", "story": words_of(case)},
            language=translation.get_language() or "en",
            naming=agreement.naming,
            identity={"name": agreement.name, "contact": agreement.contact} if named else {},
            excluded=agreement.excluded,
            objects_to_receipt=agreement.no_receipt,
            channel=CHANNELS.get(Channel(case.channel), door.Channel.WEB),
            notes=(*_notes(case), _agreed(case, actor)),
        ),
        uploads,
    )
    door.note(door.Act.CAME_OVER, report=filed.report)
    return {"code": filed.code}


def _agreed(case: Case, actor: User | Actor) -> dict[str, str]:
    """That, how and when the complainant agreed: kept in the channel alone."""
    values = {"reference": case.reference, "name": actor}
    if isinstance(actor, User):
        text = _("The complainant told %(name)s that they agree to moving complaint %(reference)s here.")
    else:
        text = _("The complainant agreed to moving complaint %(reference)s here, on the page of the file.")
    words = str(text) % values
    return {"by": "–", "day": today().isoformat(), "text": words}


def words_of(case: Case) -> str:
    """In the complainant's own words: all that they sent, else what it is about."""
    sent = [submission.text for submission in case.submissions.order_by("received_at") if submission.text]
    written = [grievance.summary for grievance in case.grievances.all()]
    return "\n\n".join(sent or written)[:100_000]


def papers_of(case: Case) -> list[Document]:
    """Every file of the case: they all go along."""
    return documents_of(rows_of(case))


def _bytes(paper: Document) -> bytes:
    with paper.file.open("rb") as handle:
        content: bytes = handle.read()
    return content


def _notes(case: Case) -> list[dict[str, str]]:
    """What staff wrote and what went to and fro, for the handlers only."""
    found = [(note.at.date(), str(note.author or "–"), note.text) for note in case.notes.all()]
    for message in case.messages.prefetch_related("texts"):
        words = "\n".join(f"{text.subject}\n{text.body}" for text in message.texts.all())
        if words.strip():
            found.append((message.created_at.date(), message.get_direction_display(), words))
    return [
        {"by": by, "day": day.isoformat(), "text": text[:20_000]}
        for day, by, text in sorted(found, key=lambda row: row[0])
    ]
