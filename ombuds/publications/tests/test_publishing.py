"""A story from a case: drafted, written in two languages, checked, reviewed by other eyes, approved, frozen."""

import io
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ombuds.cases.tests.factories import PERSON
from ombuds.deidentification.engine import check as find_in
from ombuds.deidentification.services import learn
from ombuds.lib.errors import Refusal
from ombuds.lib.hostile import STRINGS
from ombuds.publications import services
from ombuds.publications.known import known_identifiers
from ombuds.publications.models import Frozen, Publication
from ombuds.publications.permitting import NeverPublic, StillNamed
from ombuds.publications.services.deciding import LanguageMissing

AsUser = Callable[[Any], Client]
NL = {
    "title": "Een boete te veel",
    "summary": "Een vrouw kreeg een boete.",
    "body": "## Wat gebeurde er\n\nZij wachtte **lang**.",
}
FR = {
    "title": "Une amende de trop",
    "summary": "Une femme a reçu une amende.",
    "body": "## Les faits\n\nElle a attendu **longtemps**.",
}


@pytest.fixture
def case(make_case: Callable[..., Any]) -> Any:
    return make_case(state="closed")


@pytest.fixture
def story(case: Any, people: SimpleNamespace) -> Publication:
    return services.draft(office=case.office, actor=people.handler, kind="story", cases=[case], seed=5)


def written(story: Publication, people: SimpleNamespace, **texts: Any) -> Publication:
    return services.write(
        story, actor=people.handler, version=story.version, texts={"nl": NL, "fr": FR, **texts}
    )


def through(story: Publication, people: SimpleNamespace) -> list[Frozen]:
    services.send_to_review(story, actor=people.handler)
    services.review(story, actor=people.editor, passed=True)
    services.approve(story, actor=people.ombudsman)
    return services.publish(story, actor=people.ombudsman)


def test_a_draft_names_nobody(case: Any, story: Publication) -> None:
    known = known_identifiers([case])
    for text in story.texts.all():
        assert find_in(f"{text.title}\n{text.body}", known) == []


def test_a_name_that_the_office_taught_is_not_in_a_draft(case: Any, people: SimpleNamespace) -> None:
    said = "De brief kwam toen. Beter was dat ik zei dat ik moest wachten."
    case.grievances.update(summary=said)

    def drafted() -> str:
        made = services.draft(office=case.office, actor=people.handler, kind="report", cases=[case], seed=5)
        return "\n".join(text.body for text in made.texts.all())

    assert "Beter" in drafted()  # a word like others, until a reader knows better
    learn(office=case.office, word="Beter", is_name=True, actor=people.handler)
    assert "Beter" not in drafted()


def test_the_whole_way_to_the_public(case: Any, story: Publication, people: SimpleNamespace) -> None:
    frozen = through(written(story, people), people)

    assert {f.language for f in frozen} == {"nl", "fr"}
    assert all(len(f.sha256) == 64 and f.is_current for f in frozen)
    assert "<strong>lang</strong>" in next(f.html for f in frozen if f.language == "nl")
    whole = " ".join(f"{f.title} {f.summary} {f.html} {f.slug}" for f in frozen)
    assert not any(str(value) in whole for value in (*PERSON.values(), case.reference) if len(str(value)) > 3)


@pytest.mark.parametrize(
    "leak",
    ["Fatiha kreeg een boete.", "VAN DEN OLME BENALI wachtte.", "Zij woont in Anderlecht.", "Verzonnenstraat 12", "+32 455 00 00 01",
     "[link](mailto:fatiha@people.example)"],
)  # fmt: skip
def test_scenario_12_a_true_name_or_place_blocks_it(
    story: Publication, people: SimpleNamespace, leak: str
) -> None:
    written(story, people, nl={**NL, "body": leak})
    with pytest.raises(StillNamed) as refused:
        services.send_to_review(story, actor=people.handler)

    assert refused.value.findings
    assert story.state == "draft"


def test_scenario_12_the_file_number_in_the_title_blocks_it(
    case: Any, story: Publication, people: SimpleNamespace
) -> None:
    written(story, people, fr={**FR, "title": f"Dossier {case.reference.replace('.', '-')}"})
    with pytest.raises(StillNamed) as refused:
        services.send_to_review(story, actor=people.handler)

    assert refused.value.findings[0].where.endswith("(fr)")


def test_scenario_12_metadata_in_a_word_file_blocks_it(
    case: Any, story: Publication, people: SimpleNamespace, as_user: AsUser
) -> None:
    document, out = docx.Document(), io.BytesIO()
    document.core_properties.author = "Fatiha Van den Ölme-Benali"
    document.add_paragraph("Alles goed.")
    document.save(out)
    written(story, people)
    services.attach(
        story, SimpleUploadedFile("bijlage.docx", out.getvalue()), actor=people.handler, description="Bijlage"
    )
    page = as_user(people.handler).post(f"/staff/publications/{story.pk}/send/")

    assert page.status_code == 422
    assert "metadata" in page.content.decode()
    assert "Fatiha" in page.content.decode()
    assert not Frozen.objects.exists()


def test_scenario_12_the_name_of_a_file_blocks_it(story: Publication, people: SimpleNamespace) -> None:
    written(story, people)
    services.attach(
        story,
        SimpleUploadedFile("klacht_Benali.csv", b"a,b\n1,2\n"),
        actor=people.handler,
        description="Cijfers",
    )
    with pytest.raises(StillNamed):
        services.send_to_review(story, actor=people.handler)


def test_scenario_13_french_only_cannot_be_published(story: Publication, people: SimpleNamespace) -> None:
    services.write(
        story,
        actor=people.handler,
        version=story.version,
        texts={"nl": {"title": "", "summary": "", "body": ""}, "fr": FR},
    )
    with pytest.raises(LanguageMissing) as refused:
        services.send_to_review(story, actor=people.handler)
    assert "NL" in refused.value.sentence


def test_dutch_is_enough_for_flanders(flanders: Any, people: SimpleNamespace) -> None:
    text = services.draft(office=flanders, actor=people.handler, kind="warning")
    services.write(text, actor=people.handler, version=1, texts={"nl": NL})
    assert [f.language for f in through(text, people)] == ["nl"]


def test_the_review_is_done_by_someone_who_knows_nothing(
    case: Any, story: Publication, people: SimpleNamespace, as_user: AsUser
) -> None:
    services.send_to_review(written(story, people), actor=people.handler)
    with pytest.raises(Refusal):
        services.review(story, actor=people.handler, passed=True)
    as_user(people.second_reader).get(f"/staff/cases/{case.pk}/findings/")
    with pytest.raises(Refusal) as refused:
        services.review(story, actor=people.second_reader, passed=True)
    assert "know" in refused.value.sentence
    services.review(story, actor=people.second_reader2, passed=True)
    assert story.state == "reviewed"


def test_nothing_is_published_without_review_and_approval(
    story: Publication, people: SimpleNamespace
) -> None:
    written(story, people)
    with pytest.raises(Refusal):
        services.publish(story, actor=people.ombudsman)
    services.send_to_review(story, actor=people.handler)
    with pytest.raises(Refusal):
        services.approve(story, actor=people.ombudsman)
    services.review(story, actor=people.editor, passed=True)
    with pytest.raises(Refusal):
        services.approve(story, actor=people.handler)
    with pytest.raises(Refusal):
        services.write(story, actor=people.handler, version=story.version, texts={"nl": NL})


def test_a_name_learned_after_the_approval_still_blocks(
    case: Any, story: Publication, people: SimpleNamespace
) -> None:
    from ombuds.cases.services import add_party

    written(story, people, nl={**NL, "body": "Mevrouw Zwaenepoel hielp."})
    services.send_to_review(story, actor=people.handler)
    services.review(story, actor=people.editor, passed=True)
    services.approve(story, actor=people.ombudsman)
    add_party(case, actor=people.handler, role="third_party", first_name="An", last_name="Zwaenepoel")
    with pytest.raises(StillNamed):
        services.publish(story, actor=people.ombudsman)


@pytest.mark.parametrize("fields", [{"never_public": True}, {"kind": "protection_request"}])
def test_some_cases_are_never_public(case: Any, people: SimpleNamespace, fields: dict[str, Any]) -> None:
    type(case).objects.filter(pk=case.pk).update(**fields)
    case.refresh_from_db()
    with pytest.raises(NeverPublic):
        services.draft(office=case.office, actor=people.handler, kind="story", cases=[case])


def test_a_correction_is_a_new_version_at_the_same_address(
    story: Publication, people: SimpleNamespace
) -> None:
    [old, *_rest] = through(written(story, people), people)
    new = services.correct(story, actor=people.handler, reason="Wrong amount.")
    written(new, people, nl={**NL, "body": "Juister."})
    [fresh, *_rest] = through(new, people)
    old.refresh_from_db()

    assert (fresh.key, fresh.number, fresh.reason) == (old.key, 2, "Wrong amount.")
    assert not old.is_current
    assert Frozen.objects.filter(is_current=True, language="nl").count() == 1


def test_a_withdrawn_text_leaves_no_words_behind(story: Publication, people: SimpleNamespace) -> None:
    through(written(story, people), people)
    with pytest.raises(Refusal):
        services.withdraw(story, actor=people.ombudsman, reason="")
    with pytest.raises(StillNamed):
        services.withdraw(story, actor=people.ombudsman, reason="Fatiha asked.")
    services.withdraw(story, actor=people.ombudsman, reason="The person asked.")
    assert {f.html for f in Frozen.objects.all()} == {""}


def test_markup_cannot_smuggle_scripts_or_pictures(story: Publication, people: SimpleNamespace) -> None:
    body = "<script>alert(1)</script> ![x](https://evil.example/a.png) [l](javascript:alert(1)) # kop"
    frozen = through(written(story, people, nl={**NL, "body": body}), people)
    html = next(f.html for f in frozen if f.language == "nl")
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html


def test_the_pages_do_the_acts(case: Any, people: SimpleNamespace, as_user: AsUser) -> None:
    writer, reader, boss = as_user(people.handler), as_user(people.editor), as_user(people.ombudsman)
    assert writer.get(f"/staff/publications/new/?case={case.pk}").status_code == 200
    assert writer.post("/staff/publications/new/", {"kind": "story", "references": "nope"}).status_code == 422
    assert (
        writer.post("/staff/publications/new/", {"kind": "report", "references": case.reference}).status_code
        == 302
    )
    one = Publication.objects.get()
    base = f"/staff/publications/{one.pk}/"
    sent = {
        "version": one.version,
        **{f"{code}-{k}": v for code, text in (("nl", NL), ("fr", FR)) for k, v in text.items()},
    }
    assert writer.post(base + "write/", {**sent, "version": "77"}).status_code == 422
    assert writer.post(base + "write/", sent).status_code == 302
    files = {"a-file": SimpleUploadedFile("cijfers.csv", b"a,b\n1,2\n"), "a-description": "Cijfers"}
    assert writer.post(base + "files/", files).status_code == 302
    assert writer.post(base + "send/").status_code == 302
    assert case.reference not in reader.get(base).content.decode()
    assert reader.post(base + "review/", {"decision": "return"}).status_code == 422
    assert reader.post(base + "review/", {"decision": "pass"}).status_code == 302
    assert reader.post(base + "approve/", {"decision": "pass"}).status_code == 403
    assert boss.post(base + "approve/", {"decision": "pass"}).status_code == 302
    assert boss.post(base + "publish/").status_code == 302
    assert Frozen.objects.filter(is_current=True).count() == 2
    assert boss.get("/staff/publications/?state=published&kind=zz&page=-1").status_code == 200
    assert boss.post(base + "withdraw/", {"w-reason": "Asked."}).status_code == 302


def test_who_sees_drafts(case: Any, story: Publication, people: SimpleNamespace, as_user: AsUser) -> None:
    from ombuds.cases.services import raise_wall

    for user in (people.outsider, people.intake, people.integrity, people.administrator, people.records):
        assert as_user(user).get(f"/staff/publications/{story.pk}/").status_code in (403, 404)
        assert as_user(user).get("/staff/publications/").status_code == 403
    assert as_user(people.handler2).get(f"/staff/publications/{story.pk}/").status_code == 200
    raise_wall(case, actor=people.ombudsman, user=people.handler2, reason="Neighbour.")
    assert as_user(people.handler2).get(f"/staff/publications/{story.pk}/").status_code == 404


@pytest.mark.parametrize("hostile", STRINGS)
def test_hostile_words_come_back_whole(
    story: Publication, people: SimpleNamespace, as_user: AsUser, hostile: str
) -> None:
    browser, base = as_user(people.handler), f"/staff/publications/{story.pk}/"
    sent = {"version": hostile, "nl-title": hostile, "nl-body": hostile, "fr-summary": hostile}
    assert browser.post(base + "write/", sent).status_code in (302, 400, 422)
    assert browser.post(base + "write/", {**sent, "version": story.version}).status_code in (302, 400, 422)
    assert browser.post(base + "cases/", {"l-reference": hostile}).status_code in (302, 400, 422)
    assert browser.post("/staff/publications/new/", {"kind": hostile, "references": hostile}).status_code in (
        400,
        422,
    )
    assert browser.get(base).status_code == 200
