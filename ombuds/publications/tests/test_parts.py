"""Whatever part a true value hides in, the check names it. One planted value per kind of part."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ombuds.publications import services
from ombuds.publications.models import Publication
from ombuds.publications.services.parts import parts_of
from ombuds.publications.tests.hiding import FILES, NAME, pdf, png

GOOD = {"title": "Een boete", "summary": "Over een boete.", "body": "Iemand kreeg een boete."}


@pytest.fixture
def story(make_case: Callable[..., Any], people: SimpleNamespace) -> Publication:
    case = make_case(state="closed")
    made = services.draft(office=case.office, actor=people.handler, kind="report", cases=[case])
    return services.write(made, actor=people.handler, version=made.version, texts={"nl": GOOD, "fr": GOOD})


def found_in(story: Publication) -> set[str]:
    return {finding.where for finding in services.findings_of(story)}


@pytest.mark.parametrize(
    ("field", "value", "where"),
    [("title", f"De boete van {NAME}", "title (nl)"), ("summary", f"{NAME} wachtte.", "summary (nl)"), ("body", f"{NAME} wachtte.", "text (nl)"),
     ("body", "[kaart](https://maps.example/Verzonnenstraat-12)", "page (nl)"), ("body", "**Fat**iha *Ben*ali wachtte.", "page (nl)"),
     ("body", "[](mailto:fatiha@people.example)", "page (nl)"), ("body", "![Fatiha Benali](https://x.example/a.png)", "text (nl)"),
     ("body", '[kaart](https://x.example "Fatiha Benali")', "text (nl)"), ("body", "<!-- Fatiha Benali -->", "text (nl)"), ("title", "Fatiha", "address of the page (nl)"), ("summary", NAME, "share text (nl)"),
     ("body", "| dienst | wie |\n|---|---|\n| stad | Fatiha Benali |", "text (nl)")],
)  # fmt: skip
def test_in_the_text_and_in_what_is_made_of_it(
    story: Publication, people: SimpleNamespace, field: str, value: str, where: str
) -> None:
    assert found_in(story) == set()
    services.write(story, actor=people.handler, version=story.version, texts={"nl": {**GOOD, field: value}})
    assert where in found_in(story)


def test_in_the_reason_of_a_correction(story: Publication, people: SimpleNamespace) -> None:
    first = services.draft(office=story.office, actor=people.handler, kind="report")
    Publication.objects.filter(pk=story.pk).update(corrects=first, reason=f"{NAME} vroeg het.")
    assert found_in(Publication.objects.get(pk=story.pk)) == {"reason"}


@pytest.mark.parametrize("kind", FILES)
def test_in_a_file(story: Publication, people: SimpleNamespace, kind: str) -> None:
    name, content = FILES[kind]
    upload = SimpleUploadedFile(name, content)
    services.attach(story, upload, actor=people.handler, description="Bijlage")
    assert any(name in where for where in found_in(story)), parts_of(story).pairs


def test_in_the_description_of_a_file(story: Publication, people: SimpleNamespace) -> None:
    upload = SimpleUploadedFile("a.csv", b"a,b\n1,2\n")
    services.attach(story, upload, actor=people.handler, description=f"Brief van {NAME}")
    assert found_in(story) == {"file “a.csv”: description"}


def test_a_clean_file_passes(story: Publication, people: SimpleNamespace) -> None:
    for name, content in (("a.png", png()), ("a.pdf", pdf("nothing"))):
        upload = SimpleUploadedFile(name, content)
        services.attach(story, upload, actor=people.handler, description="Bijlage")
    assert found_in(story) == set()
