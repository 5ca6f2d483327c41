"""A case with something in every drawer."""

import random
from types import SimpleNamespace
from typing import Any

from ombuds.cases import search
from ombuds.cases.models import Case, Note, Party
from ombuds.cases.services import add_document, new_code
from ombuds.correspondence.services import note_call
from ombuds.documents.services import store_bytes
from ombuds.intake.models import ImportRun, RefusedRow, Submission
from ombuds.lib.today import now


def word(rng: random.Random) -> str:
    """A name that nothing else is called."""
    return "".join(rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(5)).capitalize()


def filled(case: Case, handler: Any, office: Any) -> SimpleNamespace:
    """Words of ours wherever a case can hold words; `planted` lists them."""
    rng = random.Random(31)
    planted: list[str] = []

    def plant(text: str) -> str:
        planted.append(text)
        return text

    Case.objects.filter(pk=case.pk).update(subject=plant(f"Onderwerp {word(rng)}"))
    case.refresh_from_db()
    Party.objects.filter(case=case).update(
        first_name=plant(word(rng)), last_name=plant(word(rng)), email=plant(f"{word(rng).lower()}@x.example")
    )
    case.grievances.update(summary=plant(f"Grief {word(rng)}"), body_as_written=plant(f"Dienst {word(rng)}"))
    story = plant(f"Mijn chef {word(rng)} betaalt {word(rng)}")
    paper = store_bytes(plant(f"Bewijs {word(rng)}").encode(), plant(f"{word(rng)}.txt"), actor=handler)
    submission = Submission.objects.create(
        office=office, case=case, channel="web", fields={"text": story}, received_at=now(), original=paper
    )
    run = ImportRun.objects.create(office=office, file_name="x.csv", source="old")
    RefusedRow.objects.create(
        run=run, line=1, raw={"text": plant(f"Rij {word(rng)}")}, raw_digest="0", submission=submission
    )
    add_document(case, paper, actor=handler, source="complainant")
    Note.objects.create(case=case, author=handler, text=plant(f"Notitie {word(rng)}"))
    note_call(case, actor=handler, text=plant(f"Gebeld over {word(rng)}"), kind="call", direction="in")
    search.index_case(case)
    search.index_text(case, "test", story)
    case.transitions.update(reason=plant(f"Reden {word(rng)}"))
    return SimpleNamespace(case=case, planted=planted, story=story, code=new_code(case), paper=paper)
