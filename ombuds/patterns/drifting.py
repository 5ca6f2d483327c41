"""How a pattern has moved: what its last half-year has that the time before had not, for one reader."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ombuds.authorities.models import Body
from ombuds.lib.today import today
from ombuds.patterns.titles import Titles

LATELY = 182  # days
LEAST = 5  # cases on each side, before a difference means anything
WORDS = 6
MUCH = 3  # times as large a share, for a service to have come or gone


@dataclass(frozen=True)
class Drift:
    """Key words and services that came and went."""

    since: dt.date
    new_words: list[str]
    old_words: list[str]
    new_bodies: list[Body]
    old_bodies: list[Body]

    @property
    def is_any(self) -> bool:
        return bool(self.new_words or self.new_bodies or self.old_bodies)


def drift(members: Any, titles: Titles) -> Drift | None:
    """None for a pattern that is too young or too small to have moved. `members` are those that the reader may see."""
    since = today() - dt.timedelta(LATELY)
    late, early = members.filter(received_on__gte=since), members.filter(received_on__lt=since)
    sizes = (late.count(), early.count())
    if min(sizes) < LEAST:
        return None
    now, then = (titles.words(rows, 2 * WORDS) for rows in (late, early))
    came, went = (
        _moved(_bodies(late), _bodies(early), sizes),
        _moved(_bodies(early), _bodies(late), sizes[::-1]),
    )
    named = Body.objects.in_bulk([*came, *went])
    return Drift(
        since=since,
        new_words=[word for word in now[:WORDS] if word not in then],
        old_words=[word for word in then[:WORDS] if word not in now],
        new_bodies=[named[pk] for pk in came],
        old_bodies=[named[pk] for pk in went],
    )


def _bodies(members: Any) -> Counter[int]:
    rows: Iterable[tuple[int, int]] = (
        members.filter(case__grievances__body__isnull=False)
        .order_by()
        .values_list("case__grievances__body", "case")
        .distinct()
    )
    return Counter(body for body, _case in rows)


def _moved(here: Counter[int], there: Counter[int], sizes: tuple[int, int]) -> list[int]:
    """Services that have several cases here, and there hardly any for its size."""
    return [
        body
        for body, count in here.most_common()
        if count >= 3 and count / sizes[0] > MUCH * (there[body] + 0.5) / sizes[1]
    ][:5]
