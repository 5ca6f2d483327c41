"""The leak test of the house: marks in every field of 200 cases, then publishing, then a search of all that is public."""

import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse

from ombuds.accounts.models import User
from ombuds.annualreport import services as reporting
from ombuds.annualreport.models import Edition
from ombuds.cases.models import Case, Party
from ombuds.correspondence.models import Message
from ombuds.office.services import current_office
from ombuds.publications import services as publishing
from ombuds.publications.authoring import services as authoring
from ombuds.publicsite.models import SearchEntry
from ombuds.publicsite.searching import indexing
from ombuds.publicsite.searching.finding import find
from tests.leaks.marking import mark_everything, more_cases
from tests.leaks.reading import deep_text, everything_public
from tests.plugins.laid_out import SmallOffice
from tests.suite.shelf import counted

pytestmark = pytest.mark.django_db
MARK = "zqx"
WRITTEN = re.compile(rf"{MARK}(?:\d{{4,6}}|comment|sketch)")


@pytest.fixture(scope="module")
def marked(small_office: SmallOffice, django_db_blocker: Any) -> Iterator[set[str]]:
    """A demo office of its own. Marks first; then a story from a marked case, so that it was made after them."""
    with django_db_blocker.unblock(), small_office(), transaction.atomic():
        assert more_cases() >= 200
        counted()
        marks = set(mark_everything())
        _publish_a_story()
        yield marks
        transaction.set_rollback(True)


def _publish_a_story() -> None:
    karim, thomas, marianne = (
        User.objects.get(email=f"{name}@ombuds.example") for name in ("karim", "thomas", "marianne")
    )
    linked = Case.objects.visible_to(karim).filter(never_public=False, kind="complaint", state="closed")
    case = linked.exclude(reference__startswith="MARK").first()
    assert case is not None
    story = publishing.draft(office=current_office(), actor=karim, kind="story", cases=[case], seed=3)
    authoring.comment(story, actor=karim, text=f"{MARK}comment is for us", passage="x")
    texts = {
        "nl": {"title": "Een vergissing", "summary": "Een dienst zette iets recht.", "body": "De dienst vergiste zich en zette het recht."},
        "fr": {"title": "Une erreur", "summary": "Un service a réparé une erreur.", "body": "Le service s'est trompé et a réparé son erreur."},
    }  # fmt: skip
    publishing.write(story, actor=karim, version=story.version, texts=texts)
    authoring.keep_sketch(
        story, actor=karim, version=story.version, texts={"nl": {"body": f"{MARK}sketch never kept"}}
    )
    if not publishing.attack(story, actor=karim).run.passed:  # few cases: anything singles one out
        publishing.override(story, actor=marianne, reason="A demo of two hundred cases.")
    publishing.send_to_review(story, actor=karim)
    publishing.review(story, actor=thomas, passed=True)
    publishing.approve(story, actor=marianne)
    publishing.publish(story, actor=marianne)


def leaks(text: str) -> set[str]:
    """Marks in a text, whatever the case; `zqx` stands in no word of any of our languages, but does in a token of random letters."""
    return set(WRITTEN.findall(text.casefold()))


def test_the_marks_are_there(marked: set[str]) -> None:
    assert len(marked) > 3000
    assert all(MARK in f"{p.first_name} {p.last_name} {p.email}" for p in Party.objects.all()[:50])
    assert Message.objects.exists()
    assert leaks("Zqx000001vwk") == {"zqx000001"}
    assert not leaks("zQxHxkx5v2xfhf")


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_no_public_address_holds_a_mark(marked: set[str], language: str) -> None:
    starts = ["/", "/sitemap.xml", "/robots.txt"]
    starts += [
        f"{reverse('publicsite:search')}?q={word}" for word in ("dienst", "vergissing", "erreur", MARK)
    ]
    found, kinds = {}, set()
    for address, text in everything_public(language, starts):
        kinds.add(address.split("?")[0].rsplit(".", 1)[-1] if "." in address else "page")
        text = text.replace(f"q={MARK}", "").replace(f'value="{MARK}"', "").replace(f"{MARK} ·", "")
        if hits := leaks(text):
            found[address] = hits
    assert not found
    assert {
        "page",
        "pdf",
        "csv",
        "json",
        "atom",
        "rss",
        "xml",
        "epub",
        "docx",
        "parquet",
        "ttl",
        "jsonld",
    } <= kinds


def test_a_report_built_from_marked_cases_holds_no_mark(marked: set[str], tmp_path: Path) -> None:
    """Not the released one, which is older than the marks: one that counts the marked cases now."""
    year = Edition.objects.order_by("-year").values_list("year", flat=True)[0] - 1
    Edition.objects.filter(year=year).update(state="draft", released_at=None, sha256="")
    assert reporting.content_of_year(current_office(), year)
    call_command("report", "build", year=year, out=tmp_path, stdout=StringIO())
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    found = {}
    for path in files:
        data = path.read_bytes()
        if hits := leaks(deep_text(data) or data.decode(errors="replace")):
            found[path.name] = hits
    assert not found
    assert {path.suffix for path in files} >= {
        ".pdf",
        ".epub",
        ".docx",
        ".parquet",
        ".csv",
        ".html",
        ".json",
        ".ttl",
    }


def test_the_search_index_holds_no_mark(marked: set[str]) -> None:
    office = current_office()
    indexing.refresh(office)
    assert find(office, "vergissing", language="nl")
    assert not find(office, "zqx000001vwk")
    assert not [row.pk for row in SearchEntry.objects.all() if leaks(f"{row.title} {row.text}")]


def test_the_deep_reader_finds_a_mark_wherever_it_hides(tmp_path: Path) -> None:
    """An empty net catches nothing."""
    import io
    import zipfile

    import pikepdf
    from arro3.core import Array, DataType, Table
    from arro3.io import write_parquet

    pdf, out = pikepdf.new(), io.BytesIO()
    pdf.attachments["x.csv"] = b"a;zqx0001"
    pdf.add_blank_page()
    pdf.Root.Hidden = pdf.make_stream(b"zqx0002")
    pdf.docinfo["/Title"] = "zqx0003"
    pdf.save(out, compress_streams=True)
    assert {f"zqx000{n}" for n in (1, 2, 3)} <= leaks(deep_text(out.getvalue()) or "")
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xhtml", "<p>zq<b>x0004</b></p>")
    assert "zqx0004" in (deep_text(book.getvalue()) or "")
    data = io.BytesIO()
    write_parquet(
        Table.from_pydict({"a": Array(["zqx0005"], type=DataType.utf8())}), data, compression="zstd(3)"
    )
    assert "zqx0005" in (deep_text(data.getvalue()) or "")
