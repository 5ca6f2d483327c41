"""Publishing: copies what was approved into rows that the public site reads. Only `DeidentifiedText` can get there."""

import hashlib
import uuid
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.deidentification.engine import findings_in
from ombuds.deidentification.gate import DeidentifiedText, StillIdentifying, passed
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now
from ombuds.publications.known import known_identifiers
from ombuds.publications.models import Frozen, FrozenFile, Publication, Text
from ombuds.publications.rendering import render
from ombuds.publications.services.checking import check
from ombuds.publications.services.deciding import (
    insist_approved,
    insist_languages,
    insist_reviewed,
    set_state,
)
from ombuds.publications.services.permitting import StillNamed, cases_of, insist
from ombuds.publications.terms import Act, State


@dataclass(frozen=True)
class Cleared:
    """One language, through the gate."""

    language: str
    title: DeidentifiedText
    summary: DeidentifiedText
    html: DeidentifiedText

    @property
    def sha256(self) -> str:
        return hashlib.sha256(
            "\x00".join(map(str, (self.title, self.summary, self.html))).encode()
        ).hexdigest()


def publish(publication: Publication, *, actor: User) -> list[Frozen]:
    """Freeze every complete language at once. Everything is checked again: the cases may have learned more."""
    insist(actor, Permission.PUBLICATIONS_TEXT_APPROVE)
    insist_languages(publication)
    insist_reviewed(publication)
    insist_approved(publication)
    check(publication)
    cleared = [_clear(publication, text) for text in publication.texts.all() if text.is_complete]
    with transaction.atomic():
        set_state(publication, State.PUBLISHED)
        if publication.corrects is not None:
            set_state(publication.corrects, State.WITHDRAWN)
        frozen = [_freeze(publication, one) for one in cleared]
        record(Act.FREEZE, actor=actor, subject=publication, data={"hashes": [f.sha256 for f in frozen]})
    return frozen


def _clear(publication: Publication, text: Text) -> Cleared:
    known = known_identifiers(cases_of(publication))
    parts = [("title", text.title), ("summary", text.summary), ("page", render(text.body))]
    try:
        title, summary, html = passed(parts, known, language=text.language)
    except StillIdentifying as still:
        raise StillNamed(still.findings) from still
    return Cleared(text.language, title, summary, html)


def public_key(publication: Publication) -> uuid.UUID:
    """A correction keeps the address of the first version."""
    first = publication
    while first.corrects is not None:
        first = first.corrects
    return first.key


def _freeze(publication: Publication, cleared: Cleared) -> Frozen:
    key, moment = public_key(publication), now()
    earlier = Frozen.objects.filter(key=key, language=cleared.language)
    first = earlier.order_by("number").first()
    number = (earlier.aggregate(last=Max("number"))["last"] or 0) + 1
    earlier.update(is_current=False)
    frozen = Frozen.objects.create(
        key=key,
        office_code=publication.office.code,
        kind=publication.kind,
        theme=publication.theme,
        language=cleared.language,
        number=number,
        slug=slugify(str(cleared.title))[:110] or publication.kind,
        title=str(cleared.title),
        summary=str(cleared.summary),
        html=str(cleared.html),
        sha256=cleared.sha256,
        published_at=moment,
        first_published_at=first.first_published_at if first else moment,
        reason=publication.reason if publication.corrects_id else "",
    )
    for attachment in publication.attachments.filter(language__in=["", cleared.language]):
        with attachment.file.open("rb") as opened:
            copy = FrozenFile(
                frozen=frozen,
                name=attachment.name,
                description=attachment.description,
                size=attachment.size,
                sha256=attachment.sha256,
            )
            copy.file.save(attachment.name, ContentFile(opened.read()), save=False)
            copy.save()
    return frozen


def withdraw(publication: Publication, *, actor: User, reason: str) -> Publication:
    """Take it off the public site at once; its page then says that, and why."""
    insist(actor, Permission.PUBLICATIONS_TEXT_APPROVE)
    if not reason.strip():
        raise Refusal(_("Say why it is withdrawn: readers will see the reason."))
    if found := findings_in([("reason", reason)], known_identifiers(cases_of(publication))):
        raise StillNamed(found)
    with transaction.atomic():
        set_state(publication, State.WITHDRAWN)
        Publication.objects.filter(pk=publication.pk).update(reason=reason.strip())
        # The words themselves go too: a withdrawn text must not be readable from a copy of this table.
        Frozen.objects.filter(key=public_key(publication)).update(
            withdrawn_at=now(), reason=reason.strip(), html="", summary=""
        )
        FrozenFile.objects.filter(frozen__key=public_key(publication)).delete()
        publication.refresh_from_db()
        record(Act.WITHDRAW, actor=actor, subject=publication)
    return publication
