"""For every address with blanks: things of the demo office to fill the blanks with."""

import uuid
from typing import Any

from django.db.models import Model

from ombuds.accounts.models import Absence, RoleAssignment, Team, User
from ombuds.admissibility.models import AdmissibilityDecision
from ombuds.annualreport.models import Edition
from ombuds.authorities.models import Alias, Body, Competence, Contact
from ombuds.cases.models import Case, CaseDocument, Grievance, Hold, Party, Wall
from ombuds.correspondence import links
from ombuds.correspondence.models import InformationRequest, Message, Question
from ombuds.deidentification.models import LexiconEntry
from ombuds.intake.models import ImportRun, RefusedRow
from ombuds.investigations.models import Inquiry, InquiryCase, Outcome, Proposal, Remedy, Step
from ombuds.office.models import Ground
from ombuds.patterns.models import Likeness, Member, Pattern, Signal, SignalCase
from ombuds.publications.models import (
    Attachment,
    Comment,
    FrozenFile,
    Hearing,
    Publication,
    PublicRecommendation,
)
from ombuds.recommendations.models import Recommendation
from ombuds.statistics.models import FirstLineFigures, Release

NOTHING = uuid.UUID(int=0)


def first(model: type[Model], **conditions: Any) -> Any:
    """The first such row, or a stand-in whose number belongs to nothing."""
    found = model._default_manager.filter(**conditions).order_by("pk").first()
    return found or _Nobody()


class _Nobody:
    pk = 0
    key = NOTHING

    def __getattr__(self, name: str) -> int:
        return 0


def of_case(model: type[Model], blank: str, **conditions: Any) -> dict[str, Any]:
    """A row that belongs to a case: the case fills `pk`, the row the other blank."""
    row = first(model, **conditions)
    return {"pk": row.case_id, blank: row.pk}


def _of_patterns() -> dict[str, dict[str, Any]]:
    """A pattern of four cases that nobody is walled off from, a signal on it, and two cases that are alike."""
    cases = list(Case.objects.filter(walls__isnull=True).order_by("pk")[:4])
    pattern, _created = Pattern.objects.get_or_create(office=cases[0].office, number=900)
    signal, _created = Signal.objects.get_or_create(
        office=cases[0].office, kind="pattern", pattern=pattern, raised_on=cases[0].received_on
    )
    for case in cases:
        Member.objects.get_or_create(
            case=case, defaults={"pattern": pattern, "number": 900, "received_on": case.received_on}
        )
        SignalCase.objects.get_or_create(signal=signal, case=case)
    likeness, _created = Likeness.objects.get_or_create(
        case=cases[1], other=cases[0], defaults={"score": 0.9, "strength": 0.9}
    )
    return {
        **{
            f"patterns:{name}": {"pk": pattern.pk}
            for name in ("pattern", "name", "state", "merge", "split", "join")
        },
        **{f"patterns:{name}": {"pk": signal.pk} for name in ("signal", "settle", "inquire", "recommend")},
        "patterns:leave": {"pk": pattern.pk, "case_pk": cases[0].pk},
        "patterns:verdict": {"pk": cases[1].pk, "likeness_pk": likeness.pk},
    }


def samples(complainants_case: Case, contact: Contact) -> dict[str, dict[str, Any]]:
    """Address name → blanks. Names that are missing here take the blanks of their room (see `fill`)."""
    visible = {"case__walls__isnull": True}
    competence, alias = first(Competence), first(Alias)
    released = first(Recommendation, status="issued")
    letter = first(Message, case=complainants_case, audience="complainant", state="sent")
    public = PublicRecommendation.objects.first()
    return {
        "accounts:cancel_own_absence": {"pk": first(Absence).pk},
        "accounts:end_role": {"pk": first(RoleAssignment).user_id, "assignment": first(RoleAssignment).pk},
        "accounts:cancel_absence": {"pk": first(Absence).user_id, "absence": first(Absence).pk},
        "accounts:team": {"pk": first(Team).pk},
        "accounts:remove_team": {"pk": first(Team).pk},
        "choose_password": {"uidb64": "MQ", "token": "no-token"},
        "statistics:counter": {"code": "per_theme"},
        "statistics:correct_counter": {"code": "per_theme"},
        "statistics:add_mapping": {"dimension": "theme"},
        "statistics:differences": {"name": "2025"},
        "publicsite:figure": {"year": 2025, "table": "received_by_month"},
        "publicsite:figure_file": {"year": 2025, "table": "received_by_month"},
        "publicsite:figure_apart": {"pk": first(Release).pk},
        "publicsite:figure_apart_file": {"pk": first(Release).pk, "form": "csv"},
        "office:rows": {"section": "grounds"},
        "office:row": {"section": "grounds", "pk": first(Ground).pk},
        "office:correct": {"section": "grounds", "pk": first(Ground).pk},
        "authorities:remove_alias": {"pk": alias.body_id, "alias": alias.pk},
        "authorities:end_competence": {"pk": competence.body_id, "row": competence.pk},
        "authorities:contact": {"pk": contact.body_id, "contact": contact.pk},
        "authorities:remove_contact": {"pk": contact.body_id, "contact": contact.pk},
        "cases:party": of_case(Party, "party_pk", **visible),
        "cases:grievance": of_case(Grievance, "grievance_pk", **visible),
        "cases:paper": of_case(CaseDocument, "paper_pk", **visible),
        "cases:show_paper": of_case(CaseDocument, "paper_pk", **visible),
        "cases:step": {"pk": first(Case, state="open").pk, "name": "analyse"},
        "cases:lift_wall": of_case(Wall, "wall_pk"),
        "cases:release_hold": of_case(Hold, "hold_pk", **visible),
        "cases:destroy": {"pk": first(Case, state="closed").pk},
        "intake:import_run": {"pk": first(ImportRun).pk},
        "intake:refused_row": {"key": first(RefusedRow).key},
        "intake:step": {"step": "story"},
        "admissibility:read": {
            **of_case(AdmissibilityDecision, "number", status="proposed"),
            "which": "admissibility",
        },
        "correspondence:message": of_case(Message, "number", **visible, state="sent", case__isnull=False),
        "correspondence:pdf": of_case(Message, "number", **visible, state="sent", case__isnull=False),
        "correspondence:question": of_case(Question, "number", **visible),
        "correspondence:outbox_message": {"number": first(Message, state="sent").pk},
        "correspondence:outbox_pdf": {"number": first(Message, state="sent").pk},
        "investigations:assess": of_case(Grievance, "grievance_pk", **visible, case__state="analysis"),
        "investigations:finish_step": of_case(Step, "step_pk", **visible),
        "investigations:read": of_case(Outcome, "outcome_pk", **visible),
        "investigations:position": of_case(Proposal, "proposal_pk", **visible),
        "investigations:service_word": of_case(Remedy, "remedy_pk", **visible),
        "investigations:check_remedy": of_case(Remedy, "remedy_pk", **visible),
        "investigations:leave_inquiry": {
            "pk": first(InquiryCase).inquiry_id,
            "case_pk": first(InquiryCase).case_id,
        },
        **_of_patterns(),
        "recommendations:text": {"pk": first(Recommendation).pk, "language": "nl"},
        "investigations:write_down_answer": {"pk": first(Inquiry).pk, "question_pk": 0},
        "investigations:inquiry_paper": {"pk": first(Inquiry).pk, "key": NOTHING},
        "investigations:service_inquiry": {"key": NOTHING},
        "recommendations:effect_cases": {"pk": first(Recommendation).pk, "year": 2025, "month": 3},
        "recommendations:settle": {"pk": first(Recommendation).pk, "measure": 0},
        "recommendations:proof": {"pk": released.pk, "key": NOTHING},
        **{
            f"publications:{name}": {"pk": first(Publication).pk, "source": "draft"}
            for name in ("reading", "reading_act", "reading_result")
        },
        "publications:release": {"pk": released.pk},
        "publications:withdraw_recommendation": {"key": public.key if public else NOTHING},
        "publications:match": {"pk": first(Publication).pk, "number": 0},
        "publications:settle": {"pk": first(Publication).pk, "comment_pk": first(Comment).pk},
        "publications:keep_answer": {"pk": first(Publication).pk, "hearing_pk": first(Hearing).pk},
        "publications:remove": {"pk": first(Publication).pk, "attachment_pk": first(Attachment).pk},
        "statistics:edit_first_line": {"pk": first(FirstLineFigures).pk},
        "statistics:detail": {"code": "received_by_month", "year": 2025},
        "statistics:cases": {"code": "received_by_month", "year": 2025},
        "statistics:download": {"code": "received_by_month", "year": 2025, "form": "csv"},
        "annualreport:text": {"pk": first(Edition).pk, "slot": "foreword", "language": "nl"},
        "annualreport:sketch": {"pk": first(Edition).pk, "slot": "foreword", "language": "nl"},
        "annualreport:drop_sketch": {"pk": first(Edition).pk, "slot": "foreword", "language": "nl"},
        "annualreport:enter": {"pk": first(Edition).pk, "code": "disclosures"},
        "annualreport:preview": {"pk": first(Edition).pk, "language": "nl"},
        "annualreport:pdf": {"pk": first(Edition).pk, "language": "nl"},
        "investigations:service_remedy": {"token": "no-token"},
        "publications:service_hearing": {"key": NOTHING},
        "recommendations:service_answer": {"key": NOTHING},
        "recommendations:service_promise": {"key": NOTHING},
        "recommendations:service_progress": {"key": NOTHING},
        "service:enter": {"token": links.token(contact)},
        "service:question": {"key": first(Question, body=contact.body_id).key},
        "service:letter": {"key": first(Message, body=contact.body_id, audience="service").key},
        "service:file": {"key": NOTHING},
        "portal:letter": {"key": letter.key},
        "portal:letter_pdf": {"key": letter.key},
        "portal:paper": {"key": NOTHING},
        "portal:answer": {"key": first(InformationRequest, case=complainants_case).key},
        "publicsite:publication": {"key": first(Publication, state="published").key},
        "publicsite:publication_pdf": {
            "key": first(Publication, state="published").key,
            "language": "nl",
        },
        "publicsite:file": {"key": first(FrozenFile).key},
        "publicsite:recommendation_changes": {"language": "nl"},
        "publicsite:recommendation": {
            "year": public.year if public else 2025,
            "sequence": public.sequence if public else 1,
        },
        "publicsite:kit": {"code": "bru-fiscaliteit"},
        "publicsite:kit_paper": {"code": "bru-fiscaliteit", "paper": "leaflet", "language": "fr"},
        "publicsite:report": {"year": 2025},
        "publicsite:report_pdf": {"year": 2025},
        "publicsite:report_whole": {"year": 2025},
        "publicsite:report_file": {"year": 2025, "name": "report", "language": "nl", "form": "epub"},
        "publicsite:report_dataset": {"year": 2025, "form": "ttl"},
        "publicsite:chapter": {"year": 2025, "code": "key_figures"},
        "publicsite:booklet": {"year": 2025, "code": "mobility"},
        "publicsite:booklet_pdf": {"year": 2025, "code": "mobility", "language": "nl"},
        "publicsite:confirm": {"key": NOTHING},
        "publicsite:unsubscribe": {"key": NOTHING},
        "publicsite:appointment_done": {"key": NOTHING},
        "publicsite:report_table": {"year": 2025, "table": "received_by_month"},
        "publicsite:open_recommendations": {"form": "json"},
        "publicsite:atom": {"language": "nl"},
        "publicsite:rss": {"language": "nl"},
    }


# What fills `pk` in the other addresses of a room.
OF_ROOM: dict[str, type[Model]] = {
    "accounts": User,
    "authorities": Body,
    "deidentification": LexiconEntry,
    "recommendations": Recommendation,
    "publications": Publication,
    "annualreport": Edition,
}
OF_INQUIRY = {
    "inquiry",
    "ask_services",
    "edit_inquiry",
    "move_inquiry",
    "join_inquiry",
    "add_inquiry_finding",
}


def fill(name: str, blanks: list[str], known: dict[str, dict[str, Any]], case: Case) -> dict[str, Any]:
    """The blanks of one address."""
    if not blanks:
        return {}
    if name in known:
        return known[name]
    if name.startswith(("integrity:", "door:")):  # whoever is not admitted: everybody here
        nothing = {
            "key": NOTHING,
            "pk": 1,
            "name": "answer",
            "field": "file:0001",
            "copy": "clean",
            "page": "what",
            "number": 1,
            "code": "story",
            "kind": "hearing",
        }
        return {blank: nothing[blank] for blank in blanks}
    if blanks != ["pk"]:
        raise KeyError(f"tests/access/samples.py does not know how to fill {name} {blanks}")
    room, _, short = name.rpartition(":")
    if room == "investigations" and short in OF_INQUIRY:
        return {"pk": first(Inquiry).pk}
    if room in OF_ROOM:
        return {"pk": first(OF_ROOM[room]).pk}
    return {"pk": case.pk}
