"""What was decided becomes the text that goes on: looked at first, then put in the draft."""

from types import SimpleNamespace
from typing import Any

import pytest

from ombuds.deidentification.models import LexiconEntry
from ombuds.deidentification.services import learn
from ombuds.intake.models import Submission
from ombuds.lib.errors import Refusal
from ombuds.publications import services as publishing
from ombuds.publications.models import Publication, Text
from ombuds.publications.reviewing import applying, asking, measuring
from ombuds.publications.tests.reading.people import NL, Reader


@pytest.fixture
def finished(first: Reader) -> Reader:
    first.decides("0475", "leave")
    first.masks_the_rest().finishes()
    return first


def test_the_preview_replaces_what_was_decided_and_changes_nothing_yet(finished: Reader) -> None:
    body = next(r.done.text for r in applying.replaced(finished.desk) if r.piece.key == "nl-body")

    assert "Fatiha" not in body
    assert "Achterberg" not in body
    assert "0475 12 34 56" in body
    assert body.endswith("Beige is de deur.")
    assert Text.objects.get(language="nl").body == NL["body"]


def test_there_is_no_result_before_the_reading_is_finished(first: Reader) -> None:
    with pytest.raises(Refusal):
        applying.replaced(first.desk)


def test_put_in_the_draft_it_stands_there_and_invented_names_need_no_second_look(
    finished: Reader, story: Publication
) -> None:
    desk = finished.desk
    applying.put_in_draft(desk, version=story.version, seen=desk.seen)
    text = Text.objects.get(publication=story, language="fr")

    assert "Fatiha" not in text.body
    assert text.title
    finished.starts()
    assert [finished.words(i) for i in finished.places if not i.verdict] == []


def test_a_draft_that_changed_meanwhile_is_not_overwritten(finished: Reader, story: Publication) -> None:
    desk = finished.desk
    seen = desk.seen
    publishing.write(
        story, actor=finished.user, version=story.version, texts={"nl": {**NL, "title": "Anders"}}
    )
    with pytest.raises(Refusal):
        applying.put_in_draft(finished.desk, version=story.version, seen=seen)

    assert Text.objects.get(publication=story, language="nl").title == "Anders"


def test_words_of_the_complaint_are_quoted_without_its_names(
    case: Any, story: Publication, people: SimpleNamespace
) -> None:
    submission = Submission.objects.create(
        office=case.office, case=case, channel="web", language="nl", received_at=case.created_at,
        fields={"text": "Ik ben Fatiha Van den Ölme-Benali en ik wacht al maanden."},
    )  # fmt: skip
    reader = Reader(story, people.handler, f"submission-{submission.pk}").starts()
    reader.masks_the_rest().finishes()
    applying.put_in_draft(reader.desk, version=story.version, seen=reader.desk.seen, language="nl")
    body = Text.objects.get(publication=story, language="nl").body

    assert body.startswith(NL["body"])
    assert body.splitlines()[-1].startswith("> Ik ben ")
    assert "Fatiha" not in body.splitlines()[-1]


def test_who_may_not_see_the_case_cannot_open_its_papers(
    case: Any, story: Publication, people: SimpleNamespace
) -> None:
    from django.http import Http404

    submission = Submission.objects.create(
        office=case.office,
        case=case,
        channel="web",
        received_at=case.created_at,
        fields={"text": "Ik wacht."},
    )
    with pytest.raises(Http404):
        _ = Reader(story, people.editor, f"submission-{submission.pk}").desk


def test_a_left_name_asks_whether_the_word_is_never_one(first: Reader) -> None:
    row = first.decides("Achterberg", "leave")
    question = asking.question_about(first.desk, 1, row.pk)

    assert question is not None
    assert (question.is_name, question.words, question.language) == (False, ["Achterberg"], "nl")
    assert asking.teach(first.desk, 1, row.pk, ["Achterberg"]) == 1
    assert LexiconEntry.objects.get().waits
    assert asking.question_about(first.desk, 1, row.pk) is None


def test_an_added_name_asks_whether_the_word_always_is_one(first: Reader) -> None:
    row = first.adds("Beige")
    question = asking.question_about(first.desk, 1, row.pk)

    assert question is not None
    assert question.is_name
    asking.teach(first.desk, 1, row.pk, question.words)
    assert LexiconEntry.objects.get().is_name


def test_a_word_without_capital_is_not_asked_about(first: Reader) -> None:
    assert asking.question_about(first.desk, 1, first.adds("deur").pk) is None


def test_what_was_taught_is_found_from_then_on(first: Reader, people: SimpleNamespace) -> None:
    learn(office=first.publication.office, word="Beige", is_name=True, actor=people.handler)

    assert first.place("Beige", "fr-body").source == "lexicon"


def test_a_party_of_the_case_is_no_word_for_the_lexicon_of_the_office(first: Reader) -> None:
    row = first.decides("Fatiha", "leave")

    assert asking.question_about(first.desk, 1, row.pk) is None
    with pytest.raises(Refusal):
        asking.teach(first.desk, 1, row.pk, ["Fatiha"])


def test_only_words_that_were_asked_about_are_taught(first: Reader) -> None:
    row = first.decides("Achterberg", "leave")
    with pytest.raises(Refusal):
        asking.teach(first.desk, 1, row.pk, ["Benali"])

    assert not LexiconEntry.objects.exists()


def test_the_month_has_its_figures(finished: Reader, story: Publication) -> None:
    (month,) = measuring.months(story.office)

    assert month.readings == 1
    assert month.masked >= 4
    assert month.left == 1
    assert month.missed_per_ten_pages is None
