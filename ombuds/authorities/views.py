"""The register: find a body by any name, see whose it is, correct it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombuds.accounts.access import needs, staff
from ombuds.accounts.permissions import Permission
from ombuds.audit.models import Entry
from ombuds.authorities import services
from ombuds.authorities.forms import AliasForm, BodyForm, CompetenceForm, ContactForm, EndForm, SearchForm
from ombuds.authorities.models import Alias, Body, Competence, Contact
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today
from ombuds.office.services import current_office, terms

PER_PAGE = 40
HISTORY = 30
readers = needs(Permission.OFFICE_SETTINGS_READ)
editors = needs(Permission.AUTHORITIES_BODY_CHANGE)


@readers
def bodies(request: HttpRequest) -> HttpResponse:
    office = current_office()
    form = SearchForm(request.GET or None, office=office)
    data: dict[str, Any] = form.cleaned_data if form.is_valid() else {}
    text = data.get("q", "")
    rows: list[Body] | QuerySet[Body] = Body.objects.all()
    if text:
        rows = [body for body in services.search(office, text) if _fits(body, data)]
    else:
        rows = rows.filter(**{name: data[name] for name in ("kind", "level") if data.get(name)})  # type: ignore[union-attr]  # still the query
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "text": text,
        "answer": services.route(text, office) if text else None,
        "may_change": staff(request).may(Permission.AUTHORITIES_BODY_CHANGE),
    }
    return render(request, "authorities/bodies.html", context)


def _fits(body: Body, data: dict[str, Any]) -> bool:
    return all(not data.get(name) or getattr(body, name) == data[name] for name in ("kind", "level"))


def _levels() -> dict[str, dict[str, str]]:
    return {term.code: term.labels for term in terms(current_office(), "level")}


@readers
def body(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, get_object_or_404(Body, pk=pk))


def _page(request: HttpRequest, found: Body, alias_form: AliasForm | None = None) -> HttpResponse:
    office = current_office()
    rows = Competence.objects.filter(office=office, body=found).select_related("refer_to")
    context = {
        "body": found,
        "level": _levels().get(found.level, {}),
        "rows": rows.order_by("matter", "reporter", "valid_from"),
        "today": today(),
        "judgements": [
            (matter.label, services.judge(office, found, matter.value, today()))
            for matter in Competence.Matter
        ],
        "aliases": found.aliases.order_by("text"),
        "contacts": found.contacts.all(),
        "first_line": found.contacts.filter(purpose=Contact.Purpose.FIRST_LINE).first(),
        "parts": found.parts.all()[:100],
        "alias_form": alias_form or AliasForm(),
        "history": Entry.objects.filter(subject=f"authorities.body:{found.pk}")
        .select_related("actor")
        .order_by("-sequence")[:HISTORY],
        "may_change": staff(request).may(Permission.AUTHORITIES_BODY_CHANGE),
    }
    return render(request, "authorities/body.html", context)


@editors
def add(request: HttpRequest) -> HttpResponse:
    form = BodyForm(request.POST or None, office=current_office())

    def act() -> HttpResponse:
        columns = form.columns()
        made = services.add_body(names=columns.pop("names"), actor=staff(request), **columns)
        messages.success(request, _("The body is added. Now say who is competent for it."))
        return redirect("authorities:body", made.pk)

    return _formed(request, form, act, "authorities/edit.html", {"title": _("Add a body")})


@editors
def change(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Body, pk=pk)
    form = BodyForm(request.POST or None, office=current_office(), body=found)

    def act() -> HttpResponse:
        version = form.cleaned_data["version"] or 0
        services.change_body(body=found, version=version, actor=staff(request), **form.columns())
        messages.success(request, _("Saved."))
        return redirect("authorities:body", pk)

    return _formed(
        request, form, act, "authorities/edit.html", {"body": found, "title": _("Correct the body")}
    )


def _formed(
    request: HttpRequest,
    form: BaseForm,
    act: Callable[[], HttpResponse],
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    """A form's page: the act when all is in order, else the form as it was typed, with what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            return act()
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
    return render(request, template, {"form": form, **context})


@require_POST
@editors
def add_alias(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Body, pk=pk)
    form = AliasForm(request.POST)
    if form.is_valid():
        try:
            services.add_alias(body=found, actor=staff(request), **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("text", refusal.sentence)
        else:
            messages.success(request, _("The name is added."))
            return redirect("authorities:body", pk)
    return _page(request, found, form)


@require_POST
@editors
def remove_alias(request: HttpRequest, pk: int, alias: int) -> HttpResponse:
    services.remove_alias(alias=get_object_or_404(Alias, pk=alias, body_id=pk), actor=staff(request))
    messages.success(request, _("The name is removed."))
    return redirect("authorities:body", pk)


@editors
def set_competence(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Body, pk=pk)
    form = CompetenceForm(request.POST or None)

    def act() -> HttpResponse:
        services.set_competence(office=current_office(), body=found, actor=staff(request), **form.columns())
        messages.success(request, _("The new answer holds. The old one stays in the list with its last day."))
        return redirect("authorities:body", pk)

    return _formed(
        request, form, act, "authorities/edit.html", {"body": found, "title": _("Who is competent?")}
    )


@editors
def end_competence(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    found = get_object_or_404(Competence, pk=row, body_id=pk, office=current_office())
    form = EndForm(request.POST or None)

    def act() -> HttpResponse:
        services.end_competence(row=found, actor=staff(request), **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("authorities:body", pk)

    return _formed(
        request, form, act, "authorities/edit.html", {"body": found.body, "title": _("End this answer")}
    )


@editors
def contact(request: HttpRequest, pk: int, contact: int | None = None) -> HttpResponse:
    found = get_object_or_404(Body, pk=pk)
    row = get_object_or_404(Contact, pk=contact, body=found) if contact else None
    form = ContactForm(request.POST or None, instance=row)

    def act() -> HttpResponse:
        fresh = (
            Contact.objects.get(pk=row.pk) if row else None
        )  # the form has written into its own copy already
        services.add_contact(body=found, contact=fresh, actor=staff(request), **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("authorities:body", pk)

    title = _("Correct the contact") if row else _("Add a contact")
    return _formed(request, form, act, "authorities/edit.html", {"body": found, "title": title})


@require_POST
@editors
def remove_contact(request: HttpRequest, pk: int, contact: int) -> HttpResponse:
    services.remove_contact(contact=get_object_or_404(Contact, pk=contact, body_id=pk), actor=staff(request))
    messages.success(request, _("The contact is removed."))
    return redirect("authorities:body", pk)
