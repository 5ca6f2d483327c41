"""Yearly figures without exposure. Pure: counts in, counts or a mark out.

A count below five is not shown, nought included: whether there was one at all does not show either. The total of a group is
shown only when it leaves every hidden count at least three possible values, in all groups that share this total; a count that
is the total of another group follows that group. A year is fixed once, after it has ended, and never counted again: whoever
compares two versions learns nothing. Then the year is attacked together with all years before it (`attacking`), and hides
more until nothing is given away, of this year or of an earlier one.
"""

from collections.abc import Mapping, Sequence

from ombuds.integrity.attacking import LEAST, THRESHOLD, Counts, Group, Year, given_away

__all__ = ["LEAST", "THRESHOLD", "Counts", "Group", "Year", "year"]

HIDDEN = None
ROUNDED = 1000  # euros
MONEY = "recovered_euros"
SAME_TOTAL = (("received", "channel"),)
TOTAL_OF = {("ended", "closed"): "closed", ("ended", "declined"): "declined"}
# What is hidden first when a year would give something away: the least missed in front.
GIVEN_UP = ("reported", "feedback", "ended", "declined", "closed", "moved", "channel", "received")


def year(groups: Counts, earlier: Sequence[Year] = ()) -> dict[str, Group]:
    """One year as it may be shown, after these years (the oldest first)."""
    made = {name: _group(counts) for name, counts in groups.items() if name != MONEY}
    made = _alike(made)
    if len(made) > 1 or earlier:
        made = _safe(groups, made, earlier)
    return made | _money(groups)


def _alike(made: Mapping[str, Group]) -> dict[str, Group]:
    """Groups that share a total, and counts that are the total of another group, are hidden together."""
    alike = dict(made)
    for names in SAME_TOTAL:
        present = [name for name in names if name in alike]
        if any(alike[name].total is HIDDEN for name in present):
            alike |= {name: Group(alike[name].counts, HIDDEN) for name in present}
    for (name, value), other in TOTAL_OF.items():
        if (
            name in alike
            and value in alike[name].counts
            and (other not in alike or alike[other].total is HIDDEN)
        ):
            alike[name] = Group({**alike[name].counts, value: HIDDEN}, HIDDEN)
    return alike


def _safe(groups: Counts, made: dict[str, Group], earlier: Sequence[Year]) -> dict[str, Group]:
    """Totals, then whole groups are given up until the attack on all years finds nothing."""
    for name in GIVEN_UP:
        if name not in made:
            continue
        for less in (made[name].counts, dict.fromkeys(made[name].counts, HIDDEN)):
            if not given_away([*earlier, Year(groups, made)]):
                return made
            made = _alike({**made, name: Group(less, HIDDEN)})
    return made


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


def _money(groups: Counts) -> dict[str, Group]:
    """Euros, in thousands, and only when at least five reports were closed."""
    euros = sum(groups.get(MONEY, {}).values())
    if not euros or sum(groups.get("closed", {}).values()) < THRESHOLD:
        return {}
    rounded = round(euros / ROUNDED) * ROUNDED
    return {MONEY: Group({"all": rounded}, rounded)}
