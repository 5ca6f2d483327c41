"""The yearly reports: an opening page, a page a chapter, the whole, booklets for committees, and every file."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from ombuds.annualreport import html, services, shelf
from ombuds.annualreport.committees import cut
from ombuds.annualreport.making import catalogue
from ombuds.annualreport.making.bundle import MEDIA
from ombuds.annualreport.models import Edition
from ombuds.lib.i18n import pick
from ombuds.lib.throttle import address_of, too_often
from ombuds.office.services import current_office
from ombuds.publicsite.views.reading import absolute, public, reader_language
from ombuds.statistics.tables import to_csv

MOST_FILES = 60  # from one address in an hour: making a PDF costs more than sending it


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


@public
def reports(request: HttpRequest) -> HttpResponse:
    rows = services.released_editions(current_office())
    return render(
        request, "publicsite/reports.html", {"rows": [(e, services.edition_languages(e)) for e in rows]}
    )


def _opening(request: HttpRequest, year: int) -> dict[str, Any]:
    edition = released(year)
    language = language_of(request, edition)
    return {
        "edition": edition,
        "language": language,
        "languages": services.edition_languages(edition),
        "chapters": html.titles(edition.content, language),
    }


@public
def report(request: HttpRequest, year: int) -> HttpResponse:
    """What is in it, and its files."""
    context = _opening(request, year)
    edition, language = context["edition"], context["language"]
    others = services.released_editions(current_office()).exclude(pk=edition.pk)
    context |= {
        "office_name": pick(edition.content["office"]["names"], language),
        "addressees": (edition.content.get("addressees") or {}).get(language, []),
        "tables": services.edition_tables(edition),
        "committees": [
            (each["code"], pick(each["labels"], language))
            for each in edition.content.get("committees", [])
            if (part := cut(edition.content, each["code"])) and part["chapters"]
        ],
        "others": others,
        "glance": next((c["code"] for c in edition.content["chapters"] if c["code"] == "glance"), ""),
    }
    return render(request, "publicsite/report.html", context)


@public
def chapter(request: HttpRequest, year: int, code: str) -> HttpResponse:
    context = _opening(request, year)
    codes = [each for each, _title in context["chapters"]]
    if code not in codes:
        raise Http404
    edition, language, at = context["edition"], context["language"], codes.index(code)
    context |= {
        "code": code,
        "title": context["chapters"][at][1],
        "before": context["chapters"][at - 1] if at else None,
        "after": context["chapters"][at + 1] if at + 1 < len(codes) else None,
        "html": html.chapter(edition.content, language, code, downloads=f"/reports/{year}/"),
    }
    return render(request, "publicsite/chapter.html", context)


@public
def whole(request: HttpRequest, year: int) -> HttpResponse:
    """All chapters on one page, to print or to search with the browser."""
    context = _opening(request, year)
    context["html"] = services.edition_fragment(context["edition"], context["language"])
    return render(request, "publicsite/report_whole.html", context)


@public
def booklet(request: HttpRequest, year: int, code: str) -> HttpResponse:
    """What concerns one committee of parliament."""
    context = _opening(request, year)
    part = cut(context["edition"].content, code)
    if part is None or not part["chapters"]:
        raise Http404
    context |= {
        "code": code,
        "title": pick(part["committee"]["labels"], context["language"]),
        "html": html.fragment(part, context["language"]),
    }
    return render(request, "publicsite/booklet.html", context)


def _limited(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    def limited(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if too_often("report-file", address_of(request), most=MOST_FILES, seconds=3600):
            return render(request, "publicsite/kit_later.html", status=429)
        return view(request, *args, **kwargs)

    return limited


@public
@_limited
def pdf(request: HttpRequest, year: int) -> HttpResponse:
    edition = released(year)
    return _file(edition, language_of(request, edition), "report.pdf")


@public
@_limited
def file(request: HttpRequest, year: int, name: str, language: str, form: str) -> HttpResponse:
    """report-nl.epub, figures-fr.parquet …"""
    edition = released(year)
    if language not in services.edition_languages(edition) or not shelf.has(f"{name}.{form}"):
        raise Http404
    return _file(edition, language, f"{name}.{form}")


@public
@_limited
def booklet_pdf(request: HttpRequest, year: int, code: str, language: str) -> HttpResponse:
    edition = released(year)
    if language not in services.edition_languages(edition):
        raise Http404
    return _file(edition, language, "report.pdf", committee=code)


def _file(edition: Edition, language: str, name: str, *, committee: str = "") -> HttpResponse:
    data = shelf.file_of(edition, language, name, committee=committee)
    if data is None:
        raise Http404
    stem, _dot, form = name.partition(".")
    response = HttpResponse(data, content_type=MEDIA[form])
    parts = [stem, str(edition.year), *([committee] if committee else []), language]
    response["Content-Disposition"] = f'attachment; filename="{"-".join(parts)}.{form}"'
    return response


@public
def dataset(request: HttpRequest, year: int, form: str) -> HttpResponse:
    """The description for data portals, as Turtle or JSON-LD."""
    edition = released(year)
    write = {"ttl": catalogue.turtle, "jsonld": catalogue.json_ld}.get(form)
    if write is None:
        raise Http404
    graph = catalogue.graph(
        edition.content,
        base=absolute("report", year),
        dated=services.dated(edition),
        languages=services.edition_languages(edition),
    )
    return HttpResponse(write(graph), content_type=MEDIA[form])


@public
def table(request: HttpRequest, year: int, table: str) -> HttpResponse:
    edition = released(year)
    found = next((t for t in services.edition_tables(edition) if t.key == table), None)
    if found is None:
        raise Http404
    body = "\ufeff" + to_csv(found, language_of(request, edition))
    response = HttpResponse(body, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{year}-{found.key}.csv"'
    return response
