"""The verbs of a case. Each takes `actor`, refuses early, and writes change and record in one transaction."""

from ombuds.cases.services.clocks import (
    clock_explanation,
    council_of_state_of,
    meet_clock,
    start_clock,
    tick,
)
from ombuds.cases.services.content import (
    ChangedMeanwhile,
    add_document,
    add_grievance,
    add_note,
    add_party,
    change_case,
    change_grievance,
    change_party,
    reclassify,
    show_paper,
    store_documents,
)
from ombuds.cases.services.creation import create_case, new_code, next_reference
from ombuds.cases.services.linking import earlier_cases, link, linked_cases, merge
from ombuds.cases.services.moving import MoveNotAllowed, move, possible_acts
from ombuds.cases.services.people import assign, assign_many, lift_wall, raise_wall
from ombuds.cases.services.retention import (
    apply_retention,
    destroy,
    due_for_destruction,
    place_hold,
    policy_change,
    release_hold,
)

__all__ = [
    "ChangedMeanwhile",
    "MoveNotAllowed",
    "add_document",
    "add_grievance",
    "add_note",
    "add_party",
    "apply_retention",
    "assign",
    "assign_many",
    "change_case",
    "change_grievance",
    "change_party",
    "clock_explanation",
    "council_of_state_of",
    "create_case",
    "destroy",
    "due_for_destruction",
    "earlier_cases",
    "lift_wall",
    "link",
    "linked_cases",
    "meet_clock",
    "merge",
    "move",
    "new_code",
    "next_reference",
    "place_hold",
    "policy_change",
    "possible_acts",
    "raise_wall",
    "reclassify",
    "release_hold",
    "show_paper",
    "start_clock",
    "store_documents",
    "tick",
]
