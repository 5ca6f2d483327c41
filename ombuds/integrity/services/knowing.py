"""Handlers keep an eye on the team themselves. Each has a list of whom they know, with their keys and rights, sealed under their own
private key. Who comes up beside it shows on their desk until they say that it is right.

The mark on a handler's row (`team`) stops whoever can write in the database. Who also has the settings of the machine can make
marks, but not these lists: a handler of theirs, or an exchanged key, is seen by everybody at the next look at the desk.
"""

import json
from dataclasses import dataclass
from hashlib import blake2b

from ombuds.integrity.chests import Holder
from ombuds.integrity.models import Handler
from ombuds.integrity.team import is_vouched, who_and_what
from ombuds.integrity.vault import Refused
from ombuds.integrity.vault.sealing import Place, seal, unseal

FIELD = "known colleagues"


@dataclass(frozen=True)
class Change:
    """A colleague who is not as this handler knew them. `is_new`: not known at all."""

    handler: Handler
    is_new: bool


def print_of(handler: Handler) -> str:
    """What two people compare by telephone: 40 digits over who it is, the public key and the rights."""
    made = blake2b(
        "|".join(who_and_what(handler)).encode(), digest_size=17, person=b"openombuds known"
    ).digest()
    digits = str(int.from_bytes(made) % 10**40).zfill(40)
    return " ".join(digits[start : start + 5] for start in range(0, 40, 5))


def here() -> list[Handler]:
    """Everybody to whom something can be sealed."""
    return [each for each in Handler.objects.filter(left_on=None).exclude(joined_on=None) if is_vouched(each)]


def _key(holder: Holder) -> bytes:
    return blake2b(
        FIELD.encode(), key=holder.pair.private, digest_size=32, person=b"openombuds code"
    ).digest()


def _place(handler: Handler) -> Place:
    return Place(handler.pk.bytes, "handler", FIELD)


def known(holder: Holder) -> dict[str, str]:
    """Handler → print, as this handler last said that it is right. A list that somebody touched is as none at all."""
    assert holder.handler is not None
    if holder.handler.known is None:
        return {}
    try:
        found: dict[str, str] = json.loads(
            unseal(_key(holder), _place(holder.handler), bytes(holder.handler.known))
        )
    except Refused:
        return {}
    return found


def changes(holder: Holder) -> list[Change]:
    """Colleagues who can get keys and are not on the list like that."""
    listed = known(holder)
    return [
        Change(each, str(each.pk) not in listed)
        for each in here()
        if each != holder.handler and listed.get(str(each.pk)) != print_of(each)
    ]


def approve(holder: Holder, prints: set[str]) -> None:
    """These are my colleagues and these are their keys: those whom the page showed, and nobody who came up since."""
    assert holder.handler is not None
    listed = {str(each.pk): print_of(each) for each in here() if print_of(each) in prints}
    sealed = seal(_key(holder), _place(holder.handler), json.dumps(listed, sort_keys=True).encode())
    Handler.objects.filter(pk=holder.handler.pk).update(known=sealed)
    holder.handler.known = sealed
