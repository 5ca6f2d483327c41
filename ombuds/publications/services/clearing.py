"""The gate for texts that are written in other rooms: recommendations, the yearly report, a reason shown to readers."""

import hashlib
import time

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.cases.models import Case
from ombuds.deidentification import gate, intruder
from ombuds.deidentification.gate import Attempt, Clearance, digest_of
from ombuds.lib.today import now
from ombuds.office.models import Office
from ombuds.publications import casebase
from ombuds.publications.known import known_identifiers
from ombuds.publications.models import GateRun, ReleasedTable
from ombuds.publications.permitting import Singled, StillNamed
from ombuds.publications.services.attacking import Kept, attempted, hashed, public_beside
from ombuds.publications.services.parts import Part, Parts
from ombuds.publications.services.verdicts import advice_of, public_form
from ombuds.publications.terms import Act

Cells = list[tuple[dict[str, str], int]]


def clear(
    parts: list[Part],
    *,
    office: Office,
    actor: User,
    about: str,
    cases: list[Case] | None = None,
    in_spite: str = "",
) -> Clearance:
    """The gate over any texts; the run is kept under `about`. `in_spite`: the ombudsman's reason to override it.

    A run that passed is good enough while nothing has changed since: then it is quick.
    Raises StillNamed when people of the cases are named, Singled when the intruder finds a case.
    """
    listed, behind = Parts([part for part in parts if part.text.strip()]), cases or []
    beside = _beside(office, listed)
    kept = _passed_before(listed, office=office, about=about, cases=behind, beside=beside)
    if kept is not None:
        attempt = _again(kept, listed, behind)
        record(Act.ATTACK, actor=actor, subject=kept, data={"passed": attempt.passed, "base": kept.base_size})
        if attempt.passed:
            return attempt.clearance()
    started = time.monotonic()
    attempt, verdict = attempted(office, listed, behind)
    overridden = bool(in_spite.strip()) and actor.may(Permission.PUBLICATIONS_TEXT_APPROVE)
    run = GateRun.objects.create(
        about=about,
        digest=digest_of(listed.pairs),
        truth=hashed(verdict.truth),
        passed=attempt.passed,
        rank=verdict.rank,
        probability=verdict.probability,
        verdict={**public_form(attempt, verdict, listed), "beside": beside},
        advice=advice_of(attempt, verdict),
        attack_version=verdict.attack_version,
        seed=verdict.seed,
        base_size=verdict.base_size,
        base_digest=verdict.base_digest,
        seconds=round(time.monotonic() - started, 3),
        at=now(),
        by=actor,
        in_spite=in_spite.strip() if overridden and not attempt.passed else "",
    )
    record(Act.ATTACK, actor=actor, subject=run, data={"passed": attempt.passed, "base": verdict.base_size})
    if attempt.findings:
        raise StillNamed(attempt.findings)
    if not attempt.passed and not overridden:
        raise Singled(rank=verdict.rank, size=verdict.base_size)
    return attempt.clearance(overridden=overridden)


def _passed_before(
    parts: Parts, *, office: Office, about: str, cases: list[Case], beside: str
) -> GateRun | None:
    """The last run under this name, if it passed and spoke of the same words, cases, base, public texts and attack."""
    last = GateRun.objects.filter(publication=None, about=about).last()
    if last is None or not last.passed or last.digest != digest_of(parts.pairs):
        return None
    same = (
        last.truth == hashed(map(casebase.id_of, cases))
        and last.attack_version == intruder.full_version()
        and last.verdict.get("beside") == beside
        and last.base_digest == casebase.current(office).digest
    )
    return last if same else None


def _again(run: GateRun, parts: Parts, cases: list[Case]) -> Attempt:
    """The kept verdict with the quick check of known people done again: they are not all in the base."""
    languages = {part.where: part.language for part in parts.all if part.language}
    return gate.attempt(
        parts.pairs,
        known_identifiers(cases),
        Kept(run.passed, run.verdict),
        languages=languages,
        official=parts.official,
    )


def _beside(office: Office, parts: Parts) -> str:
    """All else that a verdict hangs on: what the public has, what the office taught, in which language each part was read."""
    spoken = " ".join(f"{part.where}:{part.language}:{part.echo:d}" for part in parts.all)
    return hashlib.sha256(f"{public_beside(office, None)} {spoken}".encode()).hexdigest()[:32]


def keep_tables(office: Office, prefix: str, tables: dict[str, Cells]) -> None:
    """Tell the intruder which tables the public has. Those that were kept under the same prefix are replaced."""
    ReleasedTable.objects.filter(office_code=office.code, key__startswith=f"{prefix}:").delete()
    ReleasedTable.objects.bulk_create(
        ReleasedTable(office_code=office.code, key=f"{prefix}:{name}"[:120], cells=cells, released_at=now())
        for name, cells in tables.items()
    )
