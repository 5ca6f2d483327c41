"""How far the reading for names of a draft is, in one word; asked by the page of the publication and by who will."""

from enum import StrEnum

from ombuds.publications.models import Publication
from ombuds.publications.reviewing.desk import is_outdated
from ombuds.publications.reviewing.models import DRAFT, SpanReview
from ombuds.publications.reviewing.sources import draft_of


class Status(StrEnum):
    UNREAD = "unread"  # nobody has begun
    BEING_READ = "being_read"
    OUTDATED = "outdated"  # read to the end, and changed since
    READ = "read"  # read to the end, by one person
    READ_TWICE = "read_twice"


def status_of(publication: Publication) -> Status:
    """Of the text as it is now."""
    last: dict[int, SpanReview] = {}
    rows = SpanReview.objects.filter(publication=publication, source=DRAFT).order_by("round")
    for review in rows.prefetch_related("pieces"):
        last[review.turn] = review
    first, second = last.get(1), last.get(2)
    if first is None:
        return Status.UNREAD
    if first.finished_at is None:
        return Status.BEING_READ
    pieces = draft_of(publication).pieces
    if is_outdated(first, pieces):
        return Status.OUTDATED
    twice = second is not None and second.finished_at is not None and not is_outdated(second, pieces)
    return Status.READ_TWICE if twice else Status.READ
