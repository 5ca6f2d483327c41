"""What a contact person of a service may see: what was asked of the own service to put right, or to tell."""

from typing import Any

from django.core import signing
from django.db.models import QuerySet

from ombuds.authorities.models import Contact
from ombuds.cases.workflow import State
from ombuds.correspondence import withheld
from ombuds.investigations.models import InquiryQuestion, Remedy

SALT = "investigations.remedy"


def token(remedy: Remedy) -> str:
    """Its name in the address of a page for services: says nothing, and cannot be counted through."""
    return signing.dumps(remedy.pk, salt=SALT)


def of_token(contact: Contact, given: str) -> Remedy | None:
    """The remedy of this address, when it was asked of the contact's service."""
    try:
        number = signing.loads(given, salt=SALT)
    except signing.BadSignature:
        return None
    found = asked_of(contact).filter(pk=number).first()
    return found if found is not None and shown(found) else None


def asked_of(contact: Contact) -> "QuerySet[Remedy]":
    """As long as the case is there and we have not checked it."""
    rows = Remedy.objects.filter(body=contact.body, checked="")
    return rows.filter(
        case__state__in=[State.CONCLUDED, State.AWAITING_REMEDY, State.ESCALATED]
    ).select_related("case")


def shown(remedy: Remedy) -> bool:
    """Words that hold a withheld name stay with us, should the name have been withheld only afterwards."""
    return not (remedy.case.name_withheld and withheld.find(remedy.case, remedy.asked))


def panel(contact: Contact) -> dict[str, Any] | None:
    """For settings.OMBUDS_SERVICE_PANELS."""
    rows = asked_of(contact).order_by("due_on", "pk")[:100]
    waiting = [(remedy, token(remedy)) for remedy in rows if shown(remedy)]
    questions = list(inquiry_questions(contact).filter(answered_on=None).order_by("due_on", "pk")[:100])
    if not waiting and not questions:
        return None
    return {"template": "investigations/_service_panel.html", "waiting": waiting, "questions": questions}


def inquiry_questions(contact: Contact) -> "QuerySet[InquiryQuestion]":
    """What inquiries ask of the contact's own service; nothing of their cases."""
    return InquiryQuestion.objects.filter(body=contact.body)
