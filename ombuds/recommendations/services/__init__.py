"""The verbs of recommendations. Each takes `actor`, refuses early, and writes change and record in one transaction."""

from ombuds.recommendations.services.chains import chain_of, relate, timeline
from ombuds.recommendations.services.effects import (
    cases_of_month,
    count_months,
    forget_effect,
    measure_effect,
)
from ombuds.recommendations.services.following import (
    change_status,
    record_answer,
    record_finding,
    tick,
)
from ombuds.recommendations.services.letters import letter_text, write_letter
from ombuds.recommendations.services.plans import promise, report_progress, settle_measure
from ombuds.recommendations.services.reminders import remind
from ombuds.recommendations.services.writing import (
    add_source,
    create,
    issue,
    send_for_comment,
    update,
    write_text,
)

__all__ = [
    "add_source",
    "cases_of_month",
    "chain_of",
    "change_status",
    "count_months",
    "create",
    "forget_effect",
    "issue",
    "letter_text",
    "measure_effect",
    "promise",
    "record_answer",
    "record_finding",
    "relate",
    "remind",
    "report_progress",
    "send_for_comment",
    "settle_measure",
    "tick",
    "timeline",
    "update",
    "write_letter",
    "write_text",
]
