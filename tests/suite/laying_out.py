"""Fills the shelf of the runner, with the settings of tests. No test of the house: pytest runs it when it is named, and only then."""

import pytest

from tests.suite.shelf import OFFICE, given


@pytest.mark.django_db(databases=["default", "integrity"])
@pytest.mark.usefixtures("small_office")
def test_fill_the_shelf() -> None:
    shelf = given()
    assert shelf is not None
    assert shelf.holds(OFFICE)
