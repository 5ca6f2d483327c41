"""What was said, and what came in on paper or by mail."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.cases import search
from ombuds.cases.models import Case, CaseDocument
from ombuds.correspondence.addressees import NOBODY, Addressee
from ombuds.correspondence.models import Message, MessageText
from ombuds.correspondence.services.answers import keep_files
from ombuds.correspondence.terms import Act, Audience, Delivery, Direction, Kind, State
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean
from ombuds.lib.today import now


def note_call(
    case: Case,
    *,
    actor: User,
    kind: str,
    direction: str,
    text: str,
    addressee: Addressee = NOBODY,
    with_whom: str = "",
    at: dt.datetime | None = None,
) -> Message:
    """A telephone call or a visit, in the words of the staff. Raises a Refusal."""
    if kind not in (Kind.CALL, Kind.VISIT):
        raise Refusal(_("Choose whether it was a call or a visit."))
    return _keep(
        case, actor, text, addressee, with_whom, at or now(), kind=kind, direction=direction, channel=Delivery.NONE,
        state=State.RECEIVED if direction == Direction.IN else State.SENT, act=Act.CALL,
    )  # fmt: skip


def receive(
    case: Case,
    *,
    actor: User | Actor,
    text: str,
    subject: str = "",
    channel: str = Delivery.MAIL,
    addressee: Addressee = NOBODY,
    from_whom: str = "",
    at: dt.datetime | None = None,
    files: Sequence[Any] = (),
    reply_to: Message | None = None,
) -> Message:
    """Something came in for this case; kept as it was. Raises a Refusal."""
    if not text.strip() and not files:
        raise Refusal(_("Write what it says, or add the file."))
    from_service = addressee.contact is not None or addressee.body is not None
    source = CaseDocument.Source.SERVICE if from_service else CaseDocument.Source.COMPLAINANT
    with transaction.atomic():
        message = _keep(
            case, actor, text, addressee, from_whom, at or now(), kind=Kind.LETTER, direction=Direction.IN,
            channel=channel, state=State.RECEIVED, act=Act.RECEIVE, subject=subject, may_be_empty=True,
            audience=Audience.SERVICE if from_service else Audience.COMPLAINANT, reply_to=reply_to,
        )  # fmt: skip
        message.attachments.set(keep_files(case, files, actor, source))
    return message


def _keep(
    case: Case, actor: User | Actor, text: str, addressee: Addressee, who: str, at: dt.datetime, *,
    act: Act, subject: str = "", may_be_empty: bool = False, **fields: Any,
) -> Message:  # fmt: skip
    text = clean(text).strip()
    if not text and not may_be_empty:
        raise Refusal(_("Write what was said."))
    if at > now() + dt.timedelta(minutes=5):
        raise Refusal(_("This moment lies in the future."))
    fields.setdefault("audience", Audience.SERVICE if addressee.body else Audience.COMPLAINANT)
    with transaction.atomic():
        message = Message.objects.create(
            case=case, party=addressee.party, body=addressee.body, contact=addressee.contact,
            sent_to=clean(who)[:300] or addressee.name, email="", by=actor if isinstance(actor, User) else None,
            created_at=now(), sent_at=at, **fields,
        )  # fmt: skip
        MessageText.objects.create(message=message, subject=" ".join(clean(subject).split())[:200], body=text)
        search.index_text(case, f"correspondence.message:{message.pk}:", text)
        record(act, actor=actor, subject=message, case=case, data={"kind": message.kind})
    return message
