"""Pages at the door as they first open."""

from types import SimpleNamespace
from typing import Any

import pytest

from ombuds.integrity.services import admitting

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])


def test_a_form_that_nobody_filled_in_yet_complains_of_nothing(
    team: SimpleNamespace, file_one: Any, unlocked: Any
) -> None:
    filed = file_one()
    admitting.declare(filed.report, team.lucie, "")
    lucie = unlocked(team.lucie)
    for page in ("complaint", "text", "inquiry"):
        answer = lucie.get(f"/integrity/desk/{filed.report.pk}/{page}/")
        assert answer.status_code == 200
        assert b"To correct:" not in answer.content
