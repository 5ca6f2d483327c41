"""Figures for staff: the year on one page, each table with its definition, and what services reported."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.cases.access import needs, staff
from ombuds.lib.charts import draw
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today
from ombuds.office.services import current_office
from ombuds.statistics import access, charting, counters, display, services, tables
from ombuds.statistics.asking import words_of
from ombuds.statistics.definitions import Known
from ombuds.statistics.figures import CASES
from ombuds.statistics.forms import FirstLineForm, YearForm
from ombuds.statistics.models import FirstLineFigures
from ombuds.statistics.periods import FIRST_YEAR, LAST_YEAR
from ombuds.statistics.terms import Act

# What the first page draws; every other table is one click away.
FRONT = ("received_by_month", "assessment", "per_body", "handling_time")
TILES = ("cases", "complaints", "closed", "open_after", "median")


def _language() -> str:
    return (get_language() or "en")[:2]


def _counter(code: str, year: int) -> counters.Counter:
    found = counters.load(current_office().code).get(code)
    if found is None or not services.can_draw(found) or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    return found


def has_cases(counter: counters.Counter) -> bool:
    """Whether the lines of a table lead to cases."""
    return counter.code in CASES or bool(counter.axis)


@require_safe
@needs(Permission.STATISTICS_READ)
def overview(request: HttpRequest) -> HttpResponse:
    """The year at a glance."""
    office = current_office()
    years = services.years(office) or [today().year]
    form = YearForm(request.GET or None, years=years)
    year = form.cleaned_data["year"] if form.is_valid() else years[0]
    known = Known(office.code)
    series = services.table("five_years", office, year, earlier=1, known=known)
    shown = display.show(series, _language())
    tiles = [line for line, row in zip(shown.lines, series.rows, strict=True) if row.key in TILES]
    figures = [_figure(known, code, year) for code in FRONT]
    others = [counter for counter in known.in_force().values() if services.can_draw(counter)]
    context = {
        "form": YearForm({"year": year}, years=years),
        "year": year,
        "tiles": tiles,
        "figures": figures,
        "counters": others,
        "broken": services.broken_balances(office, year),
        "may_enter": access.can_enter(staff(request)),
    }
    return render(request, "statistics/overview.html", context)


def _figure(known: Known, code: str, year: int) -> dict[str, Any]:
    """A table with its chart, as a template draws it."""
    counter = known.in_force()[code]
    table = services.table(code, current_office(), year, earlier=1, known=known)
    chart = charting.chart(table, counter.chart, _language())
    return {
        "table": display.show(table, _language()),
        "svg": draw(chart, language=_language()) if chart else "",
    }


@require_safe
@needs(Permission.STATISTICS_READ)
def detail(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """One table: its chart, its definition, its lines leading to their cases."""
    counter = _counter(code, year)
    office = current_office()
    table = services.table(code, office, year)
    chart = charting.chart(table, counter.chart, _language())

    def link(key: str) -> str:
        address = reverse("statistics:cases", args=[code, year])
        return f"{address}?{urlencode({'line': key})}" if key else address

    may_list = has_cases(counter) and access.can_see_cases(staff(request))
    context = {
        "counter": counter,
        "how": words_of(counter, year)[_language()],
        "table": display.show(table, _language(), link=link if may_list else None),
        "svg": draw(chart, language=_language()) if chart else "",
        "year": year,
        "form": YearForm({"year": year}, years=services.years(office) or [year]),
    }
    return render(request, "statistics/detail.html", context)


@require_safe
@needs(Permission.STATISTICS_READ)
def download(request: HttpRequest, code: str, year: int, form: str) -> HttpResponse:
    """The exact figures of one table for a spreadsheet or a program. Recorded: they leave the system."""
    _counter(code, year)
    if form not in ("csv", "json"):
        raise Http404
    table = services.table(code, current_office(), year)
    record(Act.EXPORT, actor=staff(request), data={"table": code, "year": year, "form": form})
    if form == "json":
        response: HttpResponse = JsonResponse(
            tables.to_json(table), json_dumps_params={"ensure_ascii": False}
        )
    else:
        # The mark at the beginning makes spreadsheets read the letters of French rightly.
        response = HttpResponse(
            "\ufeff" + tables.to_csv(table, _language()), content_type="text/csv; charset=utf-8"
        )
    response["Content-Disposition"] = f'attachment; filename="{code}-{year}.{form}"'
    return response


@require_safe
@needs(Permission.STATISTICS_READ)
@needs(Permission.CASES_CASE_READ)
def cases(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """The cases that one figure counts."""
    counter = _counter(code, year)
    if not has_cases(counter):
        raise Http404
    key = request.GET.get("line", "")[:100]
    found = services.cases_behind(code, current_office(), year, key, actor=staff(request))
    page = Paginator(found.select_related("handler"), 50).get_page(request.GET.get("page"))
    record(Act.READ_CASES, actor=staff(request), data={"table": code, "year": year, "line": key[:60]})
    table = display.show(
        services.table(code, current_office(), year), _language(), link=lambda line: line or "-"
    )
    line = next((each.label for each in table.lines if each.link == key), "") if key else ""
    context = {
        "counter": counter,
        "how": words_of(counter, year)[_language()],
        "year": year,
        "line": line,
        "page": page,
    }
    return render(request, "statistics/cases.html", context)


@require_safe
@needs(Permission.STATISTICS_READ)
def first_line(request: HttpRequest) -> HttpResponse:
    """What services reported, newest year first."""
    rows = FirstLineFigures.objects.filter(office=current_office()).select_related("body")
    page = Paginator(rows, 50).get_page(request.GET.get("page"))
    context = {"page": page, "may_enter": access.can_enter(staff(request))}
    return render(request, "statistics/first_line.html", context)


@needs(Permission.REPORT_WRITE)
def enter_first_line(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """One service, one year. The service's earlier years stand beside the form."""
    office = current_office()
    row = get_object_or_404(FirstLineFigures, pk=pk, office=office) if pk else None
    form = FirstLineForm(request.POST or None, instance=row, office=office)
    if request.method == "POST" and form.is_valid():
        try:
            services.enter_first_line(
                office=office,
                body=form.cleaned_data["body"],
                year=form.cleaned_data["year"],
                figures=form.figures(),
                note=form.cleaned_data["note"],
                actor=staff(request),
                seen_version=form.cleaned_data["seen_version"] if row else None,
            )
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The figures are stored. All sums hold."))
            return redirect("statistics:first_line")
    earlier = []
    if row:
        before = FirstLineFigures.objects.filter(office=office, body=row.body, year__lt=row.year)
        earlier = list(before.order_by("-year")[:5])
    return render(request, "statistics/enter_first_line.html", {"form": form, "row": row, "earlier": earlier})
