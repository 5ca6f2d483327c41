import uuid

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from ombuds.lib.throttle import address_of, too_often
from ombuds.office.services import current_office
from ombuds.publications.services.reading import (
    KINDS,
    current_texts,
    file_of,
    on_paper,
    share_text,
    versions_of,
)
from ombuds.publicsite.views.reading import absolute, public, reader_language

MOST_FILES = 60  # from one address in an hour: making a PDF costs more than sending it


@public
def publications(request: HttpRequest) -> HttpResponse:
    rows = current_texts(current_office().code, reader_language())
    kind = request.GET.get("kind", "")
    if kind in KINDS.values:
        rows = rows.filter(kind=kind)
    page = Paginator(rows.defer("html"), 20).get_page(request.GET.get("page"))
    return render(
        request, "publicsite/publications.html", {"page": page, "kinds": KINDS.choices, "kind": kind}
    )


@public
def publication(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """In the language asked (?lang=) or the reader's, else in one that there is. Withdrawn: the page says so."""
    texts = {text.language: text for text in versions_of(current_office().code, key)}
    if not texts:
        raise Http404
    text = (
        texts.get(request.GET.get("lang", "")) or texts.get(reader_language()) or next(iter(texts.values()))
    )
    status = 410 if text.withdrawn_at else 200
    context = {
        "text": text,
        "others": [t for t in texts.values() if t is not text],
        "address": f"{absolute('publication', key)}?lang={text.language}",
        "share": None if text.withdrawn_at else share_text(text.title, text.summary),
    }
    return render(request, "publicsite/publication.html", context, status=status)


@public
def paper(request: HttpRequest, key: uuid.UUID, language: str) -> HttpResponse:
    """The text as a document to print and to keep, drawn from what the page shows."""
    office = current_office()
    text = current_texts(office.code, language[:2]).filter(key=key).first()
    if text is None or text.language != language:
        raise Http404
    if too_often("publication-file", address_of(request), most=MOST_FILES, seconds=3600):
        return render(request, "publicsite/kit_later.html", status=429)
    response = HttpResponse(on_paper(text, office), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{text.slug}-{language}.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@public
def file(request: HttpRequest, key: uuid.UUID) -> FileResponse:
    found = file_of(current_office().code, key)
    if found is None:
        raise Http404
    try:
        opened = found.file.open("rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(opened, as_attachment=True, filename=found.name)
    response["X-Content-Type-Options"] = "nosniff"
    return response
