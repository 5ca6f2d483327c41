"""What the reading page shows: the texts by language with their marks, and the queue of places."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ombuds.deidentification.engine import Deidentified
from ombuds.deidentification.services import Mark, Segment, segments
from ombuds.deidentification.services.showing import state_of
from ombuds.publications.forms import LANGUAGES
from ombuds.publications.reviewing.desk import Desk
from ombuds.publications.reviewing.items import Item, Piece
from ombuds.publications.reviewing.services import item_id
from ombuds.publications.reviewing.sources import Source
from ombuds.publications.reviewing.words import folded_words

AROUND = 34  # characters of the text beside a place, in the queue
MOST = 200  # places of one kind of urgency that are listed at once
PARTS: dict[str, str | Promise] = {"title": _("Title"), "summary": _("Summary"), "body": _("Text")}
STATES = {"mask": "masked", "leave": "left"}


@dataclass(frozen=True)
class Shown:
    """One piece of text, cut at its marks."""

    piece: Piece
    label: str | Promise
    segments: list[Segment]


@dataclass(frozen=True)
class Column:
    """All pieces in one language."""

    language: str
    label: str | Promise
    shown: list[Shown]


@dataclass(frozen=True)
class Place:
    """One entry of the queue."""

    id: str  # for forms
    mark: Mark
    language: str
    before: str
    after: str
    invented: bool = False  # stands in no paper of the cases


NAMING = frozenset({"person"})  # towns and firms of an invented story are often real ones
MOST_COMPARED = 400_000  # characters of papers that are compared with the draft


def words_of(papers: Iterable[Source]) -> frozenset[str]:
    """All words of the papers, to see which names of a draft come from none of them; empty when they are too long."""
    texts = [piece.text for paper in papers for piece in paper.pieces]
    return frozenset(folded_words(" ".join(texts))) if sum(map(len, texts)) <= MOST_COMPARED else frozenset()


def mark_of(item: Item, piece: Piece) -> Mark:
    state = STATES.get(item.verdict) or state_of(item.confidence)
    return Mark(
        item.start, item.end, item.kind, state, f"{item.piece}-{item.start}-{item.end}",
        piece.text[item.start : item.end], item.source, item.reason, item.confidence,
    )  # fmt: skip


def columns(desk: Desk, items: Iterable[Item]) -> list[Column]:
    """One column for each language, in the order of the sources."""
    by_piece: dict[str, list[Item]] = {}
    for item in items:
        by_piece.setdefault(item.piece, []).append(item)
    found = []
    for language, pieces in groupby(desk.pieces, key=lambda piece: piece.language):
        shown = [
            Shown(
                p,
                PARTS.get(p.part, p.part),
                segments(p.text, [mark_of(i, p) for i in by_piece.get(p.key, [])]),
            )
            for p in pieces
        ]
        found.append(Column(language, LANGUAGES.get(language, language), shown))
    return found


def queue(desk: Desk, items: Iterable[Item], theirs: frozenset[str]) -> dict[str, list[Place]]:
    """Places by urgency: unsure ones first, then sure ones, then those that are decided; all of each kind.

    `theirs`: the words of the cases' papers, empty when they cannot be compared.
    """
    pieces = {piece.key: piece for piece in desk.pieces}
    found: dict[str, list[Place]] = {"unsure": [], "sure": [], "decided": []}
    for item in items:
        place = place_of(item, pieces[item.piece], theirs)
        found[place.mark.state if place.mark.state in found else "decided"].append(place)
    return found


def place_of(item: Item, piece: Piece, theirs: frozenset[str] = frozenset()) -> Place:
    before = piece.text[max(0, item.start - AROUND) : item.start]
    after = piece.text[item.end : item.end + AROUND]
    invented = (
        bool(theirs)
        and item.kind in NAMING
        and item.source != "known"
        and theirs.isdisjoint(folded_words(piece.text[item.start : item.end]))
    )
    return Place(item_id(item), mark_of(item, piece), piece.language, before, after, invented)


def replaced_segments(done: Deidentified) -> list[Segment]:
    """The new text, with a mark on each replacement."""
    marks, shift = [], 0
    for span in done.spans:
        start = span.start + shift
        end = start + len(span.replacement)
        shift = end - span.end
        marks.append(
            Mark(start, end, span.kind.value, "masked", f"r{start}-{end}", span.replacement, span.source)
        )
    return segments(done.text, [mark for mark in marks if mark.end > mark.start])
