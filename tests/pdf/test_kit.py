"""The leaflet and the poster that services print: valid for screen readers and for the archive, in three languages."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from ombuds.authorities.models import Body
from ombuds.publicsite.kit import LANGUAGES, kit_of
from ombuds.publicsite.kit.paper import PAPERS, document
from tests.pdf.verapdf import verdicts

pytestmark = pytest.mark.thorough

DAY = dt.date(2026, 3, 31)


@pytest.mark.django_db
def test_leaflet_and_poster_pass_ua_1_and_a_3a(office: Any, tmp_path: Path) -> None:
    kit = kit_of(office, Body.objects.get(code="bru-fiscaliteit"))
    assert kit is not None
    papers = {
        f"{paper}_{language}": document(kit, language, paper, dated=DAY)
        for paper in PAPERS
        for language in LANGUAGES
    }
    found = verdicts(tmp_path, **papers)
    assert len(found) == 2 * len(papers)
    assert set(found.values()) == {"pass"}, found
