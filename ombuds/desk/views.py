"""Work list, search, case page."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.cases import search
from ombuds.cases.access import case_view, staff
from ombuds.cases.forms import AssignForm, NoteForm
from ombuds.cases.models import Case, CaseQuerySet
from ombuds.desk import casepage, lists
from ombuds.lib.today import today
from ombuds.office.services import current_office


def home(request: HttpRequest) -> HttpResponse:
    """The first page after log-in: for those without cases, what they do have."""
    user = staff(request)
    if user.may(Permission.CASES_CASE_READ):
        return redirect("desk:worklist")
    doors = [
        (Permission.PUBLICATIONS_TEXT_WRITE, "publications:list"),
        (Permission.CASES_RETENTION_DECIDE, "cases:retention"),
        (Permission.ACCOUNTS_PERSON_CHANGE, "accounts:people"),
    ]
    for permission, name in doors:
        if user.may(permission):
            return redirect(name)
    return redirect("accounts:me")


def worklist(request: HttpRequest) -> HttpResponse:
    """Whose turn it is, what is late, what comes this week."""
    user = staff(request)
    if not user.may(Permission.CASES_CASE_READ):
        return redirect("desk:home")
    form = lists.WorkListForm(request.GET, office=current_office())
    chosen = form.chosen()
    chosen.setdefault("scope", "mine")
    cases = lists.work_list(user, chosen)
    context = {
        "form": form,
        "chosen": chosen,
        "page": _page(request, cases),
        "today": today(),
        "tiles": _tiles(user, chosen["scope"]),
        "to_read": _to_read(user),
        "assign_form": AssignForm() if user.may(Permission.CASES_CASE_ASSIGN) else None,
    }
    return render(request, "desk/worklist.html", context)


def _tiles(user: Any, scope: str) -> list[dict[str, Any]]:
    numbers = lists.counts(user, scope, today())
    base = f"{reverse('desk:worklist')}?scope={scope}"
    filters = {
        "overdue": "&due=overdue",
        "week": "&due=week",
        "us": "&waiting=us",
        "complainant": "&waiting=complainant",
        "service": "&waiting=service",
        "all": "",
    }
    return [
        {"name": name, "number": numbers[name], "address": base + extra} for name, extra in filters.items()
    ]


def _to_read(user: User) -> int:
    """How many proposals of colleagues wait for this person as second reader."""
    if not user.may(Permission.CASES_DECISION_APPROVE):
        return 0
    return (
        lists.work_list(user, {"scope": "all", "waiting": "reader"}).exclude(handler=user).order_by().count()
    )


def _page(request: HttpRequest, cases: CaseQuerySet) -> Page[Any]:
    """One page, with what its rows show fetched for these rows only: the order is found in an index of the numbers."""
    page: Page[Any] = Paginator(cases.values_list("pk", flat=True), lists.PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    return _filled(page)


def _filled(page: Page[Any]) -> Page[Any]:
    """The cases in the place of their numbers."""
    numbers = list(page.object_list)
    full = {case.pk: case for case in lists.for_list(Case.objects.filter(pk__in=numbers))}
    page.object_list = [full[number] for number in numbers if number in full]
    return page


def search_page(request: HttpRequest) -> HttpResponse:
    """Full text with filters. What the person may not see is not found, nor counted."""
    user = staff(request)
    if not user.may(Permission.CASES_CASE_READ):
        return redirect("desk:home")
    form = lists.SearchForm(request.GET or None, office=current_office())
    context: dict[str, Any] = {"form": form, "page": None, "today": today()}
    if form.is_bound and form.is_valid() and any(form.cleaned_data.values()):
        cases = lists.search_filters(Case.objects.visible_to(user), form.cleaned_data)
        query = form.cleaned_data["q"]
        if query:
            narrowed = any(value for name, value in form.cleaned_data.items() if name != "q")
            hits = search.find(query, among=cases if narrowed else None)
            context["many"] = len(hits) >= search.LIMIT
            order = {pk: place for place, pk in enumerate(hits)}
            found = sorted(
                cases.filter(pk__in=hits).order_by().values_list("pk", flat=True), key=order.__getitem__
            )
            page = Paginator(found, lists.PAGE_SIZE).get_page(request.GET.get("page"))
            context["page"] = _filled(page)
        else:
            context["page"] = _page(request, cases.order_by("-received_at", "-pk"))
    return render(request, "desk/search.html", context)


@case_view()
def case(request: HttpRequest, case: Case) -> HttpResponse:
    """The file on one page, gathered from all rooms."""
    user = staff(request)
    context = {
        "case": case,
        "note_form": NoteForm() if user.may(Permission.CASES_CASE_TRIAGE) else None,
        "today": today(),
        **casepage.gather(case, user),
    }
    return render(request, "desk/case.html", context)
