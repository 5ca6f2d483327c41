"""Nothing but `DeidentifiedText` reaches the public: mypy says so, the columns say so, and here is the list of them."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import models, transaction

from ombuds.annualreport.models import Edition
from ombuds.deidentification.fields import (
    DeidentifiedCharField,
    DeidentifiedJSONField,
    DeidentifiedSlugField,
    DeidentifiedTextField,
    NotDeidentified,
)
from ombuds.deidentification.gate import EMPTY, stored
from ombuds.publications.models import Frozen, FrozenFile, PublicRecommendation
from ombuds.publications.services.reading import share_text
from ombuds.publications.sharing import posts

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = Path(__file__).parent / "typing_samples" / "plain_text_for_the_public.txt"
SEALED = (DeidentifiedCharField, DeidentifiedTextField, DeidentifiedSlugField, DeidentifiedJSONField)
TEXTUAL = (models.CharField, models.TextField, models.JSONField)
# Every table that a page, feed or download for the public reads, and who writes each text column of it.
PUBLIC: dict[str, dict[str, str]] = {
    "publications.Frozen": {
        "title": "publications.services.freezing.publish",
        "summary": "publications.services.freezing.publish",
        "html": "publications.services.freezing.publish",
        "slug": "publications.services.freezing.publish",
        "reason": "publications.services.freezing.publish and withdraw",
    },
    "publications.FrozenFile": {
        "name": "publications.services.freezing.publish",
        "description": "publications.services.freezing.publish",
    },
    "publications.PublicRecommendation": {
        "titles": "publications.services.recommendations.release_recommendation",
        "htmls": "publications.services.recommendations.release_recommendation",
        "addressees": "publications.services.recommendations.release_recommendation",
        "timeline": "publications.services.recommendations.release_recommendation",
    },
    "annualreport.Edition": {"content": "annualreport.services.release"},
}
# Text columns of these tables that hold no sentence of anybody: codes, digests, names of files on the disk.
CODES: dict[str, set[str]] = {
    "publications.Frozen": {"office_code", "kind", "theme", "language", "sha256"},
    "publications.FrozenFile": {"sha256", "file"},
    "publications.PublicRecommendation": {
        "office_code", "code", "addressee", "theme", "status", "service_says", "ombudsman_finds", "fingerprint",
        "kinds",  # labels of the office's vocabulary
    },
    "annualreport.Edition": {"state", "sha256"},
}  # fmt: skip
# What of models the public site's own modules name: nothing else can be shown there.
SITE_READS = {"PublicRecommendation"}


@pytest.mark.parametrize("name", PUBLIC)
def test_every_text_column_for_the_public_is_sealed_or_a_code(name: str) -> None:
    fields = [f for f in apps.get_model(name)._meta.get_fields() if isinstance(f, TEXTUAL)]
    sealed = {f.name for f in fields if isinstance(f, SEALED)}

    assert sealed == set(PUBLIC[name])
    assert {f.name for f in fields} - sealed == CODES[name] - {"file"}


def test_the_public_site_names_no_other_table() -> None:
    named = set()
    for path in (ROOT / "ombuds" / "publicsite").rglob("*.py"):
        if "tests" not in path.parts:
            for line in path.read_text().splitlines():
                if line.startswith("from ombuds.publications.models import"):
                    named |= {word.strip() for word in line.partition(" import ")[2].split(",")}
    assert named <= SITE_READS


def test_the_list_names_functions_that_are_there() -> None:
    for columns in PUBLIC.values():
        for writer in columns.values():
            module, _dot, function = writer.partition(" and ")[0].rpartition(".")
            assert callable(getattr(__import__(f"ombuds.{module}", fromlist=[function]), function))


def test_plain_text_is_refused_by_every_door(office: Any) -> None:
    tries: list[Callable[[], object]] = [
        lambda: Frozen(title="Plain", language="nl").save(),  # type: ignore[misc]  # refused by mypy too
        lambda: Frozen.objects.update(html="<p>Plain</p>"),
        lambda: Frozen.objects.bulk_create([Frozen(summary="Plain")]),  # type: ignore[misc]  # the same
        lambda: Frozen.objects.update(title="Plain"),
        lambda: Frozen.objects.update(slug="plain"),
        lambda: Frozen.objects.update(reason="Plain"),
        lambda: FrozenFile.objects.update(name="plain.pdf"),
        lambda: FrozenFile.objects.update(description="Plain"),  # what stands for a picture
        lambda: PublicRecommendation.objects.update(titles={"nl": "Plain"}),
        lambda: PublicRecommendation.objects.update(htmls={"nl": "Plain"}),
        lambda: PublicRecommendation.objects.update(addressees={"nl": "Plain"}),
        lambda: PublicRecommendation.objects.update(timeline=[{"on": "2026-01-01", "value": "Plain"}]),
        lambda: Edition.objects.update(content={"texts": {"nl": "Plain"}}),
        lambda: Edition.objects.update(content={"chapters": [{"titles": {"nl": "Plain"}}]}),
        lambda: Edition.objects.update(content={"table": {"notes": [{"nl": "Plain"}]}}),
        lambda: Edition.objects.update(content={"table": {"rows": [{"own_labels": {"nl": "Plain"}}]}}),
    ]
    for attempt in tries:
        with pytest.raises(NotDeidentified), transaction.atomic():
            attempt()
    Frozen.objects.update(html=stored("<p>Cleared</p>"), summary=EMPTY)
    Edition.objects.update(content={"table": {"notes": [{"nl": stored("Cleared")}]}})


def test_plain_text_is_refused_by_what_is_no_table() -> None:
    for share in (share_text, lambda title, summary: posts(title, summary, "https://ombuds.example/1")):
        for pair in (("Plain", stored("Cleared")), (stored("Cleared"), "Plain")):
            with pytest.raises(TypeError, match="passed the gate"):
                share(*pair)


def test_mypy_refuses_plain_text_for_the_public(tmp_path: Path) -> None:
    copy = tmp_path / "sample.py"
    copy.write_text(SAMPLE.read_text())
    wanted = {n for n, line in enumerate(SAMPLE.read_text().splitlines(), 1) if line.endswith("# REFUSED")}
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--follow-imports=normal", str(copy)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    refused = {
        int(line.split(":")[1]) for line in said.splitlines() if "sample.py:" in line and ": error:" in line
    }

    assert refused == wanted, said
    assert len(wanted) >= 8
