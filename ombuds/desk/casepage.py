"""Everything the case page shows, gathered from the rooms in a fixed number of queries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.admissibility.models import AdmissibilityDecision, CompetenceDecision
from ombuds.cases import services
from ombuds.cases.models import Case, Clock
from ombuds.cases.terms import Act
from ombuds.cases.workflow import CaseAct, State
from ombuds.correspondence.models import Message, Question
from ombuds.investigations.models import Finding
from ombuds.office.models import Term
from ombuds.office.services import closing_calendar

# Which page carries out which act. Several acts can share a page: it is offered once.
PAGES: list[tuple[CaseAct, str, dict[str, str], Any]] = [
    (CaseAct.START_TRIAGE, "intake:triage", {}, gettext_lazy("Triage")),
    (CaseAct.OPEN, "admissibility:decision", {}, gettext_lazy("Decide on competence and admissibility")),
    (CaseAct.ASK_COMPLAINANT, "correspondence:ask_complainant", {}, gettext_lazy("Ask the complainant")),
    (
        CaseAct.COMPLAINANT_ANSWERED,
        "cases:step",
        {"name": "complainant_answered"},
        gettext_lazy("The complainant has answered"),
    ),
    (CaseAct.CLOSE_NO_REPLY, "correspondence:close_no_reply", {}, gettext_lazy("Close: no reply")),
    (CaseAct.RETURN_FROM_FIRST_LINE, "admissibility:return", {}, gettext_lazy("Back from the service")),
    (CaseAct.ASK_SERVICE, "correspondence:ask_service", {}, gettext_lazy("Ask the service")),
    (
        CaseAct.SERVICE_ANSWERED,
        "cases:step",
        {"name": "service_answered"},
        gettext_lazy("The service has answered"),
    ),
    (CaseAct.ANALYSE, "cases:step", {"name": "analyse"}, gettext_lazy("Go on to the analysis")),
    (CaseAct.MEDIATE, "investigations:mediation", {}, gettext_lazy("Propose a solution")),
    (CaseAct.CONCLUDE, "investigations:findings", {}, gettext_lazy("Findings against the norms")),
    (CaseAct.CONCLUDE, "investigations:outcome", {}, gettext_lazy("Outcome")),
    (CaseAct.REQUEST_REMEDY, "investigations:remedies", {}, gettext_lazy("Ask to put it right")),
    (CaseAct.ESCALATE, "investigations:remedies", {}, gettext_lazy("Remedies and escalation")),
    (CaseAct.CLOSE, "cases:step", {"name": "close"}, gettext_lazy("Close the case")),
    (CaseAct.SUSPEND, "admissibility:suspend", {}, gettext_lazy("Suspend")),
    (CaseAct.RESUME, "admissibility:resume", {}, gettext_lazy("Take up again")),
    (CaseAct.WITHDRAW, "admissibility:withdraw", {}, gettext_lazy("Withdrawn by the person")),
    (CaseAct.REOPEN, "admissibility:review", {}, gettext_lazy("Review and reopen")),
]
# Rarely needed, or a way out: shown after the others.
SECONDARY = {CaseAct.SUSPEND, CaseAct.WITHDRAW, CaseAct.CLOSE_NO_REPLY}

ACT_WORDS = {
    Act.CREATE: gettext_lazy("Complaint received"),
    CaseAct.ASK_COMPLAINANT: gettext_lazy("Asked the complainant"),
    CaseAct.ASK_SERVICE: gettext_lazy("Asked the service"),
    CaseAct.ANALYSE: gettext_lazy("Analysis begun"),
    CaseAct.CLOSE: gettext_lazy("Closed"),
    CaseAct.CLOSE_NO_REPLY: gettext_lazy("Closed: no reply"),
    CaseAct.COMPLAINANT_ANSWERED: gettext_lazy("The complainant answered"),
    CaseAct.CONCLUDE: gettext_lazy("Concluded"),
    CaseAct.DESTROY: gettext_lazy("Content destroyed"),
    CaseAct.ESCALATE: gettext_lazy("Escalated"),
    CaseAct.KEEP: gettext_lazy("Kept until its end date"),
    CaseAct.MEDIATE: gettext_lazy("Solution proposed"),
    CaseAct.MERGE: gettext_lazy("Merged into another case"),
    CaseAct.OPEN: gettext_lazy("Admitted"),
    CaseAct.REDIRECT: gettext_lazy("Redirected"),
    CaseAct.REFUSE: gettext_lazy("Not admissible"),
    CaseAct.REOPEN: gettext_lazy("Reopened"),
    CaseAct.REQUEST_REMEDY: gettext_lazy("Asked to put it right"),
    CaseAct.RESUME: gettext_lazy("Taken up again"),
    CaseAct.RETURN_FROM_FIRST_LINE: gettext_lazy("Back from the service"),
    CaseAct.SEND_TO_FIRST_LINE: gettext_lazy("Sent to the service first"),
    CaseAct.SERVICE_ANSWERED: gettext_lazy("The service answered"),
    CaseAct.START_TRIAGE: gettext_lazy("Triage begun"),
    CaseAct.SUSPEND: gettext_lazy("Suspended"),
    CaseAct.TRANSFER: gettext_lazy("Transferred"),
    CaseAct.WITHDRAW: gettext_lazy("Withdrawn"),
}


@dataclass(frozen=True)
class Event:
    """One line of the timeline. `kind` picks its look."""

    at: datetime
    kind: str
    title: str
    who: str = ""
    text: str = ""
    address: str = ""


def gather(case: Case, user: User) -> dict[str, Any]:
    """The context of the case page."""
    grievances = list(case.grievances.select_related("body"))
    findings = Finding.objects.filter(grievance__case=case, replaced_at__isnull=True).select_related("norm")
    by_grievance: dict[int, list[Finding]] = {}
    for finding in findings:
        by_grievance.setdefault(finding.grievance_id, []).append(finding)
    messages = list(case.messages.prefetch_related("texts").select_related("by", "body"))
    questions = list(case.questions.select_related("body").prefetch_related("answers"))
    return {
        "parties": list(case.parties.all()),
        "grievances": [(grievance, by_grievance.get(grievance.pk, [])) for grievance in grievances],
        "theme": _theme(case),
        "submissions": list(case.submissions.all()),
        "papers": list(case.papers.select_related("document")),
        "questions": questions,
        "messages_of_case": messages,
        "timeline": sorted(_events(case, messages, questions), key=lambda event: event.at, reverse=True),
        "clocks": _clocks(case),
        "council": services.council_of_state_of(case),
        "acts": list(_acts(case, user, main=True)),
        "more_acts": list(_acts(case, user, main=False)),
        "linked": services.linked_cases(case, user=user),
        "recommendations": list(case.recommendation_sources.select_related("recommendation")),
        "may_handle": user.may(Permission.CASES_CASE_HANDLE),
        "may_triage": user.may(Permission.CASES_CASE_TRIAGE),
        "may_wall": user.may(Permission.CASES_WALL_CHANGE),
    }


def _theme(case: Case) -> str:
    if not case.theme:
        return ""
    term = Term.objects.filter(office_id=case.office_id, vocabulary="theme", code=case.theme).first()
    return str(term) if term else case.theme


def _clocks(case: Case) -> list[tuple[Clock, Any]]:
    rows = case.clocks.filter(met_on__isnull=True, cancelled=False).prefetch_related("pauses")
    calendar = closing_calendar(case.office) if rows else None
    return [(clock, services.clock_explanation(clock, calendar)) for clock in rows]


def _acts(case: Case, user: User, *, main: bool) -> Iterator[dict[str, str]]:
    possible = set(services.possible_acts(case, user))
    seen = set()
    for act, name, arguments, label in PAGES:
        if act not in possible or (act in SECONDARY) == main:
            continue
        address = reverse(name, kwargs={"pk": case.pk, **arguments})
        if address not in seen:
            seen.add(address)
            yield {"address": address, "label": str(label)}


def _events(case: Case, messages: list[Message], questions: list[Question]) -> Iterator[Event]:
    for move in case.transitions.select_related("actor"):
        words = ACT_WORDS.get(move.act) or State(move.to_state).label  # type: ignore[call-overload]  # str enum keys
        who = str(move.actor) if move.actor else _actor_word(move.actor_kind)
        yield Event(move.at, "move", str(words), who, move.reason)
    for note in case.notes.select_related("author"):
        yield Event(note.at, "note", _("Note"), str(note.author), note.text)
    for message in messages:
        if message.sent_at:
            address = reverse("correspondence:message", args=[case.pk, message.pk])
            yield Event(
                message.sent_at, "message", message.subject or message.get_kind_display(), "", "", address
            )
    for question in questions:
        yield Event(question.asked_at, "question", _("Question to %s") % question.body, "", question.text)
        for answer in question.answers.all():
            yield Event(answer.at, "answer", _("Answer of %s") % question.body, "", answer.text)
    for decision in [*_decisions(CompetenceDecision, case), *_decisions(AdmissibilityDecision, case)]:
        title = f"{decision._meta.verbose_name.capitalize()}: {decision.get_verdict_display()}"
        yield Event(decision.decided_at, "decision", title, str(decision.decided_by or ""), decision.reasons)


def _decisions(model: Any, case: Case) -> list[Any]:
    return list(model.objects.filter(case=case, decided_at__isnull=False).select_related("decided_by"))


def _actor_word(kind: str) -> str:
    words = {
        "complainant": _("Complainant"),
        "service": _("Service"),
        "visitor": _("Web form"),
        "system": _("System"),
    }
    return words.get(kind, kind)
