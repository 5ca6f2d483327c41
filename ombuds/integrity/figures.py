"""Yearly figures without exposure. Pure: counts in, counts or a mark out.

A count below five is not shown, nought included: whether there was one at all does not show either. The total of a group is
shown only when it leaves every hidden count at least three possible values, in all groups that share this total; a count that
is the total of another group follows that group. A year is fixed once, after it has ended, and never counted again: whoever
compares two versions learns nothing. Together with the years fixed before it, what ended may not give away what was received.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

THRESHOLD = 5
HIDDEN = None
LEAST = 3  # possible values that every hidden count must keep
ROUNDED = 1000  # euros
SAME_TOTAL = (("received", "channel"),)
TOTAL_OF = {("ended", "closed"): "closed", ("ended", "declined"): "declined"}

Counts = Mapping[str, Mapping[str, int]]  # group → value → count


@dataclass(frozen=True)
class Group:
    """What is shown of one group: None where nothing is."""

    counts: dict[str, int | None]
    total: int | None


def year(groups: Counts, earlier: Sequence[Mapping[str, Group]] = ()) -> dict[str, Group]:
    """One year as it may be shown, after these years (the oldest first) as they were shown."""
    made = {name: _group(counts) for name, counts in groups.items() if name != "recovered_euros"}
    for names in SAME_TOTAL:
        present = [name for name in names if name in made]
        if any(made[name].total is HIDDEN for name in present):
            made |= {name: Group(made[name].counts, HIDDEN) for name in present}
    for (name, value), other in TOTAL_OF.items():
        if name in made and value in made[name].counts and (other not in made or made[other].total is HIDDEN):
            made[name] = Group({**made[name].counts, value: HIDDEN}, HIDDEN)
    if "ended" in made and not _keeps_received(made, earlier):
        made["ended"] = Group(dict.fromkeys(made["ended"].counts, HIDDEN), HIDDEN)
    return made | _money(groups)


def _group(counts: Mapping[str, int]) -> Group:
    shown = {value: count if count >= THRESHOLD else HIDDEN for value, count in counts.items()}
    hidden = [counts[value] for value, count in shown.items() if count is HIDDEN]
    total = sum(counts.values())
    if total < THRESHOLD or (hidden and _possible(sum(hidden), len(hidden)) < LEAST):
        return Group(shown, HIDDEN)
    return Group(shown, total)


def _possible(together: int, number: int) -> int:
    """How many values one of `number` counts below the threshold can have when their sum is known."""
    most = THRESHOLD - 1
    return min(most, together) - max(0, together - most * (number - 1)) + 1


def _keeps_received(now: Mapping[str, Group], earlier: Sequence[Mapping[str, Group]]) -> bool:
    """Nothing ends that was not received: sums of what ended bound from below what was hidden of the received."""
    years = [*earlier, now]
    most_received, least_ended = 0, 0
    hidden = 0
    for each in years:
        received = each["received"].total if "received" in each else HIDDEN
        ended = each["ended"] if "ended" in each else Group({}, HIDDEN)
        most_received += THRESHOLD - 1 if received is HIDDEN else received
        hidden += received is HIDDEN
        least_ended += ended.total or sum(count for count in ended.counts.values() if count)
        # One hidden year is at least what ended, less the most that all others can be.
        least = least_ended - (most_received - (THRESHOLD - 1))
        if hidden and THRESHOLD - max(0, least) < LEAST:
            return False
    return True


def _money(groups: Counts) -> dict[str, Group]:
    """Euros, in thousands, and only when at least five reports were closed."""
    euros = sum(groups.get("recovered_euros", {}).values())
    if not euros or sum(groups.get("closed", {}).values()) < THRESHOLD:
        return {}
    rounded = round(euros / ROUNDED) * ROUNDED
    return {"recovered_euros": Group({"all": rounded}, rounded)}
