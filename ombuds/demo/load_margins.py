"""What stands in the margin of a case: notes, ties to other cases, walls, holds, new kinds; and what search looks through."""

import datetime as dt

from ombuds.audit.services import Record
from ombuds.cases.models import Case, Hold, Link, Note, Reclassification, SearchText, Wall
from ombuds.cases.terms import Act, Kind, LinkKind
from ombuds.demo import words
from ombuds.demo.bulk import insert
from ombuds.demo.load_cases import staff_language, subject_of
from ombuds.demo.world import Made, World
from ombuds.intake.services.receiving import searchable
from ombuds.lib.text import fold, stems


def load(world: World, sources: dict[int, str]) -> None:
    """Write the margins. `sources`: case number → name of its submission's text."""
    notes = _notes(world)
    _links(world)
    _walls(world)
    _holds(world)
    _reclassified(world)
    _search(world, sources, notes)


def _notes(world: World) -> list[Note]:
    rows = []
    for made in world.made:
        plan, rng = made.plan, made.plan.rng("notes")
        handler = made.case.handler
        if handler is None or plan.flags.get("legacy"):
            continue
        inner = plan.steps[2:] or plan.steps[-1:]
        for step in rng.sample(inner, min(len(inner), rng.choice([0, 0, 1, 1, 2]))):
            text = rng.choice(words.load(f"staff/{staff_language(plan)}")["notes"])
            at = max(plan.received, step.at - dt.timedelta(minutes=rng.randrange(5, 300)))
            rows.append(Note(case=made.case, author=handler, at=at, text=text))
            world.note(Act.NOTE, handler, made, at)
    return insert(rows)


def _links(world: World) -> None:
    """Merged cases, the campaign's senders, some of the series, people who came back."""
    rows: list[Link] = []
    first: dict[str, Case] = {}
    by_person: dict[tuple[str, str], Made] = {}
    for made in world.made:
        plan, case = made.plan, made.case
        actor, at = world.people["ilias"], plan.steps[min(1, len(plan.steps) - 1)].at
        if case.merged_into is not None:
            rows.append(
                Link(case=case, other=case.merged_into, kind=LinkKind.MERGED, at=plan.steps[-1].at, by=actor)
            )
        if plan.series:
            earlier = first.setdefault(plan.series, case)
            kind = LinkKind.DUPLICATE if plan.series == "campaign" else LinkKind.SAME_CAUSE
            if earlier is not case and (plan.series == "campaign" or plan.number % 3 == 0):
                rows.append(Link(case=case, other=earlier, kind=kind, at=at, by=actor))
        person = (plan.person.name, plan.person.street)
        before = by_person.setdefault(person, made)
        if before is not made and case.merged_into is None and not plan.series:
            rows.append(Link(case=case, other=before.case, kind=LinkKind.EARLIER, at=at, by=actor))
    for row in insert(rows):
        data = {"kind": str(row.kind), "other": row.other_id}
        world.trail.append(Record(Act.LINK, row.by, row, row.case_id, data, row.at))


def _walls(world: World) -> None:
    """Veerle knows somebody; Karim's wife works for the municipality complained about."""
    reasons = {
        "veerle": "De klager is een buur.",
        "karim": "Ma compagne travaille pour ce service.",
    }
    open_cases = [m for m in world.made if m.case.is_active and m.case.handler is not None]
    rows = []
    for key, reason in reasons.items():
        user = world.people[key]
        for made in [m for m in open_cases if m.case.handler_id != user.pk][: 2 if key == "veerle" else 1]:
            at = made.plan.steps[-1].at
            rows.append(
                Wall(
                    case=made.case,
                    user=user,
                    reason=reason,
                    raised_at=at,
                    raised_by=world.people["hannelore"],
                )
            )
            world.note(Act.WALL, world.people["hannelore"], made, at)
    insert(rows)


def _holds(world: World) -> None:
    """Files that a court still wants."""
    held = [m for m in world.made if m.plan.flags.get("legacy") == "held"]
    held += [m for m in world.made if m.plan.fate == "suspended" and m.case.closed_at][:2]
    rows = []
    for made in held:
        at = max(made.plan.steps[-1].at, world.now - dt.timedelta(days=60))
        rows.append(
            Hold(
                case=made.case,
                reason="Gevraagd door de rechtbank – demandé par le tribunal",
                placed_at=at,
                placed_by=world.people["marianne"],
            )
        )
        world.note(Act.HOLD, world.people["marianne"], made, at)
    insert(rows)


def _reclassified(world: World) -> None:
    """Questions that turned out to be complaints: the first kind stays on record."""
    chosen = [
        m
        for m in world.made
        if m.plan.kind == Kind.COMPLAINT and m.plan.number % 97 == 5 and len(m.plan.steps) > 2
    ]
    rows = []
    for made in chosen:
        at, by = made.plan.steps[1].at, world.actor("intake", made.plan)
        made.case.first_kind = Kind.INFORMATION_REQUEST
        reason = {
            "nl": "Uit het gesprek blijkt een grief tegen de dienst.",
            "fr": "L'entretien montre un grief contre le service.",
        }
        rows.append(
            Reclassification(
                case=made.case,
                from_kind=Kind.INFORMATION_REQUEST,
                to_kind=Kind.COMPLAINT,
                reason=reason[staff_language(made.plan)],
                at=at,
                by=by,
            )
        )
        world.note(Act.RECLASSIFY, by, made, at, **{"from": "information_request", "to": "complaint"})
    Case.objects.bulk_update([m.case for m in chosen], ["first_kind"])
    insert(rows)


def _search(world: World, sources: dict[int, str], notes: list[Note]) -> None:
    """The rows that `cases.search` would have written: the case's own fields, the submission, the notes."""
    rows = []
    for made in world.made:
        plan, case = made.plan, made.case
        if plan.flags.get("legacy") == "destroyed":
            continue
        parts = [case.reference, case.subject]
        for party in (made.complainant, made.representative):
            if party is not None:
                parts += [party.full_name, party.organisation, party.email, party.town]
        for grievance in made.grievances:
            names = " ".join(map(str, grievance.body.names.values())) if grievance.body else ""
            parts += [grievance.summary, grievance.body_as_written, names]
        text = " ".join(part for part in parts if part)
        rows.append(SearchText(case=case, source="cases.case", stems=stems(text), plain=fold(text)[:2000]))
        if case.pk in sources:
            said = searchable(
                {"text": plan.text.body, "body_text": plan.service_written, "wish": subject_of(plan)}
            )
            rows.append(SearchText(case=case, source=sources[case.pk], stems=stems(said)))
    rows += [
        SearchText(case=note.case, source=f"cases.note:{note.pk}", stems=stems(note.text)) for note in notes
    ]
    insert(rows)
