"""Hearing a service about a draft: it is asked, reads the draft on its page and answers there; we say what we did with it."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.authorities.models import Body, Contact
from ombuds.correspondence.services import notify_liaison
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean
from ombuds.lib.today import today
from ombuds.office.models import Office
from ombuds.publications.authoring.models import Hearing
from ombuds.publications.models import Publication
from ombuds.publications.permitting import insist
from ombuds.publications.terms import Act, State

REMIND_DAYS = 3  # before the answer is due
OVER = (State.PUBLISHED, State.WITHDRAWN)


def ask_service(publication: Publication, body: Body, *, actor: User, due_on: dt.date) -> Hearing:
    """Lay the draft before the service on its page; its contact person gets a mail that says nothing of it."""
    from ombuds.publications.services.attacking import digest  # it draws figures, which are drawn here

    insist(actor)
    if publication.state in OVER:
        raise Refusal(_("This text is published: the service can be heard on a correction."))
    if due_on < today():
        raise Refusal(_("The day by which the service answers lies in the past."))
    if publication.hearings.filter(body=body).exists():
        raise Refusal(_("This service has been asked already."))
    with transaction.atomic():
        made = Hearing.objects.create(
            publication=publication,
            body=body,
            asked_on=today(),
            due_on=due_on,
            digest=digest(publication),
            version=publication.version,
            by=actor,
        )
        record(Act.ASK_SERVICE, actor=actor, subject=publication)
        if _mailed(made, actor):
            Hearing.objects.filter(pk=made.pk).update(told_on=today())
    made.refresh_from_db()
    return made


def say(hearing: Hearing, *, contact: Contact, words: str) -> Hearing:
    """The service answers on its page, once; until we have dealt with it, it can put its answer in other words."""
    if hearing.body_id != contact.body_id:
        raise Refusal(_("This draft was not laid before your service."))
    if hearing.answered_on or hearing.publication.state in OVER:
        raise Refusal(_("Your answer has been dealt with already. Write to us if it must change."))
    if not words.strip():
        raise Refusal(_("Write what your service says of the draft."))
    with transaction.atomic():
        hearing.said_on, hearing.said_by, hearing.answer = today(), contact, clean(words).strip()
        hearing.save()
        record(Act.SERVICE_SAID, actor=Actor.SERVICE, subject=hearing.publication)
    return hearing


def keep_answer(
    hearing: Hearing,
    *,
    actor: User,
    followed: str,
    answer: str = "",
    for_readers: Mapping[str, str] | None = None,
) -> Hearing:
    """What we did with what the service says. `answer`: its words, when it did not write them on its page itself.

    `for_readers`: what is published of them, by language; the text changes by it, and goes through the gate again.
    """
    insist(actor)
    if hearing.publication.state in OVER:
        raise Refusal(_("This text is published: the service can be heard on a correction."))
    said = hearing.answer if hearing.said_on else clean(answer).strip()
    if not said and today() <= hearing.due_on:
        raise Refusal(_("The service still has time to answer."))
    if not followed.strip():
        raise Refusal(_("Say what you did with it: it is kept with the text."))
    shown = {code: clean(text).strip() for code, text in (for_readers or {}).items() if text.strip()}
    if shown and hearing.publication.state != State.DRAFT:
        raise Refusal(_("What is published of the answer is written while the text is a draft."))
    with transaction.atomic():
        hearing.answered_on, hearing.answer = today(), said
        hearing.followed, hearing.by = clean(followed).strip(), actor
        hearing.for_readers = shown
        hearing.save()
        record(Act.SERVICE_ANSWERED, actor=actor, subject=hearing.publication)
    return hearing


def insist_heard(publication: Publication) -> None:
    """Raises Refusal while a service that was asked can still answer, or its answer is not in every language."""
    waiting = publication.hearings.filter(answered_on=None).select_related("body")
    if names := [str(one.body) for one in waiting]:
        raise Refusal(
            _("We still wait for what the service says of the draft: %(services)s."),
            services=", ".join(names),
        )
    written = {text.language for text in publication.texts.all() if text.is_complete}
    for one in publication.hearings.select_related("body"):
        if one.for_readers and (missing := written - set(one.for_readers)):
            raise Refusal(
                _("What is published of the answer of %(service)s is missing in: %(languages)s."),
                service=str(one.body),
                languages=", ".join(sorted(code.upper() for code in missing)),
            )


def remind(office: Office, day: dt.date) -> int:
    """For settings.OMBUDS_TICK: one mail a few days before the answer is due. Returns how many went."""
    near = Hearing.objects.filter(
        publication__office=office, said_on=None, answered_on=None, reminded_on=None, told_on__isnull=False,
        due_on__lte=day + dt.timedelta(days=REMIND_DAYS),
    ).exclude(publication__state__in=OVER)  # fmt: skip
    done = 0
    for one in near.select_related("publication", "body"):
        with transaction.atomic():
            Hearing.objects.filter(pk=one.pk).update(reminded_on=day)
            if one.asked_on < day and _mailed(one, Actor.SYSTEM):
                record(Act.REMIND_SERVICE, actor=Actor.SYSTEM, subject=one.publication)
                done += 1
    return done


def _mailed(hearing: Hearing, actor: User | Actor) -> bool:
    """To the contact person, without a word of what it is about. False where there is no way to send it."""
    return notify_liaison(hearing.body, about=f"publications.hearing:{hearing.pk}", words=_words, actor=actor)


def _words(values: dict[str, str]) -> tuple[str, str]:
    return gettext("A draft for your comment"), gettext(
        "Good day,\n\n%(office)s wrote a text in which your service is named, and asks what your service says of the "
        "draft. Read it and answer here:\n%(address)s\n\nYou need no password: we send a code to this e-mail address. "
        "The draft is confidential until it is published."
    ) % values
