"""Both houses stand: a case with something in every drawer, and an open channel with its team."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.handover.tests import drawers
from ombuds.integrity.tests.conftest import (  # noqa: F401  # fixtures of the other house
    _own_store,
    _quick_keys,
    file_one,
    sheets,
    team,
    unlocked,
    upload,
    visitor,
)


@pytest.fixture
def full_case(make_case: Any, people: Any, office: Any, settings: Any, tmp_path: Any) -> SimpleNamespace:
    """A case in which words of ours lie wherever a case can hold words; `planted` lists them."""
    settings.MEDIA_ROOT = settings.FILES = tmp_path / "files"
    return drawers.filled(make_case("triage"), people.handler, office)


@pytest.fixture
def complainant(full_case: SimpleNamespace) -> Client:
    """The browser of the complainant, with the file open."""
    browser = Client(headers={"accept-language": "en"})
    answer = browser.post("/file/", {"reference": full_case.case.reference, "code": full_case.code})
    assert answer.status_code == 302
    return browser
