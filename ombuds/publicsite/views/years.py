from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ombuds.annualreport import services
from ombuds.annualreport.models import Edition
from ombuds.office.services import current_office
from ombuds.publicsite.views.reading import reader_language
from ombuds.statistics.tables import to_csv


def released(year: int) -> Edition:
    found = services.released_editions(current_office()).filter(year=year).first() if year < 10000 else None
    if found is None:
        raise Http404
    return found


def language_of(request: HttpRequest, edition: Edition) -> str:
    """The one asked, the reader's, or the first that the report has."""
    there = services.edition_languages(edition)
    wanted = (request.GET.get("lang", ""), reader_language())
    return next((code for code in wanted if code in there), there[0])


@login_not_required
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    rows = services.released_editions(current_office())
    return render(
        request, "publicsite/reports.html", {"rows": [(e, services.edition_languages(e)) for e in rows]}
    )


@login_not_required
@require_safe
def report(request: HttpRequest, year: int) -> HttpResponse:
    edition = released(year)
    language = language_of(request, edition)
    context = {
        "edition": edition,
        "language": language,
        "languages": services.edition_languages(edition),
        "html": services.edition_fragment(edition, language),
        "tables": services.edition_tables(edition),
    }
    return render(request, "publicsite/report.html", context)


@login_not_required
@require_safe
def pdf(request: HttpRequest, year: int) -> HttpResponse:
    edition = released(year)
    language = language_of(request, edition)
    response = HttpResponse(services.edition_pdf(edition, language), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="report-{year}-{language}.pdf"'
    return response


@login_not_required
@require_safe
def table(request: HttpRequest, year: int, table: str) -> HttpResponse:
    edition = released(year)
    found = next((t for t in services.edition_tables(edition) if t.key == table), None)
    if found is None:
        raise Http404
    body = "\ufeff" + to_csv(found, language_of(request, edition))
    response = HttpResponse(body, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{year}-{found.key}.csv"'
    return response
