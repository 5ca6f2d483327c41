"""The acts after the answer: what was promised, how far it is, what we saw, and whether the complaints stopped."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombuds.accounts.permissions import Permission
from ombuds.cases.access import needs, staff
from ombuds.recommendations import services
from ombuds.recommendations.forms import EffectForm, MeasureForm, ProgressForm, SettleForm
from ombuds.recommendations.views.details import after, done, fetch, stored


@require_POST
@needs(Permission.RECOMMENDATIONS_WRITE)
def promise(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = fetch(request, pk), MeasureForm(request.POST, prefix="m")
    return after(
        request,
        found,
        form,
        lambda values: services.promise(found, actor=staff(request), **values),
        _("The promise is kept."),
        measure=form,
    )


@require_POST
@needs(Permission.RECOMMENDATIONS_WRITE)
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(request, pk)
    form = ProgressForm(request.POST, request.FILES, recommendation=found, prefix="p")

    def act(values: dict[str, Any]) -> None:
        services.report_progress(found, actor=staff(request), documents=stored(request, values), **values)

    return after(request, found, form, act, _("Kept."), told=form)


@require_POST
@needs(Permission.RECOMMENDATIONS_WRITE)
def settle(request: HttpRequest, pk: int, measure: int) -> HttpResponse:
    found, form = fetch(request, pk), SettleForm(request.POST, prefix="v")
    chosen = get_object_or_404(found.measures, pk=measure)
    return after(
        request,
        found,
        form,
        lambda values: services.settle_measure(chosen, actor=staff(request), **values),
        _("What we saw is kept."),
        settled=form,
        settling=measure,
    )


@require_POST
@needs(Permission.RECOMMENDATIONS_WRITE)
def effect(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(request, pk)
    form = EffectForm(request.POST, recommendation=found, prefix="e")
    return after(
        request,
        found,
        form,
        lambda values: services.measure_effect(found, actor=staff(request), **values),
        _("The effect is computed."),
        effect_form=form,
    )


@require_POST
@needs(Permission.RECOMMENDATIONS_WRITE)
def stop_effect(request: HttpRequest, pk: int) -> HttpResponse:
    found = fetch(request, pk)
    services.forget_effect(found, actor=staff(request))
    return done(request, found, _("The effect is no longer measured."))
