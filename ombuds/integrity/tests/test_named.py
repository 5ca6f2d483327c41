"""A handler whom a report names gets no key to it, whether or not the reporter ticked the box."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from ombuds.integrity import chests
from ombuds.integrity.models import Admission, Wrap
from ombuds.integrity.named import is_named
from ombuds.integrity.services import admitting
from ombuds.integrity.services.filing import Filed
from ombuds.integrity.terms import Compartment
from ombuds.integrity.tests.conftest import ANSWERS
from ombuds.integrity.vault import Refused

both = pytest.mark.django_db(databases=["default", "integrity"])


@pytest.mark.parametrize(
    "text",
    [
        "Ik zag dat Lucie Testperson tekende.",
        "TESTPERSON, lucie",
        "c'est Lucié  Testperson!",
        "L. Testperson heeft het gedaan",
        "(testperson l.)",
        "mevrouw Testperson wist het",
        "Mme Testperson",
    ],
)
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    assert is_named("Lucie Testperson", ["niets", text])


@pytest.mark.parametrize(
    "text", ["", "Lucie van de poetsdienst", "de testpersonen", "Lucietestperson", "Jan Testperson"]
)
def test_somebody_else_is_not(text: str) -> None:
    assert not is_named("Lucie Testperson", [text])


def test_names_of_several_parts_and_of_one() -> None:
    assert is_named("Jo Van den Berg", ["J. van den Berg"])
    assert not is_named("Jo Van den Berg", ["Jo Berg"])
    assert is_named("Prince", ["dat was prince"])
    assert not is_named("–", ["– – –"])


@both
@pytest.mark.parametrize("where", ["story", "persons", "body"])
def test_the_handler_named_in_any_answer_never_gets_a_key(
    team: SimpleNamespace, file_one: Callable[..., Filed], where: str
) -> None:
    filed = file_one(answers={**ANSWERS, where: "Het was L. Testperson, van jullie dienst."})
    for compartment in ("content", "inner", "identity"):
        holders = Wrap.objects.filter(chest__report=filed.report, chest__compartment=compartment)
        assert not holders.filter(handler=team.lucie.handler).exists()
    with pytest.raises(Refused):
        chests.open_chest(filed.report, Compartment.CONTENT, team.lucie)
    assert not Admission.objects.filter(report=filed.report, handler=team.lucie.handler).exists()
    reads = Admission.objects.filter(report=filed.report).get(handler=team.ines.handler)
    assert reads.ended_on is None, "somebody reads it all the same"
    assert team.lucie.handler not in admitting.can_be_admitted(filed.report, team.ines)


@both
def test_the_custodian_named_in_it_never_learns_who_the_reporter_is(
    team: SimpleNamespace, file_one: Callable[..., Filed]
) -> None:
    filed = file_one(
        answers={**ANSWERS, "persons": "Omar Testperson"}, naming="handler", identity={"name": "W"}
    )
    held = Wrap.objects.filter(chest__report=filed.report, chest__compartment="identity")
    assert not held.filter(handler=team.omar.handler).exists()
    assert held.filter(holder=Wrap.Holder.RECOVERY).exists()
