"""The desk of the yearly report: editions, texts, checks, preview, release."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ombuds.accounts.permissions import Permission
from ombuds.annualreport import content, entered, html, outline, services, stopped
from ombuds.annualreport.forms import EnterForm, NewEditionForm, ReleaseForm
from ombuds.annualreport.models import Edition
from ombuds.annualreport.terms import label_of
from ombuds.cases.access import needs, staff
from ombuds.lib.errors import Refusal
from ombuds.lib.i18n import pick
from ombuds.lib.submitting import submitted
from ombuds.lib.today import today
from ombuds.office.services import current_office
from ombuds.statistics.services import years


def fetch(pk: int) -> Edition:
    return get_object_or_404(
        Edition.objects.select_related("office", "released_by"), pk=pk, office=current_office()
    )


@needs(Permission.REPORT_WRITE)
def editions(request: HttpRequest) -> HttpResponse:
    """All editions, and the next one to begin."""
    office = current_office()
    found = list(Edition.objects.filter(office=office))
    free = [year for year in years(office) if year not in {edition.year for edition in found}]
    form = NewEditionForm(request.POST or None, years=free)
    if request.method == "POST" and form.is_valid():
        try:
            edition = services.create_edition(
                office=office, year=form.cleaned_data["year"], actor=staff(request)
            )
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect("annualreport:edition", edition.pk)
    return render(
        request, "annualreport/editions.html", {"editions": found, "form": form, "may_begin": bool(free)}
    )


@require_safe
@needs(Permission.REPORT_WRITE)
def edition(request: HttpRequest, pk: int) -> HttpResponse:
    """One edition: its texts, what still stands in the way of release, its previews."""
    return _show(request, fetch(pk), ReleaseForm())


def _show(request: HttpRequest, found: Edition, form: ReleaseForm, status: int = 200) -> HttpResponse:
    language = (get_language() or "en")[:2]
    written = services.texts_of(found)
    over = [] if found.is_released else stopped.of_year(found.office, found.year, today())
    slots = dict.fromkeys([*outline.slots(found.office, found.year), *(one.slot for one in over), *written])
    languages = found.office.languages
    public = {} if found.is_released else content.public_of(found.office, found.year)
    context = {
        "edition": found,
        "typed": [] if found.is_released else services.typed_figures(found, public),
        "undrawn": [] if found.is_released else services.undrawn_figures(found, public),
        "outline": [
            (pick(c.labels), [(label_of(s), s) for s in c.names("text")])
            for c in outline.chapters(found.office, found.year)
        ],
        "texts": [
            {"slot": slot, "label": label_of(slot), "by_language": [(lang, len(written.get(slot, {}).get(lang, "").split())) for lang in languages]}
            for slot in slots
        ],
        "languages": languages,
        "broken": [] if found.is_released else services.broken(found, language),
        "missing": [] if found.is_released else services.missing_texts(found),
        "stopped": over,
        "entered": [
            (code, entered.title(code), found.entered.filter(code=code).exists())
            for code in outline.entered_tables(found.office, found.year)
        ],
        "unknown": outline.unknown_tables(found.office, found.year),
        "is_over": found.year < today().year,
        "is_intact": services.is_intact(found),
        "may_release": staff(request).may(Permission.REPORT_RELEASE),
        "form": form,
    }  # fmt: skip
    return render(request, "annualreport/edition.html", context, status=status)


@require_POST
@needs(Permission.REPORT_RELEASE)
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Freeze it. What stands in the way is named."""
    found = fetch(pk)
    form = ReleaseForm(request.POST)
    if form.is_valid():
        try:
            services.release(edition=found, actor=staff(request), in_spite=form.cleaned_data["in_spite"])
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The report of %(year)s is released.") % {"year": found.year})
            return redirect("annualreport:edition", found.pk)
    return _show(request, found, form, status=409)


@needs(Permission.REPORT_WRITE)
def enter(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Figures that this system does not count: those of the sealed channel."""
    found = fetch(pk)
    if code not in outline.entered_tables(found.office, found.year):
        raise Http404
    row = found.entered.filter(code=code).first()
    form = EnterForm(request.POST or None, initial={"lines": entered.as_typed(row.lines) if row else ""})

    def act(values: dict[str, str]) -> None:
        entered.enter(edition=found, code=code, typed=values["lines"], actor=staff(request))

    if request.method == "POST" and submitted(form, act):
        messages.success(request, _("The figures are stored."))
        return redirect("annualreport:edition", found.pk)
    context = {"edition": found, "title": entered.title(code), "form": form}
    return render(request, "annualreport/enter.html", context, status=422 if form.is_bound else 200)


@require_safe
@needs(Permission.REPORT_WRITE)
def preview(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """The report as its readers will see it."""
    found = fetch(pk)
    if language not in found.office.languages:
        raise Http404
    body = html.fragment(services.content_of(found), language)
    return render(
        request, "annualreport/preview.html", {"edition": found, "language": language, "body": body}
    )


@require_safe
@needs(Permission.REPORT_WRITE)
def pdf(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """The report on paper."""
    found = fetch(pk)
    if language not in found.office.languages:
        raise Http404
    response = HttpResponse(services.edition_pdf(found, language), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="report-{found.year}-{language}.pdf"'
    return response
