"""Which status may follow which: one table, tried pair by pair in a test."""

from ombuds.recommendations.terms import Status

S = Status
OPEN_ANSWER = frozenset({S.ISSUED, S.ANSWER_DUE, S.NO_ANSWER})
ANSWERED = frozenset({S.ACCEPTED, S.PARTLY_ACCEPTED, S.REJECTED_WITH_REASONS})
FOLLOWED = frozenset(
    {S.IN_EXECUTION, S.IMPLEMENTED, S.PARTLY_IMPLEMENTED, S.OVERTAKEN_BY_EVENTS, S.NOT_IMPLEMENTED}
)
FINAL = frozenset({S.CLOSED_BY_OMBUDSMAN})
# Still asking something of someone: shown as open and counted as pending.
PENDING = frozenset({*OPEN_ANSWER, *ANSWERED, S.IN_EXECUTION, S.PARTLY_IMPLEMENTED}) - {
    S.REJECTED_WITH_REASONS
}

MOVES: dict[Status, frozenset[Status]] = {
    S.DRAFT: frozenset({S.SENT_FOR_COMMENT, S.ISSUED}),
    S.SENT_FOR_COMMENT: frozenset({S.DRAFT, S.ISSUED}),
    S.ISSUED: frozenset({S.ANSWER_DUE, *ANSWERED, *FOLLOWED, *FINAL}),
    S.ANSWER_DUE: frozenset({S.NO_ANSWER, *ANSWERED, *FOLLOWED, *FINAL}),
    S.NO_ANSWER: frozenset({*ANSWERED, *FOLLOWED, *FINAL}),
    S.ACCEPTED: frozenset({*FOLLOWED, *FINAL}),
    S.PARTLY_ACCEPTED: frozenset({S.ACCEPTED, *FOLLOWED, *FINAL}),
    S.REJECTED_WITH_REASONS: frozenset({S.ACCEPTED, S.PARTLY_ACCEPTED, *FOLLOWED, *FINAL}),
    **{status: frozenset({*FOLLOWED, *FINAL}) - {status} for status in FOLLOWED},
    S.CLOSED_BY_OMBUDSMAN: frozenset(FOLLOWED),
}


def may_follow(old: str, new: str) -> bool:
    return Status(new) in MOVES[Status(old)]


def was_issued(status: str) -> bool:
    return status not in (S.DRAFT, S.SENT_FOR_COMMENT)
