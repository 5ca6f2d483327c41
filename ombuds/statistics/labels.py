"""Labels in every language of the office, from gettext, from the office's vocabularies and from the register."""

from collections.abc import Iterable
from functools import lru_cache

from django.db import models
from django.utils import translation
from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ombuds.authorities.models import Body
from ombuds.office.models import Office

LANGUAGES = ("nl", "fr", "en")
Labels = dict[str, str]


def everywhere(message: str | Promise, **values: object) -> Labels:
    """Return a message in each language."""
    found = {}
    for language in LANGUAGES:
        with translation.override(language):
            found[language] = str(message) % values if values else str(message)
    return found


UNKNOWN = _("Not recorded")


def of_choices(choices: type[models.TextChoices]) -> dict[str, Labels]:
    """Return the labels of a vocabulary that is code."""
    return _of_choices(choices)


@lru_cache(maxsize=32)
def _of_choices(choices: type[models.TextChoices]) -> dict[str, Labels]:
    return {str(value): everywhere(label) for value, label in choices.choices}


def of_terms(office: Office, *vocabularies: str) -> dict[str, Labels]:
    """Return the labels of vocabularies that are data, by code."""
    rows = office.terms.filter(vocabulary__in=vocabularies).values_list("code", "labels")
    return {code: dict(labels) for code, labels in rows}


def of_bodies(keys: Iterable[int]) -> dict[int, Labels]:
    """Return the names of these services."""
    return {
        pk: dict(names) for pk, names in Body.objects.filter(pk__in=list(keys)).values_list("pk", "names")
    }


def months() -> list[Labels]:
    """Return the names of the months."""
    return [
        {code: capfirst(text) for code, text in everywhere(MONTHS[month]).items()} for month in range(1, 13)
    ]
