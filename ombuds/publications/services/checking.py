"""Runs the gate over exactly what will be published: texts, rendered pages, files with their metadata and names."""

import hashlib

from django.utils.translation import gettext as _

from ombuds.deidentification.engine import Finding, Kind, findings_in
from ombuds.deidentification.files import CannotBeRead, html_parts, parts
from ombuds.publications.known import known_identifiers
from ombuds.publications.models import Attachment, Publication, Text
from ombuds.publications.rendering import render
from ombuds.publications.services.permitting import StillNamed, cases_of, insist_publishable


def text_parts(text: Text) -> list[tuple[str, str]]:
    """(where, words) of one language; the rendered page is read too, since markup can hide a name."""
    plain = [(_("title"), text.title), (_("summary"), text.summary), (_("text"), text.body)]
    rendered = [(_("page"), words) for where, words in html_parts(render(text.body)) if where != "text"]
    named = [*plain, *rendered]
    return [(f"{where} ({text.language})", words) for where, words in named if words.strip()]


def file_parts(attachment: Attachment) -> list[tuple[str, str]]:
    """(where, words) of a file. Raises CannotBeRead."""
    with attachment.file.open("rb") as opened:
        found = parts(attachment.name, opened.read())
    where = _("file “%(name)s”") % {"name": attachment.name}
    return [
        (f"{where}: {place}", words) for place, words in [*found, (_("description"), attachment.description)]
    ]


def findings_of(publication: Publication) -> list[Finding]:
    """All that still names someone, in the order of reading. A file that cannot be read is a finding too."""
    known = known_identifiers(cases_of(publication))
    found: list[Finding] = []
    for text in publication.texts.all():
        found += _once(findings_in(text_parts(text), known, text.language))
    if publication.corrects_id:  # readers see why it was corrected
        found += _once(findings_in([(_("reason"), publication.reason)], known))
    for attachment in publication.attachments.all():
        try:
            found += _once(findings_in(file_parts(attachment), known, attachment.language or "nl"))
        except CannotBeRead:
            unread = _("this file cannot be read, so nobody can say what is in it")
            found.append(Finding(attachment.name, Kind.ORGANISATION, unread, "", "", certain=False))
    return found


def _once(findings: list[Finding]) -> list[Finding]:
    return list(dict.fromkeys(findings))


def check(publication: Publication) -> None:
    """Raises StillNamed or NeverPublic."""
    for case in cases_of(publication):
        insist_publishable(case)
    if found := findings_of(publication):
        raise StillNamed(found)


def digest(publication: Publication) -> str:
    """Of exactly what would be published: a review speaks of this and of nothing else."""
    sha = hashlib.sha256()
    for text in publication.texts.order_by("language"):
        for part in (text.language, text.title, text.summary, text.body):
            sha.update(part.encode() + b"\x00")
    for attachment in publication.attachments.order_by("pk"):
        sha.update(f"{attachment.sha256}{attachment.name}{attachment.description}".encode())
    return sha.hexdigest()
