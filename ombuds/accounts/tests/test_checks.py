"""A demo is not fit for real people, and the check says so."""

from typing import Any

from ombuds.accounts.checks import is_fit_for_real_people


def test_the_demo_is_refused_for_deployment(settings: Any) -> None:
    settings.DEMO, settings.REQUIRE_MFA, settings.PUBLIC_URL = True, False, "http://127.0.0.1:8000"
    assert [fault.id for fault in is_fit_for_real_people(None)] == [
        "ombuds.E001",
        "ombuds.E002",
        "ombuds.E003",
    ]


def test_an_office_that_is_set_up_passes(settings: Any) -> None:
    settings.DEMO, settings.REQUIRE_MFA, settings.PUBLIC_URL = False, True, "https://ombuds.example"
    assert is_fit_for_real_people(None) == []
