"""Complaints that are not finished: kept as typed, found again by a browser or a code, forgotten in time."""

import datetime as dt
import hashlib
import hmac
import secrets
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.cases.models import CaseDocument
from ombuds.documents.models import Document
from ombuds.documents.services import FileRefused, store
from ombuds.intake.models import Draft, DraftFile
from ombuds.intake.terms import Act
from ombuds.lib import tokens
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now
from ombuds.office.models import Office

KEPT_DAYS = 30
RECEIPT_HOURS = 24  # how long the browser that sent a complaint can show its receipt
CODE_PURPOSE = "draft"
GROUPS = 4


class TooManyFiles(Refusal):
    """The limit of files with one complaint."""

    template = _(
        "At most %(limit)s files fit with one complaint. “%(name)s” was not added. You can send more files later, on "
        "the page of your file."
    )


def token_digest(token: str) -> str:
    """What is stored of the browser's token."""
    return tokens.keyed(token, "complaint")


def start(*, language: str) -> tuple[Draft, str]:
    """A new draft and the token for the browser that fills it in."""
    token = secrets.token_urlsafe(32)
    draft = Draft.objects.create(token_digest=token_digest(token), language=language, expires_at=_expiry())
    return draft, token


def draft_of(token: str) -> Draft | None:
    """The draft of this browser, while it lives."""
    if not token or len(token) > 100:
        return None
    rows = Draft.objects.filter(token_digest=token_digest(token), expires_at__gt=now(), owner__isnull=True)
    return rows.select_related("submission__case").first()


def keep(draft: Draft, **answers: Any) -> Draft:
    """Write down answers, as typed. Two windows that answer two questions do not lose each other's."""
    with transaction.atomic():
        current = Draft.objects.select_for_update().get(pk=draft.pk)
        if current.submission_id is None:
            current.answers = {**current.answers, **answers}
            current.expires_at = _expiry()
            current.save(update_fields=["answers", "expires_at", "changed_at"])
    draft.answers = current.answers
    draft.submission_id = current.submission_id
    return draft


def add_file(draft: Draft, upload: "UploadedFile[bytes]", *, purpose: str) -> DraftFile:
    """Keep a file with the draft. Raises a refusal that names the file."""
    if draft.files.count() >= settings.UPLOAD_MAX_FILES:
        raise TooManyFiles(limit=settings.UPLOAD_MAX_FILES, name=str(upload.name)[:120])
    document = store(upload, actor=draft.owner or Actor.COMPLAINANT)
    return DraftFile.objects.create(draft=draft, document=document, purpose=purpose)


def add_files(
    draft: Draft, uploads: "list[UploadedFile[bytes]]", *, purpose: str
) -> tuple[list[DraftFile], list[str]]:
    """The good ones are kept, and each of the others gets its sentence."""
    kept, sentences = [], []
    for upload in uploads:
        try:
            kept.append(add_file(draft, upload, purpose=purpose))
        except (FileRefused, TooManyFiles) as refusal:
            sentences.append(refusal.sentence)
    return kept, sentences


def remove_file(draft: Draft, number: str) -> str:
    """Take a file out again. Returns its name, or nothing when it is not of this draft."""
    row = (
        draft.files.select_related("document").filter(pk=int(number)).first()
        if number.isdecimal() and len(number) < 18
        else None
    )
    if row is None:
        return ""
    with transaction.atomic():
        row.delete()
        _destroy(row.document)
    return row.document.original_name


def save_for_later(draft: Draft) -> str:
    """A code with which the person goes on later, on any device. Shown once."""
    code = tokens.new_code(GROUPS)
    Draft.objects.filter(pk=draft.pk).update(
        code_digest=tokens.digest(code, CODE_PURPOSE), expires_at=_expiry()
    )
    return code


def resume(code: str) -> tuple[Draft, str] | None:
    """The draft behind a code, handed to the browser that asks. The browser that had it before lets go."""
    if len(tokens.tidy_code(code)) != GROUPS * 4:
        return None
    draft = Draft.objects.filter(
        code_digest=tokens.digest(code, CODE_PURPOSE),
        expires_at__gt=now(),
        submission__isnull=True,
    ).first()
    if draft is None:
        return None
    token = secrets.token_urlsafe(32)
    draft.token_digest = token_digest(token)
    draft.save(update_fields=["token_digest"])
    return draft, token


def receipt_code(token: str) -> str:
    """The secret code of the file, made from the browser's token: a second click on “send” shows the same code, and
    no database ever holds it."""
    raw = hmac.new(settings.SECRET_KEY.encode(), f"receipt:{token}".encode(), hashlib.sha256).digest()
    number, signs = int.from_bytes(raw, "big"), []
    for _position in range(16):
        number, index = divmod(number, len(tokens.ALPHABET))
        signs.append(tokens.ALPHABET[index])
    return "-".join("".join(signs[n : n + 4]) for n in range(0, 16, 4))


def draft_of_staff(user: User) -> Draft:
    """The half-finished registration of a member of staff: one each, outliving the session."""
    draft, _created = Draft.objects.get_or_create(owner=user, defaults={"expires_at": _expiry()})
    return draft


def forget(draft: Draft) -> None:
    """Delete a draft and the files that belong to nothing else."""
    with transaction.atomic():
        documents = [row.document for row in draft.files.select_related("document")]
        draft.delete()
        for document in documents:
            _destroy(document)


def _destroy(document: Document) -> None:
    """The row and, after commit, the bytes: unless the file went into a case meanwhile."""
    if CaseDocument.objects.filter(document=document).exists():
        return
    document.delete()
    transaction.on_commit(lambda: document.file.delete(save=False))


def forget_drafts(office: Office, day: dt.date) -> int:
    """For the tick: drafts whose time is over. `office` and `day` are what every part of the tick receives."""
    gone = list(Draft.objects.filter(expires_at__lte=now()))
    for draft in gone:
        forget(draft)
    if gone:
        record(Act.DRAFTS_FORGOTTEN, actor=Actor.SYSTEM, data={"drafts": len(gone)})
    return len(gone)


def _expiry() -> dt.datetime:
    return now() + dt.timedelta(days=KEPT_DAYS)
