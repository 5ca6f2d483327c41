"""Sending once. Each form that files something carries a random ticket; the second arrival of a ticket does nothing, and gets
the answer of the first. What the first one answered is sealed under the ticket, which the browser alone holds."""

import json
import secrets
import time
from collections.abc import Callable
from hashlib import blake2b
from typing import Any

from django.db import IntegrityError
from django.http import HttpRequest

from ombuds.integrity.database import atomic
from ombuds.integrity.models import Session
from ombuds.integrity.vault import Refused
from ombuds.integrity.vault.sealing import Place, seal, unseal
from ombuds.lib.today import today

FIELD = "ticket"
LENGTH = 43  # signs of 32 bytes in base64
KEPT = 30 * 60  # seconds; after them the second arrival learns that it was sent, and nothing else


def new() -> str:
    """For the hidden field of a form."""
    return secrets.token_urlsafe(32)


def of(request: HttpRequest) -> str:
    """The ticket of what was sent; a fresh one when there is none, so that it counts as the first."""
    ticket = request.POST.get(FIELD, "")
    return ticket if len(ticket) == LENGTH and ticket.isascii() else new()


def _parts(ticket: str) -> tuple[str, bytes, Place]:
    secret = ticket.encode()
    digest = blake2b(secret, digest_size=32, person=b"openombuds once").hexdigest()
    key = blake2b(secret, digest_size=32, person=b"openombuds said").digest()
    return digest, key, Place(bytes.fromhex(digest), "session", "ticket")


def answer_of(ticket: str) -> dict[str, Any] | None:
    """What the first arrival was told; None when this is the first."""
    digest, key, place = _parts(ticket)
    row = Session.objects.filter(digest=digest).first()
    if row is None:
        return None
    try:
        held: dict[str, Any] = json.loads(unseal(key, place, bytes(row.sealed)))
    except Refused:
        return {}
    said: dict[str, Any] = held["said"] if held["until"] > time.time() else {}
    return said


def forget(ticket: str) -> None:
    """The answer was read: that it was sent is still known, until the night."""
    Session.objects.filter(digest=_parts(ticket)[0]).update(sealed=b"")


def once(ticket: str, act: Callable[[], dict[str, Any] | None]) -> dict[str, Any]:
    """Do it, unless this ticket came before; what it answered the first time. Stands or falls with the act: after a refusal
    the same form can be sent again. Two arrivals at the same moment wait for each other at the row."""
    digest, key, place = _parts(ticket)
    try:
        with atomic():
            Session.objects.create(digest=digest, sealed=b"", day=today())
            answer = act() or {}
            held = json.dumps({"said": answer, "until": time.time() + KEPT}).encode()
            Session.objects.filter(digest=digest).update(sealed=seal(key, place, held))
    except IntegrityError:
        known = answer_of(ticket)
        if known is None:  # something else was wrong, not the ticket
            raise
        return known
    return answer


def guarded(
    request: HttpRequest, act: Callable[[dict[str, Any]], object]
) -> Callable[[dict[str, Any]], object]:
    """An act of a form, made to happen once for each ticket."""
    ticket = of(request)

    def run(data: dict[str, Any]) -> None:
        def inside() -> None:
            act(data)

        once(ticket, inside)

    return run
