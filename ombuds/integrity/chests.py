"""Opening a compartment of a report: the key for its holder, then field by field, each checked against the sealed list."""

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ombuds.integrity import record, team
from ombuds.integrity.database import atomic
from ombuds.integrity.models import Chest, Handler, Installation, Report, SealedField, Wrap
from ombuds.integrity.terms import Act, Compartment
from ombuds.integrity.vault import Refused, sealing
from ombuds.integrity.vault.keys import Pair, unwrap, wrap
from ombuds.integrity.vault.manifest import Manifest, open_manifest, seal_manifest
from ombuds.integrity.vault.sealing import Place

KEY_FIELD = "key"


@dataclass(frozen=True)
class Holder:
    """Whoever holds a private key now: a handler, or the reporter."""

    pair: Pair
    handler: Handler | None = None

    @property
    def kind(self) -> str:
        return Wrap.Holder.HANDLER if self.handler else Wrap.Holder.REPORTER


@dataclass
class OpenChest:
    """A compartment with its key in hand."""

    chest: Chest
    key: bytes
    manifest: Manifest
    by: Handler | None = None

    @property
    def report(self) -> Report:
        return self.chest.report

    def _place(self, field: str, revision: int) -> Place:
        return Place(self.report.pk.bytes, self.chest.compartment, field, revision)

    def read(self, field: str) -> Any:
        """What a field holds; None when it was never written. Raises Refused when something was changed outside."""
        row = self.chest.fields.filter(field=field).first()
        if row is None:
            if field in self.manifest.entries:
                raise Refused()
            return None
        return self._opened(row)

    def read_all(self, prefix: str = "") -> dict[str, Any]:
        """Field → content, of all fields whose name begins so, in the order of their names."""
        rows = list(self.chest.fields.order_by("field"))
        self.manifest.check_names({row.field for row in rows})
        return {row.field: self._opened(row) for row in rows if row.field.startswith(prefix)}

    def _opened(self, row: SealedField) -> Any:
        sealed = bytes(row.sealed)
        self.manifest.check(row.field, row.revision, sealed)
        return json.loads(sealing.unseal(self.key, self._place(row.field, row.revision), sealed))

    def write(self, field: str, content: Any) -> None:
        """Seal a field, and the list with it; noted in the record."""
        with atomic():
            fresh = self._newest()
            revision = self.manifest.revision(field) + 1
            sealed = sealing.seal(self.key, self._place(field, revision), json.dumps(content).encode())
            SealedField.objects.update_or_create(
                chest=fresh, field=field, defaults={"revision": revision, "sealed": sealed}
            )
            self._keep(fresh, self.manifest.with_field(field, revision, sealed), Act.WRITTEN)

    def add(self, prefix: str, content: Any) -> str:
        """Write the next of a row of fields: `message:0001`, `message:0002`…"""
        with atomic():
            self._newest()  # the other side may have written since: its field must not be written over
            taken = [name for name in self.manifest.entries if name.startswith(f"{prefix}:")]
            field = f"{prefix}:{len(taken) + 1:04}"
            self.write(field, content)
        return field

    def _newest(self) -> Chest:
        """The row, locked until the end of the transaction; with the list as it is now."""
        fresh = Chest.objects.select_for_update().get(pk=self.chest.pk)
        fresh.report = self.chest.report
        if fresh.number != self.manifest.number:
            self.manifest = _listed(self.key, self.report, fresh)
        return fresh

    def _keep(self, chest: Chest, manifest: Manifest, act: Act) -> None:
        chest.number = manifest.number
        chest.manifest = seal_manifest(self.key, self.report.pk.bytes, chest.compartment, manifest)
        chest.save(update_fields=["number", "manifest"])
        record.note(act, report=self.report, handler=self.by, chest=chest)
        self.chest, self.manifest = chest, manifest

    def share(self, handler: Handler) -> None:
        """Seal the key for one more handler. Raises Refused for one whose row was changed outside."""
        if handler.public is None or not team.is_vouched(handler):
            raise Refused()
        _wrap(self.chest, self.key, Wrap.Holder.HANDLER, bytes(handler.public), handler)


def _listed(key: bytes, report: Report, chest: Chest) -> Manifest:
    return open_manifest(key, report.pk.bytes, chest.compartment, chest.number, bytes(chest.manifest))


def _wrap_place(chest: Chest) -> Place:
    return Place(chest.report_id.bytes, chest.compartment, KEY_FIELD)


def _wrap(chest: Chest, key: bytes, holder: str, public: bytes, handler: Handler | None = None) -> None:
    Wrap.objects.update_or_create(
        chest=chest,
        holder=holder,
        handler=handler,
        defaults={"wrapped": wrap(public, _wrap_place(chest), key)},
    )


def new_chest(
    report: Report, compartment: Compartment, handlers: Iterable[Handler], *, reporter: bool
) -> OpenChest:
    """A compartment with a fresh key, sealed to these handlers, to the recovery key and, if so, to the reporter."""
    key = sealing.new_key()
    empty = seal_manifest(key, report.pk.bytes, compartment, Manifest())
    chest = Chest.objects.create(report=report, compartment=compartment, manifest=empty)
    for handler in handlers:
        assert handler.public is not None
        _wrap(chest, key, Wrap.Holder.HANDLER, bytes(handler.public), handler)
    _wrap(chest, key, Wrap.Holder.RECOVERY, bytes(Installation.objects.get().recovery_public))
    if reporter and report.reporter_public is not None:
        _wrap(chest, key, Wrap.Holder.REPORTER, bytes(report.reporter_public))
    record.note(Act.WRITTEN, report=report, chest=chest)
    return OpenChest(chest, key, Manifest())


def open_chest(report: Report, compartment: Compartment, holder: Holder) -> OpenChest:
    """The compartment, for who holds a key to it. Raises Refused otherwise, and when rows were put back or changed."""
    found = (
        Wrap.objects.filter(
            chest__report=report, chest__compartment=compartment, holder=holder.kind, handler=holder.handler
        )
        .select_related("chest__report")
        .first()
    )
    if found is None:
        raise Refused()
    chest = found.chest
    key = unwrap(holder.pair, _wrap_place(chest), bytes(found.wrapped))
    record.check_latest(report.pk, chest)
    return OpenChest(chest, key, _listed(key, chest.report, chest), holder.handler)


def opened_with_recovery(report_id: uuid.UUID, compartment: str, pair: Pair) -> OpenChest:
    """The compartment, with the printed recovery key."""
    found = Wrap.objects.select_related("chest__report").get(
        chest__report_id=report_id, chest__compartment=compartment, holder=Wrap.Holder.RECOVERY
    )
    key = unwrap(pair, _wrap_place(found.chest), bytes(found.wrapped))
    return OpenChest(found.chest, key, _listed(key, found.chest.report, found.chest))


def rekey(opened: OpenChest, handlers: Iterable[Handler]) -> OpenChest:
    """A fresh key for everything in the compartment, sealed to these handlers, the recovery key and the reporter.

    Who held the old key can open nothing that is in the database from now on."""
    contents = opened.read_all()
    with atomic():
        chest = Chest.objects.select_for_update().get(pk=opened.chest.pk)
        held_by_reporter = chest.wraps.filter(holder=Wrap.Holder.REPORTER).exists()
        chest.wraps.all().delete()
        fresh = OpenChest(chest, sealing.new_key(), opened.manifest, opened.by)
        manifest = Manifest(opened.manifest.number, dict(opened.manifest.entries))
        for field, content in contents.items():
            revision = manifest.revision(field) + 1
            sealed = sealing.seal(fresh.key, fresh._place(field, revision), json.dumps(content).encode())
            chest.fields.filter(field=field).update(revision=revision, sealed=sealed)
            manifest = manifest.with_field(field, revision, sealed)
        fresh._keep(chest, manifest, Act.REKEYED)
        for handler in handlers:
            if team.is_vouched(
                handler
            ):  # who is not is left out: taking keys away must never fail because of them
                fresh.share(handler)
        _wrap(chest, fresh.key, Wrap.Holder.RECOVERY, bytes(Installation.objects.get().recovery_public))
        if held_by_reporter and opened.report.reporter_public is not None:
            _wrap(chest, fresh.key, Wrap.Holder.REPORTER, bytes(opened.report.reporter_public))
    return fresh
