"""What the complaint is about, as triage sees it."""

from django.db import transaction

from ombuds.accounts.models import User
from ombuds.audit.services import record
from ombuds.authorities.models import Body
from ombuds.cases import search
from ombuds.cases.models import Grievance
from ombuds.intake.terms import Act
from ombuds.lib.text import clean


def point_at_body(
    grievance: Grievance, *, actor: User, body: Body | None, body_as_written: str, summary: str
) -> Grievance:
    """Say which body of the register is meant, and in a few words what for."""
    with transaction.atomic():
        grievance.body = body
        grievance.body_as_written = clean(body_as_written)[:200]
        grievance.summary = clean(summary)[:300]
        grievance.save(update_fields=["body", "body_as_written", "summary"])
        search.index_case(grievance.case)
        record(
            Act.TRIAGE,
            actor=actor,
            subject=grievance,
            case=grievance.case,
            data={"body": body.code if body else ""},
        )
    return grievance
