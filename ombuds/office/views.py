"""The settings of the office: everybody on the staff reads them, who may corrects them, and the history stays."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ombuds.accounts.access import needs, staff
from ombuds.accounts.permissions import Permission
from ombuds.lib.errors import Refusal
from ombuds.lib.i18n import pick
from ombuds.lib.text import fold
from ombuds.lib.today import today
from ombuds.office import correcting, letters, presenting
from ombuds.office.forms import ClosingDayForm, CorrectionForm, FilterForm, WordForm
from ombuds.office.models import LetterTemplate, Office
from ombuds.office.sections import SECTIONS, Section, grouped
from ombuds.office.services import current_office, terms

PER_PAGE = 100


def _section(slug: str) -> Section:
    if slug not in SECTIONS:
        raise Http404
    return SECTIONS[slug]


@needs(Permission.OFFICE_SETTINGS_READ)
def settings(request: HttpRequest) -> HttpResponse:
    office = current_office()
    parts = [
        {
            "section": section,
            "count": section.rows(office).count(),
            "unverified": section.rows(office).filter(verified=False).count() if section.is_dated else 0,
            "corrected": section.rows(office).filter(corrected=True).count(),
        }
        for section in SECTIONS.values()
    ]
    context = {
        "parts": parts,
        "recent": _recent(office),
        "parameters": _parameters(office),
        "may_change": _may_change(request),
    }
    return render(request, "office/settings.html", context)


def _recent(office: Office) -> list[dict[str, Any]]:
    """The last corrections, each with the row that it was about."""
    parts = {section.model._meta.label_lower: section for section in SECTIONS.values()}
    found = []
    for revision in office.revisions.select_related("by")[:10]:
        label, _colon, pk = revision.subject.partition(":")
        part = parts.get(label)
        about = part.rows(office).filter(pk=pk).first() if part else None
        found.append({"revision": revision, "part": part, "row": about})
    return found


def _parameters(office: Office) -> list[dict[str, Any]]:
    """The single settings, in the words of office.toml."""
    unverified = office.setting("unverified", [])
    return [
        {"name": name, "value": _parameter_text(value), "verified": name not in unverified}
        for name, value in sorted(office.settings.items())
        if name != "unverified"
    ]


def _parameter_text(value: Any) -> str:
    if isinstance(value, bool):
        return presenting.answer(value)
    if isinstance(value, dict) and {"nl", "fr"} <= set(value):
        value = pick(value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return "; ".join(_parameter_text(one) for one in value.values() if not isinstance(one, bool) and one)
    return str(value)


def _may_change(request: HttpRequest) -> bool:
    return staff(request).may(Permission.OFFICE_SETTINGS_CHANGE)


@needs(Permission.OFFICE_SETTINGS_READ)
def rows(request: HttpRequest, section: str) -> HttpResponse:
    part = _section(section)
    all_groups = grouped(part, part.rows(current_office()))
    found = [one for group in all_groups for one in group.rows]
    _name_parents(part, found)
    groups = [(group.key, group.title) for group in all_groups if group.key]
    asked = request.GET if request.GET or part.slug != "closing-days" else {"group": str(today().year)}
    filters = FilterForm(asked, groups)
    if filters.is_valid():
        found = _narrowed(part, found, filters.cleaned_data)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "part": part,
        "page": page,
        "lists": grouped(part, page.object_list),
        "filters": filters,
        "has_groups": len(groups) > 1,
        "may_change": _may_change(request),
        "today": today(),
    }
    return render(request, "office/rows.html", context)


def _name_parents(part: Section, found: list[Any]) -> None:
    """The policy domains are among the words already: a theme needs no query of its own to name its domain."""
    if part.slug == "words":
        domains = {one.code: pick(one.labels) for one in found if one.vocabulary == "policy_domain"}
        for one in found:
            one.parent_name = domains.get(one.parent, one.parent)


def _narrowed(part: Section, found: list[Any], wanted: dict[str, Any]) -> list[Any]:
    if wanted["group"]:
        found = next((group.rows for group in grouped(part, found) if group.key == wanted["group"]), [])
    word = fold(wanted["q"])
    return [row for row in found if word in fold(_searchable(row))] if word else found


def _searchable(row: Any) -> str:
    return " ".join([getattr(row, "code", ""), str(getattr(row, "day", "")), *map(str, row.labels.values())])


@needs(Permission.OFFICE_SETTINGS_READ)
def row(request: HttpRequest, section: str, pk: int) -> HttpResponse:
    part = _section(section)
    found = get_object_or_404(part.rows(current_office()), pk=pk)
    return render(request, "office/row.html", {**_about(part, found), "may_change": _may_change(request)})


def _about(part: Section, found: Any) -> dict[str, Any]:
    """What the page of a row shows, and the page for correcting it too."""
    history = [
        {"revision": revision, "changes": presenting.changes(found, revision)}
        for revision in correcting.history_of(found)
    ]
    versions = correcting.versions_of(found) if part.is_dated else []
    about = {"part": part, "row": found, "lines": presenting.lines(part, found), "history": history}
    about |= {"versions": versions, "validity": presenting.validity(found)}
    if isinstance(found, LetterTemplate):
        about["letter"] = _preview(found, found.subject, found.body)
        about["languages"] = found.office.lettertemplates.filter(code=found.code).order_by("language")
    return about


def _preview(row: LetterTemplate, subject: str, body: str) -> dict[str, Any] | None:
    """The letter on invented data; nothing while the text holds mistakes."""
    if letters.subject_problems(subject) or letters.problems(body):
        return None
    own = letters.office_values(row.office.names, row.office.setting("contact", {}), row.language)
    filled = letters.render(subject, body, {**letters.sample_values(row.language), **own})
    return {"subject": filled.subject, "html": letters.to_html(filled.body), "language": row.language}


@needs(Permission.OFFICE_SETTINGS_CHANGE)
def correct(request: HttpRequest, section: str, pk: int) -> HttpResponse:
    part = _section(section)
    found = get_object_or_404(part.rows(current_office()), pk=pk)
    form = CorrectionForm(request.POST or None, section=part, row=found)
    context: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        if "preview" in request.POST:
            context["preview"] = _preview(found, form.values["subject"], form.values["body"])
        elif done := _save(request, part, found, form):
            return done
    context |= {"form": form, "fields": letters.FIELDS, "how_to_write": _how_to_write()}
    return render(request, "office/correct.html", {**_about(part, found), **context})


def _how_to_write() -> str:
    return _(
        "Write a field as {{ reference }}. "
        "A part that shows only when a field has a value stands between {% if field %} and {% endif %}."
    )


def _save(request: HttpRequest, part: Section, found: Any, form: CorrectionForm) -> HttpResponse | None:
    """Saved: on to the row. Refused: the sentence is on the form, and all that was typed is still there."""
    given = form.cleaned_data
    common: dict[str, Any] = {
        "row": found,
        "values": form.values,
        "reason": given["reason"],
        "version": given["version"],
        "actor": staff(request),
    }
    try:
        if given.get("how") == form.FROM_DAY:
            saved = correcting.start_new_version(starts_on=given["starts_on"], **common)
        else:
            saved = correcting.correct(**common)
    except correcting.ChangedMeanwhile as refusal:
        form.add_error(None, refusal.sentence)
        found.refresh_from_db()
        # Saving once more is then a choice, made with the other text in view.
        form.data = QueryDict(mutable=True)
        form.data.update({**request.POST.dict(), "version": str(found.version)})
        return None
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        return None
    messages.success(request, _("Saved. The old text stays in the history."))
    return redirect("office:row", part.slug, saved.pk)


@needs(Permission.OFFICE_SETTINGS_CHANGE)
def add_closing_day(request: HttpRequest) -> HttpResponse:
    form = ClosingDayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            correcting.add_closing_day(
                office=current_office(),
                day=given["day"],
                labels=form.labels,
                reason=given["reason"],
                actor=staff(request),
            )
        except Refusal as refusal:
            form.add_error("day", refusal.sentence)
        else:
            messages.success(
                request, _("The closing day is added. Time limits that start now count with it.")
            )
            return redirect("office:rows", "closing-days")
    return render(request, "office/add_closing_day.html", {"form": form, "part": SECTIONS["closing-days"]})


@needs(Permission.OFFICE_SETTINGS_CHANGE)
def add_word(request: HttpRequest) -> HttpResponse:
    office = current_office()
    domains = [(one.code, pick(one.labels)) for one in terms(office, "policy_domain", today())]
    form = WordForm(request.POST or None, domains=domains)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("vocabulary", "code", "parent", "reason")}
        try:
            row = correcting.add_word(office=office, labels=form.labels, actor=staff(request), **given)
        except Refusal as refusal:
            form.add_error("code", refusal.sentence)
        else:
            messages.success(request, _("The word is added and can be chosen from now on."))
            return redirect("office:row", "words", row.pk)
    return render(request, "office/add_word.html", {"form": form, "part": SECTIONS["words"]})
