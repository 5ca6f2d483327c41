"""Is this body ours? Asked for one purpose, on one day, for one type of reporter."""

import datetime as dt
from dataclasses import dataclass

from ombuds.authorities.models import Body, Competence
from ombuds.authorities.terms import VERDICTS
from ombuds.lib.i18n import pick
from ombuds.office.models import Office

Purpose = Competence.Matter
STEPS_UP = 6


@dataclass(frozen=True)
class Judgement:
    """`verdict`: competent, refer, first_line or unknown. `reason` is in the active language."""

    verdict: str
    refer_to: Body | None = None
    reason: str = ""
    legal_basis: str = ""
    verified: bool = False
    row: Competence | None = None


def judge(
    office: Office, body: Body, purpose: str, on: dt.date, reporter_type: str | None = None
) -> Judgement:
    """The competence record in force, of the body or of the nearest one above it; unknown when there is none."""
    at: Body | None = body
    for _step in range(STEPS_UP):
        if at is None:
            break
        row = _record(office, at, purpose, on, reporter_type or "")
        if row is not None:
            return Judgement(
                VERDICTS[Competence.Verdict(row.verdict)],
                row.refer_to,
                pick(row.reason),
                row.legal_basis,
                row.verified,
                row,
            )
        at = at.parent
    return Judgement("unknown")


def _record(office: Office, body: Body, purpose: str, on: dt.date, reporter: str) -> Competence | None:
    """A record for this type of reporter goes before one for all; of two, the younger."""
    rows = (
        Competence.objects.valid_on(on)
        .filter(office=office, body=body, matter=purpose, reporter__in={"", reporter})
        .select_related("refer_to")
    )
    return max(rows, key=lambda row: (row.reporter != "", row.valid_from or dt.date.min), default=None)
