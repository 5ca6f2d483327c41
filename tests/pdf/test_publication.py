"""A published report and an opinion on paper: accessible and durable, with any text in it."""

import datetime as dt
import uuid
from pathlib import Path

import pytest

from ombuds.deidentification.gate import stored
from ombuds.lib.hostile import STRINGS
from ombuds.office.models import Office
from ombuds.publications.models import Frozen
from ombuds.publications.paper import LONG, document
from ombuds.publications.rendering import render
from tests.pdf.verapdf import verdicts

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]
AT = dt.datetime(2026, 3, 3, 9, tzinfo=dt.UTC)
BODY = "# Een\n\nTekst.[^1]\n\n- a\n- b\n  1. c\n\n> citaat\n\n| x | y |\n|---|---|\n| d | 1 |\n\n#### Diep\n\n[web](https://example.be)\n\n[^1]: Noot.\n\n"


def a_text(kind: str, language: str, body: str) -> Frozen:
    return Frozen(
        key=uuid.UUID(int=1), office_code="test", kind=kind, language=language, slug=stored("x"), title=stored("Titel"),
        summary=stored("Kort."), html=stored(render(body)), published_at=AT, first_published_at=AT,
    )  # fmt: skip


def test_publications_pass_ua_1_and_a_3a(office: Office, tmp_path: Path) -> None:
    long = BODY + "Nog een alinea. " * LONG
    found = verdicts(
        tmp_path,
        report=document(a_text("report", "nl", long), office),
        opinion=document(a_text("opinion", "fr", BODY), office),
        hostile=document(a_text("letter", "en", "\n\n".join(STRINGS)), office),
    )
    assert set(found.values()) == {"pass"}, found
