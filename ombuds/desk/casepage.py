"""Everything the case page shows, gathered from the rooms in a fixed number of queries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    DateTimeField,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.admissibility.models import AdmissibilityDecision, CompetenceDecision
from ombuds.admissibility.terms import CompetenceVerdict, Verdict
from ombuds.cases import services
from ombuds.cases.models import Case, Grievance
from ombuds.cases.terms import Act
from ombuds.cases.workflow import CaseAct, State
from ombuds.correspondence.models import Answer, MessageText, Question
from ombuds.correspondence.terms import Kind as MessageKind
from ombuds.correspondence.terms import State as MessageState
from ombuds.desk.letters import letters_due
from ombuds.investigations.models import Finding
from ombuds.lib.i18n import pick
from ombuds.lib.templatetags.ombuds import colon
from ombuds.lib.today import now, today
from ombuds.patterns.access import SHOWN, similar
from ombuds.patterns.models import Likeness

# Which page carries out which act, the likeliest next step first. Several acts can share a page: it is offered once.
PAGES: list[tuple[CaseAct, str, dict[str, str], Any]] = [
    (CaseAct.START_TRIAGE, "intake:triage_case", {}, gettext_lazy("Triage")),
    (CaseAct.TRANSFER, "admissibility:decision", {}, gettext_lazy("Decide on competence and admissibility")),
    (CaseAct.OPEN, "admissibility:decision", {}, gettext_lazy("Decide on competence and admissibility")),
    (CaseAct.TRANSFER, "intake:triage_case", {}, gettext_lazy("Triage")),
    (CaseAct.RETURN_FROM_FIRST_LINE, "admissibility:first_line", {}, gettext_lazy("Back from the service")),
    (CaseAct.SERVICE_ANSWERED, "correspondence:questions", {}, gettext_lazy("Questions and answers")),
    (
        CaseAct.COMPLAINANT_ANSWERED,
        "correspondence:information",
        {},
        gettext_lazy("Question to the complainant"),
    ),
    (CaseAct.CLOSE_NO_REPLY, "correspondence:information", {}, gettext_lazy("Question to the complainant")),
    (CaseAct.ANALYSE, "cases:step", {"name": "analyse"}, gettext_lazy("Go on to the analysis")),
    (CaseAct.CONCLUDE, "investigations:findings", {}, gettext_lazy("Findings against the norms")),
    (CaseAct.CONCLUDE, "investigations:outcome", {}, gettext_lazy("Outcome")),
    (CaseAct.ASK_SERVICE, "correspondence:ask", {}, gettext_lazy("Ask the service")),
    (CaseAct.REQUEST_REMEDY, "investigations:remedies", {}, gettext_lazy("Remedies")),
    (CaseAct.ESCALATE, "investigations:remedies", {}, gettext_lazy("Remedies")),
    (CaseAct.CLOSE, "cases:step", {"name": "close"}, gettext_lazy("Close the case")),
    (CaseAct.RESUME, "admissibility:suspension", {}, gettext_lazy("Take up again")),
    (CaseAct.ASK_COMPLAINANT, "correspondence:information", {}, gettext_lazy("Ask the complainant")),
    (CaseAct.SUSPEND, "admissibility:suspension", {}, gettext_lazy("Suspend")),
    (CaseAct.WITHDRAW, "admissibility:withdrawal", {}, gettext_lazy("Withdrawn by the person")),
    (CaseAct.REOPEN, "admissibility:review", {}, gettext_lazy("Review and reopen")),
]
# Here the next step moves no state: writing down what the service says, and checking it.
REMEDYING = {State.AWAITING_REMEDY, State.ESCALATED}
# Rarely needed, or a way out: shown after the others.
SECONDARY = {CaseAct.SUSPEND, CaseAct.WITHDRAW, CaseAct.ASK_COMPLAINANT}

ACT_WORDS: dict[str, Any] = {
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


ACTOR_WORDS = {
    "complainant": gettext_lazy("Complainant"),
    "service": gettext_lazy("Service"),
    "visitor": gettext_lazy("Web form"),
    "system": gettext_lazy("System"),
}
VERDICTS: dict[str, Any] = {"competence": CompetenceVerdict, "admissibility": Verdict}
DECISION_WORDS = {"competence": gettext_lazy("Competence"), "admissibility": gettext_lazy("Admissibility")}


@dataclass(frozen=True)
class Event:
    """One line of the timeline. `kind` picks its look."""

    at: datetime
    kind: str
    title: str
    who: str = ""
    text: str = ""
    address: str = ""


@dataclass(frozen=True)
class Term:
    """A running time limit, as the case page shows it; how it is counted stands on a page of its own."""

    title: str
    due_on: date | None
    overdue: bool
    near: bool


def gather(case: Case, user: User) -> dict[str, Any]:
    """The context of the case page: one query per kind of thing, however many there are of it."""
    rows = list(_rows(case))
    there = {row["kind"] for row in rows}  # what the case does not have is not asked for
    asked = case.questions.select_related("body") if "question" in there else []
    questions = {question.pk: question for question in asked}
    return {
        "parties": list(case.parties.all()),
        "grievances": _grievances(case),
        "submissions": list(case.submissions.all()),
        "papers": list(case.papers.select_related("document")) if "paper" in there else [],
        "questions": [(question, _answers(rows, question)) for question in questions.values()],
        "letters": _letters(case, rows),
        "timeline": [_event(case, row, questions) for row in rows if row["at"]],
        "terms": _terms(case),
        "council": services.council_of_state_of(case),
        "acts": _acts(case, user, main=True),
        "more_acts": _acts(case, user, main=False),
        "letters_due": letters_due(case, _written(rows)) if user.may(Permission.CASES_CASE_TRIAGE) else [],
        "linked": services.linked_cases(case, user=user) if "link" in there else [],
        "recommendations": list(case.recommendation_sources.select_related("recommendation"))
        if "recommendation" in there
        else [],
        "alike": similar(user, case) if "alike" in there else [],
        "may_handle": user.may(Permission.CASES_CASE_HANDLE),
        "may_triage": user.may(Permission.CASES_CASE_TRIAGE),
        "may_wall": user.may(Permission.CASES_WALL_CHANGE),
    }


def _grievances(case: Case) -> list[tuple[Grievance, list[Finding]]]:
    """Each grievance with the findings that stand, in one query: a row per finding."""
    standing = FilteredRelation("findings", condition=Q(findings__replaced_at__isnull=True))
    rows = (
        case.grievances.annotate(standing=standing)
        .select_related("body", "standing__norm")  # type: ignore[misc]  # the plugin knows no FilteredRelation
        .order_by("pk", "standing__norm__order", "standing__at")
    )
    found: dict[int, tuple[Grievance, list[Finding]]] = {}
    for row in rows:
        _grievance, findings = found.setdefault(row.pk, (row, []))
        finding = getattr(row, "standing", None)
        if finding is not None:
            findings.append(finding)
    return list(found.values())


COLUMNS = ("kind", "at", "name", "who", "text", "ref", "code")
Row = dict[str, Any]


def _lines(
    queryset: QuerySet[Any], kind: str, *, at: str, name: Any, who: Any, text: Any, ref: str, code: Any = None
) -> QuerySet[Any]:
    """One room's share of the timeline, in the columns that all share."""
    words = CharField(max_length=200)
    return queryset.order_by().values_list(
        Value(kind, output_field=words),
        F(at),
        Cast(name, words),
        Cast(who, words),
        Cast(text, TextField()),
        Cast(F(ref), BigIntegerField()),
        Cast(code or Value(""), words),
    )


def _sign(queryset: QuerySet[Any], kind: str) -> QuerySet[Any]:
    """Rows without a moment: not for the timeline, only a sign that there is something to fetch."""
    nothing, words = Value(""), CharField(max_length=200)
    blank, never = Cast(nothing, words), Value(None, output_field=DateTimeField())
    return queryset.order_by().values_list(
        Value(kind, output_field=words), never, blank, blank, Cast(nothing, TextField()),
        Cast(F("pk"), BigIntegerField()), blank,
    )  # fmt: skip


def _rows(case: Case) -> Iterator[Row]:
    """Moves, notes, letters, questions, answers and decisions, newest first, in one query."""
    nothing = Value("")
    first_subject = (
        MessageText.objects.filter(message=OuterRef("pk")).order_by("order", "pk").values("subject")[:1]
    )
    name, sent = Coalesce(F("decided_by__name"), nothing), Coalesce(Subquery(first_subject), nothing)
    shares = [
        _lines(case.notes.all(), "note", at="at", name=nothing, who=F("author__name"), text=F("text"), ref="pk"),
        _lines(case.messages.all(), "message", at="sent_at", name=sent, who=F("state"), text=F("kind"), ref="pk",
               code=F("letter")),
        _lines(case.questions.all(), "question", at="asked_at", name=nothing, who=nothing, text=F("text"), ref="pk"),
        _lines(
            Answer.objects.filter(question__case=case),
            "answer", at="at", name=nothing, who=nothing, text=F("text"), ref="question_id",
        ),
        *(
            _lines(model.objects.filter(case=case), kind, at="decided_at", name=F("verdict"), who=name,
                   text=F("reasons"), ref="pk")
            for kind, model in (("competence", CompetenceDecision), ("admissibility", AdmissibilityDecision))
        ),
        _sign(case.papers.all(), "paper"),
        _sign(case.links_out.all(), "link"),
        _sign(case.links_in.all(), "link"),
        _sign(case.recommendation_sources.all(), "recommendation"),
        _sign(Likeness.objects.filter(Q(case=case) | Q(other=case), strength__gte=SHOWN), "alike"),
    ]  # fmt: skip
    who = Coalesce(F("actor__name"), F("actor_kind"))
    moves = _lines(
        case.transitions.all(), "move", at="at", name=F("act"), who=who, text=F("reason"), ref="pk"
    )
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in moves.union(*shares, all=True)]
    return iter(sorted(rows, key=lambda row: row["at"] or now(), reverse=True))


def _event(case: Case, row: Row, questions: dict[int, Question]) -> Event:
    kind, who, text, address = row["kind"], row["who"] or "", row["text"] or "", ""
    if kind == "move":
        title, who = str(ACT_WORDS.get(row["name"], row["name"])), ACTOR_WORDS.get(who, who)
    elif kind == "message":
        address = reverse("correspondence:message", args=[case.pk, row["ref"]])
        title, who, text = row["name"] or str(MessageKind(text).label), "", ""
    elif kind in ("question", "answer"):
        words = _("Question to %s") if kind == "question" else _("Answer of %s")
        title = words % questions[row["ref"]].body
    elif kind in VERDICTS:
        title = f"{DECISION_WORDS[kind]}{colon()} {VERDICTS[kind](row['name']).label}"
        kind = "decision"
    else:
        title = _("Note")
    return Event(row["at"], kind, title, str(who), text, address)


def _written(rows: list[Row]) -> set[str]:
    """The letters that exist, thrown away ones left out."""
    return {row["code"] for row in rows if row["kind"] == "message" and row["who"] != MessageState.DROPPED}


def _answers(rows: list[Row], question: Question) -> list[Row]:
    return [row for row in reversed(rows) if row["kind"] == "answer" and row["ref"] == question.pk]


def _letters(case: Case, rows: list[Row]) -> list[dict[str, Any]]:
    return [
        {
            "address": reverse("correspondence:message", args=[case.pk, row["ref"]]),
            "subject": row["name"] or MessageKind(row["text"]).label,
            "state": MessageState(row["who"]).label,
            "at": row["at"],
        }
        for row in rows
        if row["kind"] == "message"
    ]


def _terms(case: Case) -> list[Term]:
    day = today()
    found = []
    for clock in case.clocks.filter(met_on__isnull=True, cancelled=False):
        left = (clock.due_on - day).days if clock.due_on else None
        near = left is not None and left <= clock.snapshot.get("warn_days", 0)
        title = pick(clock.snapshot.get("labels")) or clock.rule
        found.append(Term(title, clock.due_on, left is not None and left < 0, near))
    return found


def _acts(case: Case, user: User, *, main: bool) -> list[dict[str, str]]:
    possible = set(services.possible_acts(case, user))
    found: dict[str, str] = {}
    if main and possible and case.state in REMEDYING:
        found[reverse("investigations:remedies", args=[case.pk])] = _("Remedies")
    for act, name, arguments, label in PAGES:
        if act in possible and (act in SECONDARY) != main:
            found.setdefault(reverse(name, kwargs={"pk": case.pk, **arguments}), str(label))
    return [{"address": address, "label": label} for address, label in found.items()]
