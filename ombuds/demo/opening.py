"""Opening the invented office: the profile, the people, three years of work, the persons to walk in with."""

import datetime as dt
import io
import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.core.management import call_command
from django.db import transaction

from ombuds.audit.services import record_many
from ombuds.cases.models import Case
from ombuds.cases.services.creation import CODE_PURPOSE
from ombuds.cases.workflow import ACTIVE, State
from ombuds.demo import (
    load_cases,
    load_decisions,
    load_findings,
    load_intake,
    load_letters,
    load_margins,
    load_outward,
    load_papers,
    load_publications,
)
from ombuds.demo.plan import BRUSSELS, CasePlan, plan_cases
from ombuds.demo.staff import hire
from ombuds.demo.world import World
from ombuds.lib import tokens
from ombuds.lib.today import now
from ombuds.office.models import Office
from ombuds.office.services import current_office

Say = Callable[[str], None]
OFFICE = "brussels"


@dataclass(frozen=True)
class Visitor:
    """A complainant whose reference and code are printed, to walk in with."""

    reference: str
    code: str
    language: str


def visitors(plans: list[CasePlan]) -> dict[uuid.UUID, str]:
    """Codes for two complainants, one in Dutch and one in French, best with a file that is in full treatment."""

    def interest(plan: CasePlan) -> tuple[bool, bool, int]:
        waiting = plan.state in (State.AWAITING_SERVICE, State.AWAITING_COMPLAINANT)
        return State(plan.state) in ACTIVE, waiting, len(plan.steps)

    found: dict[uuid.UUID, str] = {}
    for language in ("nl", "fr"):
        own = [plan for plan in plans if plan.language == language and not plan.series]
        for plan in sorted(own, key=interest)[-1:]:
            found[plan.key] = code_of(plan.key)
    return found


def code_of(key: uuid.UUID) -> str:
    """A code of the usual shape that a case of the demo always gets: it can be printed again without being stored."""
    chance = random.Random(f"code-{key}")  # of an invented case, and printed on the screen
    return "-".join("".join(chance.choice(tokens.ALPHABET) for _ in range(4)) for _ in range(4))


def open_office(count: int, seed: int, say: Say) -> World:
    """Load everything. Takes well under a minute for three thousand cases."""
    prepare(say)
    moment = now().astimezone(BRUSSELS).replace(microsecond=0)
    plans = plan_cases(count, seed, moment)
    with transaction.atomic():
        world = World(current_office(), moment, hire(moment.date()))
        say(f"{len(plans)} cases")
        load_cases.load(world, plans, visitors(plans))
        sources = load_intake.load(world)
        load_decisions.load(world)
        say("letters, questions and answers")
        letters = load_letters.load(world)
        load_papers.load(world, letters)
        load_findings.load(world)
        load_margins.load(world, sources)
        say(f"{len(world.trail)} lines of the record")
        record_many(sorted(world.trail, key=lambda line: line.at or dt.datetime.max.replace(tzinfo=dt.UTC)))
        world.trail.clear()
        say("inquiries and recommendations")
        load_outward.load(world)
        say("stories and reports for the public")
        load_publications.load(world)
        say("yearly reports")
        load_outward.load_editions(world)
    return world


def prepare(say: Say) -> None:
    """The profile and the register, when they are not there yet."""
    if not Office.objects.filter(code=OFFICE).exists():
        say("the profile of the office")
        call_command("office", "load", OFFICE, "--activate", verbosity=0, stdout=io.StringIO())


def known_visitors() -> list[Visitor]:
    """The complainants to walk in with, found again by their codes."""
    found = []
    for case in Case.objects.exclude(code_digest="").order_by("language", "pk"):
        code = code_of(case.key)
        if tokens.matches(code, case.code_digest, CODE_PURPOSE):
            found.append(Visitor(case.reference, code, case.language))
    return found
