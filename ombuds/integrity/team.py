"""The list of handlers, marked: each row carries a digest under the installation's key, which is not in the database. A handler
whom somebody wrote into the database, or whose public key was exchanged there, is sealed nothing."""

import hashlib
import hmac

from django.conf import settings
from django.db.models import QuerySet

from ombuds.integrity.models import Handler


def who_and_what(handler: Handler) -> list[str]:
    """What must not change behind anybody's back: who it is, the public key and the rights."""
    return [
        handler.pk.hex,
        handler.login,
        bytes(handler.public or b"").hex(),
        str(handler.first_reader),
        str(handler.custodian),
    ]


def mark_of(handler: Handler) -> str:
    """What the row should carry."""
    parts = [
        *who_and_what(handler),
        handler.joined_on.isoformat() if handler.joined_on else "",
        handler.left_on.isoformat() if handler.left_on else "",
    ]
    key = f"team:{settings.INTEGRITY_KEY}".encode()
    return hmac.new(key, "|".join(parts).encode(), hashlib.sha256).hexdigest()


def vouch(handler: Handler) -> None:
    """After a change of ours."""
    handler.mark = mark_of(handler)
    Handler.objects.filter(pk=handler.pk).update(mark=handler.mark)


def is_vouched(handler: Handler) -> bool:
    """Is the row as we wrote it?"""
    return hmac.compare_digest(handler.mark, mark_of(handler))


def vouched(handlers: "QuerySet[Handler]") -> list[Handler]:
    """Those whose rows are as we wrote them."""
    return [handler for handler in handlers if is_vouched(handler)]
