"""A new code: everything is still there for who has it, and nothing for who has the old one."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.integrity import chests, record
from ombuds.integrity.chests import Holder
from ombuds.integrity.models import Report, Wrap
from ombuds.integrity.services import admitting, dialogue, files, filing, identity, protecting
from ombuds.integrity.terms import Compartment
from ombuds.integrity.tests.test_filing import code_in
from ombuds.integrity.vault import Refused
from ombuds.integrity.vault.keys import unwrap

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])


def test_with_the_new_code_everything_is_there(
    team: SimpleNamespace, file_one: Any, upload: Any, visitor: Client
) -> None:
    filed = file_one(naming="handler", identity={"name": "Ann Deproef", "contact": ""})
    content = chests.open_chest(filed.report, Compartment.CONTENT, filed.holder)
    files.attach(content, [upload("bewijs.txt", b"Factuur")], by="reporter")
    other = protecting.ask(filed.report, filed.holder, protecting.Request("Ontslag"))
    visitor.post("/integrity/back/", {"code": filed.code})
    assert visitor.post("/integrity/mine/code/")["Location"] == "/integrity/mine/receipt/"
    code = code_in(visitor.get("/integrity/mine/receipt/"))
    assert code.replace(" ", "") != filed.code
    assert filing.by_code(filed.code) is None
    found = filing.by_code(code)
    assert found
    report, holder = found
    assert report == filed.report
    opened = chests.open_chest(report, Compartment.CONTENT, holder)
    assert b"".join(files.content(next(iter(files.listed(opened).values())))) == b"Factuur"
    assert protecting.opened(report, holder, other.pk)
    admitting.declare(report, team.lucie, "")
    dialogue.say(report, team.lucie, "Welkom terug")
    assert dialogue.conversation(report, holder)[-1]["text"] == "Welkom terug"
    asked = identity.ask(report, team.lucie, team.omar.handler, "Voor het verhoor")
    identity.decide(asked, team.omar, granted=True)
    revealed = identity.revealed(report, team.lucie)
    assert revealed
    assert revealed["name"] == "Ann Deproef"
    assert record.first_broken() is None


def test_who_kept_the_old_keys_opens_nothing_new(file_one: Any, visitor: Client) -> None:
    filed = file_one()
    old = chests.open_chest(filed.report, Compartment.CONTENT, filed.holder)
    visitor.post("/integrity/back/", {"code": filed.code})
    visitor.post("/integrity/mine/code/")
    wrap = Wrap.objects.get(chest=old.chest, holder=Wrap.Holder.REPORTER)
    with pytest.raises(Refused):
        unwrap(filed.holder.pair, chests._wrap_place(wrap.chest), bytes(wrap.wrapped))
    with pytest.raises(Refused):
        chests.OpenChest(wrap.chest, old.key, old.manifest).read("answers")
    with pytest.raises(Refused):
        chests.open_chest(Report.objects.get(), Compartment.CONTENT, Holder(filed.holder.pair))


def test_the_browser_that_asked_goes_on(file_one: Any, visitor: Client) -> None:
    visitor.post("/integrity/back/", {"code": file_one().code})
    visitor.post("/integrity/mine/code/")
    assert b"The old code opens nothing" in visitor.get("/integrity/mine/receipt/").content
    visitor.post("/integrity/mine/receipt/")
    assert b"Dienst Parkeren" in visitor.get("/integrity/mine/").content
