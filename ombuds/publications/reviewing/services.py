"""The acts of reading for names. Each says which version it saw; nobody overwrites anybody."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from ombuds.audit.services import record
from ombuds.deidentification.engine import Kind
from ombuds.deidentification.terms import UNSURE_BELOW
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean
from ombuds.lib.today import now
from ombuds.publications.permitting import MayNot
from ombuds.publications.reviewing.aligning import marks
from ombuds.publications.reviewing.desk import (
    Desk,
    digest_of,
    is_outdated,
    may_read_first,
    may_read_second,
    moves_of,
    secret,
)
from ombuds.publications.reviewing.items import LEAVE, MASK, Item, Piece
from ombuds.publications.reviewing.models import ReviewedPiece, SpanDecision, SpanReview
from ombuds.publications.reviewing.settling import missed_by_first
from ombuds.publications.reviewing.words import MOST_WORDS, folded_words, key_of, places_of
from ombuds.publications.terms import Act

LONGEST_PAUSE = dt.timedelta(seconds=90)  # a longer silence is not reading
LONGEST_WORDS = 300  # characters of one place given by hand
KINDS = frozenset(kind.value for kind in Kind)


class Stale(Refusal):
    """The page showed an older state."""

    template = _("Someone decided something here a moment ago. This is how it is now: please look again.")


class NotHere(Refusal):
    """The place or the words are not in the text."""

    template = _("These words are not in the text. Copy them from it exactly.")


def start(desk: Desk, turn: int) -> SpanReview:
    """Begin to read; after a change of the text, anew with what was decided carried along."""
    last = desk.reviews.get(turn)
    if turn not in (1, 2) or not (may_read_first(desk) if turn == 1 else may_read_second(desk)):
        raise MayNot()
    if turn == 2 and (1 not in desk.reviews or desk.reviews[1].finished_at is None):
        raise Refusal(_("The first reader has not finished yet."))
    if last is not None and last.finished_at is None:
        raise Refusal(_("Someone is reading this already."))
    if last is not None and not is_outdated(last, desk.pieces):
        raise Refusal(_("This was read already, and the text is the same."))
    if not desk.pieces:
        raise Refusal(_("There is no text to read yet."))
    moment = now()
    try:
        with transaction.atomic():
            review = SpanReview.objects.create(
                publication=desk.publication,
                source=desk.source.slug,
                turn=turn,
                round=last.round + 1 if last else 1,
                characters=sum(len(piece.text) for piece in desk.pieces),
                started_at=moment,
                last_act_at=moment,
            )
            review.readers.add(desk.user)
            _fingerprint(review, desk.pieces)
            if last is not None:
                _carry(desk, last, review)
            record(Act.NAMES_START, actor=desk.user, subject=desk.publication, data={"turn": turn})
    except IntegrityError as twice:
        raise Stale() from twice
    desk.reviews[turn] = review
    return review


def _fingerprint(review: SpanReview, pieces: Iterable[Piece]) -> None:
    key = secret()
    review.pieces.all().delete()
    rows = [
        ReviewedPiece(review=review, piece=p.key, digest=digest_of(p.text), marks=marks(p.text, key))
        for p in pieces
    ]
    ReviewedPiece.objects.bulk_create(rows)


def _carry(desk: Desk, last: SpanReview, review: SpanReview) -> None:
    """What was decided about words that still stand there."""
    moves = moves_of(last, desk.pieces)
    rows = []
    for row in last.decisions.filter(undone_at__isnull=True):
        place = None if row.lost or row.piece not in moves else moves[row.piece](row.start, row.end)
        if place is None and not row.everywhere:
            continue
        row.pk, row.review, row.act, row.carried, row.settles = None, review, 0, True, False
        _move(row, place)
        rows.append(row)
    SpanDecision.objects.bulk_create(rows)


def _move(row: SpanDecision, place: tuple[int, int] | None) -> None:
    row.lost = place is None
    if place is None:
        return
    shift = place[0] - row.start
    row.start, row.end = place
    if row.was_start is not None and row.was_end is not None:
        row.was_start, row.was_end = row.was_start + shift, row.was_end + shift


def join(desk: Desk) -> SpanReview:
    """Help with the first reading; who has seen it cannot be the blind second reader."""
    if not may_read_first(desk):
        raise MayNot()
    if 1 not in desk.reviews:
        raise Refusal(_("Nobody is reading this yet."))
    desk.reviews[1].readers.add(desk.user)
    return desk.reviews[1]


@contextmanager
def _acting(desk: Desk, turn: int, version: int, seen: str) -> Iterator[SpanReview]:
    """One act in one transaction, on exactly the text and the state that the reader saw.

    Raises MayNot, Stale, or Refusal when this reading is not going on.
    """
    review = desk.reviews.get(turn)
    if review is None:
        raise Refusal(_("Start reading first."))
    if desk.user.pk not in desk.readers[turn] and not (turn == 1 and may_read_first(desk)):
        raise MayNot()
    if seen != desk.seen:
        raise Stale()
    if review.finished_at is not None:
        raise Refusal(_("This reading is finished."))
    moment = now()
    pause = min(moment - review.last_act_at, LONGEST_PAUSE)
    with transaction.atomic():
        rows = SpanReview.objects.filter(pk=review.pk, version=version, finished_at__isnull=True)
        changed = rows.update(
            version=F("version") + 1,
            last_act_at=moment,
            seconds=F("seconds") + max(0, round(pause.total_seconds())),
        )
        if not changed:
            raise Stale()
        review.refresh_from_db()
        review.readers.add(desk.user)
        _bring_up_to_date(desk, review)
        yield review


def _bring_up_to_date(desk: Desk, review: SpanReview) -> None:
    """After the text was changed under a reading that goes on: every decision to its place now."""
    if not is_outdated(review, desk.pieces):
        return
    moves = moves_of(review, desk.pieces)
    rows = list(review.decisions.filter(lost=False))
    for row in rows:
        place = moves[row.piece](row.start, row.end) if row.piece in moves else None
        _move(row, place)
    SpanDecision.objects.bulk_update(rows, ["start", "end", "was_start", "was_end", "lost"], batch_size=200)
    _fingerprint(review, desk.pieces)
    review.characters = sum(len(piece.text) for piece in desk.pieces)
    review.save(update_fields=["characters"])


def item_id(item: Item) -> str:
    return f"{item.piece}:{item.start}-{item.end}"


def _item(items: Iterable[Item], wanted: str) -> Item:
    """Raises Stale: the place was there when the page was made."""
    for item in items:
        if item_id(item) == wanted:
            return item
    raise Stale()


def decide(
    desk: Desk, turn: int, *, version: int, seen: str, place: str, verdict: str, everywhere: bool = False
) -> SpanDecision:
    """Mask a place or leave it. Everywhere: all mentions of that person or thing; to leave, only these same words."""
    with _acting(desk, turn, version, seen) as review:
        items = desk.items(turn)
        item = _item(items, place)
        alike = [item]
        if everywhere:
            alike += [i for i in items if i != item and _same(i, item, verdict)]
        rows = [_row(review, desk, i, verdict, everywhere) for i in _once(alike, everywhere)]
        return SpanDecision.objects.bulk_create(rows)[0]


def _same(one: Item, other: Item, verdict: str) -> bool:
    return one.key == other.key or (verdict == MASK and bool(one.entity) and one.entity == other.entity)


def _once(items: Iterable[Item], everywhere: bool) -> list[Item]:
    """Each wording once, the asked one first: it then holds wherever it stands."""
    if not everywhere:
        return list(items)
    first: dict[str, Item] = {}
    for item in items:
        first.setdefault(item.key, item)
    return list(first.values())


def _row(
    review: SpanReview,
    desk: Desk,
    item: Item,
    verdict: str,
    everywhere: bool = False,
    was: tuple[int, int] | None = None,
) -> SpanDecision:
    words = next(p.text[item.start : item.end] for p in desk.pieces if p.key == item.piece)
    count = len(folded_words(words))
    return SpanDecision(
        review=review,
        act=review.version,
        piece=item.piece,
        start=item.start,
        end=item.end,
        was_start=was[0] if was else None,
        was_end=was[1] if was else None,
        kind=item.kind,
        source=item.source[:12],
        confidence=item.confidence,
        verdict=verdict,
        everywhere=everywhere and 0 < count <= MOST_WORDS,
        key=key_of(words, secret()),
        words=min(count, 999),
        by=desk.user,
        at=now(),
    )


def accept_sure(desk: Desk, turn: int, *, version: int, seen: str) -> int:
    """Mask everything that the engine is sure of and that nobody decided yet. Returns how many."""
    with _acting(desk, turn, version, seen) as review:
        sure = [i for i in desk.items(turn) if not i.verdict and i.confidence >= UNSURE_BELOW]
        SpanDecision.objects.bulk_create([_row(review, desk, item, MASK) for item in sure])
        return len(sure)


def add(
    desk: Desk, turn: int, *, version: int, seen: str, piece: str, words: str, kind: str,
    start: int | None = None, end: int | None = None, everywhere: bool = False,
) -> SpanDecision:  # fmt: skip
    """Mask what nobody found: the selected place, or each place where these words stand in the piece, or in all (“”).

    Raises NotHere.
    """
    _insist_kind(kind)
    with _acting(desk, turn, version, seen) as review:
        rows = []
        for one in [p for p in desk.pieces if piece in ("", p.key)]:
            places = _selected(one, words, start, end) if piece else []
            for low, high in places or _where(one, words):
                item = Item(one.key, low, high, kind, "person", 1.0, "", "", "")
                rows.append(_row(review, desk, item, MASK, everywhere))
        if not rows:
            raise NotHere()
        return SpanDecision.objects.bulk_create(rows)[0]


def _insist_kind(kind: str) -> None:
    if kind not in KINDS:
        raise Refusal(_("Choose what kind of thing this is."))


def _selected(piece: Piece, words: str, start: int | None, end: int | None) -> list[tuple[int, int]]:
    """The selected place, if the words there are those that were shown as selected."""
    if start is None or end is None or not 0 <= start < end <= len(piece.text):
        return []
    inside = piece.text[start:end]
    if folded_words(inside) != folded_words(words) or not inside.strip() or len(inside) > LONGEST_WORDS:
        return []
    return [(start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip()))]


def _where(piece: Piece, words: str) -> list[tuple[int, int]]:
    words = clean(words).strip()
    return places_of(piece.text, words) if words and len(words) <= LONGEST_WORDS else []


def change(
    desk: Desk, turn: int, *, version: int, seen: str, place: str, words: str, kind: str
) -> SpanDecision:
    """Mask a place with other bounds or as another kind."""
    _insist_kind(kind)
    with _acting(desk, turn, version, seen) as review:
        item = _item(desk.items(turn), place)
        piece = next(p for p in desk.pieces if p.key == item.piece)
        start, end = _near(piece, words, item)
        new = Item(piece.key, start, end, kind, "person", 1.0, "", item.entity, "")
        row = _row(review, desk, new, MASK, was=(item.start, item.end))
        row.save()
        return row


def _near(piece: Piece, words: str, item: Item) -> tuple[int, int]:
    """Where the new words stand around the old place. Raises NotHere."""
    words = words.strip()
    if words == piece.text[item.start : item.end].strip():
        return item.start, item.end
    if words and len(words) <= LONGEST_WORDS:
        at = piece.text.find(words, max(0, item.start - len(words)), item.end + len(words))
        if at >= 0 and at < item.end and at + len(words) > item.start:
            return at, at + len(words)
    for start, end in _where(piece, words):
        if start < item.end and end > item.start:
            return start, end
    raise NotHere()


def undo(desk: Desk, turn: int, *, version: int, seen: str) -> int:
    """Take back the last act of this reading. Returns how many decisions it held."""
    with _acting(desk, turn, version, seen) as review:
        standing = review.decisions.filter(undone_at__isnull=True, carried=False, settles=False)
        last = standing.order_by("-act").values_list("act", flat=True).first()
        if last is None:
            raise Refusal(_("There is nothing to undo."))
        return standing.filter(act=last).update(undone_at=now())


def finish(desk: Desk, turn: int, *, version: int, seen: str) -> SpanReview:
    """Every place is decided. The figures are counted now and kept."""
    with _acting(desk, turn, version, seen) as review:
        items = desk.items(turn)
        if open_places := sum(not item.verdict for item in items):
            raise Refusal(_("%(count)d places are not decided yet."), count=open_places)
        review.finished_at = now()
        review.masked = sum(item.verdict == MASK for item in items)
        review.left = sum(item.verdict == LEAVE for item in items)
        review.added = sum(item.source == "person" for item in items)
        if turn == 2:
            review.missed = len(missed_by_first(desk.items(1), items))
        review.save()
        record(Act.NAMES_FINISH, actor=desk.user, subject=desk.publication, data={"turn": turn})
        return review


def settle(desk: Desk, *, place: str, verdict: str, seen: str) -> SpanDecision:
    """After both have read: what holds where they differ."""
    first, second = desk.reviews.get(1), desk.reviews.get(2)
    if first is None or second is None or second.finished_at is None:
        raise Refusal(_("Both readers must have finished first."))
    if desk.user.pk not in desk.readers[1] | desk.readers[2] and not may_read_first(desk):
        raise MayNot()
    if seen != desk.seen:
        raise Stale()
    if verdict not in (MASK, LEAVE):
        raise Stale()
    item = _item([*desk.items(2), *desk.items(1)], place)
    with transaction.atomic():
        row = _row(first, desk, item, verdict)
        row.settles = True
        row.save()
    return row
