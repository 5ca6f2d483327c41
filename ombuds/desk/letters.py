"""Which letters belong to where a case stands, and were not written yet."""

from urllib.parse import urlencode

from django.urls import reverse

from ombuds.cases.models import Case
from ombuds.cases.workflow import State
from ombuds.lib.i18n import pick
from ombuds.lib.today import today

TREATED = ("L11",)
CONCLUDED = ("L19", "L20")
BELONG: dict[str, tuple[str, ...]] = {
    State.TRANSFERRED: ("L5", "L6"),
    State.REDIRECTED: ("L7",),
    State.FIRST_LINE: ("L8",),
    State.REFUSED: ("L10",),
    State.OPEN: TREATED,
    State.AWAITING_SERVICE: TREATED,
    State.ANALYSIS: TREATED,
    State.MEDIATION: TREATED,
    State.SUSPENDED: ("L16",),
    State.CONCLUDED: CONCLUDED,
    State.AWAITING_REMEDY: (*CONCLUDED, "L21"),
    State.ESCALATED: CONCLUDED,
    State.WITHDRAWN: ("L26",),
    State.CLOSED: ("L25",),
}


def letters_due(case: Case, written: set[str]) -> list[dict[str, str]]:
    """Name and address of each that is not among those written; at most one query. Nobody has to know the numbers of letters by heart."""
    codes = BELONG.get(case.state, ())
    if case.state == State.CLOSED and case.assessment:
        codes = (*CONCLUDED, *codes)
    missing = [code for code in codes if code not in written]
    if not missing:
        return []
    names = {
        row.code: pick(row.labels)
        for row in case.office.lettertemplates.valid_on(today()).filter(code__in=missing)
    }
    page = reverse("correspondence:new", args=[case.pk])
    return [
        {"label": names[code], "address": f"{page}?{urlencode(_chosen(case, code))}"}
        for code in missing
        if code in names
    ]


def _chosen(case: Case, code: str) -> dict[str, str]:
    """The letter, and to which body when the decision named one."""
    chosen = {"letter": code}
    if code == "L6":
        decided = case.competencedecisions.exclude(refer_to=None).order_by("-pk").first()
        if decided is not None:
            chosen["body"] = str(decided.refer_to_id)
    return chosen
