"""The register from its files into the database. Again and again: what staff corrected stays theirs."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import ngettext

from ombuds.authorities import reading
from ombuds.authorities.matching import Member, Router
from ombuds.authorities.matching.competence import VERDICTS, Ruling
from ombuds.authorities.matching.effective import timeline
from ombuds.authorities.matching.entries import Entry, Register, Rule
from ombuds.authorities.models import Alias, Body, Competence, Contact
from ombuds.authorities.terms import DOMAINS, kind_of, level_of
from ombuds.office.models import Office

BATCH = 500
COLUMNS = (
    "names",
    "abbreviations",
    "kind",
    "level",
    "policy_domain",
    "place",
    "domains",
    "website",
    "valid_from",
    "valid_to",
    "verified",
)


def load(office: Office, source_folder: Path) -> list[str]:
    """Bodies, their other names and contacts, and this office's competence. Returns what changed, in sentences."""
    register = reading.register_of(source_folder)
    with transaction.atomic():
        bodies = _load_bodies(register)
        made = [
            ngettext("%(n)d body added or changed.", "%(n)d bodies added or changed.", bodies)
            % {"n": bodies},
        ]
        rows = {body.code: body for body in Body.objects.all()}
        names = _load_aliases(register, rows)
        made.append(ngettext("%(n)d other name added.", "%(n)d other names added.", names) % {"n": names})
        contacts = _load_contacts(register, rows)
        made.append(ngettext("%(n)d contact added.", "%(n)d contacts added.", contacts) % {"n": contacts})
        rules = _load_competence(office, register, rows)
        made.append(
            ngettext("%(n)d competence record added.", "%(n)d competence records added.", rules)
            % {"n": rules}
        )
    numbers = (bodies, names, contacts, rules)
    return [sentence for sentence, number in zip(made, numbers, strict=True) if number]


def _wanted(register: Register) -> dict[str, dict[str, Any]]:
    """Every body as the files have it; members of the network are bodies too."""
    found = {entry.code: _columns(entry, register) for entry in register.bodies.values()}
    return found | {member.code: _member_columns(member) for member in register.members.values()}


def _columns(entry: Entry, register: Register) -> dict[str, Any]:
    place = register.places.get(entry.place)
    return {
        "names": dict(entry.names),
        "abbreviations": list(entry.abbreviations),
        "kind": str(kind_of(entry.kind, entry.level)),
        "level": level_of(entry.level),
        "policy_domain": DOMAINS.get(entry.domain, ""),
        "place": place.names["nl"] if place else "",
        "domains": {},
        "website": "",
        "valid_from": entry.valid_from,
        "valid_to": entry.valid_to,
        "verified": True,
    }


def _member_columns(member: Member) -> dict[str, Any]:
    return {
        "names": dict(member.names),
        "abbreviations": [],
        "kind": Body.Kind.OMBUDS,
        "level": "other",
        "policy_domain": "",
        "place": "",
        "domains": {"en": member.domains} if member.domains else {},
        "website": member.website,
        "valid_from": None,
        "valid_to": None,
        "verified": member.verified,
    }


def _load_bodies(register: Register) -> int:
    """Add what is new, change what the files changed, leave alone what staff corrected."""
    present = {body.code: body for body in Body.objects.all()}
    new, changed = [], []
    for code, columns in _wanted(register).items():
        body = present.get(code)
        if body is None:
            new.append(Body(code=code, **columns))
        elif not body.corrected and any(getattr(body, name) != value for name, value in columns.items()):
            for name, value in columns.items():
                setattr(body, name, value)
            changed.append(body)
    Body.objects.bulk_create(new, batch_size=BATCH)
    Body.objects.bulk_update(changed, list(COLUMNS), batch_size=BATCH)
    _set_parents(register)
    return len(new) + len(changed)


def _set_parents(register: Register) -> None:
    rows = {body.code: body for body in Body.objects.all()}
    moved = []
    for entry in register.bodies.values():
        parent = rows.get(entry.parent)
        body = rows[entry.code]
        if parent and body.parent_id != parent.pk and not body.corrected:
            body.parent = parent
            moved.append(body)
    Body.objects.bulk_update(moved, ["parent"], batch_size=BATCH)


def _load_aliases(register: Register, rows: dict[str, Body]) -> int:
    present = set(Alias.objects.values_list("body__code", "text"))
    new = [
        Alias(body=rows[entry.code], text=text[:160])
        for entry in register.bodies.values()
        for text in dict.fromkeys(entry.aliases)
        if (entry.code, text[:160]) not in present
    ]
    Alias.objects.bulk_create(new, batch_size=BATCH)
    return len(new)


def _load_contacts(register: Register, rows: dict[str, Body]) -> int:
    """Public, institutional contact data of the network; a contact of staff's own stays."""
    present = set(Contact.objects.values_list("body__code", flat=True))
    new = [
        Contact(
            body=rows[member.code],
            purpose=Contact.Purpose.GENERAL,
            email=member.email,
            phone=member.phone[:40],
            address=member.address,
            url=member.website,
        )
        for member in register.members.values()
        if member.code not in present and (member.address or member.phone or member.website)
    ]
    Contact.objects.bulk_create(new)
    return len(new)


def _key(row: Competence) -> tuple[Any, ...]:
    return (row.body_id, row.matter, row.reporter)


def _load_competence(office: Office, register: Register, rows: dict[str, Body]) -> int:
    """The timeline of each body. Where staff corrected one record of a body, all of that timeline is theirs."""
    present = list(Competence.objects.filter(office=office))
    theirs = {_key(row) for row in present if row.corrected}
    same = {(*_key(row), row.valid_from): row for row in present}
    router = Router(register)
    new, seen = [], set()
    for entry in register.bodies.values():
        for rule in timeline(entry, _rules_about(register, entry)):
            row = _record(office, rows, entry, rule, router)
            key = (*_key(row), row.valid_from)
            if _key(row) in theirs:
                continue
            seen.add(key)
            if key not in same:
                new.append(row)
            elif _differs(same[key], row):
                row.pk = same[key].pk
                row.save()
    gone = [row.pk for key, row in same.items() if key not in seen and _key(row) not in theirs]
    Competence.objects.filter(pk__in=gone).delete()
    Competence.objects.bulk_create(new, batch_size=BATCH)
    return len(new)


def _rules_about(register: Register, entry: Entry) -> Iterable[Rule]:
    wanted = (f"body:{entry.code}", f"kind:{entry.kind}/{entry.level}", f"level:{entry.level}")
    return [rule for rule in register.rules if rule.about in wanted]


def _record(office: Office, rows: dict[str, Body], entry: Entry, rule: Rule, router: Router) -> Competence:
    ruling = Ruling(VERDICTS[rule.verdict], rule.refer_to, rule.legal_basis, rule.verified, rule)
    reason = {lang: router.sentence(entry.code, ruling, rule.matter, lang) for lang in ("nl", "fr", "en")}
    return Competence(
        office=office,
        body=rows[entry.code],
        matter=rule.matter,
        reporter=rule.reporter,
        verdict=rule.verdict,
        refer_to=rows.get(rule.refer_to),
        reason=reason,
        legal_basis=rule.legal_basis,
        verified=rule.verified,
        valid_from=rule.valid_from,
        valid_to=rule.valid_to,
    )


def _differs(old: Competence, new: Competence) -> bool:
    names = ("verdict", "refer_to_id", "reason", "legal_basis", "verified", "valid_to")
    return any(getattr(old, name) != getattr(new, name) for name in names)
