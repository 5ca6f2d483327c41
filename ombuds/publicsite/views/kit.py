"""The kit for public services: find your service, take the words and the papers."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ombuds.authorities.models import Body
from ombuds.authorities.services import suggest
from ombuds.lib.throttle import address_of, too_often
from ombuds.lib.today import today
from ombuds.office.services import current_office
from ombuds.publicsite.kit import LANGUAGES, Kit, kit_of
from ombuds.publicsite.kit.paper import PAPERS, document
from ombuds.publicsite.views.reading import reader_language

MOST_PAPERS = 60  # an hour from one address: drawing one takes half a second


class FindForm(forms.Form):
    name = forms.CharField(label=_("The name of your service"), max_length=200, strip=True)


@login_not_required
@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """The services that a name can mean, those with a kit as links."""
    form = FindForm(request.GET if "name" in request.GET else None)
    found: list[tuple[Body, Kit | None]] = []
    if form.is_valid():
        office = current_office()
        found = [
            (match.body, kit_of(office, match.body)) for match in suggest(form.cleaned_data["name"], office)
        ]
    context = {"form": form, "found": found, "searched": form.is_bound and form.is_valid()}
    return render(request, "publicsite/kit_find.html", context, status=422 if form.errors else 200)


def _kit(code: str) -> Kit:
    body = get_object_or_404(Body.objects.select_related("parent"), code=code)
    found = kit_of(current_office(), body)
    if found is None:
        raise Http404
    return found


@login_not_required
@require_safe
def kit(request: HttpRequest, code: str) -> HttpResponse:
    found = _kit(code)
    first = found.wording(reader_language())
    rest = [words for words in found.wordings if words.language != first.language]
    languages = [(words, found.legal_bases.get(words.language, "")) for words in (first, *rest)]
    return render(
        request, "publicsite/kit.html", {"kit": found, "languages": languages, "papers": list(PAPERS)}
    )


@login_not_required
@require_safe
def paper(request: HttpRequest, code: str, paper: str, language: str) -> HttpResponse:
    """The leaflet or the poster as PDF."""
    found = _kit(code)
    if paper not in PAPERS or language not in LANGUAGES:
        raise Http404
    if too_often("kit-paper", address_of(request), most=MOST_PAPERS, seconds=3600):
        return render(request, "publicsite/kit_later.html", status=429)
    answer = HttpResponse(document(found, language, paper, dated=today()), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{paper}-{language}.pdf"'
    return answer
