"""One text of the report in one language: written, set aside while it is written, and compared where two wrote."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombuds.accounts.permissions import Permission
from ombuds.annualreport import content, figures, outline, services, sketching, stopped
from ombuds.annualreport.forms import TextForm
from ombuds.annualreport.models import Edition, EditionSketch, EditionText
from ombuds.annualreport.terms import PATTERN, label_of
from ombuds.annualreport.views.editions import fetch
from ombuds.cases.access import needs, staff
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today
from ombuds.publications.authoring.comparing import compare
from ombuds.publications.authoring.figures import Figure


@needs(Permission.REPORT_WRITE)
def text(request: HttpRequest, pk: int, slot: str, language: str) -> HttpResponse:
    """The page to write on, the other languages beside it."""
    found = _place(pk, slot, language)
    row = _row(found, slot, language)
    sketch = None if found.is_released else sketching.sketch_of(found, slot, language, staff(request))
    if request.method != "POST":
        return _page(request, found, slot, language, _begun(row, sketch), sketch=sketch)
    form = TextForm(request.POST)
    if not form.is_valid():
        return _page(request, found, slot, language, form, status=422)
    try:
        services.write_text(
            edition=found,
            slot=slot,
            language=language,
            text=form.cleaned_data["text"],
            actor=staff(request),
            seen_version=form.cleaned_data["seen_version"] or 0,
        )
    except services.ChangedMeanwhile as refusal:
        # Who has seen both and saves again, decides: the page now stands on what the other kept.
        form = TextForm({"text": form.cleaned_data["text"], "seen_version": row.version if row else 0})
        form.is_valid()
        form.add_error(None, refusal.sentence)
        return _page(request, found, slot, language, form, status=409, clash=True)
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        return _page(request, found, slot, language, form, status=422)
    messages.success(request, _("The text is stored."))
    if "on" in request.POST:
        return redirect("annualreport:text", found.pk, slot, language)
    return redirect("annualreport:edition", found.pk)


@require_POST
@needs(Permission.REPORT_WRITE)
def sketch(request: HttpRequest, pk: int, slot: str, language: str) -> HttpResponse:
    """What is on the page now, sent while someone writes. Answers with the hour, in words."""
    found, seen = _place(pk, slot, language), request.POST.get("seen_version", "")
    try:
        kept = sketching.keep_sketch(
            edition=found,
            slot=slot,
            language=language,
            text=request.POST.get("text", ""),
            actor=staff(request),
            seen_version=int(seen) if seen.isdecimal() and len(seen) < 9 else 0,
        )
    except Refusal as refusal:
        return JsonResponse({"said": str(refusal.sentence)}, status=409)
    hour = date_format(kept.at.astimezone(), "H:i")
    return JsonResponse({"said": _("Set aside at %(hour)s.") % {"hour": hour}})


@require_POST
@needs(Permission.REPORT_WRITE)
def drop(request: HttpRequest, pk: int, slot: str, language: str) -> HttpResponse:
    """Back to what is kept."""
    found = _place(pk, slot, language)
    sketching.drop_sketch(edition=found, slot=slot, language=language, actor=staff(request))
    messages.success(request, _("What was not kept is thrown away."))
    return redirect("annualreport:text", found.pk, slot, language)


def _place(pk: int, slot: str, language: str) -> Edition:
    """404 for a text that the report does not have."""
    found = fetch(pk)
    if language not in found.office.languages:
        raise Http404
    if slot in outline.slots(found.office, found.year) or found.texts.filter(slot=slot).exists():
        return found
    over = stopped.of_year(found.office, found.year, today()) if slot.startswith(PATTERN) else []
    if slot not in [one.slot for one in over]:
        raise Http404
    return found


def _row(found: Edition, slot: str, language: str) -> EditionText | None:
    return EditionText.objects.filter(edition=found, slot=slot, language=language).first()


def _begun(row: EditionText | None, sketch: EditionSketch | None) -> TextForm:
    """What was typed and not kept comes first; it still stands on the version on which it was typed."""
    if sketch:
        return TextForm(initial={"text": sketch.text, "seen_version": sketch.version})
    return TextForm(initial={"text": row.text if row else "", "seen_version": row.version if row else 0})


def _page(
    request: HttpRequest,
    found: Edition,
    slot: str,
    language: str,
    form: TextForm,
    *,
    sketch: EditionSketch | None = None,
    status: int = 200,
    clash: bool = False,
) -> HttpResponse:
    row = _row(found, slot, language)
    behind = sketch is not None and row is not None and sketch.version != row.version
    mine = str(form["text"].value() or "")
    others = EditionText.objects.filter(edition=found, slot=slot).exclude(language=language).exclude(text="")
    context: dict[str, Any] = {
        "edition": found,
        "slot": slot,
        "label": label_of(slot),
        "language": language,
        "form": form,
        "others": others,
        "stored": row if clash or behind else None,
        "parts": compare(row.text, mine) if row and (clash or behind) else [],
        "sketch": sketch,
        "colleagues": sketching.others_at_work(found, slot, language, staff(request)),
        "figures": _figures(found, language),
    }
    return render(request, "annualreport/text.html", context, status=status)


def _figures(found: Edition, language: str) -> list[Figure]:
    """What this text may draw, this year's first."""
    known = figures.of_tables(content.public_of(found.office, found.year).values(), language).values()
    return sorted(known, key=lambda one: not one.reference.endswith(f"/{found.year}"))
