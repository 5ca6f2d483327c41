"""Stories, reports, warnings: written, reviewed, approved and frozen with the verbs of their room, then dated back."""

import datetime as dt
from typing import Any

from ombuds.accounts.models import User
from ombuds.demo import words
from ombuds.demo.load_outward import LIKE, like, noon, on_day, stable_key
from ombuds.demo.world import World
from ombuds.lib.errors import Refusal
from ombuds.publications import services as publishing
from ombuds.publications.models import Decision, Frozen, GateRun, Publication, PublicRecommendation
from ombuds.publications.services import changing
from ombuds.publications.services.advising import is_source
from ombuds.publications.terms import State
from ombuds.recommendations.models import Recommendation
from ombuds.recommendations.workflow import was_issued

LANGUAGES = ("nl", "fr")
ROUNDS = 6  # sentences that the writer gives up
IN_SPITE = (
    "Het probleem trof een hele reeks mensen en is bekend; de betrokkenen lazen de tekst vooraf en stemden ermee in. – "
    "Le problème a touché toute une série de personnes et est connu ; les personnes concernées ont lu le texte et l'ont accepté."
)


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
                publishing.release_recommendation(recommendation, actor=ombudsman, in_spite=IN_SPITE)
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
    _rest_on_cases(world, draft, entry, writer, day or world.today)
    if day is not None or entry.get("review"):
        _past_the_gate(world, draft)
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


def _past_the_gate(world: World, draft: Publication) -> None:
    """The writer takes up what helps most, as long as there is something. Where the gate still says no, the ombudsman decides, with a reason."""
    writer = draft.writer or world.people["veerle"]
    run = publishing.attack(draft, actor=writer).run
    for _round in range(ROUNDS):
        if run.passed or not _taken_up(draft, run, writer):
            break
        draft.refresh_from_db()
        run = publishing.attack(draft, actor=writer).run
    if not run.passed:
        publishing.override(draft, actor=world.people["marianne"], reason=IN_SPITE)


def _taken_up(draft: Publication, run: GateRun, writer: User) -> bool:
    """Put the proposal in that brings most; whether there was one."""
    offered = [
        (row["gain"], -number)
        for number, row in enumerate(run.advice.get("proposals", ()))
        if row["kind"] != "merge" and is_source(row["where"]) and _leaves_words(draft, row)
    ]
    if not offered:
        return False
    changing.accept(draft, actor=writer, run=run.pk, number=-max(offered)[1])
    return True


def _leaves_words(draft: Publication, row: dict[str, Any]) -> bool:
    """A title of one sentence cannot do without it: somebody would have to write another."""
    language, _slash, name = row["where"].partition("/")
    whole = getattr(draft.texts.get(language=language), name)
    return bool((whole[: row["start"]] + row["replacement"] + whole[row["end"] :]).strip())


def _rest_on_cases(
    world: World, draft: Publication, entry: dict[str, Any], writer: User, before: dt.date
) -> None:
    """The like cases whose people are not named by accident: a story about a « petit problème » cannot rest on Mrs Petit.

    Those in which the complainant was right come first.
    """
    linked = 0
    for made in like(world, entry, before)[: 3 * LIKE]:
        try:
            link = publishing.link_case(draft, made.case, actor=writer)
        except Refusal:
            continue  # never public, or behind a wall
        if publishing.findings_of(draft):
            link.delete()
        else:
            linked += 1
        if linked == LIKE:
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
    for what, days in ((Decision.What.OVERRIDE, 8), (Decision.What.REVIEW, 6), (Decision.What.APPROVAL, 1)):
        draft.decisions.filter(what=what).update(at=moment - dt.timedelta(days=days))
    draft.gate_runs.update(at=moment - dt.timedelta(days=8))
    draft.refresh_from_db()
    if draft.state != State.PUBLISHED:
        raise RuntimeError(f"The story {name} was not published.")
