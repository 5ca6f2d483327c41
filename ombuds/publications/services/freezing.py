"""Publishing: copies what was approved into rows that the public site reads. Only `DeidentifiedText` can get there."""

import hashlib
import uuid
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.deidentification.gate import EMPTY, Clearance, DeidentifiedText
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now
from ombuds.publications.authoring.services import insist_figures, told
from ombuds.publications.models import Frozen, FrozenFile, Publication, Text
from ombuds.publications.permitting import cases_of, insist
from ombuds.publications.rendering import render
from ombuds.publications.reviewing.requiring import insist_read
from ombuds.publications.services.beside import insist_untold
from ombuds.publications.services.checking import check, insist_tongues, override_of
from ombuds.publications.services.clearing import clear
from ombuds.publications.services.deciding import (
    insist_approved,
    insist_languages,
    insist_reviewed,
    set_state,
)
from ombuds.publications.services.parts import Part, slug_of
from ombuds.publications.terms import Act, State


@dataclass(frozen=True)
class Cleared:
    """One language, through the gate."""

    language: str
    title: DeidentifiedText
    summary: DeidentifiedText
    html: DeidentifiedText
    slug: DeidentifiedText
    reason: DeidentifiedText

    @property
    def sha256(self) -> str:
        return hashlib.sha256(
            "\x00".join(map(str, (self.title, self.summary, self.html))).encode()
        ).hexdigest()


def publish(publication: Publication, *, actor: User) -> list[Frozen]:
    """Freeze every complete language at once. The gate runs again: the cases may have learned more."""
    insist(actor, Permission.PUBLICATIONS_TEXT_APPROVE)
    insist_languages(publication)
    insist_tongues(publication)
    insist_figures(publication)
    insist_reviewed(publication)
    insist_approved(publication)
    insist_read(publication, actor=actor)
    attacked = check(publication, actor=actor)
    overridden = override_of(publication) is not None
    if not overridden:
        insist_untold(publication)
    clearance = attacked.attempt.clearance(overridden=overridden)
    cleared = [_clear(publication, text, clearance) for text in publication.texts.all() if text.is_complete]
    with transaction.atomic():
        set_state(publication, State.PUBLISHED)
        if publication.corrects is not None:
            set_state(publication.corrects, State.WITHDRAWN)
        frozen = [_freeze(publication, one, clearance) for one in cleared]
        publication.sketches.all().delete()
        # Advice was for the writer; the verdict stays.
        publication.gate_runs.update(advice={})
        record(Act.FREEZE, actor=actor, subject=publication, data={"hashes": [f.sha256 for f in frozen]})
    return frozen


def _clear(publication: Publication, text: Text, clearance: Clearance) -> Cleared:
    return Cleared(
        language=text.language,
        title=clearance.of(text.title),
        summary=clearance.of(text.summary),
        html=clearance.of(render(told(text, links=True))),
        slug=clearance.of(slug_of(text.title, publication.kind)),
        reason=clearance.of(publication.reason) if publication.corrects_id else EMPTY,
    )


def public_key(publication: Publication) -> uuid.UUID:
    """A correction keeps the address of the first version."""
    first = publication
    while first.corrects is not None:
        first = first.corrects
    return first.key


def _freeze(publication: Publication, cleared: Cleared, clearance: Clearance) -> Frozen:
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
        slug=cleared.slug,
        title=cleared.title,
        summary=cleared.summary,
        html=cleared.html,
        sha256=cleared.sha256,
        published_at=moment,
        first_published_at=first.first_published_at if first else moment,
        reason=cleared.reason,
    )
    for attachment in publication.attachments.filter(language__in=["", cleared.language]):
        with attachment.file.open("rb") as opened:
            copy = FrozenFile(
                frozen=frozen,
                name=clearance.of(attachment.name),
                description=clearance.of(attachment.description),
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
    said = clear(
        [Part("reason", reason.strip())],
        office=publication.office,
        actor=actor,
        about=f"publications:withdrawal:{publication.pk}",
        cases=cases_of(publication),
    ).of(reason.strip())
    with transaction.atomic():
        set_state(publication, State.WITHDRAWN)
        Publication.objects.filter(pk=publication.pk).update(reason=reason.strip())
        # The words themselves go too: a withdrawn text must not be readable from a copy of this table.
        Frozen.objects.filter(key=public_key(publication)).update(
            withdrawn_at=now(), reason=said, html=EMPTY, summary=EMPTY
        )
        FrozenFile.objects.filter(frozen__key=public_key(publication)).delete()
        publication.refresh_from_db()
        record(Act.WITHDRAW, actor=actor, subject=publication)
    return publication
