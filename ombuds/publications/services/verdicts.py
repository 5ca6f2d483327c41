"""A verdict in two forms: one to keep and hand out, without anything of a case; one of advice, for the writer only."""

import hashlib
from collections.abc import Sequence
from typing import Any

from ombuds.deidentification.engine import Finding
from ombuds.deidentification.gate import Attempt
from ombuds.deidentification.intruder import Verdict
from ombuds.publications.services.parts import Parts


def public_form(attempt: Attempt, verdict: Verdict, parts: Parts) -> dict[str, Any]:
    """Facts as kinds with their k, sentences by position and hash, true values by position and kind.

    With the text, the base and the seed anyone can compute it again with `ombuds privacy attack`.
    """
    texts = dict(attempt.parts)
    return {
        "facts": {
            "k": verdict.facts.k,
            "attackers": {
                a.name: {
                    "k": a.k,
                    "probability": round(a.probability, 6),
                    "needed": a.needed,
                    "allowed": a.allowed,
                    "passed": a.passed,
                }
                for a in verdict.facts.attacks
            },
            "singling_out": [
                {
                    "where": s.where,
                    "start": s.start,
                    "end": s.end,
                    "kind": s.kind,
                    "k": s.k,
                    "k_if_dropped": s.k_if_dropped,
                    "k_if_coarsened": s.k_if_coarsened,
                }
                for s in verdict.facts.singling_out
            ],
        },
        "wording": {
            "rank": verdict.wording.rank,
            "score": round(verdict.wording.score, 4),
            "sentences": [
                {"where": m.where, "start": m.start, "end": m.end, "sha256": _hash(texts.get(m.where, "")[m.start : m.end]),
                 "kind": m.kind, "words_in_a_row": len(m.run.split()), "shared_by": m.shared_by}
                for m in verdict.wording.sentences
            ],
        },
        "combined": {"rank": verdict.rank, "probability": round(verdict.probability, 6), "places": dict(verdict.places)},
        "true_values": [*map(_of_finding, attempt.findings), *_of_others(verdict, attempt.findings)],
        "unread_files": len(parts.unread),
        "places_in_pictures": len(parts.placed),
        "together": len(verdict.together),
        "passed": attempt.passed and not parts.unread and not parts.placed,
        "attack": {
            "version": verdict.attack_version,
            "seed": verdict.seed,
            "base_size": verdict.base_size,
            "base_digest": verdict.base_digest,
        },
        "checked": {"sha256": attempt.digest, "parts": {where: _hash(text) for where, text in attempt.parts}},
    }  # fmt: skip


def advice_of(attempt: Attempt, verdict: Verdict) -> dict[str, Any]:
    """What to change. The words of the text itself are found by position; no words of a case are in it."""
    return {
        "proposals": [
            {
                "where": p.where,
                "start": p.start,
                "end": p.end,
                "kind": p.kind,
                "replacement": p.replacement,
                "gain": round(p.gain, 3),
                "reason": p.reason,
            }
            for p in verdict.proposals
        ],
        "singling": [
            {"where": s.where, "start": s.start, "end": s.end, "kind": s.kind, "k": s.k,
             "k_if_dropped": s.k_if_dropped, "k_if_coarsened": s.k_if_coarsened, "coarser": s.coarser}
            for s in verdict.facts.singling_out
        ],
        "matches": [
            {"where": m.where, "start": m.start, "end": m.end, "kind": m.kind, "case": m.case,
             "words": len(m.run.split()), "shared_by": m.shared_by}
            for m in verdict.wording.sentences
        ],
        "true_values": [*map(_of_finding, attempt.findings), *_of_others(verdict, attempt.findings)],
        "why": [reason.as_json() for reason in verdict.why],
        "together": list(verdict.together),
        "rare_sets": [list(names) for names in verdict.facts.rare_sets],
    }  # fmt: skip


def _of_finding(finding: Finding) -> dict[str, Any]:
    return {
        "where": finding.where,
        "start": finding.start,
        "end": finding.start + len(finding.text),
        "kind": str(finding.kind),
        "certain": finding.certain,
        "linked": True,
    }


def _of_others(verdict: Verdict, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Identifiers of other cases; those that the linked cases know too are listed already."""
    listed = {(f.where, at) for f in findings for at in range(f.start, f.start + len(f.text))}
    return [
        {"where": v.where, "start": v.start, "end": v.end, "kind": str(v.kind), "certain": v.certain, "linked": False}
        for v in verdict.true_values
        if (v.where, v.start) not in listed
    ]  # fmt: skip


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
