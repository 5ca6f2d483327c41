"""The questionnaire, as staff edit it: a draft that is changed question by question, and published as a new version."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombuds.integrity import questions
from ombuds.integrity.chests import Holder
from ombuds.integrity.forms import KIND_NAMES, LANGUAGES, QuestionForm
from ombuds.integrity.models import Questionnaire
from ombuds.integrity.services import asking
from ombuds.integrity.views.entrance import handler_page
from ombuds.integrity.wording import FAULTS
from ombuds.lib.errors import Refusal
from ombuds.lib.i18n import pick


@handler_page
def overview(request: HttpRequest, holder: Holder) -> HttpResponse:
    """All questions of the draft, what is wrong with it, and publishing it."""
    sentence = ""
    if request.method == "POST":
        if request.POST.get("go") == "discard":
            asking.discard()
            return redirect("integrity:questions")
        try:
            asking.publish(holder)
            return redirect("integrity:questions")
        except Refusal as refusal:
            sentence = refusal.sentence
    draft = asking.draft()
    labels = {
        question["code"]: pick(question["label"]) for question in questions.all_questions(draft.definition)
    }
    context = {
        "pages": draft.definition["pages"],
        "kinds": dict(KIND_NAMES),
        "faults": [
            (labels.get(code, code), FAULTS[fault]) for code, fault in asking.faults_of(draft.definition)
        ],
        "is_draft": draft.pk is not None,
        "version": asking.current_version(),
        "published": Questionnaire.objects.exclude(published_on=None),
        "sentence": sentence,
    }
    return render(request, "integrity/questions.html", context)


def _earlier(definition: questions.Definition, code: str) -> list[tuple[str, str]]:
    """Answers that a question can depend on: of those that come before it."""
    found: list[tuple[str, str]] = []
    for question in questions.all_questions(definition):
        if question["code"] == code:
            break
        labels = {option["code"]: pick(option["label"]) for option in question.get("options", [])}
        labels |= {"yes": _("Yes"), "no": _("No")} if question["kind"] == "yes" else {}
        for answer in questions.answers_of(question):
            found.append(
                (f"{question['code']}={answer}", f"{pick(question['label'])} {labels.get(answer, answer)}")
            )
    return found


def _initial(question: dict[str, Any]) -> dict[str, Any]:
    condition = question.get("show_if")
    return {
        "kind": question["kind"],
        "required": question.get("required", False),
        "options": "\n".join(
            " | ".join(option["label"][language] for language in LANGUAGES)
            for option in question.get("options", [])
        ),
        "show_if": [f"{condition['question']}={answer}" for answer in condition["in"]] if condition else [],
        **{f"label_{language}": question["label"].get(language, "") for language in LANGUAGES},
        **{f"hint_{language}": question.get("hint", {}).get(language, "") for language in LANGUAGES},
    }


def _question(code: str, data: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """A question as the questionnaire keeps it. Answers keep their codes by place, so that old reports stay readable."""
    known = [option["code"] for option in before.get("options", [])]
    made: dict[str, Any] = {
        "code": code,
        "kind": data["kind"],
        "label": {language: data[f"label_{language}"] for language in LANGUAGES},
    }
    if any(data[f"hint_{language}"] for language in LANGUAGES):
        made["hint"] = {language: data[f"hint_{language}"] for language in LANGUAGES}
    if data["required"]:
        made["required"] = True
    if data["kind"] in questions.WITH_OPTIONS:
        made["options"] = [
            {"code": known[place] if place < len(known) else f"a{place + 1}", "label": label}
            for place, label in enumerate(data["options"])
        ]
    if data["show_if"]:
        pairs = [one.partition("=") for one in data["show_if"]]
        made["show_if"] = {"question": pairs[0][0], "in": [pair[2] for pair in pairs]}
    return made


@handler_page
def add(request: HttpRequest, holder: Holder, page: str) -> HttpResponse:
    """A new question at the end of a page."""
    definition = asking.draft().definition
    if page not in [each["code"] for each in definition["pages"]]:
        raise Http404
    code = questions.new_code(definition)
    form = QuestionForm(_earlier(definition, ""), request.POST or None)
    if request.method == "POST" and form.is_valid():
        asking.keep(questions.with_question(definition, page, _question(code, form.cleaned_data, {})))
        return redirect("integrity:questions")
    return render(request, "integrity/question.html", {"form": form, "is_new": True})


@handler_page
def change(request: HttpRequest, holder: Holder, page: str, code: str) -> HttpResponse:
    """Change, move or remove a question of the draft."""
    definition = asking.draft().definition
    where = questions.find(definition, code)
    if where is None:
        raise Http404
    question = definition["pages"][where[0]]["questions"][where[1]]
    go = request.POST.get("go", "")
    if request.method == "POST" and go in ("up", "down", "remove"):
        made = (
            questions.without(definition, code)
            if go == "remove"
            else questions.moved(definition, code, -1 if go == "up" else 1)
        )
        asking.keep(made)
        return redirect("integrity:questions")
    form = QuestionForm(_earlier(definition, code), request.POST or None, initial=_initial(question))
    if request.method == "POST" and form.is_valid():
        asking.keep(questions.with_question(definition, page, _question(code, form.cleaned_data, question)))
        return redirect("integrity:questions")
    return render(
        request,
        "integrity/question.html",
        {"form": form, "is_new": False, "needed": code in questions.NEEDED},
    )
