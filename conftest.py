"""What all tests share: the loaded office, its people, and cases in any state."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import translation

pytest_plugins = [f"tests.plugins.{name}" for name in ("closing", "database", "laid_out", "memory", "quick")]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, tables_from_shelf: bool, django_db_blocker: Any) -> None:
    """Both profiles, once per test database. Brussels is the active office."""
    if tables_from_shelf:
        return
    with django_db_blocker.unblock():
        call_command("office", "load", "brussels", "--activate", verbosity=0, stdout=_Quiet())
        call_command("office", "load", "flanders", verbosity=0, stdout=_Quiet())


class _Quiet:
    def write(self, text: str) -> None:
        pass

    def flush(self) -> None:
        pass


@pytest.fixture(scope="session", autouse=True)
def _own_case_base(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The index of the cases of a test is not the index of an office."""
    from django.conf import settings

    settings.PRIVACY = tmp_path_factory.mktemp("privacy")
    settings.PATTERNS = tmp_path_factory.mktemp("patterns")


@pytest.fixture(autouse=True)
def _in_english() -> None:
    """A request leaves its language behind in the thread; the next test must not speak it."""
    translation.activate("en")


@pytest.fixture
def office(db: None) -> Any:
    """Ombuds Brussel, the active office."""
    from ombuds.office.models import Office

    return Office.objects.get(code="brussels")


@pytest.fixture
def flanders(db: None) -> Any:
    """The Vlaamse Ombudsdienst, loaded beside it."""
    from ombuds.office.models import Office

    return Office.objects.get(code="flanders")


@pytest.fixture
def people(db: None) -> SimpleNamespace:
    """One person per role; `handler` and `handler2` are in teams of their own, `outsider` has no role."""
    from ombuds.accounts.tests.factories import staff

    return staff()


@pytest.fixture
def as_user() -> Callable[[Any], Client]:
    """`as_user(people.handler).get(...)`: a browser in which this person is logged in."""

    def logged_in(user: Any) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return logged_in


@pytest.fixture
def make_case(office: Any, people: SimpleNamespace) -> Callable[..., Any]:
    """`make_case(state="open", body="parking-brussels", …)`: a case put straight into a state."""
    from ombuds.cases.tests.factories import case_in_state

    def make(state: str = "triage", **fields: Any) -> Any:
        fields.setdefault("handler", people.handler)
        return case_in_state(fields.pop("office", office), state, **fields)

    return make
