import csv
import io
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from ombuds.annualreport import services
from ombuds.office.services import current_office
from ombuds.publications.models import PublicRecommendation
from ombuds.publications.services.reading import current_texts, public_recommendations
from ombuds.publicsite.views.reading import absolute, public, public_languages
from ombuds.statistics.tables import safe


@public
def overview(request: HttpRequest) -> HttpResponse:
    office = current_office()
    editions = services.released_editions(office)
    context = {
        "editions": [(edition, services.edition_tables(edition)) for edition in editions],
        "languages": public_languages(office),
    }
    return render(request, "publicsite/open_data.html", context)


def _row(one: PublicRecommendation) -> dict[str, Any]:
    return {
        "code": one.code,
        "year": one.year,
        "addressee": one.addressee,
        "addressee_name": one.addressees,
        "theme": one.theme,
        "title": one.titles,
        "status": one.status,
        "service_says": one.service_says,
        "ombudsman_finds": one.ombudsman_finds,
        "issued_on": one.issued_on,
        "answer_due_on": one.answer_due_on,
        "answered_on": one.answered_on,
        "timeline": one.timeline,
        "url": absolute("recommendation", one.year, one.sequence),
    }


@public
def recommendations(request: HttpRequest, form: str) -> HttpResponse:
    rows = [_row(one) for one in public_recommendations(current_office().code)]
    if form == "json":
        return JsonResponse({"recommendations": rows}, json_dumps_params={"ensure_ascii": False})
    if form != "csv":
        raise Http404
    return HttpResponse("\ufeff" + _as_csv(rows), content_type="text/csv; charset=utf-8")


def _as_csv(rows: list[dict[str, Any]]) -> str:
    """One line a recommendation; names and titles get a column per language, the timeline stays in the JSON."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    plain = [
        "code", "year", "addressee", "theme", "status", "service_says", "ombudsman_finds", "issued_on",
        "answer_due_on", "answered_on", "url",
    ]  # fmt: skip
    languages = ("nl", "fr", "en")
    writer.writerow(
        [*plain, *(f"{name}_{code}" for name in ("title", "addressee_name") for code in languages)]
    )
    for row in rows:
        named = [row[name].get(code, "") for name in ("title", "addressee_name") for code in languages]
        writer.writerow(
            [safe(str(value if value is not None else "")) for value in (*(row[n] for n in plain), *named)]
        )
    return out.getvalue()


@public
def publications(request: HttpRequest) -> HttpResponse:
    rows = [
        {
            "id": str(text.key),
            "language": text.language,
            "kind": text.kind,
            "theme": text.theme,
            "title": text.title,
            "summary": text.summary,
            "published_at": text.published_at,
            "first_published_at": text.first_published_at,
            "version": text.number,
            "sha256": text.sha256,
            "url": f"{absolute('publication', text.key)}?lang={text.language}",
        }
        for text in current_texts(current_office().code).defer("html")
    ]
    return JsonResponse({"publications": rows}, json_dumps_params={"ensure_ascii": False})
