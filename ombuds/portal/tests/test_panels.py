"""What else a service finds on its desk: what it was asked to put right, and recommendations to it."""

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ombuds.correspondence.access import KEY
from ombuds.correspondence.links import token as link
from ombuds.correspondence.withheld import NameWouldShow
from ombuds.investigations import services as investigating
from ombuds.investigations.access import token
from ombuds.investigations.models import Remedy
from ombuds.lib.hostile import STRINGS
from ombuds.lib.today import now, today
from ombuds.recommendations import services as recommending
from ombuds.recommendations.models import Recommendation

PROOF = b"Paid on 3 May."


@pytest.fixture
def case(make_case: Any) -> Any:
    return make_case("concluded", name_withheld=True, assessment="founded", result="unsolved")


@pytest.fixture
def inside(case: Any) -> Client:
    """The browser of the contact person of the service, in."""
    return _browser(case.grievances.get().body)


def _browser(body: Any) -> Client:
    body.contacts.all().delete()
    contact = body.contacts.create(purpose="liaison", email="desk@service.example", language="en", name="Jan")
    browser, moment = Client(), now().timestamp()
    session = browser.session
    session[KEY] = {"token": link(contact), "since": moment, "seen": moment}
    session.save()
    return browser


@pytest.fixture
def remedy(case: Any, people: SimpleNamespace) -> Remedy:
    return investigating.request_remedy(
        case,
        actor=people.handler,
        body=case.grievances.get().body,
        asked="Pay back the fine.",
        due_on=today() + dt.timedelta(days=20),
    )


@pytest.fixture
def recommendation(case: Any, people: SimpleNamespace) -> Recommendation:
    made = recommending.create(
        office=case.office,
        actor=people.handler,
        cases=[case],
        body=case.grievances.get().body,
        kind="administration",
        language="en",
        title="Answer within thirty days",
        text="Let people know in time.",
    )
    return recommending.issue(made, actor=people.ombudsman)


def test_the_service_says_what_it_did_with_its_proof(inside: Client, remedy: Remedy, case: Any) -> None:
    assert "Pay back the fine." in inside.get(reverse("service:desk")).content.decode()
    address = reverse("investigations:service_remedy", args=[token(remedy)])
    assert inside.get(address).status_code == 200
    proof = SimpleUploadedFile("proof.txt", PROOF)
    sent = inside.post(address, {"says": "done", "words": "We paid.", "proof": proof}, follow=True)
    assert "Your answer has reached us" in sent.content.decode()
    remedy.refresh_from_db()
    assert (remedy.service_says, remedy.service_words, remedy.checked) == ("done", "We paid.", "")
    paper = case.papers.get()
    assert (paper.source, paper.shown_to_complainant) == ("service", False)


def test_the_service_answers_a_recommendation(inside: Client, recommendation: Recommendation) -> None:
    assert "Answer within thirty days" in inside.get(reverse("service:desk")).content.decode()
    address = reverse("recommendations:service_answer", args=[recommendation.key])
    page = inside.get(address).content.decode()
    assert "Let people know in time." in page
    proof = SimpleUploadedFile("plan.txt", PROOF)
    inside.post(address, {"says": "accepted", "words": "From June on.", "proof": proof})
    recommendation.refresh_from_db()
    answer = recommendation.answers.get()
    assert (recommendation.status, answer.words, answer.entered_by) == ("accepted", "From June on.", None)
    assert answer.documents.count() == 1


def test_another_service_sees_none_of_it(remedy: Remedy, recommendation: Recommendation, office: Any) -> None:
    from ombuds.authorities.models import Body

    other = Body.objects.exclude(pk=remedy.body_id).filter(competences__office=office).first()
    browser = _browser(other)
    desk = browser.get(reverse("service:desk")).content.decode()
    assert "Pay back" not in desk
    assert "thirty days" not in desk
    for address in (
        reverse("investigations:service_remedy", args=[token(remedy)]),
        reverse("investigations:service_remedy", args=[str(remedy.pk)]),
        reverse("recommendations:service_answer", args=[recommendation.key]),
    ):
        assert browser.get(address).status_code == 404
        assert Client().get(address).status_code == 302


def test_a_draft_is_not_shown(
    inside: Client, recommendation: Recommendation, case: Any, people: SimpleNamespace
) -> None:
    Recommendation.objects.filter(pk=recommendation.pk).update(status="sent_for_comment")
    address = reverse("recommendations:service_answer", args=[recommendation.key])
    assert inside.get(address).status_code == 404


def test_a_withheld_name_cannot_stand_in_what_is_asked(
    case: Any, people: SimpleNamespace, inside: Client, remedy: Remedy
) -> None:
    name = case.parties.first().last_name
    with pytest.raises(NameWouldShow):
        investigating.request_remedy(
            case, actor=people.handler, body=remedy.body, asked=f"Pay {name} back.", due_on=today()
        )
    Remedy.objects.filter(pk=remedy.pk).update(asked=f"Pay {name} back.")  # withheld only afterwards
    assert name not in inside.get(reverse("service:desk")).content.decode()
    address = reverse("investigations:service_remedy", args=[token(remedy)])
    assert inside.get(address).status_code == 404


@pytest.mark.parametrize("hostile", STRINGS)
def test_hostile_answers_get_a_sentence_and_lose_nothing(
    inside: Client, remedy: Remedy, recommendation: Recommendation, hostile: str
) -> None:
    for address in (
        reverse("investigations:service_remedy", args=[token(remedy)]),
        reverse("recommendations:service_answer", args=[recommendation.key]),
    ):
        assert inside.post(address, {"says": hostile, "words": hostile}).status_code in (400, 422)
        refused = inside.post(address, {"says": "", "words": "Typed with care."})
        assert refused.status_code == 422
        assert "Typed with care." in refused.content.decode()
