"""Two writers, a browser that closes, a colleague who comments, a service that is heard."""

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.test import Client

from ombuds.lib.errors import Refusal
from ombuds.lib.hostile import STRINGS
from ombuds.lib.today import now, today
from ombuds.publications import services
from ombuds.publications.authoring import hearing as hearing_of
from ombuds.publications.authoring import services as authoring
from ombuds.publications.models import Publication
from ombuds.publications.tests.test_publishing import FR, NL

AsUser = Callable[[Any], Client]


@pytest.fixture
def story(make_case: Callable[..., Any], people: SimpleNamespace) -> Publication:
    case = make_case(state="closed")
    made = services.draft(office=case.office, actor=people.handler, kind="story", cases=[case], seed=5)
    return services.write(made, actor=people.handler, version=made.version, texts={"nl": NL, "fr": FR})


def form(story: Publication, **typed: str) -> dict[str, str]:
    """What the page sends: the texts as they stand, with what was typed over them."""
    held = {
        f"{text.language}-{name}": getattr(text, name)
        for text in story.texts.all()
        for name in ("title", "summary", "body")
    }
    return {"version": str(story.version), **held, **{k.replace("_", "-"): v for k, v in typed.items()}}


def test_two_writers_lose_nothing(story: Publication, people: SimpleNamespace, as_user: AsUser) -> None:
    first, second = as_user(people.handler), as_user(people.handler2)
    mine, theirs = form(story, nl_body="Eerste versie."), form(story, fr_body="Autre version.")
    base = f"/staff/publications/{story.pk}/"
    assert first.post(base + "write/", mine).status_code == 302
    assert second.post(base + "write/", theirs).status_code == 302
    assert dict(story.texts.values_list("language", "body"))["nl"] == "Eerste versie."
    assert dict(story.texts.values_list("language", "body"))["fr"] == "Autre version."


def test_who_changed_the_same_words_sees_both_and_decides(
    story: Publication, people: SimpleNamespace, as_user: AsUser
) -> None:
    sent, base = form(story, nl_body="Wat de tweede schreef."), f"/staff/publications/{story.pk}/"
    as_user(people.handler).post(base + "write/", form(story, nl_body="Wat de eerste schreef."))
    answer = as_user(people.handler2).post(base + "write/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Wat de eerste schreef." in page
    assert page.count("Wat de tweede schreef.") >= 2  # beside the other's, and in the field
    story.refresh_from_db()
    again = as_user(people.handler2).post(base + "write/", {**sent, "version": str(story.version)})
    assert again.status_code == 302
    assert dict(story.texts.values_list("language", "body"))["nl"] == "Wat de tweede schreef."
    kept = authoring.texts_at(story, story.version)
    assert kept["nl"]["body"] == "Wat de eerste schreef."  # still there, among the versions


def test_what_was_typed_comes_back_after_the_browser_closed(
    story: Publication, people: SimpleNamespace, as_user: AsUser
) -> None:
    browser, base = as_user(people.handler), f"/staff/publications/{story.pk}/"
    said = browser.post(base + "sketch/", form(story, nl_body="Half afgewerkt"))
    assert said.status_code == 200
    assert said.json()["said"]
    assert "Half afgewerkt" in browser.get(base + "writing/").content.decode()
    assert "Half afgewerkt" not in as_user(people.handler2).get(base + "writing/").content.decode()
    browser.post(base + "sketch/drop/")
    assert "Half afgewerkt" not in browser.get(base + "writing/").content.decode()


def test_a_sketch_goes_when_it_is_kept_and_after_a_month(story: Publication, people: SimpleNamespace) -> None:
    authoring.keep_sketch(story, actor=people.handler, version=story.version, texts={"nl": {"body": "x"}})
    services.write(story, actor=people.handler, version=story.version, texts={"nl": {**NL, "body": "x"}})
    assert not story.sketches.exists()
    authoring.keep_sketch(story, actor=people.handler, version=story.version, texts={"nl": {"body": "y"}})
    assert authoring.forget_sketches(story.office, today()) == 0
    with time_machine.travel(now() + dt.timedelta(days=31)):
        assert authoring.forget_sketches(story.office, today()) == 1


def test_versions_are_compared_word_by_word(
    story: Publication, people: SimpleNamespace, as_user: AsUser
) -> None:
    services.write(
        story,
        actor=people.handler,
        version=story.version,
        texts={"nl": {**NL, "title": "Een boete te weinig"}},
    )
    page = as_user(people.handler).get(f"/staff/publications/{story.pk}/versions/").content.decode()
    assert "veel</del>" in page
    assert "weinig</ins>" in page


def test_a_comment_stays_until_it_is_dealt_with(
    story: Publication, people: SimpleNamespace, as_user: AsUser
) -> None:
    browser, base = as_user(people.editor), f"/staff/publications/{story.pk}/"
    assert (
        browser.post(base + "comments/", {"c-text": "Te lang.", "c-passage": "Zij wachtte"}).status_code
        == 302
    )
    comment = story.comments.get()
    assert "Te lang." in as_user(people.handler).get(base + "writing/").content.decode()
    as_user(people.handler).post(base + f"comments/{comment.pk}/settle/")
    comment.refresh_from_db()
    assert comment.settled_by == people.handler
    assert "Te lang." not in as_user(people.handler).get(base + "writing/").content.decode()


def test_a_text_waits_for_the_service(story: Publication, people: SimpleNamespace) -> None:
    body = story.case_links.get().case.grievances.get().body
    assert body is not None
    hearing = hearing_of.ask_service(
        story, body, actor=people.handler, due_on=today() + dt.timedelta(days=15)
    )
    services.send_to_review(story, actor=people.handler)
    services.review(story, actor=people.editor, passed=True)
    with pytest.raises(Refusal, match="wait"):
        services.approve(story, actor=people.ombudsman)
    with pytest.raises(Refusal, match="time"):
        hearing_of.keep_answer(hearing, actor=people.handler, answer="", followed="Niets.")
    hearing_of.keep_answer(hearing, actor=people.handler, answer="Akkoord.", followed="Niets te wijzigen.")
    services.approve(story, actor=people.ombudsman)
    assert story.state == "approved"


def test_facts_of_a_case_come_in_without_names(
    story: Publication, people: SimpleNamespace, make_case: Callable[..., Any], as_user: AsUser
) -> None:
    other = make_case(state="closed")
    answer = as_user(people.handler).post(
        f"/staff/publications/{story.pk}/facts/", {"p-reference": other.reference}
    )
    assert answer.status_code == 302
    assert story.case_links.filter(case=other).exists()
    body = dict(story.texts.values_list("language", "body"))["nl"]
    assert body.startswith(NL["body"])
    assert len(body) > len(NL["body"]) + 50
    assert services.findings_of(Publication.objects.get(pk=story.pk)) == []


def test_a_figure_that_nobody_released_stops_the_text(story: Publication, people: SimpleNamespace) -> None:
    body = "Wij kregen {figure:per_theme/parking/2025} klachten."
    services.write(story, actor=people.handler, version=story.version, texts={"nl": {**NL, "body": body}})
    with pytest.raises(authoring.FigureMissing, match="per_theme/parking/2025"):
        services.send_to_review(story, actor=people.handler)


def test_a_released_figure_is_drawn_and_frozen(
    story: Publication, people: SimpleNamespace, settings: Any
) -> None:
    settings.OMBUDS_FIGURES = "ombuds.publications.tests.writing.released.source"
    body = "Wij kregen {figure:per_theme/parking/2025} klachten."
    services.write(story, actor=people.handler, version=story.version, texts={"nl": {**NL, "body": body}})
    services.send_to_review(story, actor=people.handler)
    services.review(story, actor=people.editor, passed=True)
    services.approve(story, actor=people.ombudsman)
    html = next(f.html for f in services.publish(story, actor=people.ombudsman) if f.language == "nl")
    assert (
        'Wij kregen <a href="/figures/definitions/#per_theme" data-figure="per_theme" rel="noreferrer">1.204</a> klachten.'
        in html
    )


@pytest.mark.parametrize("hostile", STRINGS)
def test_hostile_words_are_set_aside_and_come_back(
    story: Publication, people: SimpleNamespace, as_user: AsUser, hostile: str
) -> None:
    browser, base = as_user(people.handler), f"/staff/publications/{story.pk}/"
    assert browser.post(base + "sketch/", form(story, nl_body=hostile)).status_code in (200, 400, 422)
    assert browser.post(base + "comments/", {"c-text": hostile}).status_code in (302, 400, 422)
    assert browser.post(base + "hearings/ask/", {"s-body": hostile, "s-due_on": hostile}).status_code in (
        400,
        422,
    )
    assert browser.get(base + "versions/", {"old": hostile, "new": hostile}).status_code in (200, 400)
    assert browser.get(base + "writing/").status_code == 200
