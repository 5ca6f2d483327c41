"""A service reads a draft on its page and answers there; what readers get of it goes through the gate with the text."""

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse

from ombuds.authorities.models import Body, Contact
from ombuds.correspondence.access import KEY
from ombuds.correspondence.links import token
from ombuds.correspondence.models import Message
from ombuds.lib.errors import Refusal
from ombuds.lib.hostile import MEGABYTE, STRINGS
from ombuds.lib.today import now, today
from ombuds.publications import services
from ombuds.publications.authoring import hearing as hearings
from ombuds.publications.authoring.models import Hearing
from ombuds.publications.authoring.services import told
from ombuds.publications.models import Publication
from ombuds.publications.services.parts import parts_of
from ombuds.publications.tests.test_publishing import FR, NL

AsUser = Callable[[Any], Client]
DUE = 15


@pytest.fixture
def story(make_case: Callable[..., Any], people: SimpleNamespace) -> Publication:
    case = make_case(state="closed")
    made = services.draft(office=case.office, actor=people.handler, kind="report", cases=[case], seed=5)
    return services.write(made, actor=people.handler, version=made.version, texts={"nl": NL, "fr": FR})


@pytest.fixture
def body(story: Publication) -> Body:
    found = story.case_links.get().case.grievances.get().body
    assert found is not None
    return found


@pytest.fixture
def contact(body: Body) -> Contact:
    return Contact.objects.create(
        body=body, purpose=Contact.Purpose.LIAISON, email="liaison@dienst.example", language="fr"
    )


@pytest.fixture
def asked(story: Publication, body: Body, contact: Contact, people: SimpleNamespace) -> Hearing:
    return hearings.ask_service(story, body, actor=people.handler, due_on=today() + dt.timedelta(days=DUE))


def browser_of(contact: Contact) -> Client:
    browser, moment = Client(), now().timestamp()
    session = browser.session
    session[KEY] = {"token": token(contact), "since": moment, "seen": moment}
    session.save()
    return browser


def page_of(asked: Hearing) -> str:
    return reverse("publications:service_hearing", args=[asked.key])


def test_the_service_reads_the_draft_and_answers_and_staff_read_it_beside_the_draft(
    asked: Hearing, contact: Contact, people: SimpleNamespace, as_user: AsUser
) -> None:
    service = browser_of(contact)
    assert page_of(asked) in service.get(reverse("service:desk")).content.decode()
    page = service.get(page_of(asked)).content.decode()
    assert NL["title"] in page
    assert FR["title"].replace("'", "&#x27;") in page
    service.post(page_of(asked), {"words": "Alinéa 2 : ce n'était pas mars."})
    asked.refresh_from_db()
    assert (asked.said_by, asked.said_on, asked.answered_on) == (contact, today(), None)
    staff = as_user(people.handler)
    for name in ("hearings", "writing"):
        shown = staff.get(reverse(f"publications:{name}", args=[asked.publication_id])).content.decode()
        assert "pas mars." in shown
        assert NL["title"] in shown


def test_the_mail_tells_nothing_of_the_draft(asked: Hearing) -> None:
    notice = Message.objects.get(about=f"publications.hearing:{asked.pk}")
    words = " ".join(f"{text.subject} {text.body}" for text in notice.texts.all())
    assert "/service/" in words
    assert NL["title"] not in words
    assert FR["title"] not in words
    assert asked.told_on == today()
    assert not [one for one in mail.outbox if NL["title"] in one.body]


def test_the_service_sees_the_draft_that_it_got_and_nothing_written_since(
    asked: Hearing, contact: Contact, people: SimpleNamespace
) -> None:
    story = Publication.objects.get(pk=asked.publication_id)
    texts = {"nl": {**NL, "body": "Pas later geschreven."}, "fr": FR}
    services.write(story, actor=people.handler, version=story.version, texts=texts)
    assert "Pas later geschreven." not in browser_of(contact).get(page_of(asked)).content.decode()


def test_another_service_finds_no_page_and_a_stranger_must_ask_for_a_link(asked: Hearing) -> None:
    other = Body.objects.exclude(pk=asked.body_id).first()
    assert other is not None
    stranger = Contact.objects.create(body=other, purpose=Contact.Purpose.LIAISON, email="x@y.example")
    assert browser_of(stranger).get(page_of(asked)).status_code == 404
    assert browser_of(stranger).post(page_of(asked), {"words": "x"}).status_code == 404
    assert Client().get(page_of(asked)).status_code == 302
    with pytest.raises(Refusal, match="not laid before"):
        hearings.say(asked, contact=stranger, words="x")


def test_staff_cannot_put_other_words_in_the_mouth_of_a_service_that_spoke(
    asked: Hearing, contact: Contact, people: SimpleNamespace
) -> None:
    hearings.say(asked, contact=contact, words="Non.")
    hearings.keep_answer(asked, actor=people.handler, answer="Oui.", followed="Rien.")
    assert Hearing.objects.get().answer == "Non."
    with pytest.raises(Refusal, match="dealt with"):
        hearings.say(asked, contact=contact, words="Autre chose.")


def test_what_is_published_of_it_stands_in_the_text_and_before_the_gate(
    asked: Hearing, contact: Contact, people: SimpleNamespace, as_user: AsUser
) -> None:
    hearings.say(asked, contact=contact, words="Wij passen de brief aan.")
    story = asked.publication
    answer = as_user(people.handler).post(
        reverse("publications:keep_answer", args=[story.pk, asked.pk]),
        {
            f"h{asked.pk}-followed": "Opgenomen.",
            f"h{asked.pk}-readers_nl": "Wij passen de brief aan.",
            f"h{asked.pk}-readers_fr": "Nous adaptons la lettre.",
        },
    )
    assert answer.status_code == 302
    by_language = {text.language: told(text) for text in Publication.objects.get(pk=story.pk).texts.all()}
    assert "> Wij passen de brief aan." in by_language["nl"]
    assert "> Nous adaptons la lettre." in by_language["fr"]
    weighed = dict(parts_of(Publication.objects.get(pk=story.pk)).told)
    assert "Nous adaptons la lettre." in weighed["fr/services"]


def test_an_answer_in_one_language_only_stops_the_approval(
    asked: Hearing, contact: Contact, people: SimpleNamespace
) -> None:
    hearings.say(asked, contact=contact, words="Ja.")
    hearings.keep_answer(asked, actor=people.handler, followed="Opgenomen.", for_readers={"nl": "Ja."})
    with pytest.raises(Refusal, match="FR"):
        hearings.insist_heard(asked.publication)


def test_one_reminder_goes_before_the_answer_is_due(asked: Hearing) -> None:
    office = asked.publication.office
    assert hearings.remind(office, today()) == 0
    with time_machine.travel(now() + dt.timedelta(days=DUE - 2), tick=False):
        assert hearings.remind(office, today()) == 1
        assert hearings.remind(office, today()) == 0
    assert Message.objects.filter(about=f"publications.hearing:{asked.pk}").count() == 2


def test_who_answered_is_not_reminded(asked: Hearing, contact: Contact) -> None:
    hearings.say(asked, contact=contact, words="Ja.")
    assert hearings.remind(asked.publication.office, asked.due_on) == 0


@pytest.mark.parametrize("words", [*STRINGS, MEGABYTE, "", " "])
def test_any_words_are_kept_or_refused_with_a_sentence(asked: Hearing, contact: Contact, words: str) -> None:
    service = browser_of(contact)
    assert service.post(page_of(asked), {"words": words}).status_code in (302, 400, 422)
    assert service.get(page_of(asked)).status_code == 200
