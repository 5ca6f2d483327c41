"""Triage: what came in beside what we make of it."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.cases.access import case_view, needs, staff
from ombuds.cases.models import Case, Grievance
from ombuds.cases.services import (
    add_grievance,
    assign,
    change_case,
    council_of_state_of,
    link,
    linked_cases,
    merge,
    move,
    reclassify,
)
from ombuds.cases.workflow import CaseAct, State
from ombuds.intake.duplicates import colleagues_in, similar_cases
from ombuds.intake.forms.triage import FACTS, HANDLERS, GrievanceForm, HandlerForm, TieForm, TriageForm
from ombuds.intake.models import Submission
from ombuds.intake.services.grievances import point_at_body
from ombuds.intake.suggesting import Suggestion, judged, suggest, suggestion_of
from ombuds.intake.terms import Answered, Contacted
from ombuds.intake.views.holding import language_of_page
from ombuds.lib.errors import Refusal

PER_PAGE = 50


@never_cache
@needs(Permission.CASES_CASE_TRIAGE)
def pile(request: HttpRequest) -> HttpResponse:
    """What waits for triage: urgent first, then the oldest."""
    cases = (
        Case.objects.visible_to(staff(request))
        .filter(state__in=[State.REGISTERED, State.TRIAGE])
        .select_related("handler")
        .prefetch_related("grievances__body", "clocks")
        .order_by("-urgent", "received_at", "pk")
    )
    page = Paginator(cases, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "intake/triage.html", {"page": page})


@never_cache
@require_http_methods(["GET", "POST"])
@case_view(Permission.CASES_CASE_TRIAGE)
def case_page(request: HttpRequest, case: Case) -> HttpResponse:
    """One case. Each act on the page is a form of its own; what is typed into it stays when it is refused."""
    user = staff(request)
    prefetch_related_objects(
        [case],
        Prefetch("grievances", Grievance.objects.select_related("body__parent")),
        "parties",
        Prefetch("submissions", Submission.objects.select_related("original")),
    )
    colleagues = list(User.objects.active_marked(*HANDLERS))
    forms = _forms(case, colleagues)
    if request.method == "POST":
        name = request.POST.get("act", "")
        if name == "decide":  # nothing to correct here: on to the decision
            _begin(case, user)
            return redirect("admissibility:decision", pk=case.pk)
        acts = {"facts": _facts, "grievance": _grievance, "tie": _tie, "handler": _handler}
        if name in acts:
            forms[name] = _bound(name, request, case, colleagues)
            if forms[name].is_valid():
                try:
                    acts[name](case, forms[name].cleaned_data, user)
                    messages.success(request, _("Kept."))
                    return redirect("intake:triage_case", pk=case.pk)
                except Refusal as refusal:
                    forms[name].add_error(None, refusal.sentence)
    return render(request, "intake/triage_case.html", _context(case, user, forms, colleagues))


def _forms(case: Case, colleagues: list[User]) -> dict[str, Any]:
    return {
        "facts": TriageForm(case=case),
        "grievance": _grievance_form(case),
        "tie": TieForm(prefix="tie"),
        "handler": HandlerForm(
            prefix="handler", initial={"handler": case.handler_id}, people=_holders(colleagues)
        ),
    }


def _holders(colleagues: list[User]) -> list[User]:
    return [one for one in colleagues if one.holds]  # type: ignore[attr-defined]  # an annotation


def _bound(name: str, request: HttpRequest, case: Case, colleagues: list[User]) -> Any:
    if name == "facts":
        return TriageForm(request.POST, case=case)
    if name == "grievance":
        return _grievance_form(case, request.POST)
    if name == "handler":
        return HandlerForm(request.POST, prefix=name, people=_holders(colleagues))
    return TieForm(request.POST, prefix=name)


def _grievance_form(case: Case, data: Any = None) -> GrievanceForm:
    """About the main grievance, or the first one when there is none yet."""
    main = _main(case)
    written = (data.get("grievance-body_text", "") if data else "") or (main.body_as_written if main else "")
    if not written:
        first = next(iter(case.submissions.all()), None)
        written = str(first.fields.get("body_text", "")) if first else ""
    suggestions = suggest(written[:200], case.office, language_of_page())
    candidates = [(one.code, _label(one)) for one in suggestions]
    if main and main.body and main.body.code not in dict(candidates):
        candidates.insert(0, (main.body.code, str(main.body)))
    initial = {
        "summary": main.summary if main else case.subject,
        "body_text": written,
        "body": main.body.code if main and main.body else "",
    }
    form = GrievanceForm(data, prefix="grievance", initial=initial, candidates=candidates)
    form.suggestions = suggestions
    return form


def _label(one: Any) -> str:
    if one.elsewhere:
        return _("%(service)s — goes to %(helper)s") % {"service": one.name, "helper": one.helper or "?"}
    return str(one.name)


def _main(case: Case) -> Grievance | None:
    return min(case.grievances.all(), key=lambda one: (not one.is_main, one.pk), default=None)


def _begin(case: Case, user: User) -> None:
    """The first thing done at triage takes the case out of the pile."""
    if case.state == State.REGISTERED:
        move(case, CaseAct.START_TRIAGE, actor=user)


def _facts(case: Case, values: dict[str, Any], user: User) -> None:
    with transaction.atomic():
        facts = {name: values[name] for name in FACTS}
        if values["language"] != case.language:
            facts["letter_language"] = values["language"] if values["language"] in ("nl", "fr", "en") else ""
        change_case(case, actor=user, version=values["version"], **facts)
        if values["kind"] != case.kind:
            reclassify(case, actor=user, kind=values["kind"], reason=values["kind_reason"])
        _begin(case, user)


def _grievance(case: Case, values: dict[str, Any], user: User) -> None:
    chosen = suggestion_of(values["body"])
    body = chosen.body if chosen else None
    main = _main(case)
    with transaction.atomic():
        if main is None:
            add_grievance(
                case, actor=user, body=body, body_as_written=values["body_text"], summary=values["summary"]
            )
        else:
            point_at_body(
                main, actor=user, body=body, body_as_written=values["body_text"], summary=values["summary"]
            )
        _begin(case, user)


def _tie(case: Case, values: dict[str, Any], user: User) -> None:
    other = Case.objects.visible_to(user).filter(reference__iexact=values["reference"].strip()).first()
    if other is None:
        raise Refusal(_("There is no case with this reference."))
    if values["how"] == "merge":
        merge(case, other, actor=user, reason=values["reason"])
    else:
        link(case, other, actor=user, kind=values["how"])


def _handler(case: Case, values: dict[str, Any], user: User) -> None:
    with transaction.atomic():
        assign(case, actor=user, handler=values["handler"])
        _begin(case, user)


def _judged(case: Case, main: Grievance | None, suggestions: Sequence[Suggestion]) -> Suggestion | None:
    """What the register says of the service; it was asked already when the service is among those suggested."""
    if main is None or main.body is None:
        return None
    known = [one for one in suggestions if one.code == main.body.code]
    return known[0] if known else judged(main.body, case.office)


def _context(case: Case, user: User, forms: dict[str, Any], colleagues: list[User]) -> dict[str, Any]:
    main = _main(case)
    linked = linked_cases(case, user=user) if case.has_links else []  # type: ignore[attr-defined]  # of fetch_case
    papers = list(case.papers.select_related("document")) if case.has_papers else []  # type: ignore[attr-defined]
    return {
        "case": case,
        "undecided": case.state in (State.REGISTERED, State.TRIAGE),
        "forms": forms,
        "submissions": [(one, _shown(one)) for one in case.submissions.all()],
        "grievances": case.grievances.all(),
        "judged": _judged(case, main, forms["grievance"].suggestions),
        "parties": case.parties.all(),
        "papers": papers,
        "similar": similar_cases(case, user=user, tied=[other.pk for _kind, other in linked]),
        "linked": linked,
        "colleagues": colleagues_in(case, colleagues),
        "council": council_of_state_of(case),
        "clocks": [clock for clock in case.clocks.all() if clock.is_running],
    }


def _labels() -> dict[str, str]:
    """The answers that matter at triage, in this order. The others stand folded away below them, as they came."""
    return {
        "text": _("What happened"),
        "notes": _("Notes"),
        "body_text": _("The service, in their words"),
        "contacted": _("Contacted the service"),
        "answered": _("What the service did"),
        "service_answer": _("What the service answered"),
        "wish": _("What would solve it"),
        "needs_text": _("Needs"),
        "other_language": _("Which other language?"),
        "files": _("Files"),
    }


CODES: dict[str, dict[str, Any]] = {"contacted": dict(Contacted.choices), "answered": dict(Answered.choices)}


def _shown(submission: Submission) -> list[tuple[str, str]]:
    rows = []
    for name, label in _labels().items():
        value = submission.fields.get(name)
        if not value:
            continue
        text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        rows.append((label, str(CODES.get(name, {}).get(text, text))))
    return rows
