"""The one page of a reading, in whatever state it is."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ombuds.accounts.permissions import Permission
from ombuds.deidentification.terms import GROUP_LABELS
from ombuds.publications.reviewing import applying, asking, showing
from ombuds.publications.reviewing.desk import Desk, is_outdated, may_read_first, may_read_second, turn_of
from ombuds.publications.reviewing.forms import AddForm, ChangeForm
from ombuds.publications.reviewing.items import Item
from ombuds.publications.reviewing.models import SpanReview
from ombuds.publications.reviewing.services import item_id
from ombuds.publications.reviewing.sources import Source, papers_of
from ombuds.publications.terms import State


def page(request: HttpRequest, desk: Desk, code: int = 200, **bound: Any) -> HttpResponse:
    """`bound`: forms that were wrong, `trouble` a sentence, `ask` the number of a decision to learn from."""
    turn = turn_of(desk)
    review = desk.reviews.get(turn)
    items = desk.items(turn) if turn else desk.items_from([])
    papers = papers_of(desk.publication, desk.user)
    places = showing.queue(desk, items, _words_of_cases(desk, papers))
    going_on = review is not None and review.finished_at is None
    context = {
        "publication": desk.publication,
        "desk": desk,
        "turn": turn,
        "review": review,
        "columns": showing.columns(desk, items),
        "places": {name: rows[: showing.MOST] for name, rows in places.items()},
        "counts": {name: len(rows) for name, rows in places.items()},
        "open": len(places["unsure"]) + len(places["sure"]),
        "kind_groups": GROUP_LABELS,
        "acting": going_on and _may_act(desk, turn),
        "may_start": _may_start(desk, turn, review),
        "may_second": may_read_second(desk),
        "first_busy": 1 in desk.reviews and desk.reviews[1].finished_at is None,
        "outdated": review is not None and is_outdated(review, desk.pieces),
        "trouble": bound.get("trouble", ""),
        "ask": asking.question_about(desk, turn, bound["ask"]) if bound.get("ask") else None,
        **_forms(desk, items, bound),
        **_ending(desk, turn, review),
        "here": reverse("publications:reading", args=[desk.publication.pk, desk.source.slug]),
        "papers": papers,
    }
    return render(request, "publications/reading.html", context, status=code)


def _words_of_cases(desk: Desk, papers: list[Source]) -> frozenset[str]:
    """Only for who may read every linked case: the others are told nothing of the papers."""
    links = set(desk.publication.case_links.values_list("case_id", flat=True))
    seen = {paper.case.pk for paper in papers if paper.case is not None}
    return showing.words_of(papers) if links and links <= seen and desk.source.case is None else frozenset()


def _may_act(desk: Desk, turn: int) -> bool:
    return desk.user.pk in desk.readers[2] if turn == 2 else may_read_first(desk)


def _may_start(desk: Desk, turn: int, review: SpanReview | None) -> int:
    """Which turn this person may begin now; 0 for none."""
    first = desk.reviews.get(1)
    if not desk.pieces:
        return 0
    if turn == 0:
        return 2 if first is not None and first.finished_at is not None else 0
    if review is not None and (review.finished_at is None or not is_outdated(review, desk.pieces)):
        return 0
    return turn if turn == 2 or may_read_first(desk) else 0


def _forms(desk: Desk, items: list[Item], bound: dict[str, Any]) -> dict[str, Any]:
    pieces = [(p.key, f"{p.language.upper()}: {showing.PARTS.get(p.part, p.part)}") for p in desk.pieces]
    wanted = bound.get("change_place", "")
    changed = next((item for item in items if item_id(item) == wanted), None)
    piece = next((p for p in desk.pieces if changed and p.key == changed.piece), None)
    place = showing.place_of(changed, piece) if changed and piece else None
    change_form = bound.get("change_form")
    if change_form is None and place is not None:
        change_form = ChangeForm(initial={"words": place.mark.text, "kind": place.mark.kind}, prefix="c")
    return {
        "add_form": bound.get("add_form") or AddForm(pieces=pieces, prefix="a"),
        "change_form": change_form if place else None,
        "change_place": place,
    }


def _ending(desk: Desk, turn: int, review: SpanReview | None) -> dict[str, Any]:
    """What both readers said, once both have finished; and whether the result can go on."""
    if turn == 0 or review is None or review.finished_at is None:
        return {"differences": [], "both": False, "ready": False}
    pieces = {piece.key: piece for piece in desk.pieces}
    differs = [
        (d, showing.place_of(d.item, pieces[d.item.piece]))
        for d in applying.differences_of(desk)
        if d.item.piece in pieces
    ]
    return {
        "differences": differs,
        "both": applying.has_second(desk),
        "ready": not desk.outdated,
        "may_put": desk.publication.state == State.DRAFT
        and desk.user.may(Permission.PUBLICATIONS_TEXT_WRITE),
    }
