from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ombuds.office.services import current_office
from ombuds.publicsite.searching.finding import find
from ombuds.publicsite.views.reading import reader_language

KINDS = {
    "publication": _("Reports and stories"),
    "recommendation": _("Recommendations"),
    "report": _("Yearly reports"),
}


@login_not_required
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What was typed is in the address, so that a search can be kept and sent; it is logged nowhere."""
    typed, kind = request.GET.get("q", "").replace("\x00", "")[:200], request.GET.get("kind", "")
    kind = kind if kind in KINDS else ""
    hits = find(current_office(), typed, language=reader_language(), kind=kind)
    page = Paginator(hits, 20).get_page(request.GET.get("page"))
    context = {
        "q": typed,
        "kind": kind,
        "kinds": KINDS.items(),
        "page": page,
        "hits": [(hit, KINDS.get(hit.entry.kind, "")) for hit in page],
        "count": len(hits),
    }
    return render(request, "publicsite/search.html", context)
