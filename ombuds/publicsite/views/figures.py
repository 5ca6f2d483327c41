"""The figures explorer: released tables only, each with its definition, its query in words, its files."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ombuds.annualreport import services
from ombuds.lib.charts import draw
from ombuds.office.models import Office
from ombuds.office.services import current_office
from ombuds.publicsite.views.reading import reader_language
from ombuds.publicsite.views.years import released
from ombuds.statistics import asking, charting, counters, display, mapping, releasing, tables
from ombuds.statistics.models import Release
from ombuds.statistics.tables import Table

MOST_YEARS = 6


def _counted(office: Office) -> dict[str, counters.Counter]:
    return counters.load(office.code)


@login_not_required
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Every table that was released: those of the yearly reports by subject, and those released apart."""
    office = current_office()
    subjects: dict[str, dict[str, Any]] = {}
    for edition in services.released_editions(office)[:MOST_YEARS]:
        for table in services.edition_tables(edition):
            subjects.setdefault(table.key, {"title": table.title, "years": []})["years"].append(edition.year)
    context = {
        "subjects": subjects,
        "apart": [
            (row, tables.from_json(row.tables[0])) for row in releasing.released_cubes(office) if row.tables
        ],
    }
    return render(request, "publicsite/figures.html", context)


@login_not_required
@require_safe
def figure(request: HttpRequest, year: int, table: str) -> HttpResponse:
    """One table of a yearly report: chart, table, definition, files, other years."""
    found = _of_edition(year, table)
    office, language = current_office(), reader_language()
    counter = _counted(office).get(table)
    chart = charting.chart(found, counter.chart, language) if counter else None
    years = [
        edition.year
        for edition in services.released_editions(office)[:MOST_YEARS]
        if any(each.key == table for each in services.edition_tables(edition))
    ]
    context = {
        "tables": [display.show(found, language)],
        "title": found.title,
        "definition": found.definition,
        "how": asking.words_of(counter, year) if counter else {},
        "svg": draw(chart, language=language) if chart else "",
        "year": year,
        "table": table,
        "years": years,
        "breaks": counter.breaks if counter else {},
    }
    return render(request, "publicsite/figure.html", context)


def _of_edition(year: int, key: str) -> Table:
    found = next((each for each in services.edition_tables(released(year)) if each.key == key), None)
    if found is None:
        raise Http404
    return found


@login_not_required
@require_safe
def figure_file(request: HttpRequest, year: int, table: str) -> HttpResponse:
    """The same figures for a program. For a spreadsheet there is the file of the yearly report."""
    return _json([_of_edition(year, table)])


@login_not_required
@require_safe
def apart(request: HttpRequest, pk: int) -> HttpResponse:
    """A table that was released apart."""
    row = _release(pk)
    language = reader_language()
    found = [tables.from_json(data) for data in row.tables]
    context = {
        "tables": [display.show(table, language) for table in found],
        "title": found[-1].definition,
        "row": row,
    }
    return render(request, "publicsite/figure.html", context)


def _release(pk: int) -> Release:
    row = releasing.released_cubes(current_office()).filter(pk=pk).first() if pk < 2**31 else None
    if row is None or not row.tables:
        raise Http404
    return row


@login_not_required
@require_safe
def apart_file(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The table as CSV or JSON."""
    found = [tables.from_json(data) for data in _release(pk).tables]
    if form == "json":
        return _json(found)
    if form != "csv":
        raise Http404
    text = "\r\n".join(tables.to_csv(table, reader_language()) for table in found)
    response = HttpResponse("\ufeff" + text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="table-{pk}.csv"'
    return response


def _json(found: list[Table]) -> JsonResponse:
    data = {"tables": [tables.to_json(table) for table in found]}
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False})


@login_not_required
@require_safe
def definitions(request: HttpRequest) -> HttpResponse:
    """What each figure counts, where series break, and which old themes and services count as new ones."""
    office = current_office()
    shown = [(each, asking.words_of(each)) for each in _counted(office).values()]
    return render(
        request, "publicsite/figure_definitions.html", {"counters": shown, "mapping": mapping.as_data(office)}
    )


@login_not_required
@require_safe
def mapping_file(request: HttpRequest) -> HttpResponse:
    """The mapping of old themes and services as open data."""
    return JsonResponse(
        {"mapping": mapping.as_data(current_office())}, json_dumps_params={"ensure_ascii": False}
    )
