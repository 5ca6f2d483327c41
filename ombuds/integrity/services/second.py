"""The second factor at the desk: an authenticator app of the handler's own, apart from the one of the office's log-in.

What belongs to it is sealed under the handler's private key: the passphrase comes first, and the disk alone tells nothing, not
even when a code was last used. It keeps a stolen passphrase from opening the desk; whoever has the disk as well does not need it.
"""

import base64
import json
import time
from dataclasses import dataclass, field
from hashlib import blake2b

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ombuds.integrity import record
from ombuds.integrity.chests import Holder
from ombuds.integrity.database import atomic
from ombuds.integrity.models import Handler
from ombuds.integrity.terms import Act
from ombuds.integrity.vault import onetime
from ombuds.integrity.vault.sealing import Place, seal, unseal
from ombuds.lib.errors import Refusal


class WrongCode(Refusal):
    """Not the code of this half minute, or one that was used."""

    template = _("This code does not fit, or it was used already. Wait for the next one.")


class NotOneself(Refusal):
    """Somebody else has to take a second factor away."""

    template = _("A colleague has to do this for you.")


@dataclass
class Second:
    """What is sealed: the app's secret, the last step used, digests of the spare codes left."""

    secret: bytes
    last: int = 0
    spares: list[str] = field(default_factory=list)


def needed(handler: Handler) -> bool:
    """Must this handler set one up before anything else?"""
    return bool(settings.REQUIRE_MFA) and handler.second is None


def _key(holder: Holder) -> bytes:
    return blake2b(
        b"second factor", key=holder.pair.private, digest_size=32, person=b"openombuds code"
    ).digest()


def _place(handler: Handler) -> Place:
    return Place(handler.pk.bytes, "handler", "second factor")


def _keep(holder: Holder, second: Second) -> None:
    assert holder.handler is not None
    content = {
        "secret": base64.b64encode(second.secret).decode(),
        "last": second.last,
        "spares": second.spares,
    }
    sealed = seal(_key(holder), _place(holder.handler), json.dumps(content).encode())
    Handler.objects.filter(pk=holder.handler.pk).update(second=sealed)
    holder.handler.second = sealed


def _held(holder: Holder, sealed: bytes) -> Second:
    assert holder.handler is not None
    found = json.loads(unseal(_key(holder), _place(holder.handler), sealed))
    return Second(base64.b64decode(found["secret"]), int(found["last"]), list(found["spares"]))


def set_up(holder: Holder, secret: bytes, typed: str) -> list[str]:
    """The app shows the right code: from now on it is asked for. The spare codes come back, once."""
    step = onetime.step_of(secret, typed, time.time(), 0)
    if step is None:
        raise WrongCode()
    spares = onetime.new_spares()
    with atomic():
        _keep(holder, Second(secret, step, list(onetime.digests(spares))))
        record.note(Act.SECOND_SET, handler=holder.handler)
    return spares


def check(holder: Holder, typed: str) -> None:
    """The code of now, or a spare one, each once. Raises WrongCode; Refused when the row was changed outside."""
    assert holder.handler is not None
    with atomic():
        row = Handler.objects.select_for_update().get(pk=holder.handler.pk)
        second = _held(holder, bytes(row.second or b""))
        step = onetime.step_of(second.secret, typed, time.time(), second.last)
        spare = onetime.digest(typed)
        if step is not None:
            second.last = step
        elif spare in second.spares:
            second.spares.remove(spare)
        else:
            raise WrongCode()
        _keep(holder, second)


def spares_left(holder: Holder) -> int:
    """How many spare codes this handler still has."""
    assert holder.handler is not None
    return len(_held(holder, bytes(holder.handler.second)).spares) if holder.handler.second else 0


def take_away(*, actor: Holder, who: Handler) -> None:
    """A colleague lost the app and the spare codes: they set up a new one after their passphrase. Never one's own."""
    if actor.handler == who:
        raise NotOneself()
    with atomic():
        Handler.objects.filter(pk=who.pk).update(second=None)
        record.note(Act.SECOND_TAKEN, handler=who)
