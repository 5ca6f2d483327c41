"""Whoever can write in the database can break a report, but cannot make it say something else."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from ombuds.integrity import chests, record
from ombuds.integrity.models import Chest, Entry, SealedField, StoredFile, Wrap
from ombuds.integrity.services import dialogue, files
from ombuds.integrity.services.filing import Filed
from ombuds.integrity.store import path_of
from ombuds.integrity.terms import Compartment
from ombuds.integrity.vault import Refused

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])
File = Callable[..., Filed]


def read(filed: Filed) -> dict[str, Any]:
    return chests.open_chest(filed.report, Compartment.CONTENT, filed.holder).read_all()


def chest_of(filed: Filed, compartment: str = "content") -> Chest:
    return filed.report.chests.get(compartment=compartment)


def test_two_rows_of_one_report_cannot_change_places(file_one: File) -> None:
    filed = file_one()
    one, other = chest_of(filed).fields.order_by("field")[:2]
    names = (one.field, other.field)
    SealedField.objects.filter(pk=one.pk).update(field="x")
    SealedField.objects.filter(pk=other.pk).update(field=names[0])
    SealedField.objects.filter(pk=one.pk).update(field=names[1])
    with pytest.raises(Refused):
        read(filed)


def test_bytes_of_another_report_do_not_open_here(file_one: File) -> None:
    mine, theirs = file_one(), file_one()
    here, there = chest_of(mine), chest_of(theirs)
    for field in there.fields.all():
        here.fields.filter(field=field.field).update(sealed=field.sealed, revision=field.revision)
    with pytest.raises(Refused):
        read(mine)
    Chest.objects.filter(pk=here.pk).update(manifest=there.manifest, number=there.number)
    with pytest.raises(Refused):
        read(mine)
    wrap = there.wraps.get(holder=Wrap.Holder.REPORTER)
    here.wraps.filter(holder=Wrap.Holder.REPORTER).update(wrapped=wrap.wrapped)
    with pytest.raises(Refused):
        read(mine)


def test_keys_of_two_compartments_cannot_change_places(file_one: File, team: SimpleNamespace) -> None:
    filed = file_one()
    content, inner = chest_of(filed), chest_of(filed, "inner")
    wraps = {each: each.wraps.get(handler=team.lucie.handler) for each in (content, inner)}
    Wrap.objects.filter(pk=wraps[content].pk).update(wrapped=wraps[inner].wrapped)
    with pytest.raises(Refused):
        chests.open_chest(filed.report, Compartment.CONTENT, team.lucie)


def test_an_older_version_of_a_field_is_refused(file_one: File) -> None:
    filed = file_one()
    opened = chests.open_chest(filed.report, Compartment.CONTENT, filed.holder)
    before = chest_of(filed).fields.get(field="naming")
    opened.write("naming", {"choice": "named", "linked_to": ""})
    chest_of(filed).fields.filter(field="naming").update(sealed=before.sealed, revision=before.revision)
    with pytest.raises(Refused):
        read(filed)


def test_a_whole_compartment_put_back_is_refused(file_one: File) -> None:
    """Fields and list of an earlier moment fit together; the record of acts knows a later one."""
    filed = file_one()
    chest = chest_of(filed)
    rows = {field.field: (bytes(field.sealed), field.revision) for field in chest.fields.all()}
    dialogue.say(filed.report, filed.holder, "Ik heb mij vergist: het was een ander.")
    chest.fields.exclude(field__in=rows).delete()
    Chest.objects.filter(pk=chest.pk).update(manifest=chest.manifest, number=chest.number)
    with pytest.raises(Refused):
        read(filed)
    last = Entry.objects.order_by("-id").first()
    assert last
    dialogue_entry = last.pk
    file_one()
    Entry.objects.filter(pk=dialogue_entry).delete()
    assert record.first_broken() is not None, "taking the entry out breaks the record"


def test_a_row_that_was_taken_away_is_missed(file_one: File) -> None:
    filed = file_one()
    chest_of(filed).fields.filter(field="naming").delete()
    with pytest.raises(Refused):
        read(filed)
    with pytest.raises(Refused):
        chests.open_chest(filed.report, Compartment.CONTENT, filed.holder).read("naming")


def test_every_flipped_or_missing_byte_of_a_row_is_refused(file_one: File) -> None:
    filed = file_one()
    row = chest_of(filed).fields.get(field="answers")
    sealed = bytes(row.sealed)
    opened = chests.open_chest(filed.report, Compartment.CONTENT, filed.holder)
    for position in [*range(80), *range(80, len(sealed), 37)]:
        SealedField.objects.filter(pk=row.pk).update(
            sealed=sealed[:position] + bytes([sealed[position] ^ 1]) + sealed[position + 1 :]
        )
        with pytest.raises(Refused):
            opened.read("answers")
    SealedField.objects.filter(pk=row.pk).update(sealed=sealed[:-1])
    with pytest.raises(Refused):
        opened.read("answers")


def test_the_record_notices_a_changed_entry(file_one: File) -> None:
    file_one()
    assert record.first_broken() is None
    second = Entry.objects.order_by("id")[1]
    Entry.objects.filter(pk=second.pk).update(act="integrity:report:read")
    assert record.first_broken() == second.pk


def test_a_file_that_was_touched_is_not_given_out(file_one: File, upload: Callable[..., Any]) -> None:
    filed = file_one()
    opened = chests.open_chest(filed.report, Compartment.CONTENT, filed.holder)
    assert files.attach(opened, [upload("bewijs.txt", b"Keuken " * 500)], by="reporter") == []
    entry = files.listed(opened)["file:0001"]
    assert b"".join(files.content(entry)) == b"Keuken " * 500
    path = path_of(StoredFile.objects.get(pk=entry["id"]).pk)
    content = path.read_bytes()
    for wrong in (
        content[:-1],
        content + b"x",
        content[:99] + b"\0" + content[100:],
        path_of_other(entry).read_bytes(),
    ):
        path.write_bytes(wrong)
        with pytest.raises(Refused):
            list(files.content(entry))
    path.unlink()
    with pytest.raises(Refused):
        list(files.content(entry))


def path_of_other(entry: dict[str, Any]) -> Any:
    """The clean copy: another sealed file of the same report and size."""
    return path_of(StoredFile.objects.get(pk=entry["clean"]["id"]).pk)


def test_a_handler_whose_public_key_was_exchanged_cannot_be_fooled(
    file_one: File, team: SimpleNamespace
) -> None:
    from ombuds.integrity.models import Handler
    from ombuds.integrity.services import setting_up
    from ombuds.integrity.tests.conftest import PASSPHRASE
    from ombuds.integrity.vault.keys import new_pair

    Handler.objects.filter(pk=team.lucie.handler.pk).update(public=new_pair().public)
    assert setting_up.unlock(login="lucie", passphrase=PASSPHRASE) is None
