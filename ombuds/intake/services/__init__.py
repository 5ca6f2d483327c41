"""The verbs of intake. Each takes `actor` and writes change and record in one transaction."""

from ombuds.intake.services.drafts import forget_drafts
from ombuds.intake.services.receiving import (
    NotComplete,
    add_to_case,
    destroy_content,
    register,
    send,
)

__all__ = [
    "NotComplete",
    "add_to_case",
    "destroy_content",
    "forget_drafts",
    "register",
    "send",
]
