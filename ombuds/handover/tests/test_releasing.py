"""A publication draws on a report only by a text with two signatures, and with the reporter's consent."""

from types import SimpleNamespace
from typing import Any

import pytest

from ombuds.handover.models import SignedText
from ombuds.integrity.models import Entry
from ombuds.integrity.services import admitting, dialogue, releasing
from ombuds.integrity.services.deciding import ConsentNeeded
from ombuds.integrity.services.releasing import SecondPerson
from ombuds.integrity.terms import Act
from ombuds.publications.models import Publication

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])
TEXT = {
    "language": "nl", "title": "Een keuken te veel", "text": "Een dienst betaalde wat ze niet mocht betalen.",
    "why": "Anderen kunnen hiervan leren.",
}  # fmt: skip


@pytest.fixture
def handled(team: SimpleNamespace, file_one: Any, unlocked: Any) -> SimpleNamespace:
    """A report that Lucie and Ines handle; the reporter agreed to sharing."""
    filed = file_one()
    admitting.declare(filed.report, team.lucie, "")
    admitting.admit(filed.report, team.lucie, team.ines.handler)
    admitting.declare(filed.report, team.ines, "")
    dialogue.consent(filed.report, filed.holder, given=True, to="publicatie")
    return SimpleNamespace(
        filed=filed, report=filed.report, lucie=unlocked(team.lucie), ines=unlocked(team.ines),
        address=f"/integrity/desk/{filed.report.pk}/text/",
    )  # fmt: skip


def test_two_signatures_let_the_text_out_and_nothing_else(
    handled: SimpleNamespace, people: Any, as_user: Any, office: Any
) -> None:
    assert handled.lucie.post(handled.address, TEXT).status_code == 302
    assert not SignedText.objects.exists(), "one signature"
    page = handled.ines.get(handled.address).content.decode()
    assert TEXT["text"] in page
    assert 'value="sign"' in page
    assert handled.ines.post(handled.address, {"go": "sign", "field": "release:0001"}).status_code == 302
    text = SignedText.objects.get()
    assert (text.title, text.body) == (TEXT["title"], TEXT["text"])
    assert {field.name for field in SignedText._meta.fields} == {"id", "language", "title", "body"}
    writer = as_user(people.handler)
    assert TEXT["title"] in writer.get("/staff/handover/texts/").content.decode()
    assert writer.post(f"/staff/handover/texts/{text.pk}/").status_code == 302
    publication = Publication.objects.latest("pk")
    assert publication.state == "draft"
    assert publication.texts.get(language="nl").body == TEXT["text"]
    assert not publication.case_links.exists()
    assert not SignedText.objects.exists()
    assert list(Entry.objects.filter(act__startswith="integrity:text").values_list("act", flat=True)) == [
        Act.TEXT_PROPOSED, Act.TEXT_SIGNED,
    ]  # fmt: skip


def test_nobody_signs_twice(handled: SimpleNamespace, team: SimpleNamespace) -> None:
    handled.lucie.post(handled.address, TEXT)
    assert b'value="sign"' not in handled.lucie.get(handled.address).content
    answer = handled.lucie.post(handled.address, {"go": "sign", "field": "release:0001"})
    assert b"A second person has to sign" in answer.content
    handled.ines.post(handled.address, {"go": "sign", "field": "release:0001"})
    with pytest.raises(SecondPerson):
        releasing.sign(handled.report, team.ines, "release:0001")
    with pytest.raises(SecondPerson):
        releasing.sign(handled.report, team.ines, "excluded")
    assert SignedText.objects.count() == 1


def test_without_consent_no_text_leaves(handled: SimpleNamespace, team: SimpleNamespace) -> None:
    handled.lucie.post(handled.address, TEXT)
    dialogue.consent(handled.report, handled.filed.holder, given=False, to="")
    with pytest.raises(ConsentNeeded):
        releasing.sign(handled.report, team.ines, "release:0001")
    assert b"has not agreed" in handled.lucie.post(handled.address, TEXT).content
    assert not SignedText.objects.exists()


def test_who_may_not_write_publications_sees_no_text(people: Any, as_user: Any) -> None:
    SignedText.objects.create(language="nl", title="T", body="B")
    assert as_user(people.intake).get("/staff/handover/texts/").status_code == 403
