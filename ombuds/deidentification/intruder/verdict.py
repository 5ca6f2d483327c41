"""What the attack found, in values that can be stored, shown and recomputed."""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class TrueValue:
    """An identifier of a case in the base that the text still holds. `case` and `text` are for staff only."""

    where: str
    start: int
    end: int
    kind: str
    text: str
    case: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Singling:
    """A fact told, and how many cases fit when it is left out or told one step more coarsely."""

    where: str
    start: int
    end: int
    text: str
    kind: str
    value: str
    k: int
    k_if_dropped: int
    k_if_coarsened: int
    coarser: str = ""


@dataclass(frozen=True, slots=True)
class Attack:
    """One attacker's result: `k` cases fit, the best guess has `probability` of being the true one."""

    name: str
    k: int
    probability: float
    needed: int
    allowed: float
    passed: bool
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactsResult:
    k: int
    attacks: tuple[Attack, ...] = ()
    singling_out: tuple[Singling, ...] = ()
    rare_sets: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence of the publication that stands too close to one of a case; `case_sentence` is for staff who may read that case."""

    where: str
    start: int
    end: int
    sentence: str
    case: str
    case_sentence: str
    run: str
    kind: str
    score: float
    shared_by: int = 1


@dataclass(frozen=True, slots=True)
class WordingResult:
    rank: int
    score: float
    sentences: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a text does not pass: a code of lexicon/reasons.csv and the values of its sentence."""

    code: str
    values: tuple[tuple[str, object], ...] = ()

    def as_json(self) -> dict[str, object]:
        return {"code": self.code, **dict(self.values)}


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change that helps: `kind` is drop, coarsen, rewrite or merge; offsets are those of the part named by `where`."""

    where: str
    start: int
    end: int
    sentence: str
    kind: str
    replacement: str
    gain: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    true_values: tuple[TrueValue, ...]
    facts: FactsResult
    wording: WordingResult
    rank: int
    probability: float
    passed: bool
    why: tuple[Reason, ...]
    proposals: tuple[Proposal, ...]
    candidates: tuple[tuple[str, float], ...]
    attack_version: str
    seed: int
    base_size: int
    base_digest: str
    truth: tuple[str, ...] = ()
    together: tuple[str, ...] = field(default=())
    places: tuple[tuple[str, int], ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """In English; `spelling_out.said` says them in other languages."""
        return self.reasons_in("en")

    def reasons_in(self, language: str) -> tuple[str, ...]:
        from ombuds.deidentification.intruder.spelling_out import said  # it needs `Reason` from here

        return tuple(said(reason, language) for reason in self.why)

    def as_json(self, language: str = "en") -> dict[str, Any]:
        """The form that `ombuds privacy attack --json` prints; its sentences in `language`: nl, fr, en or de."""
        from ombuds.deidentification.intruder.spelling_out import why_proposed  # it needs `Reason` from here

        return {
            "facts": {
                "k": self.facts.k,
                "singling_out": [asdict(s) for s in self.facts.singling_out],
                "attackers": {a.name: asdict(a) for a in self.facts.attacks},
                "rare_sets": [list(names) for names in self.facts.rare_sets],
            },
            "wording": {
                "rank": self.wording.rank,
                "score": round(self.wording.score, 4),
                "sentences": [asdict(m) for m in self.wording.sentences],
            },
            "combined": {
                "rank": self.rank,
                "probability": round(self.probability, 6),
                "places": dict(self.places),
                "case": self.candidates[0][0] if self.candidates else None,
                "candidates": [{"case": case, "probability": round(p, 6)} for case, p in self.candidates],
            },
            "true_values": [asdict(v) for v in self.true_values],
            "passed": self.passed,
            "reasons": list(self.reasons_in(language)),
            "why": [reason.as_json() for reason in self.why],
            "proposals": [asdict(p) | {"because": why_proposed(p.reason, language)} for p in self.proposals],
            "together": list(self.together),
            "truth": list(self.truth),
            "attack": {
                "version": self.attack_version,
                "seed": self.seed,
                "base_size": self.base_size,
                "base_digest": self.base_digest,
            },
        }
