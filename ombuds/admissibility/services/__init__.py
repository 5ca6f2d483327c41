"""The verbs of deciding. Each refuses early with a sentence and writes change and record in one transaction."""

from ombuds.admissibility.services.checking import Choice
from ombuds.admissibility.services.deciding import (
    decide_admissibility,
    decide_competence,
)
from ombuds.admissibility.services.destroying import destroy_content
from ombuds.admissibility.services.executing import act_that_follows, carry_out
from ombuds.admissibility.services.first_line import (
    answer_awaited_until,
    return_from_first_line,
    tick,
)
from ombuds.admissibility.services.reading import approve, send_back
from ombuds.admissibility.services.reviewing import ask_review, decide_review
from ombuds.admissibility.services.suspending import resume, suspend
from ombuds.admissibility.services.withdrawing import withdraw

__all__ = [
    "Choice",
    "act_that_follows",
    "answer_awaited_until",
    "approve",
    "ask_review",
    "carry_out",
    "decide_admissibility",
    "decide_competence",
    "decide_review",
    "destroy_content",
    "resume",
    "return_from_first_line",
    "send_back",
    "suspend",
    "tick",
    "withdraw",
]
