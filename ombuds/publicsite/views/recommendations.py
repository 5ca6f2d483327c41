from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ombuds.lib.i18n import pick
from ombuds.office.services import current_office
from ombuds.publications.models import PublicRecommendation
from ombuds.publications.services.reading import STATUSES, labels_of, public_recommendations, timeline_words
from ombuds.publicsite.views.reading import reader_language


@login_not_required
@require_safe
def recommendations(request: HttpRequest) -> HttpResponse:
    rows = public_recommendations(current_office().code)
    year, status = request.GET.get("year", ""), request.GET.get("status", "")
    years = sorted(set(rows.values_list("year", flat=True)), reverse=True)
    if year.isdecimal() and len(year) == 4:
        rows = rows.filter(year=int(year))
    if status in STATUSES.values:
        rows = rows.filter(status=status)
    page = Paginator(rows.defer("htmls", "timeline"), 30).get_page(request.GET.get("page"))
    used = [choice for choice in STATUSES.choices if choice[0] not in ("draft", "sent_for_comment")]
    context = {
        "page": page,
        "rows": [(one, labels_of(one)) for one in page],
        "years": years,
        "year": year,
        "statuses": used,
        "status": status,
    }
    return render(request, "publicsite/recommendations.html", context)


@login_not_required
@require_safe
def recommendation(request: HttpRequest, year: int, sequence: int) -> HttpResponse:
    found = public_recommendations(current_office().code).filter(year=year, sequence=sequence).first()
    if found is None:
        raise Http404
    language = _language_of(found)
    context = {
        "recommendation": found,
        "labels": labels_of(found),
        "language": language,
        "html": found.htmls.get(language, ""),
        "title": pick(found.titles, language),
        "timeline": timeline_words(found.timeline),
    }
    return render(request, "publicsite/recommendation.html", context)


def _language_of(found: PublicRecommendation) -> str:
    reads = reader_language()
    return reads if reads in found.htmls else next(iter(found.htmls), reads)
