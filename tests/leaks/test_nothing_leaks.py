"""Nobody is exposed: what belongs to the people of the cases is looked for wherever somebody else could read it."""

import io
import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import pytest
from django.conf import settings as configured
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from ombuds.audit.models import Entry
from ombuds.cases.models import Case, Party
from ombuds.correspondence import mailing
from ombuds.correspondence.access import KEY, letters_of, questions_of
from ombuds.correspondence.links import token
from ombuds.correspondence.models import Message, Question
from ombuds.correspondence.terms import Audience, Delivery, State
from ombuds.lib.logs import PlacesOnly
from ombuds.lib.today import now
from tests.access.conftest import World
from tests.leaks.reading import content_of, everything_public, links_in, text_of
from tests.leaks.secrets import Secrets, of_parties

pytestmark = pytest.mark.django_db
CASEWORK = ("admissibility", "cases", "correspondence", "desk", "intake", "investigations")


@contextmanager
def log() -> Iterator[io.StringIO]:
    """What the office's log would hold, as it is formatted there, and at a finer level than it is set to."""
    kept = io.StringIO()
    handler = logging.StreamHandler(kept)
    formatters: Any = configured.LOGGING["formatters"]
    form = formatters["plain"]
    assert form["()"] == "ombuds.lib.logs.PlacesOnly"
    handler.setFormatter(PlacesOnly(form["format"]))
    root, requests = logging.getLogger(), logging.getLogger("django.request")
    before = requests.level
    root.addHandler(handler)
    requests.setLevel(logging.WARNING)
    try:
        yield kept
    finally:
        root.removeHandler(handler)
        requests.setLevel(before)


@pytest.fixture
def somebody(world: World) -> Party:
    """A complainant with all that a person can have."""
    found = Party.objects.exclude(email="").exclude(phone="").exclude(street="").order_by("pk").first()
    assert found is not None
    return found


def test_the_search_finds_what_it_should(secrets: Secrets, somebody: Party) -> None:
    """An empty net catches nothing: each kind of value is found in a text that holds it."""
    assert len(secrets.words) > 20
    assert len(secrets.phrases) > 300
    assert len(secrets.numbers) > 30
    spaced = " ".join(re.sub(r"\D", "", somebody.phone))
    for value in (
        somebody.email.upper(),
        somebody.street,
        spaced,
        somebody.case.reference,
        somebody.full_name,
    ):
        assert secrets.found_in(f"<p>We spoke with {value}.</p>"), value


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_no_public_page_feed_table_or_file_names_anyone(
    world: World, secrets: Secrets, language: str
) -> None:
    starts = ["/", "/sitemap.xml", "/robots.txt"]
    starts += [path for name, path in world.paths.items() if name.startswith("publicsite:")]
    starts += [reverse("publicsite:open_recommendations", args=[form]) for form in ("json", "csv")]
    found, kinds = {}, set()
    for address, text in everything_public(language, starts):
        kinds.add(address.rsplit(".", 1)[-1] if "." in address else "page")
        if hits := secrets.found_in(text):
            found[address] = hits
    assert not found
    assert {"page", "pdf", "csv", "json", "atom", "xml"} <= kinds


def test_a_service_never_reads_a_withheld_name(world: World) -> None:
    """Its desk, its questions, its letters and their papers, for each case whose complainant asked for that."""
    read, found = 0, {}
    asked = Question.objects.filter(case__name_withheld=True).select_related("case", "body")
    for question in asked:
        contact = question.body.contacts.filter(purpose="liaison").exclude(email="").first()
        if contact is None:
            continue
        withheld = of_parties(question.case.parties.filter(role__in=["complainant", "representative"]))
        browser = _service(contact)
        addresses = [reverse("service:desk")]
        addresses += [
            reverse("service:question", args=[q.key])
            for q in questions_of(contact).filter(case=question.case)
        ]
        addresses += [
            reverse("service:letter", args=[m.key]) for m in letters_of(contact).filter(case=question.case)
        ]
        for address in addresses:
            answer: Any = browser.get(address)
            assert answer.status_code == 200
            read += 1
            if hits := withheld.found_in(text_of(answer)):
                found[address] = hits
    assert not found
    assert read, "the demo has no question about a case with its name withheld"


def _service(contact: Any) -> Client:
    browser, moment = Client(), now().timestamp()
    session = browser.session
    session[KEY] = {"token": token(contact), "since": moment, "seen": moment}
    session.save()
    return browser


def test_mails_hold_a_reference_and_no_person(world: World, secrets: Secrets) -> None:
    """The subject of any mail; and all of a mail that goes to a service, a minister or parliament."""
    references = set(Case.objects.values_list("reference", flat=True))
    private, found, read = secrets.without(references), {}, 0
    mails = Message.objects.filter(channel__in=[Delivery.MAIL, Delivery.PORTAL]).exclude(state=State.DROPPED)
    for message in mails.select_related("case", "contact").prefetch_related("texts"):
        subject, body = mailing.words(message)
        outside = message.audience != Audience.COMPLAINANT or message.channel == Delivery.PORTAL
        read += outside
        if hits := private.found_in(f"{subject}\n{body}" if outside else subject):
            found[message.pk] = hits
    assert not found
    assert read


def test_addresses_of_staff_pages_name_nobody(world: World, secrets: Secrets) -> None:
    """An address stays in histories, bookmarks and logs: links and redirects hold numbers of rows and nothing else."""
    found = {}
    for name, path in world.paths.items():
        if not name.startswith(CASEWORK):
            continue
        for send in ("get", "post"):
            answer = world.ask("ombudsman", lambda b: getattr(b, send)(path))  # noqa: B023  asked at once
            html = answer["Content-Type"].startswith("text/html") if "Content-Type" in answer else False
            links = [*links_in(content_of(answer).decode())] if html else []
            links = [link for link in links if not link.startswith(("mailto:", "tel:"))]
            if hits := secrets.found_in("\n".join([*links, answer.get("Location", "")])):
                found[f"{send} {name}"] = hits
    assert not found


def test_a_new_complaint_redirects_to_a_number(world: World, secrets: Secrets, somebody: Party) -> None:
    said = {
        "channel": "phone", "notes": f"{somebody.full_name} calls.", "first_name": somebody.first_name,
        "last_name": somebody.last_name, "email": somebody.email, "street": somebody.street,
    }  # fmt: skip
    answer = world.ask("intake", lambda b: b.post(reverse("intake:register"), said))
    assert answer.status_code in (200, 302, 422)
    assert not secrets.found_in(answer.get("Location", ""))


def test_errors_and_the_log_name_nobody(world: World, secrets: Secrets, somebody: Party) -> None:
    """A tour of all pages, and then every kind of mistake, each with a person's data in it."""
    who = f"{somebody.full_name} {somebody.email}"
    case = Case.objects.filter(walls__isnull=True, state="open")[0]
    page = (
        reverse("cases:parties", args=[case.pk])
        if "cases:parties" in world.paths
        else f"/staff/cases/{case.pk}/"
    )
    with log() as kept:
        for path in world.paths.values():
            world.ask("ombudsman", lambda b: b.get(path, {"q": who}))  # noqa: B023  asked at once
        answers = [
            world.ask("visitor", lambda b: b.get(f"/{who}/")),
            world.ask("handler", lambda b: b.get(f"/staff/cases/{who}/")),
            world.ask("administrator", lambda b: b.get(page)),
            world.ask("visitor", lambda b: b.get("/", {"x": f"{who}\x00"})),
            world.ask("visitor", lambda b: b.get("/", headers={"host": "evil.example"})),
            _forged(who),
        ]
        with mock.patch("ombuds.cases.access.record", side_effect=ValueError(who)):
            answers.append(world.ask("handler", lambda b: b.get(page, {"q": who})))
    assert {answer.status_code for answer in answers} >= {400, 403, 404, 500}
    for answer in answers:
        assert not secrets.found_in(content_of(answer).decode()), answer.status_code
    assert "ValueError" in kept.getvalue()
    assert not secrets.found_in(kept.getvalue())


def _forged(who: str) -> Any:
    return Client(enforce_csrf_checks=True).post(reverse("portal:login"), {"reference": who, "code": who})


def test_the_record_of_acts_names_nobody(world: World, secrets: Secrets, somebody: Party) -> None:
    world.browsers["ombudsman"].get(reverse("desk:search"), {"q": somebody.full_name})
    rows = Entry.objects.values_list("sequence", "action", "subject", "data")
    found = {
        row[0]: hits
        for row in rows.iterator()
        if (hits := secrets.found_in(json.dumps(row[1:], default=str)))
    }
    assert not found
    assert len({row[1] for row in rows}) > 20


def test_the_queue_knows_numbers_only(world: World, secrets: Secrets, settings: Any) -> None:
    from ombuds.accounts.models import User
    from ombuds.correspondence.services import draft, send

    cache.clear()
    settings.MAIL_URL = "mail.example"
    case = Case.objects.filter(walls__isnull=True, state="open", parties__email__contains="@")[0]
    message = draft(case, "L1", actor=User.objects.get(email="karim@ombuds.example"), channel=Delivery.MAIL)
    message.texts.update(body="Good day.")
    send(message, actor=User.objects.get(email="karim@ombuds.example"))
    kept = list(DBTaskResult.objects.values_list("args_kwargs", "task_path"))
    assert kept
    assert not secrets.found_in(json.dumps(kept))
