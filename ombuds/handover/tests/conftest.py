"""Both houses stand: a case with something in every drawer, and an open channel with its team."""

import random
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.cases import search
from ombuds.cases.models import Note, Party
from ombuds.cases.services import add_document, new_code
from ombuds.correspondence.services import note_call
from ombuds.documents.services import store_bytes
from ombuds.intake.models import ImportRun, RefusedRow, Submission
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
from ombuds.integrity.tests.test_seized import word
from ombuds.lib.today import now


@pytest.fixture
def full_case(make_case: Any, people: Any, office: Any, settings: Any, tmp_path: Any) -> SimpleNamespace:
    """A case in which words of ours lie wherever a case can hold words; `planted` lists them."""
    settings.MEDIA_ROOT = settings.FILES = tmp_path / "files"
    rng = random.Random(31)
    planted: list[str] = []

    def plant(text: str) -> str:
        planted.append(text)
        return text

    case = make_case("triage", subject=plant(f"Onderwerp {word(rng)}"))
    Party.objects.filter(case=case).update(
        first_name=plant(word(rng)), last_name=plant(word(rng)), email=plant(f"{word(rng).lower()}@x.example")
    )
    case.grievances.update(summary=plant(f"Grief {word(rng)}"), body_as_written=plant(f"Dienst {word(rng)}"))
    story = plant(f"Mijn chef {word(rng)} betaalt {word(rng)}")
    paper = store_bytes(
        plant(f"Bewijs {word(rng)}").encode(), plant(f"{word(rng)}.txt"), actor=people.handler
    )
    submission = Submission.objects.create(
        office=office, case=case, channel="web", fields={"text": story}, received_at=now(), original=paper
    )
    run = ImportRun.objects.create(office=office, file_name="x.csv", source="old")
    RefusedRow.objects.create(
        run=run, line=1, raw={"text": plant(f"Rij {word(rng)}")}, raw_digest="0", submission=submission
    )
    add_document(case, paper, actor=people.handler, source="complainant")
    Note.objects.create(case=case, author=people.handler, text=plant(f"Notitie {word(rng)}"))
    note_call(case, actor=people.handler, text=plant(f"Gebeld over {word(rng)}"), kind="call", direction="in")
    search.index_case(case)
    search.index_text(case, "test", story)
    case.transitions.update(reason=plant(f"Reden {word(rng)}"))
    return SimpleNamespace(case=case, planted=planted, story=story, code=new_code(case), paper=paper)


@pytest.fixture
def complainant(full_case: SimpleNamespace) -> Client:
    """The browser of the complainant, with the file open."""
    browser = Client(headers={"accept-language": "en"})
    answer = browser.post("/file/", {"reference": full_case.case.reference, "code": full_case.code})
    assert answer.status_code == 302
    return browser
