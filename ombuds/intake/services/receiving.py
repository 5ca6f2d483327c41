"""A complaint comes in: kept word for word, registered as a case, with its papers. One transaction, or nothing."""

import datetime as dt
from collections.abc import Iterable
from functools import partial
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.cases import search
from ombuds.cases.models import Case, CaseDocument
from ombuds.cases.services import add_document, create_case
from ombuds.cases.services.creation import CODE_PURPOSE
from ombuds.cases.terms import Channel, Language, PartyRole
from ombuds.documents.models import Document
from ombuds.documents.services import FileRefused, store
from ombuds.intake import steps
from ombuds.intake.models import Draft, Submission
from ombuds.intake.services.drafts import RECEIPT_HOURS, receipt_code
from ombuds.intake.suggesting import suggestion_of
from ombuds.intake.terms import Act, Purpose
from ombuds.lib import tokens
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean
from ombuds.lib.today import now
from ombuds.office.models import Office

PERSON = ("first_name", "last_name", "street", "postcode", "town")


class NotComplete(Refusal):
    """Sent before every question that needs one had its answer."""


def send(draft: Draft, token: str, *, office: Office) -> Submission:
    """The person presses “send”. A second press finds the first: one complaint, one case, one receipt."""
    with transaction.atomic():
        current = Draft.objects.select_for_update().get(pk=draft.pk)
        if current.submission_id:
            return Submission.objects.select_related("case").get(pk=current.submission_id)
        if steps.problems(current.answers, office):
            raise NotComplete(_("Some answers still need your attention."))
        values = steps.cleaned(current.answers, office)
        language = _contact_language(values)
        submission = Submission.objects.create(
            office=office,
            channel=Channel.WEB,
            language=language,
            fields=_verbatim(current, values),
            received_at=now(),
        )
        files = list(current.files.select_related("document"))
        case = _register(submission, values, files, tokens.digest(receipt_code(token), CODE_PURPOSE))
        Submission.objects.filter(pk=submission.pk).update(case=case)
        submission.case = case
        for row in files:
            _add_paper(case, row.document, row.purpose)
        current.files.all().delete()
        current.submission = submission
        current.answers = {}
        current.code_digest = ""
        current.expires_at = now() + dt.timedelta(hours=RECEIPT_HOURS)
        current.save()
        record(Act.RECEIVE, actor=Actor.COMPLAINANT, subject=submission, case=case)
    return submission


def _contact_language(values: dict[str, Any]) -> str:
    """Empty when it is not known: letters then go out in both languages of the office."""
    chosen = values.get("language", {}).get("language", "")
    return "" if chosen == "unknown" else str(chosen)


def _verbatim(draft: Draft, values: dict[str, Any]) -> dict[str, Any]:
    """Question by question what was answered, flat, as typed; plus which files came with it."""
    flat: dict[str, Any] = {}
    for name in values:
        for key, value in draft.answers.get(name, {}).items():
            flat[key if name != "represented" else f"represented_{key}"] = value
    flat["page_language"] = draft.language
    flat["files"] = [row.document.original_name for row in draft.files.all()]
    return flat


def _register(submission: Submission, values: dict[str, Any], files: list[Any], code_digest: str) -> Case:
    dates, needs = values.get("dates", {}), values.get("needs", {})
    chosen = suggestion_of(str(values.get("which", {}).get("body", "")))
    written = values["service"]["body_text"]
    language = submission.language
    with override(language if language in ("nl", "fr", "en") else "nl"):
        subject = (
            _("Complaint about %(service)s") % {"service": str(chosen.body)}
            if chosen
            else _("Complaint by web form")
        )
    return create_case(
        office=submission.office,
        channel=Channel.WEB,
        actor=Actor.COMPLAINANT,
        subject=subject,
        received_at=submission.received_at,
        language=language,
        letter_language=language if language in ("nl", "fr", "en") else "",
        facts_on=dates.get("facts_on"),
        decision_on=dates.get("decision_on"),
        notified_on=dates.get("notified_on"),
        mentions_ombudsman=dates.get("mentions_ombudsman") or "",
        contacted_service_on=values.get("answer", {}).get("contacted_on"),
        name_withheld=bool(needs.get("name_withheld")),
        interpreter=needs.get("interpreter", ""),
        accessibility_needs=_needs(submission.office, needs),
        code_digest=code_digest,
        parties=_parties(values, files, language),
        grievances=[
            {
                "body": chosen.body if chosen else None,
                "body_as_written": written[:200],
                "summary": subject[:300],
            }
        ],
        texts={f"intake.submission:{submission.pk}": searchable(submission.fields)},
    )


def searchable(fields: dict[str, Any]) -> str:
    """The words of a submission that staff may look for."""
    wanted = ("text", "notes", "wish", "service_answer", "body_text")
    return "\n".join(str(fields[name]) for name in wanted if fields.get(name))


def _needs(office: Office, needs: dict[str, Any]) -> str:
    codes = set(needs.get("needs", []))
    terms = office.terms.filter(vocabulary="accessibility_need", code__in=codes)
    parts = [str(term) for term in terms]
    if needs.get("needs_text"):
        parts.append(needs["needs_text"])
    return "; ".join(parts)[:200]


def _parties(values: dict[str, Any], files: list[Any], language: str) -> list[dict[str, Any]]:
    """Who complains, and who writes for them."""
    you, reach = values.get("you", {}), values.get("reach", {})
    writer = {name: you.get(name, "") for name in (*PERSON, "organisation")}
    writer |= {
        "email": reach.get("email", ""),
        "phone": reach.get("phone", ""),
        "prefers_post": reach.get("prefers") == "post",
        "language": language,
    }
    if values.get("behalf", {}).get("behalf") != "other":
        return [{"role": PartyRole.COMPLAINANT, **writer}] if _has_content(writer) else []
    represented = values.get("represented", {})
    person = {name: represented.get(name, "") for name in PERSON}
    mandate = next((f.document for f in files if f.purpose == Purpose.MANDATE), None)
    return [
        {"role": PartyRole.COMPLAINANT, "language": language, **person},
        {"role": PartyRole.REPRESENTATIVE, "mandate": mandate, **writer},
    ]


def _has_content(writer: dict[str, Any]) -> bool:
    return any(writer[name] for name in (*PERSON, "organisation", "email", "phone"))


def _add_paper(case: Case, document: Document, purpose: str) -> CaseDocument:
    return add_document(
        case,
        document,
        actor=Actor.COMPLAINANT,
        source=CaseDocument.Source.COMPLAINANT,
        title=str(Purpose(purpose).label) if purpose != Purpose.EVIDENCE else "",
        shown_to_complainant=True,
    )


def register(
    *,
    office: Office,
    actor: User,
    channel: str,
    notes: str,
    fields: dict[str, Any],
    case_fields: dict[str, Any],
    party: dict[str, Any],
    representative: dict[str, Any] | None = None,
    grievance: dict[str, Any] | None = None,
    documents: Iterable[Document] = (),
    received_at: Any = None,
    notify: bool = True,
) -> Submission:
    """A member of staff writes down a call, a visit or a letter."""
    papers = list(documents)
    with transaction.atomic():
        submission = Submission.objects.create(
            office=office,
            channel=channel,
            language=case_fields.get("language", ""),
            fields={**fields, "notes": notes.replace("\x00", "")},
            original=papers[0] if papers else None,
            received_at=received_at or now(),
            registered_by=actor,
        )
        people = [{"role": PartyRole.COMPLAINANT, **party}] if any(party.values()) else []
        if representative and any(representative.values()):
            people.append({"role": PartyRole.REPRESENTATIVE, **representative})
        case = create_case(
            office=office,
            channel=channel,
            actor=actor,
            received_at=submission.received_at,
            parties=people,
            grievances=[grievance] if grievance else [],
            texts={f"intake.submission:{submission.pk}": searchable(submission.fields)},
            notify=notify,
            **case_fields,
        )
        Submission.objects.filter(pk=submission.pk).update(case=case)
        submission.case = case
        for document in papers:
            add_document(
                case,
                document,
                actor=actor,
                source=CaseDocument.Source.COMPLAINANT,
                shown_to_complainant=True,
            )
        record(Act.REGISTER, actor=actor, subject=submission, case=case)
    return submission


def add_to_case(
    case: Case,
    *,
    actor: User | Actor,
    text: str,
    uploads: "Iterable[UploadedFile[bytes]]" = (),
    channel: str = Channel.WEB,
    about: str = "message",
) -> tuple[Submission | None, list[str]]:
    """Something more from the person on a case that exists: words, papers, or both.

    Returns what was kept, and a sentence for each file that was not. Nothing at all to keep: None.
    """
    documents, sentences = [], []
    for upload in uploads:
        try:
            documents.append(store(upload, actor=actor))
        except FileRefused as refusal:
            sentences.append(refusal.sentence)
    if not clean(text).strip() and not documents:
        return None, sentences
    with transaction.atomic():
        submission = Submission.objects.create(
            office=case.office,
            case=case,
            channel=channel,
            language=case.language if case.language in Language.values else "",
            fields={
                "about": about,
                "text": clean(text),
                "files": [document.original_name for document in documents],
            },
            original=documents[0] if documents else None,
            received_at=now(),
            registered_by=actor if isinstance(actor, User) else None,
        )
        search.index_text(case, f"intake.submission:{submission.pk}", clean(text))
        for document in documents:
            add_document(
                case,
                document,
                actor=actor,
                source=CaseDocument.Source.COMPLAINANT,
                shown_to_complainant=True,
            )
        record(Act.ANSWER_ADDED, actor=actor, subject=submission, case=case, data={"about": about})
    return submission, sentences


def destroy_content(case: Case) -> None:
    """For settings.OMBUDS_ON_DESTROY: the words go, that something came in stays."""
    rows = Submission.objects.filter(case=case)
    originals = list(Document.objects.filter(pk__in=rows.values("original_id")))
    rows.update(fields={}, original=None)
    for document in originals:
        if not CaseDocument.objects.filter(document=document).exists():
            document.delete()
            transaction.on_commit(partial(document.file.delete, save=False))
