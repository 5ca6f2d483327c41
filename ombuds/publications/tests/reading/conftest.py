from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from ombuds.publications import services
from ombuds.publications.models import Publication
from ombuds.publications.tests.reading.people import FR, NL, Reader


@pytest.fixture
def case(make_case: Callable[..., Any]) -> Any:
    return make_case(state="closed")


@pytest.fixture
def story(case: Any, people: SimpleNamespace) -> Publication:
    """Written by the handler of the case."""
    drafted = services.draft(office=case.office, actor=people.handler, kind="story", cases=[case], seed=5)
    return services.write(drafted, actor=people.handler, version=drafted.version, texts={"nl": NL, "fr": FR})


@pytest.fixture
def first(story: Publication, people: SimpleNamespace) -> Reader:
    """The handler has begun to read."""
    return Reader(story, people.handler).starts()
