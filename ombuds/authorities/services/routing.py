"""The pure matcher on the register as the database has it now, with what staff corrected."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Aggregate, Count, Max, QuerySet, Sum, Value
from django.db.models.functions import Coalesce
from django.utils.translation import get_language

from ombuds.authorities import reading
from ombuds.authorities.matching import Answer, Entry, Register, Router, Rule
from ombuds.authorities.matching.entries import BRUSSELS, FLANDERS
from ombuds.authorities.models import Alias, Body, Competence
from ombuds.lib.today import today
from ombuds.office.models import Office

LANGUAGES = ("nl", "fr", "en")
_routers: dict[str, tuple[tuple[Any, ...], Router]] = {}


@dataclass(frozen=True)
class Match:
    """A body that a text may be about. `verdict` as in `Judgement`."""

    body: Body
    score: float
    verdict: str
    refer_to: Body | None
    reason: str


def clear() -> None:
    """Forget the prepared matchers (after a load in the same process)."""
    _routers.clear()


def _stamp(office: Office) -> tuple[Any, ...]:
    """Changes whenever the register does: every act of staff counts the version of its body up."""
    newest, versions = Max("pk"), Sum("version")
    shares = [
        _count(Body.objects.all(), "body", versions),
        _count(Alias.objects.all(), "alias", newest),
        _count(Competence.objects.filter(office=office), "competence", newest),
    ]
    return tuple(sorted(shares[0].union(*shares[1:], all=True)))


def _count(rows: "QuerySet[Any]", name: str, sign: Aggregate) -> "QuerySet[Any]":
    named = rows.order_by().annotate(table=Value(name)).values("table")
    counted: QuerySet[Any] = named.annotate(number=Count("pk"), sign=Coalesce(sign, 0))
    return counted.values_list("table", "number", "sign")


def router_for(office: Office) -> Router:
    """The matcher of this office, prepared once for each state of the register."""
    stamp = _stamp(office)
    known = _routers.get(office.code)
    if known is None or known[0] != stamp:
        known = _routers[office.code] = (stamp, Router(_register(office)))
    return known[1]


def _register(office: Office) -> Register:
    base = reading.bodies()
    aliases: dict[int, list[str]] = {}
    for body_id, text in Alias.objects.values_list("body_id", "text"):
        aliases.setdefault(body_id, []).append(text)
    bodies = {
        body.code: _entry(body, base.get(body.code), tuple(aliases.get(body.pk, ())))
        for body in Body.objects.exclude(kind=Body.Kind.OMBUDS)
    }
    return Register(
        bodies=bodies,
        places=reading.places(),
        subjects=tuple(s for s in reading.subjects() if _is_known(s.targets.values(), bodies)),
        members=reading.members(),
        rules=_rules(office),
        home=office.setting("home_region") or (FLANDERS if office.code == "flanders" else BRUSSELS),
        reasons=reading.reasons(),
    )


def _is_known(targets: Any, bodies: dict[str, Entry]) -> bool:
    return all(target.startswith("@") or target in bodies for target in targets)


def _entry(body: Body, base: Entry | None, aliases: tuple[str, ...]) -> Entry:
    """The names are the database's; the finer level stays the file's."""
    if base is None:
        base = Entry(body.code, {}, kind=body.kind, level=body.level)
    return replace(
        base,
        names=body.names,
        abbreviations=tuple(body.abbreviations),
        aliases=aliases,
        valid_from=body.valid_from,
        valid_to=body.valid_to,
    )


def _rules(office: Office) -> tuple[Rule, ...]:
    rows = Competence.objects.filter(office=office).values_list(
        "body__code",
        "matter",
        "verdict",
        "refer_to__code",
        "reporter",
        "valid_from",
        "valid_to",
        "legal_basis",
        "verified",
    )
    return tuple(
        Rule(f"body:{code}", matter, verdict, other or "", *rest)
        for code, matter, verdict, other, *rest in rows
    )


def route(
    text: str,
    office: Office,
    *,
    kind: str = "complaint",
    on: dt.date | None = None,
    lang: str | None = None,
) -> Answer:
    """Who is competent for what a person wrote."""
    return router_for(office).route(text, _language(lang), kind, on or today())


def _language(lang: str | None) -> str:
    wanted = (lang or get_language() or "nl")[:2]
    return wanted if wanted in LANGUAGES else "en"


def suggest(
    text: str,
    office: Office,
    *,
    kind: str = "complaint",
    on: dt.date | None = None,
    lang: str | None = None,
    most: int = 5,
) -> list[Match]:
    """The likeliest bodies, best first, each with what would be answered for it. Decides nothing."""
    router = router_for(office)
    day = on or today()
    answer = router.route(text, _language(lang), kind, day)
    shown = answer.candidates[:most]
    rulings = {choice.code: router.ruling(choice.code, kind, day) for choice in shown}
    codes = {*rulings, *(ruling.refer_to for ruling in rulings.values())}
    rows = {body.code: body for body in Body.objects.filter(code__in=codes)}
    return [
        Match(
            rows[choice.code],
            choice.score,
            choice.competence,
            rows.get(rulings[choice.code].refer_to),
            ""
            if choice.competence == "unknown"
            else router.sentence(choice.code, rulings[choice.code], kind, _language(lang)),
        )
        for choice in shown
        if choice.code in rows
    ]


def find_body(office: Office, text: str) -> Body | None:
    """The body that a name stands for, when there is no doubt about which one."""
    by_code = text.isascii() and text.isprintable() and len(text) <= 80
    body: Body | None = Body.objects.filter(code=text).first() if by_code else None
    if body is not None:
        return body
    choices = router_for(office).route(text, "nl").candidates
    if not choices or choices[0].score < 75 or (len(choices) > 1 and choices[0].score - choices[1].score < 4):
        return None
    found: Body | None = Body.objects.filter(code=choices[0].code).first()
    return found


def search(office: Office, text: str, most: int = 60) -> list[Body]:
    """For the register's page: bodies whose name holds these words, and what the matcher makes of them."""
    found = {match.body.pk: match.body for match in suggest(text, office)}
    for body in Body.objects.filter(pk__in=_holding(text, most)):
        found.setdefault(body.pk, body)
    return list(found.values())[:most]


def _holding(text: str, most: int) -> list[int]:
    """Bodies of which a name, abbreviation or alias holds all the words."""
    from ombuds.authorities.matching.normal import plain

    wanted = plain(text).casefold().split()[:8]
    if not wanted:
        return []
    names: dict[int, list[str]] = {}
    for pk, labels, short in Body.objects.values_list("pk", "names", "abbreviations"):
        names[pk] = [*labels.values(), *short]
    for pk, alias in Alias.objects.values_list("body_id", "text"):
        names[pk].append(alias)
    hits = [
        pk
        for pk, texts in names.items()
        if all(word in plain(" | ".join(texts)).casefold() for word in wanted)
    ]
    return hits[:most]
