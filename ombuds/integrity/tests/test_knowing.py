"""Handlers notice a colleague who was made, or changed, by somebody with database and settings in hand."""

from types import SimpleNamespace
from typing import Any

import pytest

from ombuds.integrity import team as marks
from ombuds.integrity.models import Handler
from ombuds.integrity.services import knowing
from ombuds.integrity.tests.conftest import _join
from ombuds.integrity.vault import keys
from ombuds.lib.today import today

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])


def everybody(holder: Any) -> None:
    knowing.approve(holder, {knowing.print_of(each) for each in knowing.here()})


def intruder() -> Handler:
    """With a mark as good as ours: made by somebody who has the settings too."""
    made = Handler.objects.create(
        name="Iemand",
        login="iemand",
        public=keys.new_pair().public,
        locked=b"x",
        joined_on=today(),
        first_reader=True,
    )
    marks.vouch(made)
    return made


def test_whoever_joins_knows_who_was_there_and_sees_who_comes_after(team: SimpleNamespace) -> None:
    assert [change.handler.login for change in knowing.changes(team.lucie)] == ["ines", "omar"]
    assert knowing.changes(team.ines) == []
    everybody(team.lucie)
    assert knowing.changes(team.lucie) == []


def test_a_handler_with_a_forged_mark_shows_on_every_desk(team: SimpleNamespace, unlocked: Any) -> None:
    everybody(team.lucie)
    lucie = unlocked(team.lucie)
    assert b"not as you knew it" not in lucie.get("/integrity/desk/").content
    intruder()
    for path in ("/integrity/desk/", "/integrity/desk/team/"):
        page = lucie.get(path).content.decode()
        assert "The team is not as you knew it" in page
        assert "Iemand" in page
    assert [change.is_new for change in knowing.changes(team.ines)] == [True]


@pytest.mark.parametrize("field", ["public", "first_reader", "custodian", "login"])
def test_another_key_or_other_rights_show(team: SimpleNamespace, field: str) -> None:
    everybody(team.lucie)
    values = {"public": keys.new_pair().public, "first_reader": True, "custodian": True, "login": "other"}
    Handler.objects.filter(pk=team.ines.handler.pk).update(**{field: values[field]})
    marks.vouch(Handler.objects.get(pk=team.ines.handler.pk))
    (change,) = knowing.changes(team.lucie)
    assert (change.handler.name, change.is_new) == ("Ines Testperson", False)


def test_a_list_that_was_touched_or_belongs_to_another_counts_for_nothing(team: SimpleNamespace) -> None:
    everybody(team.lucie)
    everybody(team.ines)
    for wrong in (bytes(team.ines.handler.known), bytes(team.lucie.handler.known)[:-1] + b"x", b""):
        team.lucie.handler.known = wrong
        assert len(knowing.changes(team.lucie)) == 2


def test_only_what_the_page_showed_is_approved(team: SimpleNamespace, unlocked: Any) -> None:
    """Somebody who comes up between the look and the button stays to be seen."""
    lucie = unlocked(team.lucie)
    shown = [knowing.print_of(each) for each in knowing.here()]
    made = intruder()
    assert lucie.post("/integrity/desk/team/known/", {"print": shown})["Location"] == "/integrity/desk/team/"
    team.lucie.handler.refresh_from_db()
    assert [change.handler for change in knowing.changes(team.lucie)] == [made]
    assert knowing.print_of(made) in lucie.get("/integrity/desk/team/").content.decode()


def test_control_numbers_can_be_read_out(sheets: list[str]) -> None:
    lucie = _join("Lucie", first_reader=True).handler
    assert lucie is not None
    shown = knowing.print_of(lucie)
    assert [len(part) for part in shown.split()] == [5] * 8
    assert shown.replace(" ", "").isdecimal()
