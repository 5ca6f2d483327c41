"""Visits of reporters and handlers. The row in the database is sealed under a secret that only the visitor's cookie
holds, so that the keys of a visit never lie on a disk; and the cookie alone is nothing without the row."""

import json
import secrets
import time
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from ombuds.integrity import tickets
from ombuds.integrity.models import Session
from ombuds.integrity.vault import Refused
from ombuds.integrity.vault.sealing import Place, seal, unseal
from ombuds.lib.today import today

COOKIE = "integrity"
PATH = "/integrity/"
IDLE = 30 * 60  # seconds


@dataclass
class Visit:
    """What the visitor's secret opens: who it is, their private key, and small things between two pages."""

    token: str
    holds: dict[str, Any] = field(default_factory=dict)

    def keep(self) -> None:
        """Seal it anew, with half an hour from now."""
        self.holds["until"] = time.time() + IDLE
        digest, key = _parts(self.token)
        sealed = seal(key, Place(bytes.fromhex(digest), "session", "visit"), json.dumps(self.holds).encode())
        Session.objects.update_or_create(digest=digest, defaults={"sealed": sealed, "day": today()})


def _parts(token: str) -> tuple[str, bytes]:
    """The digest under which the row is found, and the key that opens it."""
    secret = token.encode()
    digest = blake2b(secret, digest_size=32, person=b"openombuds row").hexdigest()
    return digest, blake2b(secret, digest_size=32, person=b"openombuds visit").digest()


def start(response: HttpResponse, **holds: Any) -> Visit:
    """A new visit; its secret goes into the visitor's cookie."""
    visit = Visit(secrets.token_urlsafe(32), dict(holds))
    visit.keep()
    response.set_cookie(
        COOKIE, visit.token, path=PATH, secure=settings.SECURE, httponly=True, samesite="Strict"
    )
    return visit


def current(request: HttpRequest) -> Visit | None:
    """The visit of this browser, while it lasts."""
    token = request.COOKIES.get(COOKIE, "")
    if not token or len(token) > 100:
        return None
    digest, key = _parts(token)
    row = Session.objects.filter(digest=digest).first()
    if row is None:
        return None
    try:
        holds = json.loads(unseal(key, Place(bytes.fromhex(digest), "session", "visit"), bytes(row.sealed)))
    except Refused:
        return None
    if holds["until"] < time.time():
        row.delete()
        return None
    visit = Visit(token, holds)
    if holds["until"] - time.time() < IDLE - 60:
        visit.keep()
    return visit


def end(request: HttpRequest, response: HttpResponse) -> None:
    """Nothing is left of the visit, here or in the browser."""
    forget(request)
    response.delete_cookie(COOKIE, path=PATH, samesite="Strict")


def forget(request: HttpRequest) -> None:
    """Nothing is left of it here. Before another visit starts in the same answer: a cookie that is taken back stays so."""
    token = request.COOKIES.get(COOKIE, "")
    visit = current(request)
    if visit is not None and "ticket" in visit.holds:
        tickets.forget(visit.holds["ticket"])
    if token:
        Session.objects.filter(digest=_parts(token)[0]).delete()


def sweep() -> int:
    """Visits of earlier days."""
    return Session.objects.filter(day__lt=today()).delete()[0]
