"""What an investigation gives to letters: findings, the outcome in whole sentences, what is asked of the service.

Called by name (settings.OMBUDS_LETTER_VALUES), in the language of the letter.
"""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombuds.cases.models import Case
from ombuds.cases.terms import Result
from ombuds.cases.workflow import State
from ombuds.investigations.models import Outcome, Remedy
from ombuds.investigations.services import current_findings
from ombuds.investigations.terms import Verdict
from ombuds.lib.i18n import pick
from ombuds.lib.today import today
from ombuds.office.services import term

MEDIATION = frozenset({"L18", "L18S"})
CONCLUSION = frozenset({"L19", "L20", "L21", "L22", "L23", "L24"})
REPAIR = frozenset({"L21", "L22"})
_FOUND = {
    Verdict.RESPECTED: gettext_lazy("The service respected this norm."),
    Verdict.BREACHED: gettext_lazy("The service did not respect this norm."),
    Verdict.NOT_ASSESSABLE: gettext_lazy("We could not assess this norm."),
}
AFTER_REMINDER = dt.timedelta(days=14)  # for an answer to a proposal, and to a reminder


def values(case: Case, code: str, language: str) -> dict[str, Any]:
    """Fields → text or list of sentences; what the case does not have is left out."""
    remedies = list(case.remedies.select_related("body"))
    found: dict[str, Any] = {
        "assessment_text": assessment_in_words(case, language),
        "result_text": _result(case, remedies, code, language),
        "findings": [_finding(finding, language) for finding in current_findings(case)],
        "remedy_asked": _asked(remedies, code, language),
    }
    if code in CONCLUSION:
        # The reasons of the outcome, and not those why the complaint was taken at the time.
        outcome = case.outcomes.filter(state=Outcome.State.SET).first()
        found["decision_reasons"] = outcome.reasoning if outcome else ""
    if code in MEDIATION:
        proposal = case.proposals.first()
        found["solution_proposal"] = proposal.text if proposal else ""
        found["due_on"] = (proposal.answer_by if proposal else None) or today() + AFTER_REMINDER
    if code in REPAIR and remedies:
        found["due_on"] = _repair_by(remedies)
    return {name: value for name, value in found.items() if value}


def _result(case: Case, remedies: list[Remedy], code: str, language: str) -> str:
    """While the service still has to put it right, nobody reads that it refused to."""
    waits = case.result == Result.UNSOLVED and any(not remedy.is_settled for remedy in remedies)
    if waits:
        return _("**Not solved yet.** We asked the service to put it right. We check whether it does.")
    return result_in_words(case, language) or (_without_result(case) if code == "L25" else "")


def assessment_in_words(case: Case, language: str) -> str:
    """“Founded. The service breached one or more norms.”, in the words of the office."""
    words = _in_words(case, "assessment", case.assessment, language)
    why = _label(case, "without_opinion", case.without_opinion, language)
    reason = _("The reason: %(why)s.") % {"why": why}
    return f"{words} {reason}" if words and why else words


def result_in_words(case: Case, language: str) -> str:
    """The result, and whether it came before or through us."""
    words = _in_words(case, "result", case.result, language)
    when = _label(case, "remedied", case.remedied, language)
    return f"{words} {when}." if words and when else words


def _in_words(case: Case, vocabulary: str, code: str, language: str) -> str:
    """Label and meaning of one word of the office: two whole sentences."""
    found = term(case.office, vocabulary, code, case.received_on) if code else None
    if found is None:
        return ""
    meaning = pick(found.meaning, language)
    return f"**{pick(found.labels, language)}.** {meaning}".strip()


def _label(case: Case, vocabulary: str, code: str, language: str) -> str:
    found = term(case.office, vocabulary, code, case.received_on) if code else None
    return pick(found.labels, language) if found else ""


def _without_result(case: Case) -> str:
    """A file can close without a conclusion; the person still reads why."""
    states = set(case.transitions.values_list("to_state", flat=True))
    sentences = {
        State.WITHDRAWN: _("You took your complaint back, so we drew no conclusion."),
        State.REFUSED: _("We could not take your complaint. Our earlier letter says why."),
        State.TRANSFERRED: _("Another ombudsman handles your complaint."),
        State.REDIRECTED: _("Another service can help you. Our earlier letter says which one."),
        State.FIRST_LINE: _("The service itself handled your complaint."),
    }
    found = next((sentence for state, sentence in sentences.items() if state in states), "")
    return found or _("We drew no conclusion in this file.")


def _finding(finding: Any, language: str) -> str:
    norm = pick(finding.norm.labels, language)
    return f"**{norm}.** {_FOUND[finding.verdict]} {finding.reasoning}"


def _asked(remedies: list[Remedy], code: str, language: str) -> list[str]:
    """What is still to be put right; in a conclusion, all that was asked. The service by name when there are more."""
    still = [r for r in remedies if not r.is_settled] if code in REPAIR else remedies
    many = len({r.body_id for r in still}) > 1
    return [f"{pick(r.body.names, language)}: {r.asked}" if many else r.asked for r in still]


def _repair_by(remedies: list[Remedy]) -> dt.date:
    """The first day of those that still run; for what is late, a new one."""
    open_days = sorted(r.due_on for r in remedies if not r.is_settled)
    first = open_days[0] if open_days else today()
    return first if first >= today() else today() + AFTER_REMINDER
