"""What the invented people sent or said, word for word."""

import uuid
from typing import Any

from ombuds.audit.models import Actor
from ombuds.cases.terms import Channel
from ombuds.demo import words
from ombuds.demo.bulk import insert
from ombuds.demo.plan import CasePlan
from ombuds.demo.world import Made, World
from ombuds.intake.models import Submission
from ombuds.intake.terms import Act

BY_STAFF = (Channel.PHONE, Channel.VISIT, Channel.LETTER, Channel.OMBUDSMAN)
SPOKEN = {
    "nl": "Genoteerd tijdens het gesprek, in de woorden van de persoon:",
    "fr": "Noté pendant l'entretien, dans les mots de la personne :",
    "en": "Written down during the conversation, in the person's words:",
    "de": "Während des Gesprächs notiert, in den Worten der Person:",
}


def load(world: World) -> dict[int, str]:
    """Write the submissions. Returns case number → source of the searchable text."""
    pairs = [
        (made, _submission(world, made))
        for made in world.made
        if made.plan.flags.get("legacy") != "destroyed"
    ]
    insert([row for _made, row in pairs])
    for made, row in pairs:
        by_staff = row.registered_by
        action = Act.REGISTER if by_staff else Act.RECEIVE
        world.note(action, by_staff or Actor.COMPLAINANT, made, made.plan.received, subject=row)
    return {made.case.pk: f"intake.submission:{row.pk}" for made, row in pairs}


def _submission(world: World, made: Made) -> Submission:
    plan = made.plan
    return Submission(
        key=uuid.UUID(int=plan.rng("submission").getrandbits(128), version=4), office=world.office, case=made.case,
        channel=plan.channel, language=plan.language, fields=_fields(plan), received_at=plan.received,
        source="oud-register" if plan.channel == Channel.IMPORT else "",
        source_id=f"R-{plan.number:05}" if plan.channel == Channel.IMPORT else "",
        registered_by=world.actor("intake", plan) if plan.channel in BY_STAFF else None, created_at=plan.received,
    )  # fmt: skip


def _fields(plan: CasePlan) -> dict[str, Any]:
    """Question → answer for the form; what stood on paper or was said for the rest."""
    person, lang = plan.person, plan.written_in
    if plan.channel in (Channel.PHONE, Channel.VISIT):
        return {"notes": f"{SPOKEN[lang]}\n\n{plan.text.body}", "body_text": plan.service_written}
    if plan.channel != Channel.WEB:
        return {"subject": plan.text.title, "text": plan.text.body, "body_text": plan.service_written}
    fields: dict[str, Any] = {
        "language": plan.language, "body_text": plan.service_written, "text": plan.text.body,
        "wish": words.fill(plan.rng("wish").choice(words.problems()[plan.problem][lang]["asks"]), plan.slots(lang).values()),
        "contacted": "yes" if plan.went_first else "no", "facts_on": plan.dates[0].isoformat(),
        "first_name": person.first, "last_name": person.last, "organisation": person.organisation, "email": person.email,
        "phone": person.phone, "street": person.street, "postcode": person.postcode, "town": person.town,
        "page_language": lang if lang != "de" else "fr", "files": [],
    }  # fmt: skip
    if plan.went_first:
        fields |= {
            "answered": plan.rng("answered").choice(["no_answer", "not_satisfied"]),
            "contacted_on": plan.dates[1].isoformat(),
        }
    return fields
