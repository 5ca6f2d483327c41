"""Any table that staff ask for: by one, two or three properties, with totals, every figure leading to its cases."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.cases.access import needs, staff
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today
from ombuds.office.models import Office
from ombuds.office.services import current_office
from ombuds.statistics import access, cubes, cubewriting, queries, releasing, services, snapshots
from ombuds.statistics.cube import TOTAL, Facts
from ombuds.statistics.cubeforms import CubeForm
from ombuds.statistics.models import Snapshot
from ombuds.statistics.queries import BadQuestion, Query
from ombuds.statistics.tables import pick
from ombuds.statistics.terms import Act

LONGEST_KEY = 100
MOST_FIGURES = 20_000
NAMED = 8  # of many sentences, in a message


def _language() -> str:
    return (get_language() or "en")[:2]


def _asked(request: HttpRequest, office: Office) -> tuple[Query, Facts | None, str]:
    """Return the question, and the frozen rows that it is put to, if any. Raises BadQuestion, NoSuchSnapshot."""
    name = request.GET.get("snapshot", "")[:60]
    facts = snapshots.facts_of(snapshots.find(office, name)) if name else None
    query = queries.from_params(request.GET, known=cubes.axes_of(facts))
    if facts is None and not query.years:
        raise BadQuestion(what=_("Say of which year or years."))
    return query, facts, name


@require_safe
@needs(Permission.STATISTICS_READ)
def cube(request: HttpRequest) -> HttpResponse:
    """The form, and the table that it asks for."""
    office = current_office()
    years = services.years(office) or [today().year]
    frozen = list(Snapshot.objects.filter(office=office).values_list("name", flat=True))
    form = CubeForm(request.GET if "rows" in request.GET else None, years=years, frozen=frozen)
    context: dict[str, Any] = {"form": form, "may_release": staff(request).may(Permission.REPORT_RELEASE)}
    if form.is_bound and form.is_valid():
        try:
            query, facts, name = _asked(request, office)
            answer = cubes.ask(query, office, facts=facts, frozen=name)
            if len(list(answer.cross.lines())) > MOST_FIGURES:
                raise BadQuestion(
                    what=_("This table is too large for a page: download it, or leave a side out.")
                )
            context |= _shown(answer, access.can_see_cases(staff(request)) and not name)
            context["query"] = urlencode({**query.params(), **({"snapshot": name} if name else {})})
            context["params"] = query.params() if not name else {}
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
    return render(request, "statistics/cube.html", context)


def _shown(answer: cubes.Answer, may_list: bool) -> dict[str, Any]:
    """Return the tables with, for each figure, the address of its cases."""
    language = _language()
    layers = answer.cross.axes[2] if len(answer.cross.axes) > 2 else None
    keys = [*layers.values, TOTAL] if layers else [""]
    shown = []
    for layer, table in zip(keys, cubes.tables_of(answer), strict=True):
        lines = [(pick(row.labels, language), row.key, row.cells) for row in table.rows]
        lines.append((pick(cubes.total_label(), language), TOTAL, table.totals or ()))
        shown.append(
            {
                "name": pick(cubes.label(layers, layer), language) if layers else "",
                "head": pick(table.head, language),
                "columns": [pick(column.labels, language) for column in table.columns],
                "lines": [
                    {
                        "label": label,
                        "is_total": key == TOTAL,
                        "cells": _cells(answer, table, key, layer, cells, may_list),
                    }
                    for label, key, cells in lines
                ],
            }
        )
    return {
        "tables": shown,
        "words": pick(answer.words, language),
        "notes": [pick(note, language) for note in answer.notes],
        "frozen": answer.frozen,
    }


def _cells(
    answer: cubes.Answer, table: Any, row: str, layer: str, cells: Any, may_list: bool
) -> list[tuple[Any, str]]:
    address = reverse("statistics:cube_cases")
    found = []
    for column, cell in zip(table.columns, cells, strict=True):
        key = (row, *((column.key,) if len(answer.cross.axes) > 1 else ()), *((layer,) if layer else ()))
        asked = urlencode({**answer.query.params(), "at": "~".join(key)})
        found.append((cell, f"{address}?{asked}" if may_list and cell else ""))
    return found


@require_safe
@needs(Permission.STATISTICS_READ)
@needs(Permission.CASES_CASE_READ)
def cases(request: HttpRequest) -> HttpResponse:
    """The cases that one figure of such a table counts: the same question, put to the list of cases."""
    office = current_office()
    try:
        query = queries.from_params(request.GET)
        if not query.years:
            raise BadQuestion(what=_("Say of which year or years."))
        key = tuple(part[:LONGEST_KEY] for part in request.GET.get("at", "").split("~"))
        if len(key) != len(query.axes):
            raise BadQuestion(what=_("This address names no figure of the table."))
        found = cubes.cases_behind(query, office, key, actor=staff(request))
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
        return redirect("statistics:cube")
    record(Act.READ_CASES, actor=staff(request), data={"query": query.params(), "line": "~".join(key)[:200]})
    page = Paginator(found.select_related("handler"), 50).get_page(request.GET.get("page"))
    facts_words = pick(query.words(), _language())
    context = {"words": facts_words, "at": _at(query, key), "page": page, "back": urlencode(query.params())}
    return render(request, "statistics/cube_cases.html", context)


def _at(query: Query, key: tuple[str, ...]) -> str:
    named = [
        f"{pick(cubes.head(axis), _language())} = {value}"
        for axis, value in zip(query.axes, key, strict=True)
        if value != TOTAL
    ]
    return ", ".join(named)


@require_safe
@needs(Permission.STATISTICS_READ)
def download(request: HttpRequest, form: str) -> HttpResponse:
    """The table as a file, exact: for staff. Recorded: the figures leave the system."""
    office = current_office()
    try:
        query, facts, name = _asked(request, office)
        answer = cubes.ask(query, office, facts=facts, frozen=name)
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
        return redirect("statistics:cube")
    record(Act.EXPORT, actor=staff(request), data={"query": query.params(), "form": form})
    kinds = {"csv": "text/csv; charset=utf-8", "json": "application/json", "html": "text/html; charset=utf-8"}
    mark = "\ufeff" if form == "csv" else ""
    response = HttpResponse(mark + cubewriting.written(answer, form, _language()), content_type=kinds[form])
    response["Content-Disposition"] = f'attachment; filename="table.{form}"'
    return response


@require_POST
@needs(Permission.REPORT_RELEASE)
def release(request: HttpRequest) -> HttpResponse:
    """Release the table for everyone: protected against everything released before."""
    params = {name: request.POST.get(name, "")[:500] for name in ("rows", "columns", "layers", "years", "unit", "date", "scope", "where")}  # fmt: skip
    try:
        query = queries.from_params(params)
        if not query.years:
            raise BadQuestion(what=_("Say of which year or years."))
        row = releasing.release(query=query, office=current_office(), actor=staff(request))
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
        return redirect(f"{reverse('statistics:cube')}?{urlencode({k: v for k, v in params.items() if v})}")
    messages.success(request, _("The table is released. Everyone can read it on the public site."))
    if row.said:
        sentences = "; ".join(row.said[:NAMED])
        warning = _(
            "Public texts say figures that this table hides. Everything else was hidden as if readers knew them: %(sentences)s"
        )
        messages.warning(request, warning % {"sentences": sentences})
    return redirect("statistics:cube")
