"""The clocks of a case after all that happened to it: the same starts, stops and pauses as `clocks.follow` makes."""

import datetime as dt
from dataclasses import dataclass, field

from ombuds.cases import clockwork
from ombuds.cases.models import Clock, ClockPause
from ombuds.cases.services.clocks import refresh_next_due, snapshot_of
from ombuds.cases.terms import Channel
from ombuds.cases.workflow import MOVES, CaseAct, State
from ombuds.demo.bulk import insert
from ombuds.demo.journeys import Step
from ombuds.demo.plan import CasePlan
from ombuds.demo.world import Made, World


@dataclass
class Run:
    """A clock and the times in which it stood still."""

    clock: Clock
    pauses: list[clockwork.Pause] = field(default_factory=list)

    @property
    def is_running(self) -> bool:
        return self.clock.met_on is None

    def stand_still(self, day: dt.date) -> None:
        if self.is_running and self.clock.snapshot["pauses"]:
            self.pauses.append((day, None))

    def go_on(self, day: dt.date) -> None:
        self.pauses = [(since, until or day) for since, until in self.pauses]

    def meet(self, day: dt.date) -> None:
        self.clock.met_on = day
        self.go_on(day)

    def due(self, world: World) -> dt.date | None:
        kept = self.clock.snapshot
        rule = clockwork.Rule(kept["amount"], kept["unit"], kept["counts_first_day"], kept["roll_over"])
        return clockwork.due(rule, self.clock.started_on, world.calendar, self.pauses).day


def load(world: World) -> None:
    """Write the clocks of all cases."""
    runs = [run for made in world.made for run in simulate(world, made)]
    insert([run.clock for run in runs])
    insert(
        [
            ClockPause(clock=run.clock, since=since, until=until, reason="suspended")
            for run in runs
            for since, until in run.pauses
        ]
    )
    refresh_next_due()


def simulate(world: World, made: Made) -> list[Run]:
    """Day by day through the moves of one case."""
    plan = made.plan
    runs: list[Run] = []
    for code in ("ack", "triage"):
        _start(world, made, code, plan.received.date(), runs)
    if acknowledged := acknowledged_at(world, plan):
        _meet("ack", acknowledged.date(), runs)
    for step in plan.steps[1:]:
        _follow(world, made, step, runs)
    for run in runs:
        run.clock.due_on = run.due(world)
        if run.is_running and run.clock.due_on and run.clock.due_on < world.today:
            run.clock.overdue_at = run.clock.warned_at = world.now
    return runs


def _follow(world: World, made: Made, step: Step, runs: list[Run]) -> None:
    move, day = MOVES[(State(step.before), CaseAct(step.act))], step.at.date()
    for run in runs:
        if step.act == CaseAct.SUSPEND:
            run.stand_still(day)
        elif step.act == CaseAct.RESUME:
            run.go_on(day)
    for code in move.stops:
        _meet(code, day, runs)
    for code in move.starts:
        _start(world, made, code, day, runs)


def _start(world: World, made: Made, code: str, day: dt.date, runs: list[Run]) -> None:
    rule = world.clock_rule(code, day)
    if rule is not None and all(run.clock.rule != code for run in runs if run.is_running):
        runs.append(Run(Clock(case=made.case, rule=code, snapshot=snapshot_of(rule), started_on=day)))


def _meet(code: str, day: dt.date, runs: list[Run]) -> None:
    for run in runs:
        if run.is_running and code in ("*", run.clock.rule):
            run.meet(day)


def acknowledged_at(world: World, plan: CasePlan) -> dt.datetime | None:
    """When L1 left: at once for the form, else within days; now and then too late; None when not yet."""
    rng = plan.rng("ack")
    if plan.channel == Channel.WEB:
        moment = plan.received + dt.timedelta(minutes=1)
    else:
        late = rng.random() < 0.03
        moment = plan.received + dt.timedelta(days=rng.uniform(8, 12) if late else rng.uniform(0.1, 3))
    return moment if moment <= world.now else None
