import uuid
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.authorities.models import Body
from ombuds.cases.access import fetch_case, needs, staff
from ombuds.investigations.models import Inquiry
from ombuds.lib.submitting import submitted
from ombuds.office.services import current_office
from ombuds.recommendations import services
from ombuds.recommendations.forms import FilterForm, NewForm
from ombuds.recommendations.models import Recommendation, RecommendationQuerySet


def visible(user: User) -> RecommendationQuerySet:
    return Recommendation.objects.visible_to(user)


def filtered(rows: RecommendationQuerySet, values: dict[str, Any]) -> RecommendationQuerySet:
    if values.get("overdue"):
        rows = rows.overdue()
    for name in ("status", "addressee", "year"):
        if values.get(name):
            rows = rows.filter(**{name: values[name]})
    if words := values.get("q"):
        rows = rows.filter(pk__in=Recommendation.objects.filter(texts__text__icontains=words)) | rows.filter(
            pk__in=Recommendation.objects.filter(texts__title__icontains=words)
        )
    return rows


@needs(Permission.CASES_CASE_READ)
def recommendations(request: HttpRequest) -> HttpResponse:
    form = FilterForm(request.GET)
    values = form.cleaned_data if form.is_valid() else {}
    rows = (
        visible(staff(request))
        .filter(office=current_office())
        .select_related("body")
        .prefetch_related("texts")
    )
    page = Paginator(filtered(rows, values), 50).get_page(request.GET.get("page"))
    context = {"page": page, "form": form, "may_write": staff(request).may(Permission.RECOMMENDATIONS_WRITE)}
    return render(request, "recommendations/list.html", context)


def _bodies(source: dict[str, Any]) -> "QuerySet[Body] | None":
    """Those that the case or inquiry is about; None when it comes from neither."""
    if source.get("cases"):
        return Body.objects.filter(grievances__case__in=source["cases"]).distinct()
    return source["inquiry"].bodies.all() if source.get("inquiry") else None


def _key(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _named(source: dict[str, Any]) -> str:
    """The source as the page says it; empty when there is none."""
    if source.get("report_year"):
        return _("the yearly report %(year)d") % {"year": source["report_year"]}
    if source.get("pattern"):
        return _("a pattern of complaints")
    return str((source.get("cases") or [source.get("inquiry") or ""])[0])


@needs(Permission.RECOMMENDATIONS_WRITE)
def new(request: HttpRequest) -> HttpResponse:
    """From a case (?case=), an inquiry (?inquiry=), a pattern (?pattern=), a yearly report (?report=), or nothing yet."""
    user, office = staff(request), current_office()
    source: dict[str, Any] = {}
    asked = request.GET.get("case", ""), request.GET.get("inquiry", "")
    if asked[0].isdecimal():
        source["cases"] = [fetch_case(user, int(asked[0]))]
    elif asked[1].isdecimal():
        source["inquiry"] = Inquiry.objects.visible_to(user).filter(pk=int(asked[1])).first()
    elif key := _key(request.GET.get("pattern", "")):
        source["pattern"] = key
    elif (year := request.GET.get("report", "")).isdecimal() and len(year) == 4:
        source["report_year"] = int(year)
    initial: dict[str, Any] = {"language": get_language() or "nl"}
    if source.get("cases"):
        main = source["cases"][0].grievances.filter(is_main=True).first()
        initial |= {"body": main.body_id if main else None, "theme": source["cases"][0].theme}
    form = NewForm(request.POST or None, office=office, bodies=_bodies(source), initial=initial)
    made: list[Recommendation] = []

    def act(values: dict[str, Any]) -> None:
        values.pop("seen")
        made.append(services.create(office=office, actor=user, **source, **values))

    if request.method == "POST" and submitted(form, act):
        return redirect("recommendations:recommendation", made[0].pk)
    context = {"form": form, "source": _named(source)}
    return render(request, "recommendations/new.html", context, status=422 if form.is_bound else 200)
