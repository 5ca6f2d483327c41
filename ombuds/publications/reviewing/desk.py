"""One reader before one source: what is shown, what was decided, what this person may do now."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from django.conf import settings

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.deidentification.engine import KnownIdentifiers, Span, find_all
from ombuds.deidentification.engine.lexicons import Vocabulary
from ombuds.deidentification.engine.spans import KNOWN
from ombuds.deidentification.services import vocabulary_of
from ombuds.publications.known import known_identifiers
from ombuds.publications.models import Publication
from ombuds.publications.permitting import cases_of
from ombuds.publications.reviewing.aligning import blocks, marks, mover
from ombuds.publications.reviewing.items import Decided, Item, Piece, everywhere_of, items_of
from ombuds.publications.reviewing.models import DRAFT, SpanDecision, SpanReview
from ombuds.publications.reviewing.sources import Source, source_of
from ombuds.publications.reviewing.words import key_of, occurrences

Texts = tuple[tuple[str, str], ...]
Mover = Callable[[int, int], tuple[int, int] | None]


def secret() -> bytes:
    """For hashes of words: whoever has the database alone cannot try out names."""
    return hashlib.sha256(b"reading-for-names:" + settings.SECRET_KEY.encode()).digest()


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


# A page is asked for again after each act, mostly with the same text: it need not be searched again.
@lru_cache(maxsize=8)
def _found(texts: Texts, known: KnownIdentifiers, vocabulary: Vocabulary) -> tuple[tuple[Span, ...], ...]:
    return tuple(tuple(spans) for spans in find_all(list(texts), known, vocabulary))


@dataclass
class Desk:
    """Made by `open_desk`; asks the database once for each thing."""

    publication: Publication
    source: Source
    user: User
    reviews: dict[int, SpanReview] = field(default_factory=dict)  # the last of each turn

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return self.source.pieces

    @cached_property
    def readers(self) -> dict[int, set[int]]:
        """Turn → who takes part, in any round."""
        rows = SpanReview.objects.filter(publication=self.publication, source=self.source.slug)
        found: dict[int, set[int]] = {1: set(), 2: set()}
        for turn, reader in rows.values_list("turn", "readers"):
            found[turn].add(reader)
        return found

    @cached_property
    def known(self) -> KnownIdentifiers:
        return known_identifiers(cases_of(self.publication))

    @cached_property
    def spans(self) -> dict[str, Sequence[Span]]:
        vocabulary = vocabulary_of(self.publication.office, {piece.language for piece in self.pieces})
        texts = tuple((piece.text, piece.language) for piece in self.pieces)
        found = _found(texts, self.known, vocabulary)
        return {piece.key: spans for piece, spans in zip(self.pieces, found, strict=True)}

    @cached_property
    def seen(self) -> str:
        """Short, of the text as it is now: an act says on which text it was decided."""
        whole = "".join(piece.key + digest_of(piece.text) for piece in self.pieces)
        return hashlib.sha256(whole.encode()).hexdigest()[:16]

    def decisions(self, turn: int) -> list[Decided]:
        """What stands in this turn, at its place in the text as it is now; with what was said of the whole file."""
        review = self.reviews.get(turn)
        found: list[Decided] = []
        if review is not None:
            rows = review.decisions.filter(undone_at__isnull=True, settles=False)
            found += self.moved(review, rows)
        elsewhere = SpanDecision.objects.filter(
            review__in=self._last_of_other_sources(turn), everywhere=True, undone_at__isnull=True
        )
        return [*found, *(_decided(row, -1, -1, piece="") for row in elsewhere)]

    def _last_of_other_sources(self, turn: int) -> list[int]:
        """An earlier round counts no more: what still holds of it was carried into the last one."""
        rows = SpanReview.objects.filter(publication=self.publication, turn=turn).exclude(
            source=self.source.slug
        )
        return list(dict(rows.order_by("round").values_list("source", "pk")).values())

    def moved(self, review: SpanReview, rows: Iterable[SpanDecision]) -> list[Decided]:
        """Decisions of a review at their places now; what no longer has a place is left out unless it is everywhere."""
        moves = moves_of(review, self.pieces)
        found = []
        for row in rows:
            place = None if row.lost or row.piece not in moves else moves[row.piece](row.start, row.end)
            if place is not None:
                found.append(_decided(row, *place, shift=place[0] - row.start))
            elif row.everywhere:
                found.append(_decided(row, -1, -1, piece=""))
        return found

    def items(self, turn: int) -> list[Item]:
        """Every place of every piece, in the order of reading."""
        return self.items_from(self.decisions(turn))

    def items_from(self, decisions: Sequence[Decided]) -> list[Item]:
        key = secret()
        everywhere = everywhere_of(decisions)
        wanted = {k: d.words for k, d in everywhere.items() if d.verdict == "mask"}
        found: list[Item] = []
        for piece in self.pieces:
            found += items_of(
                piece, self.spans[piece.key], decisions, everywhere, lambda words: key_of(words, key),
                occurrences(piece.text, wanted, key),
            )  # fmt: skip
        return found

    @cached_property
    def outdated(self) -> bool:
        """The text changed since the last act of the first reading."""
        return any(is_outdated(review, self.pieces) for review in self.reviews.values())


def moves_of(review: SpanReview, pieces: Iterable[Piece]) -> dict[str, Mover]:
    """Piece → where its places are now."""
    before = {row.piece: row for row in review.pieces.all()}
    found: dict[str, Mover] = {}
    for piece in pieces:
        if (old := before.get(piece.key)) is not None:
            if old.digest == digest_of(piece.text):
                found[piece.key] = _stays
            else:
                found[piece.key] = mover(blocks(bytes(old.marks), marks(piece.text, secret())))
    return found


def _stays(start: int, end: int) -> tuple[int, int] | None:
    return start, end


def is_outdated(review: SpanReview, pieces: Iterable[Piece]) -> bool:
    return {row.piece: row.digest for row in review.pieces.all()} != {
        piece.key: digest_of(piece.text) for piece in pieces
    }


def _decided(row: SpanDecision, start: int, end: int, *, piece: str | None = None, shift: int = 0) -> Decided:
    was = (
        (row.was_start + shift, row.was_end + shift)
        if row.was_start is not None and row.was_end is not None and start >= 0
        else None
    )
    return Decided(
        row.pk,
        row.piece if piece is None else piece,
        start,
        end,
        row.kind,
        row.verdict,
        row.key,
        row.words,
        row.everywhere,
        was,
        row.source == KNOWN,
    )


def open_desk(publication: Publication, slug: str, user: User) -> Desk:
    """Raises Http404 when there is no such source for this person."""
    desk = Desk(publication, source_of(publication, slug, user), user)
    rows = SpanReview.objects.filter(publication=publication, source=slug).prefetch_related("pieces")
    for review in rows.order_by("round"):
        desk.reviews[review.turn] = review
    return desk


def may_read_first(desk: Desk) -> bool:
    """Writers and reviewers, unless they are the blind second reader."""
    user = desk.user
    may = user.may(Permission.PUBLICATIONS_TEXT_WRITE) or user.may(Permission.PUBLICATIONS_TEXT_REVIEW)
    return may and user.pk not in desk.readers[2]


def may_read_second(desk: Desk) -> bool:
    """A reviewer who neither wrote the draft nor read it first. Papers of a case are for those who know the case."""
    user = desk.user
    return (
        desk.source.slug == DRAFT
        and user.may(Permission.PUBLICATIONS_TEXT_REVIEW)
        and user.pk != desk.publication.writer_id
        and user.pk not in desk.readers[1]
    )


def turn_of(desk: Desk) -> int:
    """Whose decisions this person is shown: 2 for the second reader, 0 for who may still become one, else 1."""
    if desk.user.pk in desk.readers[2]:
        return 2
    if 1 in desk.reviews and may_read_second(desk):
        return 0
    return 1
