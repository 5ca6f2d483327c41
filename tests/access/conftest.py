"""One small demo office for all tests of a file, taken back at its end; and a browser for each role."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.core import signing
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from ombuds.accounts.models import User
from ombuds.authorities.models import Contact
from ombuds.cases.models import Case
from ombuds.cases.services import new_code
from ombuds.correspondence import links
from ombuds.correspondence.models import Message
from ombuds.portal.filekey import COOKIE, SALT
from tests.access.samples import fill, samples
from tests.plugins.laid_out import SmallOffice

STAFF = {
    "intake": "noor", "handler": "karim", "second_reader": "hannelore", "ombudsman": "marianne", "editor": "thomas",
    "integrity": "lucie", "records": "odile", "administrator": "stefaan",
}  # fmt: skip
ROLES = ["visitor", "complainant", "service", *STAFF]
# Pages of the log-in library that answer by the state of a session, tried in accounts/tests.
APART = ("mfa_", "account_", "choose_password", "set_language")


def addresses(resolver: URLResolver | None = None, space: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every named address of ours, with the names of its blanks."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry, f"{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern) and not f"{space}{entry.name}".startswith(APART):
            yield f"{space}{entry.name}", list(entry.pattern.converters)


@dataclass
class World:
    """The office, an address for each name, and who may ask."""

    paths: dict[str, str]
    browsers: dict[str, Client]
    file_key: str

    def ask(self, role: str, send: Callable[[Client], Any]) -> Any:
        """Send a request as that role; whatever it changed is taken back."""
        cache.clear()
        browser = self.browsers[role]
        if role == "complainant":
            browser.cookies[COOKIE] = self.file_key  # some addresses take it back
        point = transaction.savepoint()
        try:
            answer: Any = send(browser)
            if getattr(answer, "streaming", False):
                # At its end the test client closes the answer; by hand, the connection would close with it.
                b"".join(answer.streaming_content)
        finally:
            transaction.savepoint_rollback(point)
        return answer


@contextmanager
def _no_copies() -> Iterator[None]:
    """The test client copies the context of each template; of thousands of pages with a megabyte in each field that is gigabytes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.test.client.store_rendered_templates", lambda *_args, **_kwargs: None)
        yield


@pytest.fixture(scope="module")
def world(small_office: SmallOffice, django_db_blocker: Any) -> Iterator[World]:
    """Ninety cases in all states."""
    with django_db_blocker.unblock(), small_office(), transaction.atomic(), _no_copies():
        case = Case.objects.filter(
            walls__isnull=True, state__in=("open", "awaiting_service", "analysis")
        ).first()
        assert case is not None
        new_code(case)
        contact = Contact.objects.filter(
            purpose="liaison", email__contains="@", body__questions__isnull=False
        ).first()
        assert contact is not None
        known = samples(case, contact)
        yield World(
            paths={
                name: reverse(name, kwargs=fill(name, blanks, known, case)) for name, blanks in addresses()
            },
            browsers=_browsers(contact),
            file_key=signing.dumps([str(case.key), case.code_digest[:16]], salt=SALT),
        )
        transaction.set_rollback(True)


def _browsers(contact: Contact) -> dict[str, Client]:
    browsers = {"visitor": Client(), "complainant": Client(), "service": _service(contact)}
    for role, key in STAFF.items():
        user = User.objects.get(email=f"{key}@ombuds.example")
        browsers[role] = Client()
        browsers[role].force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    for browser in browsers.values():
        browser.raise_request_exception = False
    return browsers


def _service(contact: Contact) -> Client:
    """In by link and one-time code, like a contact person."""
    browser, address = Client(), reverse("service:enter", args=[links.token(contact)])
    cache.clear()
    browser.post(address, {"send": "1"})
    text = Message.objects.filter(kind="code").latest("pk").texts.first()
    found = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", text.body if text else "")
    assert found
    assert browser.post(address, {"code": found[0]}).status_code == 302
    return browser
