"""A reader searches in three languages, in other forms of a word, and finds nothing that is not public."""

import re
from types import SimpleNamespace

import pytest
from django.test import Client

from ombuds.lib.hostile import STRINGS
from ombuds.publications import services as publishing
from ombuds.publications.tests.test_publishing import FR, NL
from ombuds.publicsite.models import SearchEntry
from ombuds.publicsite.searching import indexing
from ombuds.publicsite.searching.finding import find
from ombuds.publicsite.tests.test_site import published

__all__ = ["published"]


@pytest.mark.parametrize(
    ("typed", "language", "title"),
    [
        ("boetes", "nl", NL["title"]),  # it says: boete
        ("amendes", "fr", FR["title"]),
        ("BOETE", "en", NL["title"]),
        ("répondent temps", "fr", "Répondez à temps"),
        ("antwoorden", "nl", "Antwoord op tijd"),
    ],
)
def test_other_forms_of_a_word_are_found(
    published: SimpleNamespace, typed: str, language: str, title: str
) -> None:
    hits = find(published.case.office, typed, language=language)
    assert hits
    assert title in hits[0].entry.title


def test_all_words_must_be_there_and_a_text_stands_once(published: SimpleNamespace) -> None:
    office = published.case.office
    assert find(office, "boete ruimteschip") == []
    assert len([h for h in find(office, "boete amende") if h.entry.kind == "publication"]) <= 1


def test_the_index_follows_what_is_public(published: SimpleNamespace, people: SimpleNamespace) -> None:
    office = published.case.office
    assert indexing.refresh(office) > 0
    assert indexing.refresh(office) == 0
    publishing.withdraw(published.story, actor=people.ombudsman, reason="An error.")
    assert find(office, "boete") == []
    assert not SearchEntry.objects.filter(kind="publication").exists()


def test_a_draft_is_never_found(published: SimpleNamespace, people: SimpleNamespace) -> None:
    made = publishing.draft(office=published.case.office, actor=people.handler, kind="story")
    texts = {"nl": {"title": "Ruimteschip", "summary": "Ruimteschip", "body": "Ruimteschip"}}
    publishing.write(made, actor=people.handler, version=made.version, texts=texts)
    assert find(published.case.office, "ruimteschip") == []


def test_the_page_marks_the_words(published: SimpleNamespace, client: Client) -> None:
    page = client.get("/search/", {"q": "wachten"}, headers={"accept-language": "nl"}).content.decode()
    assert re.search(r"<mark>wachtte</mark>|<mark>wacht", page) or NL["title"] in page
    assert 'value="wachten"' in page


@pytest.mark.parametrize("hostile", STRINGS)
def test_hostile_words_find_nothing_and_break_nothing(
    published: SimpleNamespace, client: Client, hostile: str
) -> None:
    answer = client.get("/search/", {"q": hostile, "kind": hostile, "page": hostile})
    assert answer.status_code in (200, 400)
    assert b"<script>alert" not in answer.content
