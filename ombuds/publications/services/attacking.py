"""Runs the gate: the check of known identifiers and the intruder, on exactly the parts that would be published."""

import hashlib
import time
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.cases.models import Case
from ombuds.deidentification import gate, intruder
from ombuds.deidentification.services import vocabulary_of
from ombuds.lib.today import now
from ombuds.office.models import Office
from ombuds.publications import casebase
from ombuds.publications.authoring.services import told
from ombuds.publications.known import known_identifiers
from ombuds.publications.models import CaseLink, Frozen, GateRun, Publication, ReleasedTable
from ombuds.publications.permitting import cases_of
from ombuds.publications.services.parts import Parts, parts_of
from ombuds.publications.services.verdicts import advice_of, public_form
from ombuds.publications.terms import Act, Kind


@dataclass(frozen=True)
class OfNoCase:
    """The verdict on a text that rests on no case: there is no true one to be found.

    It passes when it holds nobody's name or number, no sentence of a file, and no facts that few cases fit. That the
    likeliest of all cases is likelier than the others says nothing then.
    """

    verdict: intruder.Verdict

    @property
    def passed(self) -> bool:
        few = any(0 < attack.k < attack.needed for attack in self.verdict.facts.attacks)
        return not (self.verdict.true_values or self.verdict.wording.sentences or few)

    def as_json(self) -> Mapping[str, Any]:
        return self.verdict.as_json()


@dataclass(frozen=True)
class Kept:
    """A verdict as it was stored."""

    passed: bool
    verdict: Mapping[str, Any]

    def as_json(self) -> Mapping[str, Any]:
        return self.verdict


@dataclass(frozen=True)
class Attacked:
    """A stored run, and the attempt behind it, which can give a clearance."""

    run: GateRun
    attempt: gate.Attempt


def digest(publication: Publication) -> str:
    """Of exactly what would be published: a run, a review and an approval speak of this and of nothing else."""
    sha = hashlib.sha256()
    reason = publication.reason if publication.corrects_id else ""
    pieces = [publication.kind, reason]
    for text in publication.texts.order_by("language"):
        pieces += [text.language, text.title, text.summary, told(text)]
    for file in publication.attachments.order_by("pk"):
        pieces += [file.sha256, file.name, file.description, file.language]
    for piece in pieces:
        sha.update(piece.encode("utf-8", "surrogatepass") + b"\x00")
    return sha.hexdigest()


def truth_of(publication: Publication) -> frozenset[str]:
    """The linked cases by their names in the base."""
    return frozenset(casebase.id_of(case) for case in cases_of(publication))


def last_run(publication: Publication) -> GateRun | None:
    """The newest run on the text as it is now, with the cases that are linked now."""
    same = publication.gate_runs.filter(digest=digest(publication), truth=hashed(truth_of(publication)))
    return same.select_related("by").last()


def is_fresh(run: GateRun) -> bool:
    """Whether nothing has changed since: no case, nothing that the public has, not the attack itself."""
    publication = run.publication
    return (
        publication is not None
        and run.attack_version == intruder.full_version()
        and run.verdict.get("beside") == public_beside(publication.office, publication)
        and run.base_digest == casebase.current(publication.office).digest
    )


def repeated(publication: Publication, run: GateRun) -> Attacked:
    """A fresh run as it was kept, with the quick check of known identifiers done again."""
    parts = parts_of(publication)
    languages = {part.where: part.language for part in parts.all if part.language}
    known = known_identifiers(cases_of(publication))
    attempt = gate.attempt(parts.pairs, known, Kept(run.passed, run.verdict), languages=languages)
    return Attacked(run, attempt)


def attack(publication: Publication, *, actor: User | Actor) -> Attacked:
    """Run the gate and keep what it said. Takes seconds: never called inside a transaction."""
    started, parts = time.monotonic(), parts_of(publication)
    beside = public_beside(publication.office, publication)
    attempt, verdict = attempted(publication.office, parts, cases_of(publication), publication=publication)
    run = GateRun(
        publication=publication,
        digest=digest(publication),
        truth=hashed(truth_of(publication)),
        passed=attempt.passed and not parts.unread and not parts.placed,
        rank=verdict.rank,
        probability=verdict.probability,
        verdict={**public_form(attempt, verdict, parts), "beside": beside},
        advice=advice_of(attempt, verdict),
        attack_version=verdict.attack_version,
        seed=verdict.seed,
        base_size=verdict.base_size,
        base_digest=verdict.base_digest,
        seconds=round(time.monotonic() - started, 3),
        at=now(),
        by=actor if isinstance(actor, User) else None,
    )
    run.save()
    record(Act.ATTACK, actor=actor, subject=publication, data={"passed": run.passed, "base": run.base_size})
    return Attacked(run, attempt)


def attempted(
    office: Office, parts: Parts, cases: list[Case], *, publication: Publication | None = None
) -> tuple[gate.Attempt, intruder.Verdict]:
    """The attack on any texts of the office that rest on these cases, which may be none.

    A story is always about somebody: without a case the likeliest one is taken for the true one.
    """
    held = holding(office, parts, cases, publication=publication)
    verdict = intruder.examine(parts.told, (parts.languages or ["nl"])[0], held)
    languages = {part.where: part.language for part in parts.all if part.language}
    is_story = publication is not None and publication.kind == Kind.STORY
    judged = verdict if cases or is_story else OfNoCase(verdict)
    known = known_identifiers(cases)
    attempt = gate.attempt(parts.pairs, known, judged, languages=languages, official=parts.official)
    return attempt, verdict


def holding(
    office: Office, parts: Parts, cases: list[Case], *, publication: Publication | None = None
) -> intruder.Holding:
    """All that the intruder has: the base, what is public already, and which cases are the true ones."""
    return intruder.Holding(
        casebase.current(office),
        truth=frozenset(map(casebase.id_of, cases)),
        earlier=tuple(earlier(office, except_for=publication)),
        tables=tuple(tables(office)),
        seed=int(gate.digest_of(parts.pairs)[:8], 16),
        never_names=vocabulary_of(office).words,
    )


def earlier(office: Office, *, except_for: Publication | None = None) -> list[intruder.Told]:
    """What the public can read already; with the cases behind it, which only this office knows."""
    behind: dict[str, set[str]] = {}
    for key, case in CaseLink.objects.values_list("publication__key", "case__key"):
        behind.setdefault(str(key), set()).add(case.hex)
    rows = Frozen.objects.filter(office_code=office.code, is_current=True, withdrawn_at__isnull=True)
    own = _first_key(except_for)
    return [
        intruder.Told(
            id=f"{row.key}/{row.language}",
            parts=(("title", row.title), ("summary", row.summary), ("page", row.html)),
            language=row.language,
            cases=frozenset(behind.get(str(row.key), ())),
        )
        for row in rows
        if str(row.key) != own
    ]


def tables(office: Office) -> list[intruder.ReleasedTable]:
    """Every table that was released, by its cells."""
    return [
        intruder.ReleasedTable(
            row.key, tuple((tuple(sorted(fields.items())), int(count)) for fields, count in row.cells)
        )
        for row in ReleasedTable.objects.filter(office_code=office.code)
    ]


def public_beside(office: Office, publication: Publication | None) -> str:
    """One word for everything that the public has beside this text, and for what the office taught: a run holds for these only."""
    rows = Frozen.objects.filter(office_code=office.code, is_current=True, withdrawn_at__isnull=True)
    texts = rows.exclude(key=_first_key(publication) or uuid.UUID(int=0)).order_by("pk")
    released = ReleasedTable.objects.filter(office_code=office.code).order_by("pk")
    listed = [*texts.values_list("sha256", flat=True), *map(str, released.values_list("pk", flat=True))]
    listed += sorted(vocabulary_of(office).words)
    return hashlib.sha256(" ".join(listed).encode()).hexdigest()[:32]


def _first_key(publication: Publication | None) -> str:
    """A correction replaces the text at the address of the first version: that one is not beside it."""
    while publication is not None and publication.corrects is not None:
        publication = publication.corrects
    return str(publication.key) if publication else ""


def hashed(ids: Iterable[str]) -> str:
    """One word for a set of cases."""
    return hashlib.sha256(" ".join(sorted(ids)).encode()).hexdigest()
