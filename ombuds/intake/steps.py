"""The way through the public form: which questions, in which order, and which of them this person is asked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ombuds.intake.forms import questions as q
from ombuds.intake.forms.base import TypedForm
from ombuds.intake.suggesting import suggest, suggestion_of
from ombuds.intake.terms import Purpose
from ombuds.office.models import Office

Answers = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """One page. Without `form` it only tells something, or takes files."""

    name: str
    title: str | Promise
    form: type[TypedForm] | None = None
    asked: Callable[[Answers], bool] = field(default=lambda answers: True)
    files: Purpose | None = None


def given(answers: Answers, step: str, name: str) -> str:
    """One answer as typed; empty when there is none."""
    return str(answers.get(step, {}).get(name) or "")


def _someone_else(answers: Answers) -> bool:
    return given(answers, "behalf", "behalf") == "other"


def _has_candidates(answers: Answers) -> bool:
    return bool(answers.get("candidates"))


def _goes_elsewhere(answers: Answers) -> bool:
    chosen = suggestion_of(given(answers, "which", "body"))
    return _has_candidates(answers) and chosen is not None and chosen.elsewhere


def _has_contacted(answers: Answers) -> bool:
    return given(answers, "contacted", "contacted") == "yes"


STEPS = [
    Step("language", _("Language"), q.LanguageForm),
    Step("service", _("The service"), q.ServiceForm),
    Step("which", _("Which service exactly"), q.BodyForm, _has_candidates),
    Step("door", _("Another ombudsman"), asked=_goes_elsewhere),
    Step("contacted", _("You and the service"), q.ContactedForm),
    Step("answer", _("Answer of the service"), q.AnswerForm, _has_contacted, Purpose.SERVICE_ANSWER),
    Step("story", _("What happened"), q.StoryForm),
    Step("wish", _("What you ask for"), q.WishForm),
    Step("dates", _("Dates"), q.DatesForm),
    Step("papers", _("Papers"), files=Purpose.EVIDENCE),
    Step("behalf", _("For whom"), q.BehalfForm),
    Step("represented", _("The other person"), q.RepresentedForm, _someone_else, Purpose.MANDATE),
    Step("you", _("You"), q.YouForm),
    Step("reach", _("How we reach you"), q.ReachForm),
    Step("needs", _("What you need"), q.NeedsForm),
]  # fmt: skip
BY_NAME = {step.name: step for step in STEPS}
CHECK = "check"


def path_of(answers: Answers) -> list[Step]:
    """The pages that this person sees."""
    return [step for step in STEPS if step.asked(answers)]


def next_of(step: Step, answers: Answers) -> str:
    """The page after this one."""
    names = [one.name for one in path_of(answers)]
    at = names.index(step.name) + 1 if step.name in names else 0
    return names[at] if at < len(names) else CHECK


def first_open(answers: Answers) -> str:
    """Where someone goes on who was away: the first page without an answer, or the overview when all have one."""
    open_pages = [
        step.name for step in path_of(answers) if step.form is not None and step.name not in answers
    ]
    return open_pages[0] if open_pages else CHECK


def before(name: str, answers: Answers) -> str:
    """The page before this one, or nothing on the first."""
    names = [*(one.name for one in path_of(answers)), CHECK]
    at = names.index(name) if name in names else 0
    return names[at - 1] if at else ""


def build_form(
    step: Step, answers: Answers, office: Office, data: Any = None, files: Any = None
) -> TypedForm | None:
    """The form of a page: bound to what was just sent, or filled with what was typed before."""
    if step.form is None:
        return None
    more: dict[str, Any] = {"initial": answers.get(step.name, {})}
    if step.form is q.BodyForm:
        more["candidates"] = [
            (one.code, one.name) for one in map(suggestion_of, answers["candidates"]) if one
        ]
    elif step.form is q.YouForm:
        more["organisation"] = given(answers, "behalf", "behalf") == "organisation"
    elif step.form is q.NeedsForm:
        more["office"] = office
    return step.form(data, files, **more)


def problems(answers: Answers, office: Office) -> dict[str, TypedForm]:
    """Pages with an answer that is missing or wrong, each with its form."""
    wrong = {}
    for step in path_of(answers):
        form = build_form(step, answers, office, answers.get(step.name, {}))
        if form is not None and not form.is_valid():
            wrong[step.name] = form
    return wrong


def cleaned(answers: Answers, office: Office) -> dict[str, Any]:
    """All answers of the pages that this person sees, as values. Only for answers without problems."""
    values: dict[str, Any] = {}
    for step in path_of(answers):
        form = build_form(step, answers, office, answers.get(step.name, {}))
        if form is not None and form.is_valid():
            values[step.name] = form.cleaned_data
    return values


def find_candidates(answers: Answers, office: Office, language: str) -> list[str]:
    """Codes of the bodies that the person may mean, by what they wrote."""
    found = suggest(given(answers, "service", "body_text"), office, language)
    return [one.code for one in found]
