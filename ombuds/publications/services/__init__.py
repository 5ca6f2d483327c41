"""The verbs of publishing. Each takes `actor`, refuses early, and writes change and record in one transaction."""

from ombuds.publications.services.attacking import attack, last_run
from ombuds.publications.services.checking import check, findings_of, is_cleared, override_of
from ombuds.publications.services.clearing import clear, keep_tables
from ombuds.publications.services.deciding import (
    approve,
    give_back,
    knows_a_case,
    override,
    review,
    send_to_review,
)
from ombuds.publications.services.drafting import draft, link_case, pull_facts
from ombuds.publications.services.freezing import public_key, publish, withdraw
from ombuds.publications.services.recommendations import (
    changed_recommendations,
    release_recommendation,
    withdraw_recommendation,
)
from ombuds.publications.writing import (
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
    "attack",
    "changed_recommendations",
    "check",
    "clear",
    "correct",
    "draft",
    "findings_of",
    "give_back",
    "is_cleared",
    "keep_tables",
    "knows_a_case",
    "last_run",
    "link_case",
    "missing_languages",
    "optional_languages",
    "override",
    "override_of",
    "public_key",
    "publish",
    "pull_facts",
    "release_recommendation",
    "remove_attachment",
    "required_languages",
    "review",
    "send_to_review",
    "withdraw",
    "withdraw_recommendation",
    "write",
]
