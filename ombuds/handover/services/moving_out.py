"""A report that is a complaint becomes a case: made of what the reporter agreed to, at the moment they agree, and of nothing else."""

from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombuds.audit.models import Actor
from ombuds.cases.models import Case, CaseDocument
from ombuds.cases.services import create_case, new_code, store_documents
from ombuds.cases.terms import Channel
from ombuds.intake.models import Submission
from ombuds.integrity import door
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now
from ombuds.office.services import current_office_or_none

MOST_BYTES = 50 * 1024 * 1024  # of one file that goes over


class NoOffice(Refusal):
    """There is no house to go to."""

    template = gettext_lazy("No complaint can be made here now. Call us.")


@dataclass(frozen=True)
class Agreement:
    """A complaint can stay without a name; a name and an address are those that the reporter types now."""

    name: str = ""
    email: str = ""


def agree(
    report: door.Report, holder: door.Holder, field: str, agreement: Agreement, *, ticket: str
) -> dict[str, Any]:
    """Make the case, end the report. Reference and code of the new case, the same for the same ticket."""

    def act() -> dict[str, Any]:
        offer = door.offering.open_offer(report, holder, field)
        content = door.open_chest(report, door.Compartment.CONTENT, holder)
        listed = door.files.listed(content)
        with transaction.atomic():
            case, sentences = _case(offer, agreement, [listed[each] for each in offer["files"]])
            code = new_code(case)
            door.offering.gone_over(report, holder, field, case.reference)
        return {"reference": case.reference, "code": code, "sentences": sentences}

    known = door.tickets.answer_of(ticket)
    return known or door.tickets.once(ticket, act)


def _case(offer: dict[str, Any], agreement: Agreement, files: list[dict[str, Any]]) -> tuple[Case, list[str]]:
    office = current_office_or_none()
    if office is None:
        raise NoOffice()
    language = translation.get_language() or "nl"
    submission = Submission.objects.create(
        office=office,
        channel=Channel.WEB,
        language=language,
        fields={"text": offer["text"], "body_text": offer["service"]},
        received_at=now(),
    )
    subject = _("Complaint by web form")
    first, _space, last = agreement.name.strip().rpartition(" ")
    case = create_case(
        office=office,
        channel=Channel.WEB,
        actor=Actor.COMPLAINANT,
        subject=subject,
        language=language,
        letter_language=language,
        parties=[
            {
                "first_name": first[:120],
                "last_name": last[:160],
                "email": agreement.email,
                "language": language,
            }
        ]
        if agreement.name.strip() or agreement.email
        else [],
        grievances=[{"body_as_written": offer["service"][:200], "summary": subject}],
        texts={f"intake.submission:{submission.pk}": f"{offer['text']}\n{offer['service']}"},
    )
    Submission.objects.filter(pk=submission.pk).update(case=case)
    _papers, sentences = store_documents(
        case,
        [_paper(entry) for entry in files],  # type: ignore[misc]  # a file in memory has all that is read of it
        actor=Actor.COMPLAINANT,
        source=CaseDocument.Source.COMPLAINANT,
        shown_to_complainant=True,
    )
    return case, sentences


def _paper(entry: dict[str, Any]) -> ContentFile[bytes]:
    """The copy without hidden data where there is one."""
    clean = entry["clean"]
    content = b""
    for portion in door.files.content(clean or entry):
        content += portion
        if len(content) > MOST_BYTES:
            break  # too large for the other house, which says so
    return ContentFile(content, name=door.files.name_of(entry, clean))
