"""Opening the channel, inviting handlers, joining, leaving, and bringing a report back with the printed sheets."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from ombuds.integrity import chests, record, team
from ombuds.integrity.chests import Holder
from ombuds.integrity.database import atomic
from ombuds.integrity.models import Admission, Chest, Handler, Installation, Report, Wrap
from ombuds.integrity.services import knowing
from ombuds.integrity.terms import Act, Compartment
from ombuds.integrity.vault import Refused, codes, keys, recovery
from ombuds.integrity.vault.keys import Pair
from ombuds.integrity.vault.sealing import Place
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today

SHORTEST_PASSPHRASE = 16


class NotOpen(Refusal):
    """Nobody has set the channel up."""

    template = _("This channel is not open yet. Call us or write to us.")


class AlreadyOpen(Refusal):
    """It is set up once."""

    template = _(
        "The channel is set up already. New handlers are invited by a handler, on the page of the team."
    )


class WrongCode(Refusal):
    """An invitation that does not exist, or no longer."""

    template = _("This login and invitation code do not belong together, or the code was used already.")


class PassphraseTooShort(Refusal):
    """Guessing it must cost more than anybody has."""

    template = _(
        "Choose a passphrase of at least %(number)d signs: five or six words that have nothing to do with each other."
    )


class LoginTaken(Refusal):
    """Two handlers cannot share a login."""

    template = _("Somebody has this login already.")


def installation() -> Installation:
    """The channel's own settings. Raises NotOpen."""
    found = Installation.objects.first()
    if found is None:
        raise NotOpen()
    return found


def set_up(*, needed: int, sheets: int) -> list[str]:
    """Open the channel. The rows of words come back once: print them, give each sheet to another person."""
    with atomic():
        if Installation.objects.exists():
            raise AlreadyOpen()
        pair, rows = recovery.new_sheets(needed, sheets)
        Installation.objects.create(
            code_salt=secrets.token_bytes(keys.SALT),
            recovery_public=pair.public,
            sheets_needed=needed,
            sheets_made=sheets,
            set_up_on=today(),
        )
        record.note(Act.SET_UP)
    return rows


def invite(
    *,
    actor: Handler | None,
    name: str,
    login: str,
    language: str = "nl",
    first_reader: bool = False,
    custodian: bool = False,
) -> str:
    """A code to join with. `actor` is None for the first handlers, whom the person at the machine invites."""
    salt = bytes(installation().code_salt)
    if actor is None and Handler.objects.exclude(joined_on=None).exists():
        raise AlreadyOpen()
    if Handler.objects.filter(login__iexact=login).exists():
        raise LoginTaken()
    code = codes.new_code()
    with atomic():
        handler = Handler.objects.create(
            name=name,
            login=login.lower(),
            language=language,
            first_reader=first_reader,
            custodian=custodian,
            invitation=codes.derive(code, salt).verifier,
        )
        team.vouch(handler)
        record.note(Act.HANDLER_INVITED, handler=handler)
    return code


def _place(handler: Handler) -> Place:
    return Place(handler.pk.bytes, "handler", "private key")


def join(*, login: str, code: str, passphrase: str) -> Handler:
    """The invited person chooses a passphrase; the key pair is made. Raises WrongCode, PassphraseTooShort."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise PassphraseTooShort(number=SHORTEST_PASSPHRASE)
    verifier = codes.derive(code, bytes(installation().code_salt)).verifier
    with atomic():
        handler = Handler.objects.select_for_update().filter(login=login.lower(), left_on=None).first()
        known = bytes(handler.invitation) if handler and handler.invitation else secrets.token_bytes(32)
        if not secrets.compare_digest(known, verifier) or handler is None or not team.is_vouched(handler):
            raise WrongCode()
        pair = keys.new_pair()
        handler.public, handler.locked = pair.public, keys.lock(pair.private, passphrase, _place(handler))
        handler.invitation, handler.joined_on = None, today()
        handler.save()
        team.vouch(handler)
        knowing.approve(Holder(pair, handler), {knowing.print_of(each) for each in knowing.here()})
        record.note(Act.HANDLER_JOINED, handler=handler)
    return handler


def unlock(*, login: str, passphrase: str) -> Holder | None:
    """The handler with their key; None for an unknown login or a wrong passphrase, after equal work."""
    handler = Handler.objects.filter(login=login.lower(), left_on=None).exclude(locked=None).first()
    if handler is None or handler.locked is None:
        keys.stretch(passphrase.encode(), b"nobody's salt...")
        return None
    try:
        pair = keys.unlock(bytes(handler.locked), passphrase, _place(handler))
    except Refused:
        return None
    if pair.public != bytes(handler.public or b""):  # somebody put another public key in the row
        return None
    return Holder(pair, handler)


def change_passphrase(*, actor: Holder, passphrase: str) -> None:
    """The same key under another passphrase."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise PassphraseTooShort(number=SHORTEST_PASSPHRASE)
    assert actor.handler is not None
    locked = keys.lock(actor.pair.private, passphrase, _place(actor.handler))
    Handler.objects.filter(pk=actor.handler.pk).update(locked=locked)


def recover_identities(*, sheets: Sequence[str], to: Handler) -> int:
    """With enough sheets: a custodian gets the identities that no custodian here can open any more. How many."""
    pair = recovery.joined(sheets)
    if pair.public != bytes(installation().recovery_public) or not to.custodian:
        raise Refused()
    held = Wrap.objects.filter(handler__custodian=True, handler__left_on=None)
    lost = Chest.objects.filter(compartment=Compartment.IDENTITY, report__destroyed_on=None)
    with atomic():
        found = list(lost.exclude(pk__in=held.values("chest")).select_related("report"))
        for chest in found:
            chests.opened_with_recovery(chest.report_id, chest.compartment, pair).share(to)
            record.note(Act.RECOVERED, report=chest.report, handler=to)
    return len(found)


@dataclass(frozen=True)
class Recovered:
    """How many compartments were opened again for the handler."""

    reports: int
    compartments: int


def recover(*, sheets: Sequence[str], to: Handler, only: Report | None = None) -> Recovered:
    """With enough sheets: seal the keys of reports that nobody can open any more to this handler."""
    pair: Pair = recovery.joined(sheets)
    if pair.public != bytes(installation().recovery_public):
        raise Refused()
    found = Chest.objects.exclude(compartment=Compartment.IDENTITY).select_related("report")
    found = found.filter(report__destroyed_on=None)
    reports: set[object] = set()
    count = 0
    with atomic():
        for chest in found.filter(report=only) if only else found:
            if chest.report.admissions.filter(ended_on=None, handler__left_on=None).exists() and not only:
                continue
            chests.opened_with_recovery(chest.report_id, chest.compartment, pair).share(to)
            Admission.objects.update_or_create(
                report=chest.report,
                handler=to,
                defaults={"given_on": today(), "declared_on": None, "ended_on": None},
            )
            count += 1
            if chest.report_id not in reports:
                record.note(Act.RECOVERED, report=chest.report, handler=to)
                reports.add(chest.report_id)
    return Recovered(len(reports), count)
