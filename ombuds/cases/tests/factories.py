"""Cases for tests, put straight into a state."""

from typing import Any

from ombuds.audit.models import Actor
from ombuds.authorities.models import Body
from ombuds.cases.models import Case
from ombuds.cases.services import create_case
from ombuds.cases.workflow import ENDED, State
from ombuds.lib.today import now, today
from ombuds.office.models import Office

PERSON: dict[str, Any] = {
    "first_name": "Fatiha",
    "last_name": "Van den Ölme-Benali",
    "email": "fatiha@people.example",
    "phone": "+32 455 00 00 01",
    "street": "Verzonnenstraat 12",
    "postcode": "1070",
    "town": "Anderlecht",
    "language": "fr",
}


def body_named(code: str) -> Body:
    """A body of the register, or an invented one with that code."""
    names = {"nl": code.title(), "fr": code.title(), "en": code.title()}
    body, _created = Body.objects.get_or_create(
        code=code,
        defaults={"names": names, "kind": Body.Kind.AGENCY, "level": "region"},
    )
    return body


def case_in_state(office: Office, state: str, *, body: str = "parking-brussels", **fields: Any) -> Case:
    """A complaint of the invented person about a body, in any state, without walking the way there."""
    person = fields.pop("person", PERSON)
    handler = fields.pop("handler", None)
    fields.setdefault("language", "fr")
    fields.setdefault("letter_language", "fr")
    case = create_case(
        office=office,
        channel=fields.pop("channel", "web"),
        actor=Actor.VISITOR,
        subject=fields.pop("subject", "Fine while the permit was being renewed"),
        parties=[person] if person else [],
        grievances=[{"body": body_named(body), "summary": "A fine in spite of a request"}],
        notify=False,
        **fields,
    )
    changes: dict[str, Any] = {
        "state": state,
        "handler": handler,
        "team": handler.team if handler else None,
    }
    if State(state) in ENDED:
        changes["closed_at"] = now()
    if state == State.SUSPENDED:
        changes["suspended_from"] = today()
    Case.objects.filter(pk=case.pk).update(**changes)
    case.refresh_from_db()
    return case
