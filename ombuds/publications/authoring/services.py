"""Keeping versions and sketches, comments, what services say, and facts of a case."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.services import record
from ombuds.authorities.models import Body
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean
from ombuds.lib.today import now, today
from ombuds.office.models import Office
from ombuds.publications.authoring.figures import Figures, drawn, typed_by_hand, undrawn
from ombuds.publications.authoring.figures import Typed as Typed
from ombuds.publications.authoring.models import Comment, Hearing, Sketch, TextVersion
from ombuds.publications.models import Publication, Text
from ombuds.publications.permitting import insist
from ombuds.publications.terms import Act, State

FIELDS = ("title", "summary", "body")
SKETCH_DAYS = 30
LONGEST_SKETCH = 500_000


class FigureMissing(Refusal):
    """A reference to a figure that nobody has released."""

    template = _("These figures cannot be drawn: %(figures)s. Choose one from the list of released figures.")


def figures_of(office: Office, language: str) -> Figures:
    """The released figures that a text may draw from, by reference; the room that holds them is named in the settings."""
    source: Any = import_string(settings.OMBUDS_FIGURES)
    found: Figures = source(office, language)
    return found


def told(text: Text) -> str:
    """The body with its figures drawn: what is checked, shown and frozen."""
    if "{figure:" not in text.body:
        return text.body
    return drawn(text.body, figures_of(text.publication.office, text.language))


def insist_figures(publication: Publication) -> None:
    """Raises FigureMissing."""
    lost = [
        one
        for text in publication.texts.all()
        if "{figure:" in text.body
        for one in undrawn(text.body, figures_of(publication.office, text.language))
    ]
    if lost:
        raise FigureMissing(figures=", ".join(dict.fromkeys(lost)))


def typed_figures(publication: Publication) -> list[tuple[str, Typed]]:
    """(language, number typed by hand where a released figure exists)."""
    return [
        (text.language, typed)
        for text in publication.texts.all()
        if any(ch.isdigit() for ch in text.body)
        for typed in typed_by_hand(text.body, figures_of(publication.office, text.language))
    ]


def keep_version(publication: Publication, *, actor: User | None, languages: Any = None) -> None:
    """Copy the texts as they are now beside the number of this version."""
    rows = publication.texts.all() if languages is None else publication.texts.filter(language__in=languages)
    for text in rows:
        fields = {name: getattr(text, name) for name in FIELDS}
        TextVersion.objects.update_or_create(
            publication=publication,
            language=text.language,
            number=publication.version,
            defaults={**fields, "by": actor, "at": now()},
        )


def texts_at(publication: Publication, number: int) -> dict[str, dict[str, str]]:
    """Language → field → text, as kept last up to this version."""
    found: dict[str, dict[str, str]] = {}
    for row in publication.text_versions.filter(number__lte=number).order_by("number"):
        found[row.language] = {name: getattr(row, name) for name in FIELDS}
    return found


def texts_now(publication: Publication) -> dict[str, dict[str, str]]:
    return {t.language: {name: getattr(t, name) for name in FIELDS} for t in publication.texts.all()}


def keep_sketch(
    publication: Publication, *, actor: User, version: int, texts: Mapping[str, Mapping[str, str]]
) -> Sketch:
    """What is typed and not kept yet. No record of acts: nothing has been done yet."""
    insist(actor)
    typed = {
        lang: {name: clean(str(text)) for name, text in fields.items()} for lang, fields in texts.items()
    }
    if sum(len(text) for fields in typed.values() for text in fields.values()) > LONGEST_SKETCH:
        raise Refusal(_("That is too long."))
    sketch, _made = Sketch.objects.update_or_create(
        publication=publication,
        user=actor,
        defaults={"version": version, "texts": typed, "at": now()},
    )
    return sketch


def drop_sketch(publication: Publication, *, actor: User) -> None:
    publication.sketches.filter(user=actor).delete()


def forget_sketches(office: Office, day: dt.date) -> int:
    """What was typed a month ago and never kept goes, and all that was typed on what is published by now."""
    old = now() - dt.timedelta(days=SKETCH_DAYS)
    of_office = Sketch.objects.filter(publication__office=office)
    over = of_office.filter(publication__state__in=[State.PUBLISHED, State.WITHDRAWN])
    return int(of_office.filter(at__lt=old).delete()[0]) + int(over.delete()[0])


def comment(
    publication: Publication, *, actor: User, text: str, passage: str = "", language: str = ""
) -> Comment:
    """Say something of the text, or of some words of it."""
    if not text.strip():
        raise Refusal(_("Write what you want to say."))
    with transaction.atomic():
        made = Comment.objects.create(
            publication=publication,
            text=clean(text).strip(),
            passage=clean(passage).strip(),
            language=language,
            by=actor,
            at=now(),
        )
        record(Act.COMMENT, actor=actor, subject=publication)
    return made


def settle(found: Comment, *, actor: User) -> Comment:
    """It is dealt with."""
    insist(actor)
    changed = Comment.objects.filter(pk=found.pk, settled_at=None).update(settled_at=now(), settled_by=actor)
    if changed:
        record(Act.SETTLE, actor=actor, subject=found.publication)
    found.refresh_from_db()
    return found


def ask_service(publication: Publication, body: Body, *, actor: User, due_on: dt.date) -> Hearing:
    """Note that the service got the draft and by when it may say what it thinks of it."""
    insist(actor)
    if publication.state in (State.PUBLISHED, State.WITHDRAWN):
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
            digest=_digest(publication),
            by=actor,
        )
        record(Act.ASK_SERVICE, actor=actor, subject=publication)
    return made


def keep_answer(hearing: Hearing, *, actor: User, answer: str, followed: str) -> Hearing:
    """What the service says, and what we did with it; without an answer: that it gave none."""
    insist(actor)
    if not answer.strip() and today() <= hearing.due_on:
        raise Refusal(_("The service still has time to answer."))
    if not followed.strip():
        raise Refusal(_("Say what you did with it: it is kept with the text."))
    with transaction.atomic():
        hearing.answered_on, hearing.answer = today(), clean(answer).strip()
        hearing.followed, hearing.by = clean(followed).strip(), actor
        hearing.save()
        record(Act.SERVICE_ANSWERED, actor=actor, subject=hearing.publication)
    return hearing


def insist_heard(publication: Publication) -> None:
    """Raises Refusal while a service that was asked can still answer and has not."""
    waiting = publication.hearings.filter(answered_on=None).select_related("body")
    if names := [str(one.body) for one in waiting]:
        raise Refusal(
            _("We still wait for what the service says of the draft: %(services)s."),
            services=", ".join(names),
        )


def _digest(publication: Publication) -> str:
    from ombuds.publications.services.attacking import digest  # it draws figures, which are drawn here

    return digest(publication)
