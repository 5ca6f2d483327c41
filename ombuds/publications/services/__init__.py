"""The verbs of publishing. Each takes `actor`, refuses early, and writes change and record in one transaction."""

from ombuds.publications.services.checking import check, findings_of
from ombuds.publications.services.deciding import approve, give_back, knows_a_case, review, send_to_review
from ombuds.publications.services.drafting import draft, link_case
from ombuds.publications.services.freezing import publish, withdraw
from ombuds.publications.services.recommendations import (
    changed_recommendations,
    release_recommendation,
    withdraw_recommendation,
)
from ombuds.publications.services.writing import (
    attach,
    correct,
    missing_languages,
    optional_languages,
    remove_attachment,
    required_languages,
    write,
)

__all__ = [
    "approve",
    "attach",
    "changed_recommendations",
    "check",
    "correct",
    "draft",
    "findings_of",
    "give_back",
    "knows_a_case",
    "link_case",
    "missing_languages",
    "optional_languages",
    "publish",
    "release_recommendation",
    "remove_attachment",
    "required_languages",
    "review",
    "send_to_review",
    "withdraw",
    "withdraw_recommendation",
    "write",
]
