"""Beside the yearly report: a text does not say a figure that a released report hides."""

from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from ombuds.lib.errors import Refusal
from ombuds.lib.today import today
from ombuds.publications.authoring.services import told
from ombuds.publications.models import Publication

NAMED = 5  # sentences, in a message


class SaysHidden(Refusal):
    """A text says what a released report hides."""

    template = _(
        "These sentences say a figure that the yearly report hides: %(sentences)s. Leave the figure out of the text."
    )


def insist_untold(publication: Publication) -> None:
    """Raises SaysHidden. The room that knows what is hidden is named in the settings."""
    read: Any = import_string(settings.OMBUDS_TOLD)
    texts = [
        (f"{text.title} ({text.language.upper()})", f"{text.title}.\n{text.summary}\n{told(text)}")
        for text in publication.texts.all()
    ]
    if found := read(publication.office, texts, today().year):
        raise SaysHidden(sentences="; ".join(f"“{one.sentence}”" for one in found[:NAMED]))
