"""What a case tells, from its fields and its texts, as keys of the index."""

from dataclasses import dataclass

from ombuds.deidentification.intruder.case import BaseCase


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """`values`: "kind=value"; `days`: ordinals; `amounts`: cents."""

    values: frozenset[str] = frozenset()
    days: frozenset[int] = frozenset()
    amounts: frozenset[int] = frozenset()


def facts_of(case: BaseCase) -> CaseFacts:
    return CaseFacts(frozenset(f"{kind}={v.lower()}" for kind, values in case.facts.items() for v in values))
