"""A service makes a plan, says how far it is, is reminded, and the office checks."""

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ombuds.audit.models import Actor
from ombuds.authorities.models import Body, Contact
from ombuds.correspondence.access import KEY
from ombuds.correspondence.links import token
from ombuds.correspondence.models import Message
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now, today
from ombuds.recommendations import services
from ombuds.recommendations.models import Measure, Recommendation
from ombuds.recommendations.tests.test_recommendations import draft

MakeCase = Callable[..., Any]
AsUser = Callable[[Any], Client]


@pytest.fixture
def issued(make_case: MakeCase, people: SimpleNamespace) -> Recommendation:
    one = draft(make_case(state="closed"), people)
    return services.issue(one, actor=people.ombudsman, on=today() - dt.timedelta(days=60))


@pytest.fixture
def contact(issued: Recommendation) -> Contact:
    assert issued.body is not None
    return Contact.objects.create(
        body=issued.body, purpose=Contact.Purpose.LIAISON, email="liaison@dienst.example", language="fr"
    )


@pytest.fixture
def service(contact: Contact) -> Client:
    browser, moment = Client(), now().timestamp()
    session = browser.session
    session[KEY] = {"token": token(contact), "since": moment, "seen": moment}
    session.save()
    return browser


def test_the_service_plans_and_reports_and_the_office_sees_for_itself(
    issued: Recommendation, service: Client, people: SimpleNamespace, as_user: AsUser
) -> None:
    page = reverse("recommendations:service_answer", args=[issued.key])
    service.post(
        reverse("recommendations:service_promise", args=[issued.key]),
        {
            "m-words": "A new letter with a date in it",
            "m-due_on": (today() + dt.timedelta(days=30)).isoformat(),
        },
    )
    measure = issued.measures.get()
    assert (measure.entered_by, measure.state) == (None, "promised")
    told = service.post(
        reverse("recommendations:service_progress", args=[issued.key]),
        {"p-measure": measure.pk, "p-words": "It is printed.", "p-is_done": "on",
         "p-proof": SimpleUploadedFile("letter.txt", b"Dear reader, by 3 May")},
        follow=True,
    )  # fmt: skip
    assert "This has reached us" in told.content.decode()
    measure.refresh_from_db()
    assert measure.state == "reported"
    assert "It is printed." in service.get(page).content.decode()

    office = as_user(people.handler)
    shown = office.get(reverse("recommendations:recommendation", args=[issued.pk])).content.decode()
    assert "A new letter with a date in it" in shown
    proof = issued.progress.get().documents.get()
    assert office.get(reverse("recommendations:proof", args=[issued.pk, proof.key])).status_code == 200
    office.post(
        reverse("recommendations:settle", args=[issued.pk, measure.pk]),
        {"v-state": "verified", "v-words": "Ten letters of this month had it."},
    )
    measure.refresh_from_db()
    assert measure.state == "verified"
    assert [moment.kind for moment in services.timeline([issued])][:2] == ["issued", "promised"]


def test_another_service_neither_reads_nor_plans(
    issued: Recommendation, service: Client, contact: Contact
) -> None:
    other = Body.objects.exclude(pk=contact.body_id).first()
    Recommendation.objects.filter(pk=issued.pk).update(body=other)
    for name in ("service_answer", "service_promise", "service_progress"):
        address = reverse(f"recommendations:{name}", args=[issued.key])
        assert service.post(address, {"m-words": "x", "p-words": "x"}).status_code == 404
    assert not issued.measures.exists()


def test_what_the_service_typed_wrongly_stays_typed(issued: Recommendation, service: Client) -> None:
    answer = service.post(
        reverse("recommendations:service_promise", args=[issued.key]),
        {"m-words": "Nieuwe brief", "m-due_on": (today() - dt.timedelta(days=1)).isoformat()},
    )
    assert answer.status_code == 422
    assert "Nieuwe brief" in answer.content.decode()
    assert not issued.measures.exists()


def test_a_promise_of_another_recommendation_is_refused(
    issued: Recommendation, make_case: MakeCase, people: SimpleNamespace
) -> None:
    other = services.issue(draft(make_case(state="closed"), people), actor=people.ombudsman)
    measure = services.promise(other, actor=Actor.SERVICE, words="Something else")
    with pytest.raises(Refusal):
        services.report_progress(issued, actor=Actor.SERVICE, words="Done", measure=measure)
    with pytest.raises(Refusal):
        services.promise(issued, actor=people.intake, words="Not mine to write")
    with pytest.raises(Refusal):
        services.promise(issued, actor=people.handler, words="Too early", on=today() - dt.timedelta(days=90))


def test_a_promise_that_is_late_is_reminded_of_once_without_a_word_of_what(
    issued: Recommendation, contact: Contact, people: SimpleNamespace, settings: Any
) -> None:
    settings.DEMO = True  # no mail server: the outbox page shows what would go
    services.record_answer(issued, actor=people.handler, answered_on=today(), says="accepted", words="Yes.")
    services.promise(
        issued, actor=people.handler, words="A thing with a term", on=today() - dt.timedelta(days=20),
        due_on=today() - dt.timedelta(days=1),
    )  # fmt: skip
    assert services.remind(issued.office, today()) == 1
    assert services.remind(issued.office, today()) == 0
    assert issued.reminders.get().was_mailed
    text = Message.objects.get(about=f"recommendations.recommendation:{issued.pk}").texts.get()
    assert text.language == "fr"
    assert "recommandation" in text.subject
    for secret in ("A thing with a term", issued.title, issued.code):
        assert secret not in text.subject + text.body


def test_without_an_address_the_office_is_told_that_no_mail_went(
    issued: Recommendation, people: SimpleNamespace, as_user: AsUser
) -> None:
    Recommendation.objects.filter(pk=issued.pk).update(answer_due_on=today() - dt.timedelta(days=1))
    assert services.remind(issued.office, today()) == 1
    assert not issued.reminders.get().was_mailed
    shown = as_user(people.handler).get(reverse("recommendations:recommendation", args=[issued.pk]))
    assert "write or call" in shown.content.decode()


def test_two_colleagues_settle_one_promise_and_the_second_is_told(
    issued: Recommendation, people: SimpleNamespace
) -> None:
    first = services.promise(issued, actor=people.handler, words="Something")
    second = Measure.objects.get(pk=first.pk)
    services.settle_measure(first, actor=people.handler, state="verified", words="Seen.")
    with pytest.raises(Refusal):
        services.settle_measure(second, actor=people.ombudsman, state="dropped", words="Heard.")


def test_a_yearly_report_is_a_source(
    office: Any, make_case: MakeCase, people: SimpleNamespace, as_user: AsUser
) -> None:
    page = as_user(people.handler)
    address = reverse("recommendations:new") + "?report=2025"
    assert "yearly report 2025" in page.get(address).content.decode()
    page.post(address, {"language": "en", "title": "Answer in time", "text": "Thirty days.", "kind": "parliament",
                        "addressee": "parliament", "addressee_name": "Brussels Parliament"})  # fmt: skip
    made = Recommendation.objects.get()
    assert made.sources.get().report_year == 2025
    assert services.issue(made, actor=people.ombudsman).sequence == 1
