"""Who is competent for a body on a day: the most particular rule that holds, complaints and disclosures apart."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from ombuds.authorities.matching.entries import Entry, Rule

COMPLAINT, DISCLOSURE = "complaint", "disclosure"
VERDICTS = {"ours": "competent", "refer": "refer", "first_line": "first_line", "none": "refer"}


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the rules say: verdict is competent, refer, first_line or unknown."""

    verdict: str
    refer_to: str = ""
    legal_basis: str = ""
    verified: bool = False
    rule: Rule | None = None


UNKNOWN = Ruling("unknown")


def _weight(rule: Rule, entry: Entry) -> int:
    """How particular a rule is for this body; 0: not about it."""
    kind, _, value = rule.about.partition(":")
    if kind == "body" and value == entry.code:
        return 3
    if kind == "kind" and value == f"{entry.kind}/{entry.level}":
        return 2
    return 1 if kind == "level" and value == entry.level else 0


class Rules:
    """The rules of one office, ready to be asked."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._by_about: dict[tuple[str, str], list[Rule]] = {}
        for rule in rules:
            self._by_about.setdefault((rule.about, rule.matter), []).append(rule)

    def ruling(self, entry: Entry, matter: str, on: dt.date, reporter: str = "") -> Ruling:
        """The most particular rule in force; a rule for this type of reporter goes before a rule for all."""
        abouts = (f"body:{entry.code}", f"kind:{entry.kind}/{entry.level}", f"level:{entry.level}")
        found = [
            rule
            for about in abouts
            for rule in self._by_about.get((about, matter), ())
            if rule.holds_on(on) and rule.reporter in ("", reporter)
        ]
        if not found:
            return UNKNOWN
        best = max(
            found,
            key=lambda r: (_weight(r, entry), r.reporter != "", r.valid_from or dt.date.min),
        )
        return Ruling(VERDICTS[best.verdict], best.refer_to, best.legal_basis, best.verified, best)
