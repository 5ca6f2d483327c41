"""An inquiry asks several services; each reads and answers its own question and sees nothing of the cases."""

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ombuds.authorities.models import Body, Contact
from ombuds.correspondence.access import KEY
from ombuds.correspondence.links import token
from ombuds.correspondence.models import Message
from ombuds.investigations import services
from ombuds.investigations.models import Inquiry
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now, today

SOON = today() + dt.timedelta(days=30)


@pytest.fixture
def bodies(office: Any) -> list[Body]:
    return list(Body.objects.order_by("pk")[:2])


@pytest.fixture
def inquiry(office: Any, people: SimpleNamespace, bodies: list[Body]) -> Inquiry:
    return services.open_inquiry(
        office=office, actor=people.handler, title="Parking permits", question="Why so slow?", bodies=bodies
    )


def browser_of(body: Body) -> Client:
    body.contacts.all().delete()
    contact = body.contacts.create(
        purpose=Contact.Purpose.LIAISON, email="desk@service.example", language="nl"
    )
    browser, moment = Client(), now().timestamp()
    session = browser.session
    session[KEY] = {"token": token(contact), "since": moment, "seen": moment}
    session.save()
    return browser


def test_two_services_are_asked_and_each_answers_for_itself(
    inquiry: Inquiry,
    bodies: list[Body],
    people: SimpleNamespace,
    as_user: Callable[[Any], Client],
    settings: Any,
) -> None:
    settings.DEMO = True
    first, second = (browser_of(body) for body in bodies)
    office = as_user(people.handler)
    page = reverse("investigations:inquiry", args=[inquiry.pk])
    asked = office.post(
        reverse("investigations:ask_services", args=[inquiry.pk]),
        {
            "q-text": "How long does a renewal take?",
            "q-due_on": SOON.isoformat(),
            "q-bodies": [b.pk for b in bodies],
        },
        follow=True,
    )
    assert asked.content.decode().count("How long does a renewal take?") == 2
    assert "no mail was sent" not in asked.content.decode()
    notice = Message.objects.filter(about__startswith="investigations.inquiryquestion:").first()
    assert notice is not None
    assert "renewal" not in notice.texts.get().body

    mine, theirs = inquiry.questions.order_by("pk")
    assert first.get(reverse("investigations:service_inquiry", args=[theirs.key])).status_code == 404
    address = reverse("investigations:service_inquiry", args=[mine.key])
    assert address in first.get(reverse("service:desk")).content.decode()
    empty = first.post(address, {"a-words": " "})
    assert empty.status_code == 422
    first.post(address, {"a-words": "Forty days.", "a-proof": SimpleUploadedFile("list.txt", b"40")})
    assert address not in first.get(reverse("service:desk")).content.decode()
    again = first.post(address, {"a-words": "Fifty days."})
    assert again.status_code == 422

    shown = office.get(page).content.decode()
    assert "Forty days." in shown
    assert "Fifty days." not in shown
    paper = mine.documents.get()
    assert (
        office.get(reverse("investigations:inquiry_paper", args=[inquiry.pk, paper.key])).status_code == 200
    )
    assert (
        second.get(reverse("investigations:inquiry_paper", args=[inquiry.pk, paper.key])).status_code == 302
    )


def test_an_answer_by_letter_is_written_down(
    inquiry: Inquiry, bodies: list[Body], people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    [question] = services.ask_services(
        inquiry, actor=people.handler, text="How long?", due_on=SOON, bodies=bodies[:1]
    )
    office = as_user(people.handler)
    address = reverse("investigations:write_down_answer", args=[inquiry.pk, question.pk])
    assert office.post(address, {"a-words": ""}).status_code == 422
    office.post(address, {"a-words": "By letter: forty days."})
    question.refresh_from_db()
    assert (question.words, question.entered_by) == ("By letter: forty days.", people.handler)


def test_a_withheld_name_does_not_go_to_a_service(
    inquiry: Inquiry, bodies: list[Body], make_case: Callable[..., Any], people: SimpleNamespace
) -> None:
    case = make_case(state="open", name_withheld=True)
    person = case.parties.first()
    services.join_inquiry(inquiry, case, actor=people.handler)
    with pytest.raises(Refusal):
        services.ask_services(
            inquiry,
            actor=people.handler,
            text=f"Why does {person.full_name} wait?",
            due_on=SOON,
            bodies=bodies,
        )
    assert not inquiry.questions.exists()


def test_what_cannot_be_asked_is_refused(
    inquiry: Inquiry, bodies: list[Body], people: SimpleNamespace
) -> None:
    nobody: list[Body] = []
    for text, due_on, chosen in ((" ", SOON, bodies), ("How?", SOON, nobody), ("How?", today(), bodies)):
        with pytest.raises(Refusal):
            services.ask_services(inquiry, actor=people.handler, text=text, due_on=due_on, bodies=chosen)
    with pytest.raises(Refusal):
        services.ask_services(inquiry, actor=people.intake, text="How?", due_on=SOON, bodies=bodies)
    services.move_inquiry(inquiry, actor=people.handler, to="dropped", reason="No cases left.")
    with pytest.raises(Refusal):
        services.ask_services(inquiry, actor=people.handler, text="How?", due_on=SOON, bodies=bodies)
