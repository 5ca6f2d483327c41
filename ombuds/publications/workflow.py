"""Draft, review, approval, publication: one table."""

from ombuds.publications.terms import State

S = State
MOVES: dict[State, frozenset[State]] = {
    S.DRAFT: frozenset({S.IN_REVIEW}),
    S.IN_REVIEW: frozenset({S.REVIEWED, S.DRAFT}),
    S.REVIEWED: frozenset({S.APPROVED, S.DRAFT}),
    S.APPROVED: frozenset({S.PUBLISHED, S.DRAFT}),
    S.PUBLISHED: frozenset({S.WITHDRAWN}),
    S.WITHDRAWN: frozenset(),
}
# The text may change only here; a change after a review sends it back to the start.
EDITABLE = frozenset({S.DRAFT})


def may_follow(old: str, new: str) -> bool:
    return State(new) in MOVES[State(old)]
