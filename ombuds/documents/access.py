"""Handing out a stored file. The room that owns the page decides who may; this only makes it harmless."""

from django.http import FileResponse, Http404

from ombuds.documents.models import Document


def as_download(document: Document) -> FileResponse:
    """Always an attachment, never shown inside our pages, never guessed to be something else."""
    if document.scan == Document.Scan.INFECTED:
        raise Http404
    try:
        opened = document.file.open("rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(opened, as_attachment=True, filename=document.original_name)
    response["Content-Type"] = document.media_type
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
