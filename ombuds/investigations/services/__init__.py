"""The verbs of investigating. Each takes `actor`, refuses early, and writes change and record in one transaction."""

from ombuds.investigations.services.evidence import add_evidence, add_step, finish_step
from ombuds.investigations.services.findings import (
    assess_grievance,
    current_findings,
    norms_for,
    record_finding,
    suggested_assessment,
)
from ombuds.investigations.services.hearing import answer_inquiry, ask_services
from ombuds.investigations.services.inquiries import (
    add_inquiry_finding,
    change_inquiry,
    join_inquiry,
    leave_inquiry,
    move_inquiry,
    open_inquiry,
)
from ombuds.investigations.services.mediation import propose_solution, record_position
from ombuds.investigations.services.outcomes import (
    approve_outcome,
    propose_outcome,
    return_outcome,
    suggested_outcome,
)
from ombuds.investigations.services.remedies import check_remedy, record_service_word, request_remedy

__all__ = [
    "add_evidence",
    "add_inquiry_finding",
    "add_step",
    "answer_inquiry",
    "approve_outcome",
    "ask_services",
    "assess_grievance",
    "change_inquiry",
    "check_remedy",
    "current_findings",
    "finish_step",
    "join_inquiry",
    "leave_inquiry",
    "move_inquiry",
    "norms_for",
    "open_inquiry",
    "propose_outcome",
    "propose_solution",
    "record_finding",
    "record_position",
    "record_service_word",
    "request_remedy",
    "return_outcome",
    "suggested_assessment",
    "suggested_outcome",
]
