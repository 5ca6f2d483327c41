"""Stories, reports, warnings: written, reviewed, approved and frozen with the verbs of their room, then dated back."""

import datetime as dt
from typing import Any

from ombuds.accounts.models import User
from ombuds.demo import words
from ombuds.demo.load_outward import behind, noon, on_day, stable_key
from ombuds.demo.world import World
from ombuds.lib.errors import Refusal
from ombuds.publications import services as publishing
from ombuds.publications.models import Decision, Frozen, Publication, PublicRecommendation
from ombuds.publications.terms import State
from ombuds.recommendations.models import Recommendation
from ombuds.recommendations.workflow import was_issued

LANGUAGES = ("nl", "fr")


def load(world: World) -> None:
    """Write what the public reads, and what is still being written."""
    for entry in words.load("publications")["publication"]:
        day = on_day(world, entry["on"]) if "on" in entry else None
        if day is None or day <= world.today:
            _publication(world, entry, day)
    ombudsman = world.people["marianne"]
    for recommendation in Recommendation.objects.filter(office=world.office):
        if was_issued(recommendation.status) and recommendation.is_public and recommendation.issued_on:
            try:
                publishing.release_recommendation(recommendation, actor=ombudsman)
            except Refusal:
                continue  # with another seed a complainant may be called like a word of the text: it stays inside
            released = noon(recommendation.issued_on + dt.timedelta(days=7))
            PublicRecommendation.objects.filter(code=recommendation.code).update(
                released_at=min(released, world.now)
            )


def _publication(world: World, entry: dict[str, Any], day: dt.date | None) -> None:
    begun = (day or world.today) - dt.timedelta(days=24)
    writer = world.people["veerle"]
    draft = publishing.draft(
        office=world.office, actor=writer, kind=entry["kind"], theme=entry["theme"], seed=7
    )
    draft = publishing.write(
        draft,
        actor=writer,
        version=draft.version,
        texts={lang: dict(entry[lang]) for lang in LANGUAGES},
    )
    _rest_on_a_case(world, draft, entry, writer, day or world.today)
    if day is not None or entry.get("review"):
        publishing.send_to_review(draft, actor=writer)
    if day is not None:
        publishing.review(
            draft,
            actor=world.people["thomas"],
            passed=True,
            remark="Niemand te herkennen – personne de reconnaissable.",
        )
        publishing.approve(draft, actor=world.people["marianne"])
        publishing.publish(draft, actor=world.people["marianne"])
    _date_back(world, draft, entry["key"], begun, day)


def _rest_on_a_case(
    world: World, draft: Publication, entry: dict[str, Any], writer: User, before: dt.date
) -> None:
    """The first cases whose people are not named by accident: a story about a « petit problème » cannot rest on Mrs Petit."""
    linked = 0
    for made in behind(world, entry, before)[:12]:
        try:
            link = publishing.link_case(draft, made.case, actor=writer)
        except Refusal:
            continue  # never public, or behind a wall
        try:
            publishing.check(draft, actor=writer)
            linked += 1
        except Refusal:
            link.delete()
        if linked == 2:
            return


def _date_back(world: World, draft: Publication, name: str, begun: dt.date, day: dt.date | None) -> None:
    """Everything happened on the days that the corpus says."""
    old, key = draft.key, stable_key(f"publication-{name}")
    Publication.objects.filter(pk=draft.pk).update(
        key=key, created_at=noon(begun), changed_at=noon(day or begun)
    )
    draft.case_links.update(added_at=noon(begun))
    if day is None:
        return
    moment = noon(day)
    Frozen.objects.filter(key=old).update(key=key, published_at=moment, first_published_at=moment)
    for what, days in ((Decision.What.REVIEW, 6), (Decision.What.APPROVAL, 1)):
        draft.decisions.filter(what=what).update(at=moment - dt.timedelta(days=days))
    draft.refresh_from_db()
    if draft.state != State.PUBLISHED:
        raise RuntimeError(f"The story {name} was not published.")
