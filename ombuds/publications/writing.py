"""Changing a draft: its texts side by side, its files, and a new version of what was published."""

import hashlib
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.services import record
from ombuds.documents.services import sniff, tidy_name, with_extension
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean
from ombuds.office.models import Office
from ombuds.publications.authoring import services as authoring
from ombuds.publications.authoring.merging import Clash, merge
from ombuds.publications.models import Attachment, CaseLink, Publication, Text
from ombuds.publications.permitting import insist
from ombuds.publications.terms import Act, State
from ombuds.publications.workflow import EDITABLE

FILES = frozenset(
    {
        "application/pdf",
        "image/png",
        "image/jpeg",
        "text/csv",
        "text/plain",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.oasis.opendocument.text",
    }
)
MAX_BYTES = 10 * 1024 * 1024


def required_languages(office: Office) -> list[str]:
    """Nothing is published while one of these is missing."""
    return list(office.setting("required_publication_languages") or office.languages[:1])


def optional_languages(office: Office) -> list[str]:
    return list(office.setting("optional_publication_languages") or [])


def missing_languages(publication: Publication) -> list[str]:
    """Required ones that are not complete, and optional ones that were begun and not finished."""
    texts = {text.language: text for text in publication.texts.all()}
    required = [
        code
        for code in required_languages(publication.office)
        if code not in texts or not texts[code].is_complete
    ]
    begun = [
        text.language
        for text in texts.values()
        if text.language not in required_languages(publication.office)
        and _begun(text)
        and not text.is_complete
    ]
    return [*required, *begun]


def _begun(text: Text) -> bool:
    return any(part.strip() for part in (text.title, text.summary, text.body))


def insist_editable(publication: Publication) -> None:
    """Raises Refusal."""
    if State(publication.state) not in EDITABLE:
        raise Refusal(_("This text is not a draft any more. Take it back to change it."))


class BothChanged(Refusal):
    """Two writers changed the same words. `clashes` holds both; nothing is kept until a person has chosen."""

    template = _("Someone else changed this text while you were writing. Compare, and save again.")

    def __init__(self, clashes: list[Clash]) -> None:
        super().__init__()
        self.clashes = clashes


def write(
    publication: Publication, *, actor: User, version: int, texts: dict[str, dict[str, Any]]
) -> Publication:
    """Keep all languages in one go. `version` is what the writer saw.

    When someone else kept the text meanwhile, what each changed is kept; raises BothChanged where both changed the
    same field.
    """
    insist(actor)
    insist_editable(publication)
    mine = {
        language: {name: clean(str(value)).strip() for name, value in fields.items()}
        for language, fields in texts.items()
    }
    with transaction.atomic():
        held = Publication.objects.select_for_update().get(pk=publication.pk)
        insist_editable(held)
        if not 0 < version <= held.version:
            raise BothChanged([])
        if not held.text_versions.filter(number__lte=version).exists():
            authoring.keep_version(held, actor=held.writer)
        theirs = authoring.texts_now(held)
        base = theirs if version == held.version else authoring.texts_at(held, version)
        merged, clashes = merge(base, theirs, mine)
        if clashes:
            raise BothChanged(clashes)
        Publication.objects.filter(pk=held.pk).update(version=F("version") + 1)
        publication.refresh_from_db()
        changed = [language for language in merged if merged[language] != theirs.get(language)]
        for language in changed or mine:
            Text.objects.update_or_create(
                publication=publication, language=language, defaults=merged[language]
            )
        authoring.keep_version(publication, actor=actor, languages=changed)
        authoring.drop_sketch(publication, actor=actor)
        record(Act.WRITE, actor=actor, subject=publication, data={"languages": sorted(changed)})
    return publication


def attach(
    publication: Publication,
    upload: "UploadedFile[bytes]",
    *,
    actor: User,
    description: str,
    language: str = "",
) -> Attachment:
    """Add a file. It goes through the same check as the text."""
    insist(actor)
    insist_editable(publication)
    name = tidy_name(upload.name or "")
    content = upload.read()
    if not content:
        raise Refusal(_("“%(name)s” is empty. Please choose the file again."), name=name)
    if len(content) > MAX_BYTES:
        raise Refusal(_("“%(name)s” is larger than 10 MB."), name=name)
    media_type = sniff(upload, name)
    if media_type not in FILES:
        raise Refusal(
            _("“%(name)s” is of a kind that we do not publish. Use PDF, a picture or a table."), name=name
        )
    upload.seek(0)
    with transaction.atomic():
        attachment = Attachment(
            publication=publication,
            language=language,
            name=with_extension(name, media_type),
            description=description.strip(),
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            added_by=actor,
        )
        attachment.file.save(attachment.name, upload, save=False)
        attachment.save()
        record(Act.ATTACH, actor=actor, subject=publication)
    return attachment


def remove_attachment(attachment: Attachment, *, actor: User) -> None:
    """Take a file out of a draft."""
    insist(actor)
    insist_editable(attachment.publication)
    with transaction.atomic():
        record(Act.REMOVE_ATTACHMENT, actor=actor, subject=attachment.publication)
        stored, name = attachment.file.storage, attachment.file.name
        attachment.delete()
        transaction.on_commit(lambda: stored.delete(name) if name else None)


def correct(publication: Publication, *, actor: User, reason: str) -> Publication:
    """A new version of what was published, with the reason that readers will see. The old one stands until then."""
    insist(actor)
    if publication.state != State.PUBLISHED:
        raise Refusal(_("Only a published text can be corrected."))
    if not reason.strip():
        raise Refusal(_("Say why it is corrected: readers will see the reason."))
    if publication.corrected_by.exclude(state=State.WITHDRAWN).exists():
        raise Refusal(_("A correction of this text is being written already."))
    with transaction.atomic():
        new = Publication.objects.create(
            office=publication.office,
            kind=publication.kind,
            theme=publication.theme,
            seed=publication.seed,
            writer=actor,
            corrects=publication,
            reason=reason.strip(),
        )
        for text in publication.texts.all():
            Text.objects.create(
                publication=new,
                language=text.language,
                title=text.title,
                summary=text.summary,
                body=text.body,
            )
        for link in publication.case_links.all():
            CaseLink.objects.create(publication=new, case=link.case, added_by=actor)
        for old in publication.attachments.all():
            copy = Attachment(
                publication=new, language=old.language, name=old.name, description=old.description,
                size=old.size, sha256=old.sha256, added_by=actor,
            )  # fmt: skip
            with old.file.open("rb") as opened:
                copy.file.save(old.name, opened, save=False)
            copy.save()
        record(Act.CORRECT, actor=actor, subject=new)
    return new
