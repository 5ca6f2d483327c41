"""Which cases there were: who wrote, when, about what, and how it went. Pure and deterministic: a seed and a day in."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from ombuds.cases.terms import Channel, Kind
from ombuds.cases.workflow import ENDED, State
from ombuds.demo import hands, journeys, people, words
from ombuds.demo.journeys import Step

BRUSSELS = ZoneInfo("Europe/Brussels")
OWN_OMBUDSMAN = {
    "21009": "mediateur-ixelles",
    "21018": "mediateur-wsl",
}  # complaints about these municipalities are theirs
SERVICE_OMBUDSMAN = {"mivb": "ombudsman-mivb", "vivaqua": "ombudsman-vivaqua"}
YEAR_SHARES = (0.27, 0.35, 0.42)  # of three whole years; the running one is cut at today
MONTHS = (1.15, 1.0, 1.05, 0.95, 1.0, 1.0, 0.7, 0.72, 1.2, 1.2, 1.1, 0.8)
SEASONS = {
    "flat": (1,) * 12,
    "winter": (2, 1.8, 1.3, 0.8, 0.6, 0.5, 0.4, 0.5, 0.7, 1.1, 1.6, 2),
    "spring": (0.7, 0.9, 1.6, 1.9, 1.7, 1.2, 0.7, 0.6, 0.9, 0.9, 0.8, 0.6),
    "summer": (0.6, 0.6, 0.8, 1, 1.3, 1.6, 1.6, 1.5, 1.2, 0.8, 0.6, 0.5),
    "september": (0.7, 0.6, 0.6, 0.7, 0.7, 0.8, 0.9, 1.3, 2.4, 2, 1.3, 0.8),
    "autumn": (0.8, 0.7, 0.7, 0.7, 0.8, 0.8, 0.7, 0.9, 1.4, 1.8, 1.7, 1.3),
}
LANGUAGES = {"fr": 760, "nl": 200, "en": 22, "de": 5, "other": 9, "": 4}  # domain.md 5.4
CHANNELS = {
    Channel.WEB: 52,
    Channel.MAIL: 26,
    Channel.PHONE: 9,
    Channel.LETTER: 7,
    Channel.VISIT: 5,
    Channel.OMBUDSMAN: 2,
}
RARE_KINDS = (
    Kind.PROTECTION_REQUEST,
    Kind.PARLIAMENT_REQUEST,
    Kind.PETITION_FORWARDED,
    Kind.SYSTEMIC_INQUIRY,
)


@dataclass
class CasePlan:
    """Everything about one invented case that is decided before anything is written."""

    number: int
    key: uuid.UUID
    problem: str
    fate: str
    received: dt.datetime
    channel: str
    language: str  # of the case; "" when nobody knows
    written_in: str  # nl, fr, en or de
    person: people.Person
    service: str  # "parking-brussels", "municipality:21015", "" when none of the register
    service_written: str
    refer_to: str
    text: words.Text
    amount: float
    dates: tuple[dt.date, dt.date, dt.date]
    numbers: dict[str, int]
    service_reference: str
    steps: list[Step]
    kind: str = Kind.COMPLAINT
    first_kind: str = Kind.COMPLAINT
    series: str = ""
    handler: int = 0
    reference: str = ""
    went_first: bool = True
    flags: dict[str, Any] = field(default_factory=dict)

    @property
    def state(self) -> str:
        return self.steps[-1].after

    def rng(self, purpose: str) -> Random:
        """Chance for one purpose of this case: adding a room changes nothing elsewhere."""
        return Random(f"{self.key}:{purpose}")  # invented data must repeat; nothing secret comes of it

    def slots(self, lang: str) -> words.Slots:
        """What the sentences about this case are filled with, in either language."""
        lang = lang if lang in ("nl", "fr", "en", "de") else "fr"
        street = self.person.street.split(",")[0].rstrip("0123456789 /AB")
        service = words.service_words(self.service, lang) if self.service else words.service_words("", lang)
        return words.Slots(
            lang,
            service,
            self.person.place.name(lang),
            street,
            self.dates,
            self.amount,
            self.numbers,
            self.service_reference,
        )

    def was_open_at(self, moment: dt.datetime) -> bool:
        """Had the case arrived, and not ended?"""
        state = next((step.after for step in reversed(self.steps) if step.at < moment), "")
        return bool(state) and State(state) not in ENDED

    def at(self, act: str) -> dt.datetime | None:
        """When the act happened last, if it did."""
        return next((step.at for step in reversed(self.steps) if step.act == act), None)


def first_day(today: dt.date) -> dt.date:
    """Three years: this one and the two before."""
    return dt.date(today.year - 2, 1, 1)


def plan_cases(count: int, seed: int, now: dt.datetime) -> list[CasePlan]:
    """So many cases in the order in which they came in, with their references."""
    now = now.astimezone(BRUSSELS)
    rng = Random(f"openombuds-demo-{seed}")  # must repeat
    plans = [
        *_showcases(rng, now, count),
        *_series(rng, now, count),
        *_campaign(rng, now, count),
        *_kinds(rng, now, count),
    ]
    moments = _moments(rng, now, max(count - len(plans), 0))
    plans += [_plan(rng, now, moment) for moment in moments]
    plans = sorted(plans, key=lambda p: p.received)
    _same_people(rng, plans)
    plans = [*sorted(_legacy(rng, now), key=lambda p: p.received), *plans]
    _number(plans)
    return plans


def _moments(rng: Random, now: dt.datetime, count: int) -> list[dt.datetime]:
    """Days weighed by year, month and weekday; mails at all hours."""
    start = first_day(now.date())
    days = [start + dt.timedelta(days=n) for n in range((now.date() - start).days)]
    weights = [
        YEAR_SHARES[d.year - start.year] * MONTHS[d.month - 1] * (1.0 if d.weekday() < 5 else 0.28)
        for d in days
    ]
    picked = rng.choices(days, cum_weights=list(accumulate(weights)), k=count)
    return sorted(_at_home(rng, day) for day in picked)


def _at_home(rng: Random, day: dt.date) -> dt.datetime:
    hour = rng.choices(
        range(24), [1, 1, 0, 0, 0, 1, 2, 4, 7, 11, 12, 10, 8, 8, 9, 9, 8, 7, 6, 7, 8, 7, 5, 3]
    )[0]
    return dt.datetime(
        day.year, day.month, day.day, hour, rng.randrange(60), rng.randrange(60), tzinfo=BRUSSELS
    )


def _language(rng: Random) -> tuple[str, str]:
    """The language of the case and the one in which the words are written down."""
    language = rng.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]
    return language, language if language in ("nl", "fr", "en", "de") else rng.choice(["fr", "fr", "nl"])


def _problem(rng: Random, month: int, written_in: str) -> str:
    known = {k: p for k, p in words.problems().items() if written_in in p}
    weights = [p["weight"] * SEASONS[p["season"]][month - 1] for p in known.values()]
    return rng.choices(list(known), weights)[0]


def _plan(rng: Random, now: dt.datetime, received: dt.datetime, **fixed: Any) -> CasePlan:
    """One case. `fixed`: problem, language, fate, series, service, halt (a state), kind."""
    language, written_in = fixed.get("language") or _language(rng)
    key = fixed.get("problem") or _problem(rng, received.month, written_in)
    problem = words.problems()[key]
    channel = fixed.get("channel") or rng.choices(list(CHANNELS), list(CHANNELS.values()))[0]
    if language == "other":
        channel = rng.choice([Channel.VISIT, Channel.PHONE])
    person = people.invent(rng, written_in, organisation=rng.random() < 0.03)
    service = fixed.get("service") or _service(rng, problem, person)
    dates = _dates(rng, received.date())
    amount = _amount(rng, *problem["amount"])
    numbers = {"months": rng.randrange(3, 15), "weeks": rng.randrange(5, 19), "n": rng.randrange(4, 15)}
    plan = CasePlan(
        number=0, key=uuid.UUID(int=rng.getrandbits(128), version=4), problem=key, fate="", received=received,
        channel=channel, language=language, written_in=written_in, person=person, service=service, service_written="",
        refer_to="", text=words.Text("", ""), amount=amount, dates=dates, numbers=numbers,
        service_reference=f"{rng.choice('ABDFKMPSTV')}{rng.choice('BKLRST')}-{rng.randrange(10000, 99999)}/{received.year % 100}",
        steps=[], kind=fixed.get("kind") or problem.get("kind", Kind.COMPLAINT), series=fixed.get("series", ""),
        handler=rng.randrange(4),
    )  # fmt: skip
    plan.first_kind = plan.kind
    plan.fate = fixed.get("fate") or _fate(rng, plan, problem)
    plan.went_first = plan.fate != "first_line"
    _grounds(rng, plan)
    _write(rng, plan, problem, fixed.get("texts"))
    _walk(rng, plan, now, fixed.get("halt"))
    _flags(rng, plan)
    return plan


def _service(rng: Random, problem: dict[str, Any], person: people.Person) -> str:
    code: str = rng.choice(problem["bodies"])
    if code == "@municipality":
        return f"municipality:{person.place.nis}"
    if code == "@cpas":
        return f"cpas:{person.place.nis}"
    return f"municipality:{code[1:]}" if code[1:].isdigit() else ("" if code.startswith("@") else code)


def _dates(rng: Random, received: dt.date) -> tuple[dt.date, dt.date, dt.date]:
    """What happened, the complaint to the service, and a date that matters next."""
    happened = received - dt.timedelta(days=int(rng.triangular(40, 700, 110)))
    asked = happened + (received - happened) * rng.uniform(0.3, 0.85)
    return happened, asked, received + dt.timedelta(days=rng.randrange(-12, 40))


def _amount(rng: Random, least: int, most: int) -> float:
    amount = rng.triangular(least, most, least + (most - least) * 0.25)
    return round(amount, 2) if rng.random() < 0.35 else float(round(amount))


def _fate(rng: Random, plan: CasePlan, problem: dict[str, Any]) -> str:
    if plan.kind == Kind.INFORMATION_REQUEST:
        return "answered"
    if problem.get("fate"):
        return str(problem["fate"])
    if plan.kind == Kind.OWN_SERVICE_COMPLAINT:  # nobody else is asked
        return rng.choice(["plainly_unfounded", "plainly_unfounded", "no_reply", "withdrawn_early"])
    kind, _, nis = plan.service.partition(":")
    if nis in OWN_OMBUDSMAN and (kind == "municipality" or nis == "21009"):
        return "transferred"
    return rng.choices(list(journeys.SHARES), list(journeys.SHARES.values()))[0]


def _grounds(rng: Random, plan: CasePlan) -> None:
    """Why a case is refused, or taken although it need not be; old facts are dated accordingly. Series happened lately."""
    happened, asked, after = plan.dates
    if plan.fate == "refused":
        plan.flags["ground"] = rng.choices(["A3", "A5", "A6", "A9", "A12"], [30, 34, 12, 16, 8])[0]
    elif plan.fate in ("founded", "unfounded", "mediated") and rng.random() < 0.03:
        plan.flags["waived"] = "A3"
    if "A3" in (plan.flags.get("ground"), plan.flags.get("waived")):
        plan.dates = (happened - dt.timedelta(days=1190), asked, after)
    elif plan.series:
        received = plan.received.date()
        happened = received - dt.timedelta(days=rng.randrange(24, 62))
        plan.dates = (happened, happened + dt.timedelta(days=rng.randrange(7, 20)), after)


def _write(rng: Random, plan: CasePlan, problem: dict[str, Any], texts: dict[str, Any] | None) -> None:
    """The words of the complaint, by the hands that typed them, and to whom it is referred."""
    slots = replace(plan.slots(plan.written_in), date_style=rng.choice(["long", "long", "digits", "dots"]))
    text = words.complain(
        problem, slots, rng, went_first=plan.went_first, series=(texts or {}).get(plan.written_in)
    )
    manner = "plain" if plan.channel in (Channel.PHONE, Channel.VISIT) else rng.choice(hands.MANNERS)
    body = hands.retype(text.body, manner, plan.written_in, rng)
    if plan.channel in (Channel.MAIL, Channel.LETTER):
        body = f"{body}\n\n{plan.person.name}"
    title = hands.retype(text.title, manner if manner != "mistakes" else "plain", plan.written_in, rng)
    plan.text = words.Text(title, body, text.fact)
    own = problem[plan.written_in]
    plan.service_written = own["written"][text.fact] if "written" in own else slots.service
    nis = plan.service.partition(":")[2]
    if "refer" in own:
        plan.refer_to = own["refer"][text.fact]
        plan.fate = "redirected" if plan.refer_to == "vredegerecht" else "transferred"
    elif plan.fate == "transferred":
        plan.refer_to = SERVICE_OMBUDSMAN.get(plan.service) or OWN_OMBUDSMAN.get(nis, "federale-ombudsman")


def _walk(rng: Random, plan: CasePlan, now: dt.datetime, halt: State | None) -> None:
    slow = 2.6 if rng.random() < 0.05 else rng.uniform(0.7, 1.25)
    steps = journeys.walk(plan.fate, plan.received, rng, slow=slow)
    if halt is None or halt not in {step.after for step in steps}:
        plan.steps = journeys.until(steps, now)
        return
    plan.steps = journeys.halted(steps, halt, now, rng.uniform(1.2, 9))
    shift = plan.steps[0].at - plan.received
    plan.received = plan.steps[0].at
    first, second, third = (day + dt.timedelta(days=shift.days) for day in plan.dates)
    plan.dates = (first, second, third)


def _flags(rng: Random, plan: CasePlan) -> None:
    """Care, needs, and what the decision said."""
    plan.flags |= {
        "urgent": rng.random() < 0.05,
        "vulnerable": rng.random() < 0.07,
        "name_withheld": rng.random() < 0.02,
        "sensitive_data": plan.problem in ("disability", "income-support") or rng.random() < 0.03,
        "interpreter": rng.choice(["العربية", "Türkçe", "română", "tigrinya"])
        if plan.language == "other"
        else "",
        "accessibility_needs": rng.choice(
            ["grote letters", "grands caractères", "gebarentaal", "rendez-vous au rez-de-chaussée"]
        )
        if rng.random() < 0.025
        else "",
        "mentions_ombudsman": rng.choice(["", "", "yes", "no", "not_seen"]),
        "notified": rng.random() < 0.3,
        "represented": rng.random() < 0.05,
    }


def _showcases(rng: Random, now: dt.datetime, count: int) -> Iterator[CasePlan]:
    """One case in each state, whatever the number of cases; every channel and language among them."""
    channels = [*CHANNELS, Channel.IMPORT]
    languages = [
        ("nl", "nl"),
        ("fr", "fr"),
        ("fr", "fr"),
        ("en", "en"),
        ("de", "de"),
        ("other", "fr"),
        ("", "nl"),
    ]
    for number, (state, fate) in enumerate(journeys.THROUGH.items()):
        if number >= count:
            return
        language = languages[number % len(languages)]
        fixed: dict[str, Any] = {
            "language": language,
            "channel": channels[number % len(channels)],
            "halt": state,
            "fate": fate,
        }
        if fate in ("transferred", "redirected"):
            fixed["problem"] = (
                "transport-refund" if fate == "transferred" and language[1] != "de" else "elsewhere"
            )
        elif language[1] in ("nl", "fr"):
            fixed["problem"] = rng.choice(
                ["income-support", "planning-permit", "child-benefit", "parking-permit"]
            )
        else:
            fixed["problem"] = "digital-only"
        plan = None
        while plan is None or state not in {
            step.after for step in plan.steps
        }:  # not every journey passes everywhere
            plan = _plan(rng, now, now - dt.timedelta(days=200), **fixed)
        yield plan


def _series(rng: Random, now: dt.datetime, count: int) -> Iterator[CasePlan]:
    """The series planted on purpose."""
    for name, series in words.load("series").items():
        first, last = _this_period(series["from"], now), _this_period(series["until"], now)
        last = min(last, now.date() - dt.timedelta(days=1))
        for number in range(round(series["share"] * count)):
            if last <= first:
                break
            language = series["lang"][number % len(series["lang"])]
            body = series["bodies"][number % len(series["bodies"])]
            day = first + dt.timedelta(days=rng.randrange((last - first).days))
            yield _plan(
                rng, now, _at_home(rng, day), problem=series["problem"], language=(language, language), series=name, texts=series,
                service=f"municipality:{body[1:]}" if body.startswith("@") else body,
                fate=rng.choices(["founded", "partly", "mediated", "first_line", "unfounded"], [55, 12, 20, 8, 5])[0],
            )  # fmt: skip


def _this_period(day: dt.date, now: dt.datetime) -> dt.date:
    """The corpus speaks of 2024 to 2026; in later years the office moves along."""
    return day.replace(year=day.year + now.year - 2026)


def _campaign(rng: Random, now: dt.datetime, count: int) -> Iterator[CasePlan]:
    """One organiser, many senders, nearly the same text."""
    data = words.load("campaign")
    first, last = _this_period(data["from"], now), _this_period(data["until"], now)
    if last >= now.date() or count < 100:
        return
    for number in range(min(data["count"], count // 60)):
        language = "nl" if number % 3 == 0 else "fr"
        day = first + dt.timedelta(days=rng.randrange((last - first).days))
        plan = _plan(
            rng, now, _at_home(rng, day), problem=data["problem"], language=(language, language), channel=Channel.MAIL,
            series="campaign", service=data["bodies"][0], fate="founded",
        )  # fmt: skip
        year = str(first.year)
        body = (
            data[language]["text"]
            .replace("{extra}", rng.choice(data[language]["extras"]))
            .replace("2026", year)
        )
        title = data[language]["title"]
        plan.text = words.Text(title, f"{body}\n{plan.person.name}".replace("\n\n\n", "\n\n"))
        yield plan


def _kinds(rng: Random, now: dt.datetime, count: int) -> Iterator[CasePlan]:
    """A few of the rare kinds."""
    for kind in RARE_KINDS:
        for _ in range(max(1, count // 900)):
            received = now - dt.timedelta(days=rng.randrange(30, 900))
            yield _plan(
                rng, now, received, kind=kind, problem=rng.choice(["road-works", "digital-only", "planning-permit"]),
                language=("fr", "fr"), channel=Channel.LETTER, fate=rng.choice(["founded", "mediated", "partly"]),
            )  # fmt: skip


def _legacy(rng: Random, now: dt.datetime) -> list[CasePlan]:
    """Old files taken over from a predecessor: their retention ends about now."""
    plans = []
    for number in range(9):
        received = now.replace(year=now.year - 11, month=3 + number % 6, day=2 + number, hour=10)
        plan = _plan(
            rng, now, received, language=("fr", "fr") if number % 3 else ("nl", "nl"), channel=Channel.IMPORT,
            problem=rng.choice(["parking-permit", "planning-permit", "income-support"]), fate="unfounded",
        )  # fmt: skip
        plan.flags["legacy"] = (
            "due",
            "due",
            "due",
            "held",
            "retention",
            "retention",
            "destroyed",
            "due",
            "due",
        )[number]
        plans.append(plan)
    return plans


def _same_people(rng: Random, plans: list[CasePlan]) -> None:
    """Some people come back; a merged case is the second complaint of the same person."""
    for at, plan in enumerate(plans):
        near = [p for p in plans[max(0, at - 40) : at] if p.written_in == plan.written_in and not p.series]
        if plan.fate == "merged" and plan.state == State.MERGED:
            open_ones = [p for p in near if p.was_open_at(plan.steps[-1].at) and p.fate != "merged"]
            if open_ones:
                first = open_ones[-1]
                plan.person, plan.flags["merged_into"] = first.person, first.key
                plan.service, plan.problem = first.service, first.problem
        elif near and rng.random() < 0.05:
            plan.person = rng.choice(near).person


def _number(plans: list[CasePlan]) -> None:
    """References in the order of arrival, as the office would have given them."""
    last: dict[int, int] = {}
    for number, plan in enumerate(plans):
        year = plan.received.year
        last[year] = last.get(year, 0) + 1
        plan.number, plan.reference = number, f"OM.{year}.{last[year]:03}"
