"""What is in a case: parties, grievances, papers, notes, facts."""

from collections.abc import Iterable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.authorities.models import Body
from ombuds.cases import search
from ombuds.cases.models import (
    Case,
    CaseDocument,
    Grievance,
    Note,
    Party,
    Reclassification,
)
from ombuds.cases.terms import Act
from ombuds.documents.models import Document
from ombuds.documents.services import store
from ombuds.lib import tokens
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean, fold


class ChangedMeanwhile(Refusal):
    """Two people had the same page open."""

    template = _(
        "Someone else changed this case while you were writing. Your text is kept: compare, and save again."
    )


def match_key(party: Party) -> str:
    """A keyed digest of name and postal code, that finds the same person in other cases."""
    name = " ".join(sorted(fold(party.full_name).replace("-", " ").split()))
    return tokens.keyed(f"{name}|{fold(party.postcode)}", "match") if name else ""


def add_party(case: Case, *, actor: User | Actor, **fields: Any) -> Party:
    """Add a person or organisation."""
    with transaction.atomic():
        party = Party(case=case, **fields)
        party.match_key = match_key(party)
        party.save()
        search.index_case(case)
        record(Act.UPDATE, actor=actor, subject=party, case=case, data={"added": "party"})
    return party


def add_grievance(case: Case, *, actor: User | Actor, **fields: Any) -> Grievance:
    """Add one thing complained about; the first of a case is the main one."""
    with transaction.atomic():
        fields.setdefault("is_main", not case.grievances.exists())
        grievance = Grievance.objects.create(case=case, **fields)
        search.index_case(case)
        record(
            Act.UPDATE,
            actor=actor,
            subject=grievance,
            case=case,
            data={"added": "grievance"},
        )
    return grievance


def change_party(party: Party, *, actor: User | Actor, **fields: Any) -> Party:
    """Change a person's data. The record says that it was changed, never what it was."""
    with transaction.atomic():
        for name, value in fields.items():
            setattr(party, name, value)
        party.match_key = match_key(party)
        party.save()
        search.index_case(party.case)
        record(Act.UPDATE, actor=actor, subject=party, case=party.case, data={"changed": "party"})
    return party


def change_grievance(grievance: Grievance, *, actor: User | Actor, **fields: Any) -> Grievance:
    """Change what it is about or against whom. Its assessment is set in the room of investigations."""
    with transaction.atomic():
        for name, value in fields.items():
            setattr(grievance, name, value)
        grievance.save()
        if grievance.is_main:
            grievance.case.grievances.exclude(pk=grievance.pk).update(is_main=False)
        search.index_case(grievance.case)
        record(
            Act.UPDATE, actor=actor, subject=grievance, case=grievance.case, data={"fields": sorted(fields)}
        )
    return grievance


def show_paper(paper: CaseDocument, *, actor: User | Actor, to_complainant: bool) -> None:
    """Open a paper to the complainant, or close it again."""
    with transaction.atomic():
        CaseDocument.objects.filter(pk=paper.pk).update(shown_to_complainant=to_complainant)
        record(
            Act.UPDATE,
            actor=actor,
            subject=paper,
            case=paper.case,
            data={"shown_to_complainant": to_complainant},
        )


def change_case(case: Case, *, actor: User | Actor, version: int | None = None, **fields: Any) -> Case:
    """Change facts of a case. `version` is what the writer saw: if it has moved on, ChangedMeanwhile.

    The record names the fields, never their content. State, handler and kind have verbs of their own.
    """
    own_verbs = {
        "state",
        "handler",
        "team",
        "kind",
        "first_kind",
        "reference",
        "closed_at",
    } & set(fields)
    if own_verbs:
        raise ValueError(f"changed by their own verbs: {own_verbs}")
    with transaction.atomic():
        rows = Case.objects.filter(pk=case.pk)
        if version is not None:
            rows = rows.filter(version=version)
        if not rows.update(version=F("version") + 1, **fields):
            raise ChangedMeanwhile()
        case.refresh_from_db()
        search.index_case(case)
        record(
            Act.UPDATE,
            actor=actor,
            subject=case,
            case=case,
            data={"fields": sorted(fields)},
        )
    return case


def reclassify(case: Case, *, actor: User, kind: str, reason: str) -> Reclassification:
    """Give the case another kind; the first one and the reason are kept (domain.md 1.1)."""
    if not reason.strip():
        raise Refusal(_("Please say why the case gets another kind."))
    if kind == case.kind:
        raise Refusal(_("The case is of this kind already."))
    with transaction.atomic():
        row = Reclassification.objects.create(
            case=case,
            from_kind=case.kind,
            to_kind=kind,
            reason=reason.strip(),
            by=actor,
        )
        Case.objects.filter(pk=case.pk).update(kind=kind, version=F("version") + 1)
        case.refresh_from_db()
        record(
            Act.RECLASSIFY,
            actor=actor,
            subject=case,
            case=case,
            data={"from": row.from_kind, "to": kind},
        )
    return row


def add_note(case: Case, *, actor: User, text: str) -> Note:
    """A file note. Write it as if the person could read it: one day they may."""
    text = clean(text).strip()
    if not text:
        raise Refusal(_("The note is empty."))
    with transaction.atomic():
        note = Note.objects.create(case=case, author=actor, text=text)
        search.index_text(case, f"cases.note:{note.pk}", text)
        record(Act.NOTE, actor=actor, subject=note, case=case)
    return note


def add_document(
    case: Case,
    document: Document,
    *,
    actor: User | Actor,
    source: str,
    title: str = "",
    shown_to_complainant: bool = False,
    shown_to_service: Body | None = None,
) -> CaseDocument:
    """Put a stored file into a case."""
    with transaction.atomic():
        paper = CaseDocument.objects.create(
            case=case,
            document=document,
            source=source,
            title=title,
            shown_to_complainant=shown_to_complainant,
            shown_to_service=shown_to_service,
        )
        search.index_text(case, f"cases.paper:{paper.pk}", document.text)
        record(Act.UPDATE, actor=actor, subject=paper, case=case, data={"added": "paper"})
    return paper


def store_documents(
    case: Case,
    uploads: Iterable[UploadedFile[Any]],
    *,
    actor: User | Actor,
    source: str,
    **fields: Any,
) -> tuple[list[CaseDocument], list[str]]:
    """Store several uploads. Returns the papers, and one sentence for each file that was refused."""
    papers, sentences = [], []
    for upload in uploads:
        try:
            document = store(upload, actor=actor)
        except Refusal as refusal:
            sentences.append(refusal.sentence)
            continue
        papers.append(add_document(case, document, actor=actor, source=source, **fields))
    return papers, sentences
