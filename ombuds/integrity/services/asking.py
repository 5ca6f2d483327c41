"""Which version of the questionnaire is asked, and what an old one said."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from ombuds.integrity import questions
from ombuds.integrity.models import Questionnaire
from ombuds.lib.i18n import pick


class NoSuchVersion(Exception):
    """A version that never was."""


def current_version() -> int:
    """The last one published; 0 is the one that comes with the program."""
    last = Questionnaire.objects.exclude(published_on=None).order_by("-version").first()
    return last.version if last else 0


def definition_of(version: int) -> questions.Definition:
    """The questions of a version. Raises NoSuchVersion."""
    if version == 0:
        return questions.built_in()
    if not 0 < version < 1_000_000:
        raise NoSuchVersion
    found = Questionnaire.objects.filter(version=version).exclude(published_on=None).first()
    if found is None:
        raise NoSuchVersion
    definition: dict[str, Any] = found.definition
    return definition


def readable(definition: questions.Definition, answers: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(question, answer) in the reader's language, of all that was answered."""
    words = {"yes": _("Yes"), "no": _("No")}
    found = []
    for question in questions.all_questions(definition):
        given = answers.get(question["code"])
        if given is None or not questions.is_shown(question, answers):
            continue
        labels = {option["code"]: pick(option["label"]) for option in question.get("options", [])}
        if question["kind"] == "yes":
            labels = words
        values = given if isinstance(given, list) else [given]
        found.append(
            (pick(question["label"]), ", ".join(labels.get(str(value), str(value)) for value in values))
        )
    return found
