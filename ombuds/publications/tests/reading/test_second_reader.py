"""The second reader decides without seeing the first one's decisions; then both see where they differ."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.lib.errors import Refusal
from ombuds.publications import services as publishing
from ombuds.publications.models import Publication, SpanReview
from ombuds.publications.permitting import MayNot
from ombuds.publications.reviewing import applying, services
from ombuds.publications.reviewing.desk import turn_of
from ombuds.publications.reviewing.status import Status, status_of
from ombuds.publications.templatetags.reading import SAID
from ombuds.publications.tests.reading.people import NL, Reader


@pytest.fixture
def finished(first: Reader) -> Reader:
    """The first reader left “Achterberg” in Dutch and replaced the rest."""
    first.decides("Achterberg", "leave")
    first.masks_the_rest().finishes()
    return first


@pytest.fixture
def second(finished: Reader, story: Publication, people: SimpleNamespace) -> Reader:
    return Reader(story, people.editor).starts(2)


def test_the_second_reader_waits_for_the_first(
    first: Reader, story: Publication, people: SimpleNamespace
) -> None:
    with pytest.raises(Refusal):
        Reader(story, people.editor).starts(2)


def test_who_read_first_or_wrote_it_cannot_read_second(
    finished: Reader, story: Publication, people: SimpleNamespace
) -> None:
    with pytest.raises(MayNot):
        Reader(story, people.handler).starts(2)


def test_who_has_helped_the_first_reader_is_no_longer_blind(
    first: Reader, story: Publication, people: SimpleNamespace
) -> None:
    services.join(Reader(story, people.editor).desk)
    first.masks_the_rest().finishes()
    with pytest.raises(MayNot):
        Reader(story, people.editor).starts(2)


def test_before_and_while_reading_the_second_sees_nothing_of_the_first(
    finished: Reader, story: Publication, people: SimpleNamespace
) -> None:
    blind = Reader(story, people.editor)
    assert turn_of(blind.desk) == 0
    blind.starts(2)

    assert turn_of(blind.desk) == 2
    assert all(item.verdict == "" for item in blind.places)


def test_everywhere_of_the_first_reader_is_hidden_too(
    first: Reader, story: Publication, people: SimpleNamespace
) -> None:
    first.decides("Fatiha", "mask", everywhere=True)
    first.masks_the_rest().finishes()
    blind = Reader(story, people.editor).starts(2)

    assert blind.place("Fatiha", "fr-body").verdict == ""


def test_what_the_first_missed_is_counted_and_shown_to_both(finished: Reader, second: Reader) -> None:
    second.adds("Beige")
    second.masks_the_rest().finishes()
    shown = applying.differences_of(finished.desk)

    assert SpanReview.objects.get(turn=2).missed == 2  # Achterberg in Dutch, and the colour
    assert {finished.words(d.item) for d in shown} == {"Achterberg", "Beige"}
    assert {d.second for d in shown} == {"mask"}


def test_what_either_replaces_is_replaced_unless_they_agree_to_leave_it(
    finished: Reader, second: Reader
) -> None:
    second.masks_the_rest().finishes()
    assert "Achterberg" in [finished.words(i) for i in applying.outcome_of(finished.desk)]
    place = services.item_id(second.place("Achterberg"))
    services.settle(finished.desk, place=place, verdict="leave", seen=finished.desk.seen)
    outcome = [i for i in applying.outcome_of(finished.desk) if i.piece == "nl-body"]

    assert "Achterberg" not in [finished.words(i) for i in outcome]


def test_nothing_is_settled_before_both_have_finished(finished: Reader, second: Reader) -> None:
    place = services.item_id(finished.place("Achterberg"))
    with pytest.raises(Refusal):
        services.settle(finished.desk, place=place, verdict="leave", seen=finished.desk.seen)


def test_the_first_reader_cannot_act_in_the_second_reading(finished: Reader, second: Reader) -> None:
    desk = finished.desk
    place = services.item_id(finished.place("Fatiha"))
    with pytest.raises(MayNot):
        services.decide(desk, 2, place=place, verdict="leave", version=1, seen=desk.seen)


def test_the_privacy_reviewer_still_knows_no_case_after_reading_the_draft(
    second: Reader, story: Publication, people: SimpleNamespace
) -> None:
    second.masks_the_rest().finishes()

    assert not publishing.knows_a_case(story, people.editor)


def test_the_page_of_the_text_says_how_far_the_reading_is(
    story: Publication, people: SimpleNamespace, as_user: Callable[[Any], Client]
) -> None:
    def says() -> Status:
        page = as_user(people.handler).get(f"/staff/publications/{story.pk}/").content.decode()
        return next(status for status, words in SAID.items() if str(words) in page)

    assert says() == Status.UNREAD
    first = Reader(story, people.handler).starts()
    assert says() == Status.BEING_READ
    first.masks_the_rest().finishes()
    assert says() == Status.READ
    Reader(story, people.editor).starts(2).masks_the_rest().finishes()
    assert status_of(story) == Status.READ_TWICE
    texts = {"nl": {**NL, "title": "Anders"}}
    publishing.write(story, actor=people.handler, version=story.version, texts=texts)
    assert says() == Status.OUTDATED
