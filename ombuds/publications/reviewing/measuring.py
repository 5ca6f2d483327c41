"""What reading for names costs and brings, per month and office. No person is named or compared."""

import datetime as dt
from dataclasses import dataclass, fields
from itertools import groupby

from django.utils.timezone import localtime

from ombuds.office.models import Office
from ombuds.publications.reviewing.models import SpanReview

PAGE = 1800  # characters, the usual measure of a page of text


@dataclass
class Month:
    """Sums over the finished readings of one month."""

    month: str  # 2026-11
    readings: int = 0
    second_readings: int = 0
    characters: int = 0
    second_characters: int = 0
    seconds: int = 0
    masked: int = 0
    left: int = 0
    added: int = 0
    missed: int = 0

    @property
    def first_day(self) -> dt.date:
        return dt.date.fromisoformat(f"{self.month}-01")

    @property
    def pages(self) -> float:
        return round(self.characters / PAGE, 1)

    @property
    def minutes_per_page(self) -> float | None:
        return round(self.seconds / 60 / (self.characters / PAGE), 1) if self.characters else None

    @property
    def missed_per_ten_pages(self) -> float | None:
        """Found by the second reader only, for ten pages that were read twice."""
        return (
            round(self.missed * 10 / (self.second_characters / PAGE), 1) if self.second_characters else None
        )

    @property
    def engine_missed_share(self) -> float | None:
        """Of all that is replaced, the part that a reader had to find."""
        return self.added / self.masked if self.masked else None


COLUMNS = [field.name for field in fields(Month)] + ["pages", "minutes_per_page", "missed_per_ten_pages"]


def months(office: Office) -> list[Month]:
    """The newest first."""
    rows = SpanReview.objects.filter(publication__office=office, finished_at__isnull=False).order_by(
        "-finished_at"
    )
    return [_sum(month, list(group)) for month, group in groupby(rows, key=_month)]


def _month(review: SpanReview) -> str:
    return localtime(review.finished_at).strftime("%Y-%m") if review.finished_at else ""


def _sum(month: str, reviews: list[SpanReview]) -> Month:
    total = Month(month, readings=len(reviews))
    for review in reviews:
        for name in ("characters", "seconds", "masked", "left", "added", "missed"):
            setattr(total, name, getattr(total, name) + getattr(review, name))
        if review.turn == 2:
            total.second_readings += 1
            total.second_characters += review.characters
    return total
