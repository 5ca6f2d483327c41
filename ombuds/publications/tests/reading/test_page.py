"""The page of a reading: who sees it, and that the same acts work by plain forms."""

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from ombuds.intake.models import Submission
from ombuds.lib.hostile import MEGABYTE, STRINGS
from ombuds.publications import services as publishing
from ombuds.publications.models import Publication, SpanDecision, SpanReview
from ombuds.publications.tests.reading.people import FR, NL, Reader

AsUser = Callable[[Any], Client]


def address(story: Publication, rest: str = "") -> str:
    return f"/staff/publications/{story.pk}/names/draft/{rest}"


def hidden(page: str) -> dict[str, str]:
    return {name: re.search(rf'name="{name}" value="([^"]*)"', page)[1] for name in ("version", "seen")}  # type: ignore[index]


@pytest.fixture
def handler(as_user: AsUser, people: SimpleNamespace, story: Publication) -> Client:
    browser = as_user(people.handler)
    assert browser.post(address(story, "act/"), {"do": "start 1"}).status_code == 302
    return browser


def test_the_page_marks_places_by_kind_and_doubt_and_says_so_in_words(
    handler: Client, story: Publication
) -> None:
    page = handler.get(address(story)).content.decode()

    assert "mark-who" in page
    assert "mark-reach" in page
    assert 'data-label="Name' in page
    assert page.index('id="queue"') < page.index('class="marked"')


def test_an_act_by_a_plain_form(handler: Client, story: Publication) -> None:
    page = handler.get(address(story)).content.decode()
    place = re.search(r'value="(leave nl-body:\d+-\d+)"', page)
    assert place
    answer = handler.post(address(story, "act/"), {"do": place[1], **hidden(page)})

    assert answer.status_code == 302
    assert SpanDecision.objects.get().verdict == "leave"
    assert handler.get(answer["Location"].split("#")[0]).status_code == 200


def test_the_script_gets_the_new_page_at_once(handler: Client, story: Publication) -> None:
    page = handler.get(address(story)).content.decode()
    answer = handler.post(address(story, "act/"), {"do": "sure", **hidden(page)}, headers={"X-Reading": "1"})

    assert answer.status_code == 200
    assert "will be replaced" in answer.content.decode()


def test_an_old_page_is_told_kindly_and_nothing_is_decided(handler: Client, story: Publication) -> None:
    page = handler.get(address(story)).content.decode()
    handler.post(address(story, "act/"), {"do": "sure", **hidden(page)})
    before = SpanDecision.objects.count()
    answer = handler.post(address(story, "act/"), {"do": "undo", **hidden(page)})

    assert answer.status_code == 409
    assert "Someone decided something here a moment ago" in answer.content.decode()
    assert SpanDecision.objects.filter(undone_at__isnull=True).count() == before


def test_what_was_typed_on_an_old_page_is_still_there(handler: Client, story: Publication) -> None:
    page = handler.get(address(story)).content.decode()
    handler.post(address(story, "act/"), {"do": "sure", **hidden(page)})
    sent = {"do": "add", "a-words": "Beige", "a-kind": "person", "a-piece": "", **hidden(page)}
    answer = handler.post(address(story, "act/"), sent)

    assert answer.status_code == 409
    assert 'value="Beige"' in answer.content.decode()


def test_hostile_addresses_and_results_get_an_answer(handler: Client, story: Publication) -> None:
    Reader(story, story.writer).masks_the_rest().finishes()
    for typed in STRINGS:
        shown = handler.get(address(story), {"ask": typed, "change": typed})
        sent = handler.post(address(story, "result/"), {"version": typed, "seen": typed, "language": typed})

        assert shown.status_code in (200, 400), repr(typed)
        assert sent.status_code == 422, repr(typed)


def test_words_that_are_not_there_come_back_with_a_sentence(handler: Client, story: Publication) -> None:
    page = handler.get(address(story)).content.decode()
    sent = {
        "do": "add",
        "a-words": "Nergens te vinden",
        "a-kind": "person",
        "a-piece": "fr-body",
        **hidden(page),
    }
    answer = handler.post(address(story, "act/"), sent)

    assert answer.status_code == 422
    assert "Nergens te vinden" in answer.content.decode()
    assert "not in the text" in answer.content.decode()


def test_the_change_form_opens_by_its_link_and_keeps_what_was_typed(
    handler: Client, story: Publication
) -> None:
    page = handler.get(address(story)).content.decode()
    place = re.search(r"\?change=(nl-body:\d+-\d+)#change", page)
    assert place
    form = handler.get(address(story), {"change": place[1]}).content.decode()
    answer = handler.post(
        address(story, "act/"),
        {"do": f"change {place[1]}", "c-words": "niet hier", "c-kind": "person", **hidden(form)},
    )

    assert 'name="c-words"' in form
    assert answer.status_code == 422
    assert "niet hier" in answer.content.decode()


def test_a_left_name_leads_to_the_question_and_a_plain_answer_teaches(
    handler: Client, story: Publication
) -> None:
    reader = Reader(story, story.writer)
    row = reader.decides("Achterberg", "leave")
    page = handler.get(address(story), {"ask": row.pk}).content.decode()
    answer = handler.post(
        address(story, "act/"), {"do": f"teach {row.pk}", "word": "Achterberg"}, follow=True
    )

    assert "Is this never a name?" in page
    assert "1 word is in the lexicon" in answer.content.decode()


def test_a_name_that_stands_in_no_paper_of_the_case_is_said_to_be_perhaps_invented(
    case: Any, handler: Client, story: Publication, as_user: AsUser, people: SimpleNamespace
) -> None:
    hint = "These words stand in no paper of the case"
    assert hint not in handler.get(address(story)).content.decode()  # there are no papers to compare with
    text = "Mevrouw Achterberg stond erbij toen ik het zei."
    Submission.objects.create(
        office=case.office, case=case, channel="web", received_at=case.created_at, fields={"text": text}
    )
    page = handler.get(address(story)).content.decode()

    assert hint not in page  # she does stand there
    body = NL["body"].replace("Achterberg", "Molenrook")
    publishing.write(story, actor=people.handler, version=story.version, texts={"nl": {**NL, "body": body}})
    assert hint in handler.get(address(story)).content.decode()
    assert hint not in as_user(people.editor).get(address(story)).content.decode()


def test_a_very_long_paper_is_read_in_parts_each_under_its_own_address(
    case: Any, handler: Client, story: Publication
) -> None:
    paper = Submission.objects.create(
        office=case.office, case=case, channel="web", received_at=case.created_at,
        fields={"text": "Ik schreef aan de dienst. " * 9000},
    )  # fmt: skip
    alone = f"/staff/publications/{story.pk}/names/submission-{paper.pk}"

    assert "part 2 of 2" in handler.get(address(story)).content.decode()
    assert handler.get(f"{alone}/").status_code == 200
    assert handler.post(f"{alone}.2/act/", {"do": "start 1"}).status_code == 302
    assert handler.get(f"{alone}.3/").status_code == 404


def test_who_sees_what(as_user: AsUser, people: SimpleNamespace, story: Publication, handler: Client) -> None:
    assert as_user(people.outsider).get(address(story)).status_code == 403
    assert as_user(people.records).get(address(story)).status_code == 404
    assert as_user(people.records).post(address(story, "act/"), {"do": "undo"}).status_code == 404
    blind = as_user(people.editor).get(address(story)).content.decode()
    assert "The first reader is at work" in blind
    assert 'value="mask ' not in blind
    assert as_user(people.editor).get(address(story, "result/")).status_code == 409


def test_the_whole_way_by_plain_forms_to_the_draft(handler: Client, story: Publication) -> None:
    Reader(story, story.writer).masks_the_rest()
    page = handler.get(address(story)).content.decode()
    done = handler.post(
        address(story, "act/"), {"do": "finish", **hidden(page)}, follow=True
    ).content.decode()
    result = handler.get(address(story, "result/")).content.decode()
    answer = handler.post(address(story, "result/"), hidden(result))

    assert "See the result" in done
    assert answer.status_code == 302
    assert "Fatiha" not in " ".join(text.body for text in story.texts.all())


def test_the_figures_are_for_those_who_review(
    as_user: AsUser, people: SimpleNamespace, story: Publication
) -> None:
    Reader(story, people.handler).starts().masks_the_rest().finishes()
    page = as_user(people.editor).get("/staff/publications/names/").content.decode()
    table = as_user(people.ombudsman).get("/staff/publications/names/figures.csv").content.decode()

    assert "Minutes per page" in page
    assert people.handler.name not in page.split("<main", 1)[1]
    assert table.splitlines()[1].count(";") == table.splitlines()[0].count(";")
    assert as_user(people.handler).get("/staff/publications/names/").status_code == 403
    assert as_user(people.handler).get("/staff/publications/names/figures.csv").status_code == 403


def test_no_hostile_act_breaks_the_page(handler: Client, story: Publication) -> None:
    for typed in [*STRINGS, "mask", "mask nl-body:9-", "leave nl-body:0-99999999", "start 7", "teach -1"]:
        answer = handler.post(
            address(story, "act/"),
            {
                "do": typed,
                "version": typed,
                "seen": typed,
                "a-words": typed,
                "a-start": typed,
                "a-piece": typed,
            },
        )

        assert answer.status_code in (403, 409, 422), repr(typed)
    assert not SpanDecision.objects.exists()


@pytest.mark.parametrize(
    "body",
    [
        "\u202eneb \u05d0\u05d1\u05d2 Jan Peeters",
        "👩‍👩‍👧‍👦 Jan Peeters\u200b",
        "<script>alert(1)</script> Mevrouw Achterberg",
        MEGABYTE[:150_000],
    ],
)
def test_hostile_texts_are_shown_and_can_be_read(
    as_user: AsUser, people: SimpleNamespace, story: Publication, body: str
) -> None:
    texts = {"nl": {**NL, "body": body}, "fr": FR}
    publishing.write(story, actor=people.handler, version=story.version, texts=texts)
    browser = as_user(people.handler)
    browser.post(address(story, "act/"), {"do": "start 1"})
    page = browser.get(address(story))

    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()
    assert SpanReview.objects.count() == 1
