from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.cases.access import needs, staff
from ombuds.cases.models import Case
from ombuds.lib.errors import Refusal
from ombuds.lib.submitting import submitted
from ombuds.office.services import current_office
from ombuds.publications import services
from ombuds.publications.access import visible_to
from ombuds.publications.forms import NewForm, OverrideForm
from ombuds.publications.models import Publication, PublicRecommendation
from ombuds.publications.permitting import Singled
from ombuds.publications.terms import Kind, State
from ombuds.recommendations.models import Recommendation

MAY_SEE = (
    Permission.PUBLICATIONS_TEXT_WRITE,
    Permission.PUBLICATIONS_TEXT_REVIEW,
    Permission.PUBLICATIONS_TEXT_APPROVE,
)


def named_cases(user: User, references: str) -> list[Case]:
    """The cases that were typed, if this person may see them. Raises Refusal naming those that are not there."""
    wanted = [word.strip() for word in references.replace(";", ",").split(",") if word.strip()]
    visible = Case.objects.visible_to(user)
    found = {reference: visible.filter(reference__iexact=reference).first() for reference in wanted}
    if missing := [reference for reference, case in found.items() if case is None]:
        raise Refusal(
            _("There is no case with this reference: %(references)s."), references=", ".join(missing)
        )
    return [case for case in found.values() if case is not None]


@needs(Permission.OFFICE_SETTINGS_READ)
def publications(request: HttpRequest) -> HttpResponse:
    user = staff(request)
    if not any(user.may(permission) for permission in MAY_SEE):
        raise PermissionDenied
    rows = visible_to(user).filter(office=current_office()).select_related("writer").prefetch_related("texts")
    chosen = {"state": request.GET.get("state", ""), "kind": request.GET.get("kind", "")}
    for name, values in (("state", State.values), ("kind", Kind.values)):
        if chosen[name] in values:
            rows = rows.filter(**{name: chosen[name]})
    page = Paginator(rows, 50).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "states": State.choices,
        "kinds": Kind.choices,
        "may_write": user.may(Permission.PUBLICATIONS_TEXT_WRITE),
        "may_measure": user.may(Permission.PUBLICATIONS_TEXT_REVIEW),
        "may_release": user.may(Permission.PUBLICATIONS_TEXT_APPROVE),
        **chosen,
    }
    return render(request, "publications/list.html", context)


@needs(Permission.PUBLICATIONS_TEXT_WRITE)
def new(request: HttpRequest) -> HttpResponse:
    """`?case=` or `?inquiry=` holds the number of the page from which the writer comes."""
    user, office = staff(request), current_office()
    initial: dict[str, Any] = {}
    if request.GET.get("inquiry", "").isdecimal():
        joined = Case.objects.visible_to(user).filter(inquiry_links__inquiry=int(request.GET["inquiry"]))
        initial = {
            "references": ", ".join(joined.values_list("reference", flat=True)[:25]),
            "kind": "report",
        }
    if request.GET.get("case", "").isdecimal():
        visible = Case.objects.visible_to(user)
        case = visible.filter(pk=int(request.GET["case"])).first()
        initial = {"references": case.reference if case else ""}
    form = NewForm(request.POST or None, office=office, initial=initial)
    made: list[Publication] = []

    def act(values: dict[str, Any]) -> None:
        cases = named_cases(user, values["references"])
        made.append(
            services.draft(office=office, actor=user, kind=values["kind"], cases=cases, theme=values["theme"])
        )

    if request.method == "POST" and submitted(form, act):
        messages.success(request, _("A draft is ready. Rewrite it in your own words."))
        return redirect("publications:publication", made[0].pk)
    return render(request, "publications/new.html", {"form": form}, status=422 if form.is_bound else 200)


@needs(Permission.PUBLICATIONS_TEXT_APPROVE)
def recommendations(request: HttpRequest) -> HttpResponse:
    """What of the recommendations is public, and what has moved on since."""
    return _recommendations(request)


def _recommendations(request: HttpRequest, code: int = 200, **bound: Any) -> HttpResponse:
    office = current_office()
    context = {
        "changed": services.changed_recommendations(office),
        "released": PublicRecommendation.objects.filter(office_code=office.code, is_current=True),
        **bound,
    }
    return render(request, "publications/recommendations.html", context, status=code)


@require_POST
@needs(Permission.PUBLICATIONS_TEXT_APPROVE)
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Make it public; when the gate does not pass it, the ombudsman may give a reason to do so all the same."""
    recommendation = get_object_or_404(Recommendation, pk=pk, office=current_office())
    form = OverrideForm(request.POST if "o-reason" in request.POST else None, prefix="o")
    if form.is_bound and not form.is_valid():
        return _recommendations(request, 422, stopped=recommendation, override_form=form)
    reason = form.cleaned_data["reason"] if form.is_bound else ""
    try:
        services.release_recommendation(recommendation, actor=staff(request), in_spite=reason)
    except Singled as refusal:
        trouble = refusal.sentence
        return _recommendations(request, 422, stopped=recommendation, override_form=form, trouble=trouble)
    messages.success(
        request, _("Recommendation %(code)s is public as it is now.") % {"code": recommendation.code}
    )
    return redirect("publications:recommendations")


@require_POST
@needs(Permission.PUBLICATIONS_TEXT_APPROVE)
def withdraw_recommendation(request: HttpRequest, key: str) -> HttpResponse:
    recommendation = get_object_or_404(Recommendation, key=key, office=current_office())
    services.withdraw_recommendation(recommendation, actor=staff(request))
    messages.success(
        request, _("Recommendation %(code)s is no longer public.") % {"code": recommendation.code}
    )
    return redirect("publications:recommendations")
