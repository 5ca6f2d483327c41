"""Making a letter: merged from the case, changed by the writer, kept as a draft until it is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.authorities.models import Body
from ombuds.cases.models import Case
from ombuds.cases.services import council_of_state_of
from ombuds.correspondence import merging
from ombuds.correspondence.addressees import NOBODY, Addressee, possible
from ombuds.correspondence.models import Message, MessageText
from ombuds.correspondence.terms import Act, Audience, Delivery, State
from ombuds.documents.models import Document
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean
from ombuds.lib.today import now, today
from ombuds.office import letters
from ombuds.office.models import Office
from ombuds.office.services import template

MAX_TEXT = 60_000


class NoSuchLetter(Refusal):
    template = _("The office has no letter %(code)s in this language.")


class WrongReader(Refusal):
    template = _(
        "Letter %(code)s is not written for this addressee. Choose another letter or another addressee."
    )


class NotADraft(Refusal):
    template = _("This message has left already; what was sent is not changed any more.")


class ChangedMeanwhile(Refusal):
    template = _(
        "Someone else changed this draft while you were writing. Your text is kept here: compare, and save again."
    )


class NotificationDayWanted(Refusal):
    template = _(
        "For this proof we must know when the decision was notified. Fill that in on the case first."
    )


class NothingLeftToSuspend(Refusal):
    template = _("The 60 days had passed before the complaint was filed: there is nothing left to suspend.")


@dataclass(frozen=True)
class DraftText:
    """One language of a letter. `missing` are the fields for which the case had no value."""

    language: str
    subject: str
    body: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A letter before anybody changed it."""

    code: str
    audience: str
    addressee: Addressee
    texts: tuple[DraftText, ...]


def languages_for(case: Case, addressee: Addressee | None = None) -> list[str]:
    """The language of the reader; where nobody knows it, all that the office must use (domain.md 6.5)."""
    offered = case.office.setting("letter_languages", ["nl", "fr", "en"])
    spoken = [addressee.language if addressee else ""]
    if addressee is None or addressee.party is not None:
        spoken += [case.letter_language, case.language]
    for language in spoken:
        if language in offered:
            return [language]
    return list(case.office.setting("unknown_language_letters", ["nl"]))


def audience_of(office: Office, code: str) -> str:
    """To whom this letter of the office speaks. Raises NoSuchLetter."""
    row = office.lettertemplates.valid_on(today()).filter(code=clean(code)).first()
    if row is None:
        raise NoSuchLetter(code=code[:20])
    return str(row.audience)


def merge(
    case: Case,
    code: str,
    language: str = "",
    extra: Mapping[str, Any] | None = None,
    *,
    addressee: Addressee | None = None,
    audience: str = "",
) -> Draft:
    """The letter of the catalogue, filled from the case. Without a language: the reader's, or all. Raises a Refusal."""
    audience = audience or audience_of(case.office, code)
    if code == "L28":
        _check_time_to_suspend(case)
    if addressee is None:
        addressee = next(iter(possible(case, audience)), NOBODY)
    texts = []
    for each in [language] if language else languages_for(case, addressee):
        row = template(case.office, code, each, today())
        if row is None:
            raise NoSuchLetter(code=code)
        found = merging.values(case, code, each, audience, addressee, extra)
        filled = letters.render(row.subject, row.body, found)
        texts.append(DraftText(each, filled.subject, filled.body, filled.missing))
    return Draft(code, audience, addressee, tuple(texts))


def _check_time_to_suspend(case: Case) -> None:
    clock = council_of_state_of(case)
    if clock is None:
        raise NotificationDayWanted()
    if clock.expired_before_filing:
        raise NothingLeftToSuspend()


def draft(
    case: Case,
    code: str,
    *,
    actor: User | Actor,
    language: str = "",
    extra: Mapping[str, Any] | None = None,
    addressee: Addressee | None = None,
    channel: str = "",
    about: str = "",
    attachments: Sequence[Document] = (),
    reply_to: Message | None = None,
) -> Message:
    """Keep a merged letter as a draft. Raises a Refusal."""
    made = merge(case, code, language, extra, addressee=addressee)
    _check_reader(made)
    with transaction.atomic():
        message = _message(case, made.addressee, actor, channel=channel, letter=code, audience=made.audience)
        message.about, message.reply_to = about, reply_to
        message.save()
        _keep_texts(message, made.texts)
        message.attachments.set(attachments)
        record(Act.DRAFT, actor=actor, subject=message, case=case, data={"letter": code})
    return message


def _check_reader(made: Draft) -> None:
    """A letter to the person must not reach the service by a slip, nor the other way round."""
    if made.audience == Audience.COMPLAINANT and made.addressee.body is not None:
        raise WrongReader(code=made.code)
    if made.audience in merging.OUTSIDE and made.addressee.party is not None:
        raise WrongReader(code=made.code)


def _message(case: Case, addressee: Addressee, actor: User | Actor, **fields: Any) -> Message:
    fields["channel"] = fields.get("channel") or addressee.usual_channel
    return Message(
        case=case, party=addressee.party, body=addressee.body, contact=addressee.contact, sent_to=addressee.envelope,
        email=addressee.email, by=actor if isinstance(actor, User) else None, created_at=now(), **fields,
    )  # fmt: skip


def _keep_texts(message: Message, texts: Sequence[DraftText]) -> None:
    MessageText.objects.bulk_create(
        MessageText(
            message=message, language=t.language, subject=" ".join(clean(t.subject).split())[:200], body=clean(t.body),
            order=number,
        )
        for number, t in enumerate(texts)
    )  # fmt: skip


def change_draft(
    message: Message,
    *,
    actor: User,
    texts: Mapping[str, tuple[str, str]],
    addressee: Addressee | None = None,
    sent_to: str | None = None,
    channel: str = "",
    attachments: Sequence[Document] | None = None,
    version: int | None = None,
) -> Message:
    """Change a draft: language → (subject, text). Raises NotADraft or ChangedMeanwhile."""
    with transaction.atomic():
        fields: dict[str, Any] = {"version": F("version") + 1, "channel": channel or message.channel}
        if addressee is not None:
            fields |= {
                "party": addressee.party, "body": addressee.body, "contact": addressee.contact,
                "sent_to": addressee.envelope, "email": addressee.email,
            }  # fmt: skip
        if sent_to is not None:
            fields |= {"sent_to": clean(sent_to)[:1000]}
        rows = Message.objects.filter(pk=message.pk, state=State.DRAFT)
        changed = (rows.filter(version=version) if version is not None else rows).update(**fields)
        if not changed:
            raise ChangedMeanwhile() if rows.exists() else NotADraft()
        for language, (subject, body) in texts.items():
            message.texts.filter(language=language).update(
                subject=" ".join(clean(subject).split())[:200], body=clean(body)[:MAX_TEXT]
            )
        if attachments is not None:
            message.attachments.set(attachments)
        record(Act.DRAFT, actor=actor, subject=message, case=message.case)
    message.refresh_from_db()
    return message


def drop(message: Message, *, actor: User) -> None:
    """Throw a draft away; that it existed stays in the record. Raises NotADraft."""
    with transaction.atomic():
        if not Message.objects.filter(pk=message.pk, state=State.DRAFT).update(state=State.DROPPED):
            raise NotADraft()
        record(Act.DROP, actor=actor, subject=message, case=message.case)


def notice(
    case: Case,
    *,
    actor: User | Actor,
    body: Body,
    addressee: Addressee,
    texts: Sequence[DraftText],
    about: str = "",
) -> Message:
    """A short word to a service that is no letter of the catalogue, on its secure page."""
    channel = Delivery.PORTAL if addressee.email else Delivery.POST
    with transaction.atomic():
        message = _message(case, addressee, actor, channel=channel, kind="notice", audience=Audience.SERVICE)
        message.about, message.body = about, body
        message.save()
        _keep_texts(message, texts)
    return message
