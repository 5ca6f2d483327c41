"""No test is slowed down by the tries of another."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _forgiven() -> None:
    cache.clear()
