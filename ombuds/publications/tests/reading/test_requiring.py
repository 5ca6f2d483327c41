"""What an office may want before it freezes a text: one reading for names, or two."""

from types import SimpleNamespace
from typing import Any

import pytest

from ombuds.publications.models import Publication
from ombuds.publications.reviewing.requiring import NotRead, NotReadTwice, StillToReplace, insist_read
from ombuds.publications.reviewing.sources import in_parts
from ombuds.publications.tests.reading.people import Reader

pytestmark = pytest.mark.django_db


def wants(story: Publication, readings: Any) -> Publication:
    story.office.settings = story.office.settings | {"readings_before_publication": readings}
    story.office.save()
    return Publication.objects.get(pk=story.pk)


@pytest.mark.parametrize("readings", [0, None, "two", 7, False])
def test_an_office_that_asks_for_nothing_is_not_stopped(
    story: Publication, people: SimpleNamespace, readings: Any
) -> None:
    insist_read(wants(story, readings), actor=people.ombudsman)


def test_an_unread_text_is_stopped_with_a_sentence(story: Publication, people: SimpleNamespace) -> None:
    with pytest.raises(NotRead) as refused:
        insist_read(wants(story, 1), actor=people.ombudsman)
    assert "read for names" in str(refused.value.sentence)


def test_what_the_reader_wants_replaced_must_be_replaced_first(
    story: Publication, people: SimpleNamespace, first: Reader
) -> None:
    first.masks_the_rest().finishes()
    with pytest.raises(StillToReplace):
        insist_read(wants(story, 1), actor=people.ombudsman)


def test_one_reading_is_not_two(story: Publication, people: SimpleNamespace, first: Reader) -> None:
    first.masks_the_rest().finishes()
    with pytest.raises(NotReadTwice) as refused:
        insist_read(wants(story, 2), actor=people.ombudsman)
    assert "second reading" in str(refused.value.sentence)


def test_a_text_in_which_nothing_is_left_to_replace_goes_on(
    story: Publication, people: SimpleNamespace, first: Reader
) -> None:
    for item in first.places:
        if not item.verdict:
            first.decides(first.words(item), "leave", item.piece)
    first.finishes()
    asked = wants(story, 1)
    left = [item for item in first.places if item.verdict == "mask"]
    assert not left
    insist_read(asked, actor=people.ombudsman)


@pytest.mark.parametrize("text", ["kort", "woord " * 70, "alinea\n\n" * 50, "x" * 500, "Een zin. " * 60])
def test_a_long_paper_is_cut_in_parts_that_make_it_whole_again(text: str) -> None:
    parts = in_parts(text, 100)
    assert "".join(parts) == text
    assert all(0 < len(part) <= 100 for part in parts)
    assert len(parts) == 1 or all(len(part) >= 50 for part in parts[:-1])
