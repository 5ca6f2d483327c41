"""Small papers: the letter that people complain about, what services send along. Real files of a kilobyte."""

import datetime as dt
import hashlib
import uuid
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from ombuds.cases.models import CaseDocument
from ombuds.correspondence.models import Answer
from ombuds.demo.bulk import insert
from ombuds.demo.hands import unaccent
from ombuds.demo.load_cases import service_name, staff_language, subject_of
from ombuds.demo.load_letters import Batch
from ombuds.demo.words import date_words
from ombuds.demo.world import Made, World
from ombuds.documents.models import Document

NAMES = {
    "nl": {"complainant": ["beslissing.pdf", "brief van de dienst.pdf", "bewijs van betaling.pdf", "mail aan de dienst.txt"], "service": ["dossieroverzicht.pdf", "antwoord klachtendienst.pdf"]},
    "fr": {"complainant": ["décision.pdf", "lettre du service.pdf", "preuve de paiement.pdf", "mail au service.txt"], "service": ["aperçu du dossier.pdf", "réponse du service plaintes.pdf"]},
}  # fmt: skip


def load(world: World, letters: Batch) -> None:
    """Write papers of complainants and services."""
    rows: list[tuple[Document, CaseDocument, Answer | None]] = []
    for made in world.made:
        if not made.plan.flags.get("legacy") and made.plan.rng("paper").random() < 0.3:
            at = made.plan.received
            rows.append((*_paper(made, "complainant", at, made.plan.rng("paper-name")), None))
    for made, _question, answer in letters.files:
        rng = made.plan.rng(f"paper-{answer.at}")
        if rng.random() < 0.35:
            rows.append((*_paper(made, "service", answer.at, rng), answer))
    insert([document for document, _paper_row, _answer in rows])
    for document, paper, _answer in rows:
        paper.document_id = document.pk
    insert([paper for _document, paper, _answer in rows])
    through = Answer.files.through
    through._default_manager.bulk_create(
        [
            through(answer_id=answer.pk, document_id=document.pk)
            for document, _paper_row, answer in rows
            if answer is not None
        ]
    )


def _paper(made: Made, source: str, at: dt.datetime, rng: Any) -> tuple[Document, CaseDocument]:
    plan, lang = made.plan, staff_language(made.plan)
    name = rng.choice(NAMES[lang][source])
    lines = [
        service_name(made, lang), "", date_words(plan.dates[0], lang, "long"), "", f"{plan.service_reference}", "",
        subject_of(plan), "", {"nl": "Wij hebben uw vraag ontvangen en onderzocht.", "fr": "Nous avons reçu et examiné votre demande."}[lang],
        {"nl": "Een kopie van deze brief wordt in uw dossier bewaard.", "fr": "Une copie de cette lettre est conservée dans votre dossier."}[lang],
    ]  # fmt: skip
    is_text = name.endswith(".txt")
    content = "\n".join(lines).encode() if is_text else pdf(lines)
    key = uuid.UUID(int=rng.getrandbits(128), version=4)
    path = default_storage.save(
        f"documents/{at:%Y/%m}/{key}{'.txt' if is_text else '.pdf'}", ContentFile(content)
    )
    document = Document(
        key=key, original_name=name, media_type="text/plain" if is_text else "application/pdf", size=len(content),
        sha256=hashlib.sha256(content).hexdigest(), file=path, text="\n".join(lines), scan=Document.Scan.UNAVAILABLE, added_at=at,
    )  # fmt: skip
    paper = CaseDocument(
        case=made.case, document=document, source=source, title=subject_of(made.plan) if source == "service" else "",
        shown_to_complainant=source == "complainant", added_at=at,
    )  # fmt: skip
    return document, paper


def pdf(lines: list[str]) -> bytes:
    """One page of plain text: the smallest PDF that every reader opens."""
    shown = [unaccent(line).replace("\\", "").replace("(", "[").replace(")", "]") for line in lines]
    text = "BT /F1 11 Tf 64 780 Td 16 TL " + " ".join(f"({line}) '" for line in shown) + " ET"
    stream = text.encode("latin-1", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (table, len(out))
    )
