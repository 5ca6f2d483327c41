"""Where a person goes after a step: to the letter that belongs to it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ombuds.cases.models import Case
from ombuds.cases.workflow import CaseAct, State
from ombuds.lib.i18n import pick
from ombuds.office.services import template

LETTERS: dict[str, list[str]] = {
    CaseAct.OPEN: ["L11", "L12"],
    CaseAct.REFUSE: ["L10"],
    CaseAct.TRANSFER: ["L5", "L6"],
    CaseAct.REDIRECT: ["L7"],
    CaseAct.SEND_TO_FIRST_LINE: ["L8", "L9"],
    CaseAct.SUSPEND: ["L16", "L16S"],
    CaseAct.RESUME: ["L17", "L17S"],
    CaseAct.WITHDRAW: ["L26", "L26S"],
    CaseAct.REOPEN: ["L27"],
}


def letters_after(case: Case) -> list[tuple[str, str]]:
    """The letters that belong to the last step of the case: the name of each, and what its page is asked for."""
    codes = _codes_after(case)
    refer_to = (
        case.competencedecisions.exclude(refer_to=None)
        .order_by("-pk")
        .values_list("refer_to", flat=True)
        .first()
    )
    return [
        (_name(case, code), f"letter={code}" + (f"&body={refer_to}" if code == "L6" and refer_to else ""))
        for code in codes
    ]


def _name(case: Case, code: str) -> str:
    """As the office calls the letter, in the reader's language."""
    found = template(case.office, code, get_language() or "") or template(case.office, code, "en")
    return pick(found.labels) if found else code


def _codes_after(case: Case) -> list[str]:
    last = case.transitions.order_by("-at", "-pk").first()
    codes = LETTERS.get(last.act, []) if last else []
    if last and last.act == CaseAct.SEND_TO_FIRST_LINE:
        decision = case.admissibilitydecisions.order_by("-pk").first()
        codes = codes if decision and decision.forward else codes[:1]
    return codes


def onward(request: HttpRequest, case: Case, fallback: str = "admissibility:decision") -> HttpResponse:
    """To the letter, when there is one and a room that writes it."""
    case.refresh_from_db()
    messages.success(
        request, _("Done. The case now stands at “%(state)s”.") % {"state": State(case.state).label}
    )
    letters = letters_after(case)
    if letters:
        try:
            return redirect(f"{reverse('correspondence:new', args=[case.pk])}?{letters[0][1]}")
        except NoReverseMatch:
            pass
    return redirect(fallback, case.pk)
