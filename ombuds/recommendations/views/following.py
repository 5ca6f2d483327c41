"""The acts after the answer: what was promised, how far it is, what we saw, and whether the complaints stopped."""

import datetime as dt
from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.core.paginator import Paginator
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.cases.access import needs, staff
from ombuds.cases.models import Case
from ombuds.recommendations import services
from ombuds.recommendations.forms import EffectForm, MeasureForm, ProgressForm, SettleForm
from ombuds.recommendations.models import Effect, Recommendation
from ombuds.recommendations.terms import Act as Kept
from ombuds.recommendations.views.details import after, done, fetch, stored

Act = Callable[..., object]  # takes what the form says
View = Callable[..., HttpResponseBase]


def keeps(name: str, sentence: Promise | str) -> Callable[[Callable[..., tuple[BaseForm, Act]]], View]:
    """A page's form and its act, as a view: it is done and said so, or the page comes back with what was typed in `name`."""

    def decorate(wanted: Callable[..., tuple[BaseForm, Act]]) -> View:
        @require_POST
        @needs(Permission.RECOMMENDATIONS_WRITE)
        @wraps(wanted)
        def view(request: HttpRequest, pk: int, **place: int) -> HttpResponse:
            found = fetch(request, pk)
            form, act = wanted(request, found, **place)
            bound = {name: form, **{f"{name}_of": number for number in place.values()}}
            return after(request, found, form, lambda values: act(**values), str(sentence), **bound)

        return view

    return decorate


@keeps("measure", gettext_lazy("The promise is kept."))
def promise(request: HttpRequest, found: Recommendation) -> tuple[BaseForm, Act]:
    return MeasureForm(request.POST, prefix="m"), partial(services.promise, found, actor=staff(request))


@keeps("told", gettext_lazy("Kept."))
def progress(request: HttpRequest, found: Recommendation) -> tuple[BaseForm, Act]:
    def act(**values: Any) -> None:
        services.report_progress(found, actor=staff(request), documents=stored(request, values), **values)

    return ProgressForm(request.POST, request.FILES, recommendation=found, prefix="p"), act


@keeps("settled", gettext_lazy("What we saw is kept."))
def settle(request: HttpRequest, found: Recommendation, measure: int) -> tuple[BaseForm, Act]:
    chosen = get_object_or_404(found.measures, pk=measure)
    act = partial(services.settle_measure, chosen, actor=staff(request))
    return SettleForm(request.POST, prefix="v"), act


@keeps("effect_form", gettext_lazy("The effect is computed."))
def effect(request: HttpRequest, found: Recommendation) -> tuple[BaseForm, Act]:
    form = EffectForm(request.POST, recommendation=found, prefix="e")
    return form, partial(services.measure_effect, found, actor=staff(request))


@require_POST
@needs(Permission.RECOMMENDATIONS_WRITE)
def stop_effect(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(request, pk)
    services.forget_effect(found, actor=staff(request))
    return done(request, found, _("The effect is no longer measured."))


@require_safe
@needs(Permission.CASES_CASE_READ)
def effect_cases(request: HttpRequest, pk: int, year: int, month: int) -> HttpResponse:
    """The complaints that one month of the effect counts, as far as the reader may see them."""
    found = fetch(request, pk)
    measured = get_object_or_404(Effect, recommendation=found)
    if not (1 <= month <= 12 and 1900 <= year <= 9998):
        raise Http404
    first = dt.date(year, month, 1)
    counted = services.cases_of_month(measured, first)
    seen = (
        Case.objects.visible_to(staff(request))
        .filter(pk__in=counted.values("pk"))
        .order_by("received_at", "pk")
    )
    record(Kept.READ, actor=staff(request), subject=found, data={"month": first.isoformat()[:7]})
    context = {
        "recommendation": found,
        "month": first,
        "page": Paginator(seen, 50).get_page(request.GET.get("page")),
    }
    return render(request, "recommendations/effect_cases.html", context)
