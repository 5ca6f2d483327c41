"""Sums that must hold before figures go out. Imports no Django.

A rule says that the parts on the left add up to those on the right. A broken sum is told in words that a person can
act on: which figures, and what they come to.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ombuds.lib.numbers import written


@dataclass(frozen=True, slots=True)
class Rule:
    """`left` and `right` are names of figures; a name with a minus in front is taken off."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """A sum that does not hold."""

    rule: Rule
    left: float
    right: float
    sentence: str

    def names(self) -> frozenset[str]:
        """Return the figures that one of has to be corrected."""
        return frozenset(name.removeprefix("-") for name in (*self.rule.left, *self.rule.right))


def check(
    rules: Sequence[Rule],
    figures: Mapping[str, float | None],
    labels: Mapping[str, str],
    *,
    language: str = "en",
) -> list[Broken]:
    """Return the rules that `figures` break; a rule with a figure not given is not judged."""
    broken = []
    for rule in rules:
        values = [figures.get(name.removeprefix("-")) for name in (*rule.left, *rule.right)]
        if any(value is None for value in values):
            continue
        left, right = _sum(rule.left, figures), _sum(rule.right, figures)
        if left != right:
            sides = (_side(names, figures, labels, language) for names in (rule.left, rule.right))
            broken.append(Broken(rule, left, right, " ≠ ".join(sides)))
    return broken


def _sum(names: Sequence[str], figures: Mapping[str, float | None]) -> float:
    return sum(-(figures[n[1:]] or 0) if n.startswith("-") else (figures[n] or 0) for n in names)


def _side(
    names: Sequence[str], figures: Mapping[str, float | None], labels: Mapping[str, str], language: str
) -> str:
    """Write one side out: “admissible 26 + inadmissible 13”."""
    words = ""
    for name in names:
        plain = name.removeprefix("-")
        sign = " − " if name.startswith("-") else " + "
        term = f"{labels.get(plain, plain)} {written(figures[plain] or 0, language)}"
        words += (sign if words else sign.strip() + " " if sign == " − " else "") + term
    return words


# The sums of a first-line report (domain.md 5.4, 5.5). Norms are left out: one complaint can breach several.
FIRST_LINE = (
    Rule(("complaints", "not_complaints"), ("registrations",)),
    Rule(("answered_in_time", "answered_late"), ("complaints",)),
    Rule(("admissible", "inadmissible"), ("complaints",)),
    Rule(
        (
            "reason_earlier", "reason_old", "reason_appeal", "reason_court", "reason_unfounded", "reason_no_interest",
            "reason_anonymous", "reason_policy", "reason_not_flemish", "reason_staff", "reason_not_competent",
        ),
        ("inadmissible",),
    ),
    Rule(("founded", "partly_founded", "unfounded"), ("admissible",)),
    Rule(("solved", "partly_solved", "unsolved"), ("founded", "partly_founded")),
    Rule(
        ("carrier_letter", "carrier_mail", "carrier_phone", "carrier_visit", "carrier_other"),
        ("channel_citizen", "channel_society", "channel_cabinet", "channel_ombudsman", "channel_other"),
    ),
)  # fmt: skip
# What is open at the end is what was open, and what came in, less what went out.
WORKLOAD = (Rule(("open_before", "opened", "-closed"), ("open_after",)),)
