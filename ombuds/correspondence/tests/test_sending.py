"""Mails go to a real mail server, once; without one the outbox says so; paper waits for the post."""

import datetime as dt
import email
import socket
from collections.abc import Iterator
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.db import transaction

from ombuds.correspondence.addressees import of_body, of_party
from ombuds.correspondence.models import Message
from ombuds.correspondence.services import acknowledge, draft, posted, retry, send
from ombuds.correspondence.tasks import deliver
from ombuds.correspondence.terms import State
from ombuds.correspondence.ticking import tick
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now, today


class Letterbox:
    def __init__(self) -> None:
        self.mails: list[tuple[list[str], EmailMessage]] = []
        self.refuse = False

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # aiosmtpd's name
        if self.refuse:
            return "554 no thanks"
        parsed: EmailMessage = email.message_from_bytes(envelope.content, _class=EmailMessage)
        self.mails.append((envelope.rcpt_tos, parsed))
        return "250 kept"


@pytest.fixture
def mail_server(settings: Any) -> Iterator[Letterbox]:
    """A mail server of our own on this machine."""
    box = Letterbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.MAIL_URL = settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    yield box
    controller.stop()


def _run_queue() -> None:
    """What `ombuds db_worker` does with our tasks."""
    from django_tasks_db.models import DBTaskResult

    for row in DBTaskResult.objects.ready():
        assert set(row.args_kwargs) == {"args", "kwargs"}
        assert all(
            isinstance(each, int) for each in row.args_kwargs["args"]
        )  # the number of the message, nothing more
        deliver.func(*row.args_kwargs["args"])


def _sent(case: Any, actor: Any, code: str = "L11") -> Message:
    return send(draft(case, code, actor=actor), actor=actor)


def test_a_letter_reaches_the_mail_server_with_its_pdf(
    mail_server: Letterbox, make_case: Any, people: Any
) -> None:
    message = _sent(make_case("open"), people.handler)
    assert message.state == State.QUEUED
    assert not mail_server.mails
    _run_queue()
    _run_queue()
    message.refresh_from_db()
    assert message.state == State.SENT
    [(recipients, mail)] = mail_server.mails
    assert recipients == ["fatiha@people.example"]
    assert message.case is not None
    assert message.case.reference in mail["Subject"]
    assert "Ölme" not in str(mail["Subject"])
    parts = list(mail.walk())
    assert [p.get_content_type() for p in parts] == ["multipart/mixed", "text/plain", "application/pdf"]
    assert parts[2].get_payload(decode=True).startswith(b"%PDF")  # type: ignore[union-attr]
    assert message.pdf is not None


def test_nothing_is_queued_when_the_change_is_rolled_back(
    mail_server: Letterbox, make_case: Any, people: Any
) -> None:
    case = make_case("open")
    with transaction.atomic():
        _sent(case, people.handler)
        transaction.set_rollback(True)
    _run_queue()
    assert not mail_server.mails
    assert not case.messages.exists()


def test_what_the_server_refuses_is_shown_as_failed_and_tried_again(
    mail_server: Letterbox, make_case: Any, people: Any
) -> None:
    message = _sent(make_case("open"), people.handler)
    mail_server.refuse = True
    _run_queue()
    message.refresh_from_db()
    assert (message.state, message.problem) == (State.FAILED, "SMTPDataError")
    mail_server.refuse = False
    retry(message, actor=people.handler)
    _run_queue()
    message.refresh_from_db()
    assert (message.state, len(mail_server.mails)) == (State.SENT, 1)
    with pytest.raises(Refusal):
        retry(message, actor=people.handler)


def test_the_mail_to_a_service_is_a_bare_notice(mail_server: Letterbox, make_case: Any, people: Any) -> None:
    case = make_case("open")
    body = case.grievances.first().body
    body.contacts.all().delete()
    body.contacts.create(
        purpose="liaison", email="contact@service.example", language="nl", name="Jan Peeters"
    )
    message = _sent(case, people.handler, "L12")
    assert message.channel == "portal"
    _run_queue()
    [(recipients, mail)] = mail_server.mails
    words = str(mail["Subject"]) + mail.get_payload(decode=True).decode()  # type: ignore[union-attr]
    assert recipients == ["contact@service.example"]
    assert "/service/enter/" in words
    for personal in ("Fatiha", "Ölme", "Jan Peeters", case.subject):
        assert personal not in words


def test_without_a_mail_server_the_demo_says_so(make_case: Any, people: Any) -> None:
    message = _sent(make_case("open"), people.handler)
    assert (message.state, message.simulated) == (State.SENT, True)


def test_without_a_mail_server_a_real_office_is_told(make_case: Any, people: Any, settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(Refusal, match="no mail server"):
        _sent(make_case("open"), people.handler)


def test_a_letter_by_post_waits_for_the_stamp(make_case: Any, people: Any) -> None:
    person = {
        "last_name": "Peeters",
        "street": "Straat 1",
        "postcode": "1000",
        "town": "Brussel",
        "language": "nl",
    }
    message = _sent(make_case("open", person=person), people.handler)
    assert (message.channel, message.state) == ("post", State.QUEUED)
    assert message.pdf is not None
    posted(message, actor=people.intake)
    message.refresh_from_db()
    assert message.state == State.SENT


def test_receipt_is_acknowledged_once_and_its_clock_is_met(make_case: Any) -> None:
    case = make_case("registered")
    first = acknowledge(case)
    assert first is not None
    assert first.letter == "L1"
    assert acknowledge(case) is None
    assert not case.clocks.filter(rule="ack", met_on__isnull=True).exists()


def test_a_receipt_that_cannot_go_is_kept_as_a_draft(make_case: Any, settings: Any) -> None:
    settings.DEMO = False
    kept = acknowledge(make_case("registered"))
    assert kept is not None
    assert kept.state == State.DRAFT


def test_without_a_worker_the_tick_sends(
    mail_server: Letterbox, make_case: Any, people: Any, office: Any
) -> None:
    message = _sent(make_case("open"), people.handler)
    Message.objects.filter(pk=message.pk).update(queued_at=now() - dt.timedelta(minutes=11))
    assert tick(office, today()) == 1
    assert tick(office, today()) == 0
    assert len(mail_server.mails) == 1
    _run_queue()
    assert len(mail_server.mails) == 1


@pytest.mark.parametrize(("code", "to"), [("L11", "body"), ("L12", "party")])
def test_a_letter_goes_only_to_whom_it_was_written_for(
    code: str, to: str, make_case: Any, people: Any
) -> None:
    case = make_case("open")
    wrong = of_body(case.grievances.first().body) if to == "body" else of_party(case.parties.first())
    with pytest.raises(Refusal, match="not written for"):
        draft(case, code, actor=people.handler, addressee=wrong)


def test_nobody_to_write_to_is_no_error(make_case: Any) -> None:
    assert acknowledge(make_case("registered", person=None)) is None


def test_a_sent_letter_is_not_sent_twice(make_case: Any, people: Any) -> None:
    message = _sent(make_case("open"), people.handler)
    with pytest.raises(Refusal, match="left already"):
        send(message, actor=people.handler)
