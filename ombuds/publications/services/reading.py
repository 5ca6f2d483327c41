"""What the public site asks for: frozen copies only."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ombuds.deidentification.gate import DeidentifiedText, insist_deidentified
from ombuds.office.models import Office
from ombuds.publications.models import Frozen, FrozenFile, PublicRecommendation
from ombuds.publications.paper import document
from ombuds.publications.terms import Kind
from ombuds.recommendations.effect_words import public_sentence
from ombuds.recommendations.models import Change
from ombuds.recommendations.terms import Addressee, OmbudsmanFinds, RelationKind, ServiceSays, Status

KINDS = Kind
STATUSES = Status
ADDRESSEES = Addressee


def current_texts(office_code: str, language: str = "") -> "QuerySet[Frozen]":
    """What can be read now, the newest first; in one language or in all."""
    rows = Frozen.objects.filter(office_code=office_code, is_current=True, withdrawn_at__isnull=True)
    return rows.filter(language=language) if language else rows


def versions_of(office_code: str, key: uuid.UUID) -> "QuerySet[Frozen]":
    """All languages of one publication, withdrawn or not."""
    return Frozen.objects.filter(office_code=office_code, key=key, is_current=True).prefetch_related("files")


def file_of(office_code: str, key: uuid.UUID) -> FrozenFile | None:
    """A file of a text that can be read now."""
    readable = current_texts(office_code)
    return FrozenFile.objects.filter(key=key, frozen__in=readable).first()


def on_paper(text: Frozen, office: Office) -> bytes:
    """The text as an accessible PDF; the same text gives the same bytes. Raises PdfError."""
    return document(text, office)


@dataclass(frozen=True)
class Share:
    """What other sites show of a link to the text."""

    title: DeidentifiedText
    description: DeidentifiedText


def share_text(title: DeidentifiedText, summary: DeidentifiedText) -> Share:
    """Title and summary as they were cleared: nothing else is put in the head of a page."""
    insist_deidentified(title, summary)
    return Share(title, summary)


def public_recommendations(office_code: str) -> "QuerySet[PublicRecommendation]":
    return PublicRecommendation.objects.filter(office_code=office_code, is_current=True)


def timeline_words(rows: Iterable[dict[str, str]]) -> list[dict[str, Any]]:
    """The kept timeline in the reader's language."""
    return [
        {
            "on": row["on"],
            "day": dt.date.fromisoformat(row["on"]),
            "code": row["code"],
            "what": _what(row["what"]),
            "value": _value(row),
        }
        for row in rows
    ]


def effect_sentence(one: PublicRecommendation) -> str:
    """Whether the complaints stopped; empty when nobody measures it."""
    found = [row["value"] for row in one.timeline if row["what"] == "effect"]
    return public_sentence(str(found[-1])) if found else ""


PLAN = {
    "promised": _("The addressee promises a measure"),
    "reported_done": _("The addressee says that a measure is taken"),
    "effect": _("Carried out: from here on the complaints are compared"),
}


def _what(what: str) -> str:
    if what == "issued":
        return str(Status.ISSUED.label)
    if what in PLAN:
        return str(PLAN[what])
    if what in RelationKind.values:
        return str(RelationKind(what).label)
    return str(Change.What(what).label)


def _value(row: dict[str, str]) -> str:
    words = {"status": Status, "service_says": ServiceSays, "ombudsman_finds": OmbudsmanFinds}.get(
        row["what"]
    )
    if row["what"] == "effect":
        return public_sentence(row["value"])
    return str(words(row["value"]).label) if words and row["value"] in words.values else row["value"]


def labels_of(one: PublicRecommendation) -> dict[str, str]:
    return {
        "status": str(Status(one.status).label),
        "service_says": str(ServiceSays(one.service_says).label),
        "ombudsman_finds": str(OmbudsmanFinds(one.ombudsman_finds).label),
    }
