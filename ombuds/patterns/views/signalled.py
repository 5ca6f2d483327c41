from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.authorities.models import Body
from ombuds.cases.access import case_view, needs, staff
from ombuds.cases.models import Case
from ombuds.lib.submitting import submitted
from ombuds.office.models import Term
from ombuds.office.services import current_office
from ombuds.patterns import rules, series, services
from ombuds.patterns.access import signal_or_404, similar, visible_signals
from ombuds.patterns.forms import InquiryForm, RaiseForm, RecommendForm, SettleForm
from ombuds.patterns.models import Likeness, Member, Signal
from ombuds.patterns.services.deciding import seen
from ombuds.patterns.services.signalling import seen_cases
from ombuds.patterns.terms import Act, SignalKind, SignalState
from ombuds.patterns.titles import Titles
from ombuds.patterns.views.patterns import exemplars
from ombuds.recommendations.models import Recommendation

TERMS = 6


@needs(Permission.CASES_CASE_READ)
def signals(request: HttpRequest) -> HttpResponse:
    user, state = staff(request), request.GET.get("state", SignalState.NEW)
    rows = visible_signals(user).filter(office=current_office()).select_related("pattern", "body", "norm")
    if state in SignalState.values:
        rows = rows.filter(state=state)
    page = Paginator(rows, 25).get_page(request.GET.get("page"))
    titles = Titles(user)
    for signal in page.object_list:
        _name(signal, titles)
    context = {"page": page, "states": SignalState.choices, "state": state, "patterns": SignalKind}
    return render(request, "patterns/signals.html", context)


@needs(Permission.CASES_CASE_READ)
def signal(request: HttpRequest, pk: int) -> HttpResponse:
    found = signal_or_404(staff(request), pk)
    record(Act.READ_SIGNAL, actor=staff(request), subject=found)
    return page(request, found)


def page(request: HttpRequest, found: Signal, status: int = 200, **bound: Any) -> HttpResponse:
    user = staff(request)
    titles = Titles(user)
    name = _name(found, titles)
    cases = seen_cases(found, user)
    days = [case.received_on for case in cases]
    if found.pattern_id:
        days = list(seen(found.pattern, user).values_list("received_on", flat=True)) or days  # type: ignore[arg-type]
    lines = series.months(user, found.office, days, found.raised_on)
    bodies = bodies_of(cases)
    members = Member.objects.filter(case__in=[case.pk for case in cases])
    context = {
        "signal": found,
        "name": name,
        "cases": cases,
        "terms": titles.words(members, TERMS),
        "exemplars": exemplars(members.select_related("case").prefetch_related("case__grievances")),
        "languages": sorted({str(case.get_language_display()) for case in cases if case.language}),
        "count": len(cases),
        "bodies": bodies,
        "whole": found.case_links.count() == len(cases),
        "times": _times(len(cases), found.expected),
        "rules": [rules.RULES[code] for code in found.rules if code in rules.RULES],
        "earlier": _earlier(found, bodies, cases),
        "lines": lines,
        "chart": series.chart(lines, name),
        "may_write": user.may(Permission.CASES_CASE_HANDLE),
        "may_recommend": bool(bodies) and user.may(Permission.RECOMMENDATIONS_WRITE),
        "recommend_form": bound.get("recommend") or recommend_form(found, bodies, name),
        "settle_form": bound.get("settle") or SettleForm(prefix="s"),
        "inquiry_form": bound.get("inquiry") or InquiryForm(prefix="i", initial={"title": name[:160]}),
    }
    return render(request, "patterns/signal.html", context, status=status)


def _times(count: int, expected: float) -> float | None:
    """How many times as many as expected, no finer than anybody could say; None when next to nothing was."""
    if expected < 0.05:
        return None
    times = count / expected
    return round(times) if times >= 3 else round(times, 1)


def bodies_of(cases: Iterable[Case]) -> list[Body]:
    """The services that these cases are about, each once."""
    found = {g.body_id: g.body for case in cases for g in case.grievances.all() if g.body is not None}
    return list(found.values())


def recommend_form(
    found: Signal, bodies: list[Body], name: str = "", data: QueryDict | None = None
) -> RecommendForm:
    initial = {
        "title": name,
        "language": get_language() or "nl",
        "body": bodies[0] if len(bodies) == 1 else None,
    }
    return RecommendForm(data, prefix="r", bodies=bodies, initial=initial)


def _name(signal: Signal, titles: Titles) -> str:
    """What it is about, from what the reader may see."""
    if signal.pattern is not None or signal.kind == SignalKind.NEAR:
        named = titles.of_signal(signal) or str(signal.get_kind_display())
    elif signal.kind == SignalKind.SERIOUS:
        named = str(signal.get_kind_display())
    else:
        theme = Term.objects.filter(office=signal.office, vocabulary="theme", code=signal.theme).first()
        parts = [signal.body, theme, signal.norm]
        named = " · ".join(str(part) for part in parts if part) or str(signal.get_kind_display())
    signal.shown = named  # type: ignore[attr-defined]
    return named


def _earlier(signal: Signal, bodies: list[Body], cases: list[Case]) -> list[Recommendation]:
    """Recommendations on the same cases, or to the same services on the same theme."""
    themes = {case.theme for case in cases if case.theme} | ({signal.theme} if signal.theme else set())
    on_cases = Recommendation.objects.filter(sources__case__in=cases)
    to_bodies = Recommendation.objects.filter(body__in=bodies, theme__in=themes)
    found = {
        row.pk: row for row in [*on_cases.prefetch_related("texts"), *to_bodies.prefetch_related("texts")]
    }
    return list(found.values())[:10]


@require_POST
@needs(Permission.CASES_CASE_HANDLE)
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = signal_or_404(staff(request), pk), SettleForm(request.POST, prefix="s")
    if submitted(
        form, lambda values: services.settle(Signal.objects.get(pk=pk), actor=staff(request), **values)
    ):
        messages.success(request, _("The signal is settled."))
        return redirect("patterns:signal", pk)
    return page(request, found, 422, settle=form)


@require_POST
@needs(Permission.CASES_CASE_HANDLE)
def inquire(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = signal_or_404(staff(request), pk), InquiryForm(request.POST, prefix="i")
    made: list[Any] = []
    kept = Signal.objects.get(pk=pk)
    if submitted(
        form, lambda values: made.append(services.open_inquiry(kept, actor=staff(request), **values))
    ):
        messages.success(request, _("The inquiry is open, with the cases of the signal in it."))
        return redirect("investigations:inquiry", made[0].pk)
    return page(request, found, 422, inquiry=form)


@require_POST
@needs(Permission.RECOMMENDATIONS_WRITE)
def recommend(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft recommendation that rests on all cases of the signal, and on its pattern."""
    found, user = signal_or_404(staff(request), pk), staff(request)
    form = recommend_form(found, bodies_of(seen_cases(found, user)), data=request.POST)
    made: list[Recommendation] = []
    kept = Signal.objects.get(pk=pk)
    if submitted(form, lambda values: made.append(services.draft_recommendation(kept, actor=user, **values))):
        messages.success(request, _("The draft is made; it rests on the cases of the signal."))
        return redirect("recommendations:recommendation", made[0].pk)
    return page(request, found, 422, recommend=form)


@case_view()
def alike(request: HttpRequest, case: Case) -> HttpResponse:
    return case_page(request, case)


def case_page(
    request: HttpRequest, case: Case, form: RaiseForm | None = None, status: int = 200
) -> HttpResponse:
    user = staff(request)
    context = {
        "case": case,
        "alike": similar(user, case, 20),
        "may_write": user.may(Permission.CASES_CASE_HANDLE),
        "may_raise": user.may(Permission.CASES_CASE_TRIAGE),
        "raise_form": form or RaiseForm(),
        "signals": visible_signals(user).filter(case_links__case=case),
    }
    return render(request, "patterns/alike.html", context, status=status)


@require_POST
@case_view(Permission.CASES_CASE_TRIAGE)
def raise_signal(request: HttpRequest, case: Case) -> HttpResponse:
    form = RaiseForm(request.POST)
    made: list[Signal] = []
    if submitted(
        form, lambda values: made.append(services.raise_serious(case, actor=staff(request), **values))
    ):
        messages.success(request, _("The signal is raised."))
        return redirect("patterns:signal", made[0].pk)
    return case_page(request, case, form, 422)


@require_POST
@case_view(Permission.CASES_CASE_HANDLE)
def verdict(request: HttpRequest, case: Case, likeness_pk: int) -> HttpResponse:
    shown = {one.likeness.pk: one.likeness for one in similar(staff(request), case, 100)}
    found = shown.get(likeness_pk)
    if found is None or not Likeness.objects.filter(pk=likeness_pk).exists():
        raise Http404
    services.say_verdict(found, actor=staff(request), verdict=request.POST.get("verdict", ""))
    messages.success(request, _("Thank you: this is remembered."))
    return redirect("patterns:alike", case.pk)
