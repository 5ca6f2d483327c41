"""News by mail: only who confirmed gets any, only after publication, and one press ends it."""

import datetime as dt
import logging
import re
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.test import Client

from ombuds.lib.hostile import STRINGS
from ombuds.lib.today import now, today
from ombuds.publications import services as publishing
from ombuds.publications.tests.test_publishing import FR, NL, through
from ombuds.publicsite import subscribing
from ombuds.publicsite.models import Appointment, Subscriber
from ombuds.publicsite.tests.test_site import published

__all__ = ["published"]
WHO = "lezer@people.example"


@pytest.fixture(autouse=True)
def _mailbox(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    cache.clear()  # one address may ask so many times an hour


def subscribed(client: Client) -> Subscriber:
    client.post("/news/", {"email": WHO, "language": "nl"})
    row = Subscriber.objects.get(email=WHO)
    client.post(f"/news/{row.key}/")
    row.refresh_from_db()
    return row


def test_who_did_not_confirm_gets_nothing(published: SimpleNamespace, client: Client) -> None:
    client.post("/news/", {"email": WHO, "language": "nl"})
    assert [m.to for m in mail.outbox] == [[WHO]]
    link = re.search(r"/news/[0-9a-f-]{36}/", str(mail.outbox[0].body))
    assert link
    assert client.get(link[0]).status_code == 200  # looking at it confirms nothing
    assert Subscriber.objects.get().confirmed_at is None
    assert subscribing.send_news(published.case.office, today()) == 0
    assert len(mail.outbox) == 1


def test_news_comes_after_publication_once_and_in_the_language_asked(
    published: SimpleNamespace, people: SimpleNamespace, client: Client
) -> None:
    office, row = published.case.office, subscribed(client)
    mail.outbox.clear()
    assert subscribing.send_news(office, today()) == 0  # what was there before is not news
    made = publishing.draft(office=office, actor=people.handler, kind="story", cases=[published.case], seed=2)
    texts = {"nl": {**NL, "title": "Een tweede verhaal"}, "fr": {**FR, "title": "Un second récit"}}
    publishing.write(made, actor=people.handler, version=made.version, texts=texts)
    assert subscribing.send_news(office, today()) == 0
    through(made, people)
    assert subscribing.send_news(office, today()) == 1
    assert subscribing.send_news(office, today()) == 0
    (sent,) = mail.outbox
    assert "Een tweede verhaal" in str(sent.body)
    assert "Un second" not in str(sent.body)
    assert WHO not in f"{sent.subject} {sent.body} {sent.extra_headers}"
    assert str(row.key) in sent.extra_headers["List-Unsubscribe"]
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_one_press_of_the_mail_programme_ends_it(client: Client, office: Any) -> None:
    row = subscribed(client)
    strict = Client(enforce_csrf_checks=True)
    assert strict.get(f"/news/{row.key}/stop/").status_code == 200
    assert Subscriber.objects.exists()
    answer = strict.post(f"/news/{row.key}/stop/", {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not Subscriber.objects.exists()


def test_nobody_learns_who_subscribed(client: Client, office: Any) -> None:
    first = client.post("/news/", {"email": WHO, "language": "nl"}).content
    subscribed(client)
    assert client.post("/news/", {"email": WHO, "language": "nl"}).content == first


def test_who_never_confirmed_is_forgotten(client: Client, office: Any) -> None:
    client.post("/news/", {"email": WHO, "language": "nl"})
    with time_machine.travel(now() + dt.timedelta(days=8)):
        subscribing.send_news(office, today())
    assert not Subscriber.objects.exists()


def test_no_address_stands_in_the_log(
    client: Client, office: Any, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = "ombuds.publicsite.tests.broken.Backend"
    with caplog.at_level(logging.DEBUG):
        assert client.post("/news/", {"email": WHO, "language": "nl"}).status_code == 200
    assert "could not be sent" in caplog.text
    assert WHO not in caplog.text


def test_an_appointment_reaches_the_office_and_is_forgotten(
    client: Client, people: SimpleNamespace, as_user: Any, office: Any
) -> None:
    from ombuds.publicsite.forgetting import tick

    said = {"name": "Ann", "reach": "0470 00 00 00", "place": "phone", "language": "nl", "about": "Een boete"}
    assert client.post("/contact/", said).status_code == 302
    row = Appointment.objects.get()
    browser = as_user(people.handler)
    assert "0470 00 00 00" in browser.get("/staff/appointments/").content.decode()
    assert as_user(people.editor).get("/staff/appointments/").status_code == 403
    assert browser.post(f"/staff/appointments/{row.key}/done/").status_code == 302
    assert "0470 00 00 00" not in browser.get("/staff/appointments/").content.decode()
    tick(office, today())
    assert Appointment.objects.exists()
    with time_machine.travel(now() + dt.timedelta(days=31)):
        tick(office, today())
    assert not Appointment.objects.exists()


def test_a_robot_that_fills_everything_in_is_not_taken(client: Client, office: Any) -> None:
    client.post("/news/", {"email": WHO, "language": "nl", "website": "x"})
    assert not Subscriber.objects.exists()


@pytest.mark.parametrize("hostile", STRINGS)
def test_hostile_words_come_back_with_a_sentence(client: Client, office: Any, hostile: str) -> None:
    assert client.post("/news/", {"email": hostile, "language": hostile}).status_code in (400, 422)
    said = {"name": hostile, "reach": hostile, "place": hostile, "language": hostile}
    assert client.post("/contact/", said).status_code in (400, 422)
