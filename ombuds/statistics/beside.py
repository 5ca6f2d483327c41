"""Texts that are public already, read before a table goes out: a figure that one of them says is known, and readers subtract it.

So whatever else the table hides must stand without it. It is hidden all the same: the table does not confirm it.
"""

from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from ombuds.office.models import Office
from ombuds.statistics import cubes
from ombuds.statistics.cube.counting import Key
from ombuds.statistics.cubesecrets import hidden_in
from ombuds.statistics.telling import LONGEST, Text, said


def public_texts(office: Office) -> list[Text]:
    """Return what anyone can read. The room that publishes is above this one, and named in the settings."""
    read: Any = import_string(settings.OMBUDS_PUBLIC_TEXTS)
    return list(read(office))


def said_before(answer: cubes.Answer, gone: frozenset[Key], texts: list[Text]) -> dict[Key, str]:
    """Return which of the figures that would be hidden a public text says, each with its sentence."""
    public = {table.key: table for table in cubes.tables_of(answer, gone)}
    found: dict[Key, str] = {}
    for text, sentence, secret in said(texts, list(hidden_in(answer, public))):
        found.setdefault(secret.key, f"{text.name}: “{sentence[:LONGEST]}”")
    return found
