"""The end of the public form: look at all answers, send, receipt; and the code to go on later."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ombuds.cases.clockwork import CouncilOfState
from ombuds.cases.models import Case
from ombuds.cases.services import council_of_state_of
from ombuds.intake import steps
from ombuds.intake.forms.base import TypedForm, short
from ombuds.intake.models import Draft
from ombuds.intake.services import NotComplete, drafts, send
from ombuds.intake.views import holding
from ombuds.lib import throttle
from ombuds.lib.today import now, today
from ombuds.office.services import current_office

FEWEST_SECONDS = 3  # no person fills in the form faster; a program does
APPEAL_DAYS = (
    60  # how long after its notice a decision may still be open to appeal; only decides what is warned of
)


class CodeForm(TypedForm):
    code = short(
        gettext_lazy("Your code"),
        60,
        required=True,
        help_text=gettext_lazy("Sixteen signs, like 7KQX-M2RD-4BTW-9FHC. Dashes and spaces do not matter."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget = forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        )


def _rows(draft: Draft) -> list[dict[str, Any]]:
    """Every question with its answer, for the overview."""
    office = current_office()
    wrong = steps.problems(draft.answers, office)
    files: dict[str, list[str]] = {}
    for row in draft.files.select_related("document"):
        files.setdefault(row.purpose, []).append(row.document.original_name)
    rows = []
    for step in steps.path_of(draft.answers):
        if step.form is None and step.files is None:
            continue
        form = steps.build_form(step, draft.answers, office, draft.answers.get(step.name, {}))
        answers = _answers(form) if form is not None else []
        rows.append(
            {
                "step": step,
                "answers": answers,
                "files": files.get(step.files, []) if step.files else [],
                "problems": [e for errors in wrong[step.name].errors.values() for e in errors]
                if step.name in wrong
                else [],
            }
        )
    return rows


def _answers(form: TypedForm) -> list[tuple[str, str]]:
    shown = []
    for bound in form:
        value = bound.value()
        choices = dict(getattr(bound.field, "choices", []))
        if isinstance(value, list):
            text = ", ".join(str(choices.get(one, one)) for one in value)
        elif isinstance(value, bool) or str(value) in ("True", "False"):
            text = str(_("Yes") if str(value) == "True" else "")
        else:
            text = str(choices.get(value, value or ""))
        if isinstance(bound.field, forms.DateField) and form.is_bound:
            form.is_valid()
            day = form.cleaned_data.get(bound.name)
            text = date_format(day, "j F Y") if day else text
        if text:
            shown.append((str(bound.label), text))
    return shown


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """All answers on one page; each can be changed; then send."""
    draft = holding.held(request)
    if draft is None:
        return redirect("intake:form")
    if draft.submission_id:
        return redirect("intake:receipt")
    if request.method == "POST":
        problem = _not_now(request, draft)
        if not problem:
            try:
                send(draft, holding.token_of(request), office=current_office())
                return redirect("intake:receipt")
            except NotComplete as refusal:
                problem = refusal.sentence
        messages.error(request, problem)
        return redirect("intake:check")
    rows = _rows(draft)
    context = {
        "rows": rows,
        "complete": not any(row["problems"] for row in rows),
        "draft": draft,
        "back": steps.before(steps.CHECK, draft.answers),
        "nameless": not _named(draft),
        "not_contacted": steps.given(draft.answers, "contacted", "contacted") == "no",
        "appeal": _appeal_may_run(draft),
    }
    return render(request, "intake/check.html", context)


def _named(draft: Draft) -> bool:
    step = "represented" if steps.given(draft.answers, "behalf", "behalf") == "other" else "you"
    return bool(steps.given(draft.answers, step, "last_name"))


def _appeal_may_run(draft: Draft) -> bool:
    values = steps.cleaned(draft.answers, current_office()).get("dates", {})
    day = values.get("notified_on") or values.get("decision_on")
    return bool(day and (today() - day).days <= APPEAL_DAYS)


def _not_now(request: HttpRequest, draft: Draft) -> str:
    """Why a sending looks like a program's. Nothing is lost by it: a person presses again."""
    if request.POST.get("website"):
        return _("Something filled in a field that people do not see. Please press “Send” again.")
    if (now() - draft.started_at).total_seconds() < FEWEST_SECONDS:
        return _("That went very fast. Please look at your answers and press “Send” again.")
    who = throttle.address_of(request)
    if throttle.too_often("complaint", who, most=20, seconds=600):
        return _(
            "Many complaints came from your network just now. Wait ten minutes and press “Send” again. Your answers are kept."
        )
    return ""


@login_not_required
@never_cache
def receipt(request: HttpRequest) -> HttpResponse:
    """What the person keeps: reference, secret code, what happens next, and which clocks do not wait."""
    draft = holding.held(request)
    submission = draft.submission if draft else None
    if submission is None or submission.case is None:
        return redirect("intake:form")
    case = submission.case
    context = {
        "case": case,
        "submission": submission,
        "code": drafts.receipt_code(holding.token_of(request)),
        "promises": promises(case),
        "council": council(case),
        "first_line": case.contacted_service_on is None and submission.fields.get("contacted") == "no",
        "files": submission.fields.get("files", []),
    }
    page = "intake/receipt_print.html" if "print" in request.GET else "intake/receipt.html"
    return render(request, page, context)


def promises(case: Case) -> dict[str, dt.date | None]:
    """By which day the office acknowledges, and says whether it takes the case: its own clock rules, counted."""
    running = {clock.rule: clock.due_on for clock in case.clocks.all()}
    days: dict[str, dt.date | None] = {}
    for code in ("ack", "triage"):
        days[code] = running.get(code)
    return days


def council(case: Case) -> CouncilOfState | None:
    """The clock of the Council of State, when a decision and its notification are known."""
    return council_of_state_of(case)


@login_not_required
@never_cache
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Make this browser forget. A complaint that was not sent stays behind its code, if it has one."""
    draft = holding.held(request)
    if draft is not None and draft.submission_id is None and not draft.code_digest:
        drafts.forget(draft)
    messages.success(request, _("This device no longer remembers your complaint."))
    response = redirect("intake:form")
    holding.release(response)
    return response


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def save(request: HttpRequest) -> HttpResponse:
    """A code to go on later, shown once."""
    draft = holding.held(request)
    if draft is None or draft.submission_id:
        return redirect("intake:form")
    context = {"draft": draft, "days": drafts.KEPT_DAYS, "back": steps.first_open(draft.answers)}
    if request.method == "POST":
        code = drafts.save_for_later(draft)
        return render(request, "intake/saved.html", {**context, "code": code})
    return render(request, "intake/save.html", context)


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def resume(request: HttpRequest) -> HttpResponse:
    """Back into a saved complaint with its code."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        who = throttle.address_of(request)
        if throttle.too_often("resume", who, most=15, seconds=900):
            form.add_error(None, _("You tried too often. Wait a quarter of an hour and try again."))
        else:
            found = drafts.resume(form.cleaned_data["code"])
            if found is not None:
                throttle.forgive("resume", who)
                response = redirect("intake:step", step=steps.first_open(found[0].answers))
                holding.hold(response, found[1])
                return response
            form.add_error(
                "code",
                _(
                    "We know no saved complaint with this code. Look at each sign again. A saved complaint is kept for %(days)s days."
                )
                % {"days": drafts.KEPT_DAYS},
            )
    return render(request, "intake/resume.html", {"form": form, "days": drafts.KEPT_DAYS})
