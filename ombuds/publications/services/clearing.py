"""The gate for texts that are written in other rooms: recommendations, the yearly report, a reason shown to readers."""

import hashlib

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.cases.models import Case
from ombuds.deidentification.gate import Clearance, digest_of
from ombuds.lib.today import now
from ombuds.office.models import Office
from ombuds.publications.models import GateRun, ReleasedTable
from ombuds.publications.permitting import Singled, StillNamed
from ombuds.publications.services.attacking import attempted
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

    Raises StillNamed when people of the cases are named, Singled when the intruder finds a case.
    """
    listed = Parts([part for part in parts if part.text.strip()])
    attempt, verdict = attempted(office, listed, cases or [])
    overridden = bool(in_spite.strip()) and actor.may(Permission.PUBLICATIONS_TEXT_APPROVE)
    run = GateRun.objects.create(
        about=about,
        digest=digest_of(listed.pairs),
        truth=hashlib.sha256(" ".join(verdict.truth).encode()).hexdigest(),
        passed=attempt.passed,
        rank=verdict.rank,
        probability=verdict.probability,
        verdict=public_form(attempt, verdict, listed),
        advice=advice_of(attempt, verdict),
        attack_version=verdict.attack_version,
        seed=verdict.seed,
        base_size=verdict.base_size,
        base_digest=verdict.base_digest,
        seconds=0,
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


def keep_tables(office: Office, prefix: str, tables: dict[str, Cells]) -> None:
    """Tell the intruder which tables the public has. Those that were kept under the same prefix are replaced."""
    ReleasedTable.objects.filter(office_code=office.code, key__startswith=f"{prefix}:").delete()
    ReleasedTable.objects.bulk_create(
        ReleasedTable(office_code=office.code, key=f"{prefix}:{name}"[:120], cells=cells, released_at=now())
        for name, cells in tables.items()
    )
