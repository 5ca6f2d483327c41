"""The small demo office of the access tests, and what belongs to its people."""

import pytest

from tests.access.conftest import World, world
from tests.leaks.secrets import Secrets, of_everyone

__all__ = ["world"]


@pytest.fixture(scope="module")
def secrets(world: World, django_db_blocker: pytest.FixtureRequest) -> Secrets:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]  # the fixture of pytest-django
        return of_everyone()
