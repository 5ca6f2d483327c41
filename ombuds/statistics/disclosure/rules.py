"""What is unsafe, how well it must be hidden, and what hiding costs: `RULES.toml` as an object."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

METHODS = ("suppress", "round", "random_round")
COSTS = ("value", "count")
Labels = Mapping[str, str]  # dimension → label; a cell fits when it has all of them


class BadRules(ValueError):
    """Rules that cannot be followed; the message is a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules of one set of tables. Numbers are in the unit of the cells."""

    minimum_frequency: int = 5  # a figure of fewer than this many (and more than none) is unsafe
    protect_zeros: bool = False  # a zero is unsafe too
    cost: str = "value"  # of hiding a cell that is itself safe: its value, or 1
    protection: float = 1  # an unsafe count must be able to be this much more, and this much less
    protection_range: float = 1  # no hidden cell may be known within less than this
    never_only_small: bool = False  # nor may readers learn that it lies between 1 and minimum_frequency - 1
    zeros_are_known: bool = False  # readers know that a hidden figure is not zero, because zeros are shown
    whole_numbers: bool = True  # figures are counts
    dominance: tuple[tuple[int, float], ...] = ()  # (n, k): the n largest give more than k %
    p_percent: float | None = None  # the second largest can estimate the largest within p %
    group_share: float | None = None  # one cell holds at least this share of its row or column
    unsafe_labels: frozenset[str] = frozenset()  # categories of which no figure is shown but zero
    unsafe: tuple[Labels, ...] = ()
    keep: tuple[Labels, ...] = ()
    costs: tuple[tuple[Labels, float], ...] = ()
    hierarchy: Mapping[str, Labels] = field(
        default_factory=dict[str, Labels]
    )  # dimension → label → larger label
    method: str = "suppress"
    base: int = 5  # of rounding
    seed: str = ""  # of random rounding; the same for every table of an office
    integer_limit: int = 200  # up to so many hidden cells, bounds are those of whole numbers, proved
    seconds: float = 60  # for the optimal search before a good one is taken instead
    ignored: tuple[str, ...] = ()  # keys of the file that mean nothing here

    @property
    def lowest(self) -> float:
        """What readers know a hidden figure to be at least."""
        return 1.0 if self.zeros_are_known and not self.protect_zeros else 0.0

    def __post_init__(self) -> None:
        if self.minimum_frequency < 0 or self.protection < 0 or self.protection_range < 0:
            raise BadRules("minimum_frequency, protection and protection_range cannot be below zero.")
        if self.cost not in COSTS:
            raise BadRules(f'cost is "value" or "count", not {self.cost!r}.')
        if self.method not in METHODS:
            raise BadRules(f"method is one of {', '.join(METHODS)}, not {self.method!r}.")
        if self.base < 2:
            raise BadRules("base must be 2 or more.")


def from_toml(text: str) -> Rules:
    """Return the rules in a TOML text. Raises BadRules."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise BadRules(f"This is not TOML: {problem}.") from None
    return from_data(data)


def from_data(data: Mapping[str, Any]) -> Rules:
    """Return the rules in plain data; keys that mean nothing here are named in `ignored`. Raises BadRules."""
    known = {each.name for each in fields(Rules)} - {"ignored"}
    found: dict[str, Any] = {}
    for name, value in data.items():
        if name in known:
            found[name] = _READERS.get(name, _plain)(name, value)
    return Rules(**found, ignored=tuple(sorted(set(data) - known)))


def _plain(name: str, value: Any) -> Any:
    wanted = type(getattr(Rules(), name))
    number = isinstance(value, int | float) and not isinstance(value, bool)
    fits = number if wanted in (int, float) else isinstance(value, wanted)
    if not fits or (wanted is int and value != int(value)):
        kind = {int: "a whole number", float: "a number", bool: "true or false", str: "a text"}[wanted]
        raise BadRules(f"{name} must be {kind}.")
    return wanted(value)


def _number(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise BadRules(f"{name} must be a number of zero or more.")
    return float(value)


def _dominance(name: str, value: Any) -> tuple[tuple[int, float], ...]:
    rules = [value] if isinstance(value, dict) else value
    try:
        return tuple((int(each["n"]), float(each["k"])) for each in rules)
    except (TypeError, KeyError, ValueError):
        raise BadRules("dominance is written like {n = 2, k = 85}.") from None


def _labels(name: str, value: Any) -> tuple[Labels, ...]:
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise BadRules(f'{name} is a list like [{{row = "A", column = "x"}}].')
    return tuple({str(k): str(v) for k, v in each.items()} for each in value)


def _costs(name: str, value: Any) -> tuple[tuple[Labels, float], ...]:
    found = []
    for each in value if isinstance(value, list) else [None]:
        if not isinstance(each, dict) or "cost" not in each:
            raise BadRules('costs is a list like [{row = "A", cost = 10}].')
        labels = {str(k): str(v) for k, v in each.items() if k != "cost"}
        found.append((labels, _number("cost", each["cost"])))
    return tuple(found)


def _hierarchy(name: str, value: Any) -> dict[str, Labels]:
    if not isinstance(value, dict) or not all(isinstance(tree, dict) for tree in value.values()):
        raise BadRules('hierarchy is written like [hierarchy.row] "small" = "large".')
    trees: dict[str, Labels] = {
        str(d): {str(k): str(v) for k, v in tree.items()} for d, tree in value.items()
    }
    for tree in trees.values():
        for label in tree:
            check_tree(tree, label)
    return trees


def check_tree(tree: Labels, label: str) -> None:
    """Raise BadRules when a label is part of itself."""
    seen = {label}
    while (label := tree.get(label, "")) != "":
        if label in seen:
            raise BadRules(f"In the hierarchy {label!r} is part of itself.")
        seen.add(label)


def _texts(name: str, value: Any) -> frozenset[str]:
    if not isinstance(value, list):
        raise BadRules(f"{name} must be a list of labels.")
    return frozenset(map(str, value))


_READERS: dict[str, Callable[[str, Any], Any]] = {
    "dominance": _dominance, "p_percent": _number, "group_share": _number, "unsafe_labels": _texts, "unsafe": _labels,
    "keep": _labels, "costs": _costs, "hierarchy": _hierarchy,
}  # fmt: skip

# What an office publishes by, unless it chose other rules with care: no count below five, none that can be narrowed down to
# fewer than five values or to one to four, amounts by p % and (2, 85).
STRICT = Rules(protection_range=4, never_only_small=True, p_percent=15, dominance=((2, 85),))
