"""What the loaders look up all the time, read once: the office's rows, the register, the colleagues."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ombuds.accounts.models import User
from ombuds.audit.services import Record
from ombuds.authorities.models import Body
from ombuds.cases.models import Case, Grievance, Party
from ombuds.demo import words
from ombuds.demo.plan import CasePlan
from ombuds.demo.staff import HANDLERS
from ombuds.lib.workingdays import Calendar
from ombuds.office.models import ClockRule, Ground, LetterTemplate, Norm, Office
from ombuds.office.services import closing_calendar, norm_set_on


@dataclass
class Made:
    """One planned case with the rows that were written for it."""

    plan: CasePlan
    case: Case
    complainant: Party | None = None
    representative: Party | None = None
    grievances: list[Grievance] = field(default_factory=list)

    @property
    def body(self) -> Body | None:
        return self.grievances[0].body if self.grievances else None


@dataclass
class World:
    """The office as the loaders see it. `trail` gathers what the audit has to know, in any order."""

    office: Office
    now: dt.datetime
    people: dict[str, User]
    made: list[Made] = field(default_factory=list)
    trail: list[Record] = field(default_factory=list)

    @property
    def today(self) -> dt.date:
        return self.now.date()

    @cached_property
    def calendar(self) -> Calendar:
        return closing_calendar(self.office)

    @cached_property
    def _rules(self) -> dict[str, list[ClockRule]]:
        found: dict[str, list[ClockRule]] = {}
        for rule in self.office.clockrules.order_by("-valid_from"):
            found.setdefault(rule.code, []).append(rule)
        return found

    def clock_rule(self, code: str, day: dt.date) -> ClockRule | None:
        return next((rule for rule in self._rules.get(code, []) if rule.is_valid_on(day)), None)

    @cached_property
    def _grounds(self) -> dict[str, Ground]:
        return {ground.code: ground for ground in self.office.grounds.order_by("valid_from")}

    def ground(self, code: str) -> Ground | None:
        return self._grounds.get(code)

    @cached_property
    def norms(self) -> dict[str, Norm]:
        """The norms that cases are measured by, by code."""
        chosen = norm_set_on(self.office, self.today)
        return {norm.code: norm for norm in chosen.norms.all()} if chosen else {}

    @cached_property
    def letters(self) -> dict[tuple[str, str], LetterTemplate]:
        return {(row.code, row.language): row for row in self.office.lettertemplates.order_by("valid_from")}

    @cached_property
    def _bodies(self) -> dict[str, Body]:
        return {body.code: body for body in Body.objects.all()}

    @cached_property
    def _local(self) -> dict[str, Body]:
        """Municipalities and CPAS of Brussels by "municipality:21001" and "cpas:21001"."""
        found = {}
        for place in words.places():
            for kind, wanted in (("municipality", Body.Kind.MUNICIPALITY), ("cpas", Body.Kind.WELFARE)):
                rows = [b for b in self._bodies.values() if b.kind == wanted and _is_of(b, place)]
                if rows:
                    found[f"{kind}:{place.nis}"] = rows[0]
        return found

    def body(self, code: str) -> Body | None:
        """The row of the register for a service of the plan."""
        return self._bodies.get(code) or self._local.get(code)

    def handler(self, plan: CasePlan) -> User:
        return self.people[HANDLERS[plan.handler]]

    def actor(self, who: str, plan: CasePlan) -> Any:
        """The person, or the kind of outsider, behind "handler", "intake", "complainant"…"""
        colleagues = {
            "intake": "noor" if plan.written_in == "nl" else "ilias",
            "reader": "hannelore",
            "ombudsman": "marianne",
            "records": "odile",
        }
        if who == "handler":
            return self.handler(plan)
        return self.people[colleagues[who]] if who in colleagues else who

    def note(
        self, action: Any, actor: Any, made: Made, at: dt.datetime, subject: Any = None, **data: Any
    ) -> None:
        """One line for the audit."""
        self.trail.append(
            Record(action, actor, subject if subject is not None else made.case, made.case.pk, data, at)
        )


def _is_of(body: Body, place: words.Place) -> bool:
    if place.nis in body.code:
        return True
    named = {str(body.names.get("nl", "")), str(body.names.get("fr", "")), body.place}
    return any(name.endswith((place.nl, place.fr)) for name in named if name)
