"""Which version of the questionnaire is asked, and what an old one said."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombuds.integrity import questions, record
from ombuds.integrity.chests import Holder
from ombuds.integrity.database import atomic
from ombuds.integrity.models import Questionnaire
from ombuds.integrity.terms import Act
from ombuds.lib.errors import Refusal
from ombuds.lib.i18n import pick
from ombuds.lib.today import today


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


class NothingToPublish(Refusal):
    """There is no draft, or it is not sound."""

    template = gettext_lazy("This questionnaire cannot be published yet: see what is wrong below.")


def draft() -> Questionnaire:
    """What staff are working on: a copy of what is asked now, until it is published."""
    found = Questionnaire.objects.filter(published_on=None).first()
    if found is None:
        version = (
            Questionnaire.objects.order_by("-version").values_list("version", flat=True).first() or 0
        ) + 1
        found = Questionnaire(version=version, definition=dict(definition_of(current_version())))
    return found


def keep(definition: dict[str, Any]) -> None:
    """Save the draft."""
    row = draft()
    row.definition = definition
    row.save()


def faults_of(definition: questions.Definition) -> list[tuple[str, str]]:
    """What keeps it from being asked: (question, fault)."""
    found = questions.faults(definition)
    return found + [(code, "needed") for code in questions.NEEDED if questions.find(definition, code) is None]


def publish(holder: Holder) -> Questionnaire:
    """From now on this is asked. Reports that are being written go on with the version they began with."""
    with atomic():
        row = Questionnaire.objects.select_for_update().filter(published_on=None).first()
        if row is None or faults_of(row.definition):
            raise NothingToPublish()
        row.published_on = today()
        row.save(update_fields=["published_on"])
        record.note(Act.QUESTIONS_PUBLISHED, handler=holder.handler)
    return row


def discard() -> None:
    """The draft goes; what is asked stays."""
    Questionnaire.objects.filter(published_on=None).delete()
