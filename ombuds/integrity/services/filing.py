"""A report comes in: keys, compartments, who may open it, and the code that the reporter takes home."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ombuds.integrity import chests, named, record, team
from ombuds.integrity.chests import Holder, OpenChest
from ombuds.integrity.database import atomic
from ombuds.integrity.models import Admission, Handler, Report
from ombuds.integrity.services import counting
from ombuds.integrity.services.files import attach
from ombuds.integrity.services.setting_up import installation
from ombuds.integrity.terms import Act, Channel, Compartment, Kind, Naming, NoReceipt
from ombuds.integrity.vault import codes
from ombuds.integrity.vault.keys import Pair
from ombuds.lib.today import today


@dataclass(frozen=True)
class Told:
    """What a report says, whoever writes it down. `excluded`: handlers who must never see it; those whom the answers name in
    full are left out besides."""

    answers: dict[str, Any]
    version: int = 0
    language: str = "en"
    naming: str = Naming.ANONYMOUS
    identity: dict[str, str] = field(default_factory=dict)
    excluded: frozenset[uuid.UUID] = frozenset()
    objects_to_receipt: bool = False
    channel: str = Channel.WEB
    kind: str = Kind.DISCLOSURE
    linked_to: str = ""  # the report that a request for protection goes with
    notes: tuple[dict[str, str], ...] = ()  # for the handlers only: {"by", "day", "text"}


@dataclass(frozen=True)
class Filed:
    """`code` is in nobody's hands but the reporter's. `sentences` say which files were not taken."""

    report: Report
    code: str
    holder: Holder
    sentences: list[str]


def first_readers(excluded: frozenset[uuid.UUID]) -> list[Handler]:
    """To whom a new report is sealed: first readers whom it does not name, else any other handler, else nobody
    (then the printed recovery key opens it)."""
    free = team.vouched(Handler.objects.exclude(pk__in=excluded).exclude(joined_on=None).filter(left_on=None))
    return [handler for handler in free if handler.first_reader] or free


def file_report(told: Told, uploads: Sequence[Any] = ()) -> Filed:
    """Store it. When this returns, it is on the disk; the code opens it."""
    salt = bytes(installation().code_salt)
    code = codes.new_code()
    receipt = codes.derive(code, salt)
    holder = Holder(receipt.pair)
    with atomic():
        content = _store(told, receipt.pair, receipt.verifier)
        sentences = attach(content, uploads, by="reporter")
    return Filed(content.report, code, holder, sentences)


def file_protection(told: Told, pair: Pair) -> Report:
    """A request for protection: no code of its own, its key is kept in the report that it goes with."""
    with atomic():
        return _store(told, pair, None).report


def _store(told: Told, pair: Pair, verifier: bytes | None) -> OpenChest:
    report = Report.objects.create(
        kind=told.kind,
        channel=told.channel,
        received_on=today(),
        verifier=verifier,
        reporter_public=pair.public,
        no_receipt=NoReceipt.OBJECTED if told.objects_to_receipt else NoReceipt.NONE,
    )
    record.note(Act.REPORT_FILED, report=report)
    counting.count(report.received_on.year, "received", told.kind)
    counting.count(report.received_on.year, "channel", told.channel)
    return _chests(report, told)


def _kept_out(told: Told) -> frozenset[uuid.UUID]:
    """Whom the reporter ticked, and whom the texts name."""
    texts = [each for each in told.answers.values() if isinstance(each, str)]
    here = Handler.objects.exclude(joined_on=None).filter(left_on=None)
    return told.excluded | {handler.pk for handler in here if named.is_named(handler.name, texts)}


def _chests(report: Report, told: Told) -> OpenChest:
    kept_out = _kept_out(told)
    readers = first_readers(kept_out)
    custodians = [
        handler
        for handler in team.vouched(
            Handler.objects.filter(custodian=True, left_on=None).exclude(joined_on=None)
        )
        if handler.pk not in kept_out
    ]
    content = chests.new_chest(report, Compartment.CONTENT, readers, reporter=True)
    content.write("answers", {"version": told.version, "language": told.language, "answers": told.answers})
    content.write("naming", {"choice": told.naming, "linked_to": told.linked_to})
    if told.naming == Naming.NAMED:
        content.write("identity", told.identity)
    identity = chests.new_chest(report, Compartment.IDENTITY, custodians, reporter=True)
    # Written for every report: whether somebody gave a name must not show in the number of rows.
    identity.write("identity", told.identity if told.naming == Naming.HANDLER else {})
    inner = chests.new_chest(report, Compartment.INNER, readers, reporter=False)
    inner.write("excluded", sorted(str(each) for each in kept_out))
    for note in told.notes:
        inner.add("note", note)
    for handler in readers:
        Admission.objects.create(report=report, handler=handler, given_on=today())
    return content


def by_code(code: str) -> tuple[Report, Holder] | None:
    """The report that this code opens. The same work whether there is one or not: one derivation, one look-up."""
    receipt = codes.derive(code, bytes(installation().code_salt))
    report = Report.objects.filter(verifier=receipt.verifier, destroyed_on=None).first()
    return None if report is None else (report, Holder(receipt.pair))
