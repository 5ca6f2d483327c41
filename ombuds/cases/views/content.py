"""Facts, parties, grievances, notes and papers of a case."""

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from ombuds.accounts.permissions import Permission
from ombuds.cases import services
from ombuds.cases.access import case_view, staff
from ombuds.cases.forms import FactsForm, GrievanceForm, NoteForm, PapersForm, PartyForm
from ombuds.cases.models import Case, CaseDocument
from ombuds.documents.access import as_download
from ombuds.lib.errors import Refusal

TRIAGE = Permission.CASES_CASE_TRIAGE


def _page(request: HttpRequest, case: Case, title: str, form: object, **more: object) -> HttpResponse:
    return render(request, "cases/form.html", {"case": case, "title": title, "form": form, **more})


@case_view(TRIAGE)
def facts(request: HttpRequest, case: Case) -> HttpResponse:
    """Change the facts. When someone else was faster, the typed values stay and the new version is taken over."""
    form = FactsForm(request.POST or None, instance=case)
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in form.changed_data if name != "version"}
        try:
            services.change_case(
                Case.objects.get(pk=case.pk),
                actor=staff(request),
                version=form.cleaned_data["version"],
                **values,
            )
        except services.ChangedMeanwhile as refusal:
            fresh = Case.objects.get(pk=case.pk)
            data = request.POST.copy()
            data["version"] = str(fresh.version)
            form = FactsForm(data, instance=fresh)
            form.is_valid()
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The facts are saved."))
            return redirect("desk:case", case.pk)
    return _page(request, case, _("Facts"), form)


@case_view(TRIAGE)
def party(request: HttpRequest, case: Case, party_pk: int | None = None) -> HttpResponse:
    """Add or change a person."""
    row = get_object_or_404(case.parties, pk=party_pk) if party_pk else None
    form = PartyForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        if row:
            services.change_party(row, actor=staff(request), **form.cleaned_data)
        else:
            services.add_party(case, actor=staff(request), **form.cleaned_data)
        return redirect("desk:case", case.pk)
    return _page(request, case, _("Person or organisation"), form)


@case_view(TRIAGE)
def grievance(request: HttpRequest, case: Case, grievance_pk: int | None = None) -> HttpResponse:
    """Add or change one thing complained about."""
    row = get_object_or_404(case.grievances, pk=grievance_pk) if grievance_pk else None
    form = GrievanceForm(request.POST or None, instance=row, office=case.office)
    if request.method == "POST" and form.is_valid():
        body, written = form.found_body(), form.cleaned_data.pop("body_name")
        values = {**form.cleaned_data, "body": body, "body_as_written": "" if body else written}
        if row:
            services.change_grievance(row, actor=staff(request), **values)
        else:
            services.add_grievance(case, actor=staff(request), **values)
        if written and body is None:
            messages.warning(
                request, _("“%s” is not in the register under that name. It is kept as written.") % written
            )
        return redirect("desk:case", case.pk)
    return _page(request, case, _("What the complaint is about"), form)


@require_POST
@case_view(Permission.CASES_CASE_TRIAGE)
def note(request: HttpRequest, case: Case) -> HttpResponse:
    form = NoteForm(request.POST)
    if form.is_valid():
        services.add_note(case, actor=staff(request), text=form.cleaned_data["text"])
        messages.success(request, _("The note is in the file."))
        return redirect("desk:case", case.pk)
    return _page(request, case, _("Note"), form)


@case_view(TRIAGE)
def papers(request: HttpRequest, case: Case) -> HttpResponse:
    """Add files. Good ones are kept when one is refused."""
    form = PapersForm(request.POST or None)
    uploads = request.FILES.getlist("files")
    if request.method == "POST" and form.is_valid():
        if not uploads:
            form.add_error(None, _("Choose at least one file."))
        elif len(uploads) > settings.UPLOAD_MAX_FILES:
            form.add_error(None, _("Send at most %s files at a time.") % settings.UPLOAD_MAX_FILES)
        else:
            kept, sentences = services.store_documents(
                case, uploads, actor=staff(request), source=CaseDocument.Source.OFFICE, **form.cleaned_data
            )
            if kept:
                text = ngettext("%d file is in the case.", "%d files are in the case.", len(kept))
                messages.success(request, text % len(kept))
            for sentence in sentences:
                messages.error(request, sentence)
            return redirect("desk:case", case.pk)
    return _page(request, case, _("Add papers"), form, with_files=True)


@case_view(Permission.CASES_CASE_READ)
def paper(request: HttpRequest, case: Case, paper_pk: int) -> FileResponse:
    """Hand out a file of this case; the read is recorded like any other."""
    row = get_object_or_404(case.papers.select_related("document"), pk=paper_pk)
    return as_download(row.document)


@require_POST
@case_view(Permission.CASES_CASE_HANDLE)
def show_paper(request: HttpRequest, case: Case, paper_pk: int) -> HttpResponse:
    """Let the complainant see a paper, or no longer."""
    row = get_object_or_404(case.papers, pk=paper_pk)
    try:
        services.show_paper(row, actor=staff(request), to_complainant=not row.shown_to_complainant)
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    return redirect("desk:case", case.pk)
