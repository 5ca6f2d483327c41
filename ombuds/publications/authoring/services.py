"""Figures in texts, versions and sketches, comments. What services say of a draft: `hearing`."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.module_loading import import_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.services import record
from ombuds.lib.errors import Refusal
from ombuds.lib.i18n import pick
from ombuds.lib.text import clean
from ombuds.lib.today import now
from ombuds.office.models import Office
from ombuds.publications.authoring.figures import Figures, drawn, linked, placed, typed_by_hand, undrawn
from ombuds.publications.authoring.figures import Typed as Typed
from ombuds.publications.authoring.models import Comment, Sketch, TextVersion
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


def told(text: Text, *, links: bool = False) -> str:
    """The body with its figures drawn, and what services say of it: what is checked, shown and frozen.

    `links`: each figure as a link to what it counts, for `rendering.render`.
    """
    body = text.body
    if "{figure:" in body:
        figures = figures_of(text.publication.office, text.language)
        body, places = drawn(body, figures), placed(body, figures)
        body = linked(body, places) if links else body
    said = answers_for_readers(text)
    return f"{body.rstrip()}\n\n{said}" if said else body


def answers_for_readers(text: Text) -> str:
    """What is published of the services' answers in this language, as Markdown; empty when nothing is."""
    found = []
    for one in text.publication.hearings.select_related("body"):
        words = str(one.for_readers.get(text.language, "")).strip()
        if words:
            quoted = "\n".join(f"> {line}".rstrip() for line in words.splitlines())
            found.append(f"**{pick(one.body.names, text.language)}**\n\n{quoted}")
    if not found:
        return ""
    with translation.override(text.language):
        heading = gettext("What the service says")
    return f"## {heading}\n\n" + "\n\n".join(found)


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
