"""Requests for protection: a file of its own, tied to the report in a way that only the reporter and admitted handlers see."""

import base64
import uuid
from dataclasses import dataclass
from typing import Any

from ombuds.integrity import chests
from ombuds.integrity.chests import Holder
from ombuds.integrity.database import atomic
from ombuds.integrity.models import Handler, Report
from ombuds.integrity.services.filing import Told, file_protection
from ombuds.integrity.terms import Compartment, Kind
from ombuds.integrity.vault import keys
from ombuds.integrity.vault.keys import pair_of
from ombuds.integrity.vault.sealing import Place


@dataclass(frozen=True)
class Request:
    """What the reporter wrote; who did it, which reason the employer gave."""

    measure: str
    since: str = ""
    link: str = ""
    employer: str = ""


def ask(report: Report, holder: Holder, request: Request) -> Report:
    """A protection file, opened with the reporter's own code: its key lies in the report, sealed to the reporter alone."""
    told = chests.open_chest(report, Compartment.CONTENT, holder)
    answers = told.read("answers")["answers"]
    excluded = _excluded(report)
    with atomic():
        pair = keys.new_pair()
        made = file_protection(
            Told(
                answers={
                    "body": answers.get("body", ""), "measure": request.measure, "since": request.since,
                    "link": request.link, "employer": request.employer,
                },
                kind=Kind.PROTECTION, excluded=excluded, linked_to=str(report.pk),
            ),
            pair,
        )  # fmt: skip
        letter = keys.seal_letter(
            bytes(report.reporter_public or b""), place_of(report, made.pk), pair.private
        )
        told.add("protection", {"id": str(made.pk), "key": base64.b64encode(letter).decode()})
    return made


def place_of(report: Report, other: uuid.UUID) -> Place:
    """Where the key of a request lies in the report."""
    return Place(report.pk.bytes, Compartment.CONTENT, f"protection {other}")


def _excluded(report: Report) -> frozenset[uuid.UUID]:
    """Nobody who may not see the report sees the request: only those admitted to the report get it."""
    admitted = report.admissions.filter(ended_on=None).values_list("handler_id", flat=True)
    return (
        frozenset(Handler.objects.exclude(pk__in=admitted).values_list("pk", flat=True))
        if admitted
        else frozenset()
    )


def files_of(report: Report, holder: Holder) -> list[dict[str, Any]]:
    """The protection files of a report, as they are noted in it."""
    return list(chests.open_chest(report, Compartment.CONTENT, holder).read_all("protection:").values())


def opened(report: Report, holder: Holder, other: uuid.UUID) -> tuple[Report, Holder] | None:
    """The reporter's way from the report to one of its protection files."""
    for entry in files_of(report, holder):
        if entry["id"] == str(other):
            private = keys.open_letter(holder.pair, place_of(report, other), base64.b64decode(entry["key"]))
            return Report.objects.get(pk=other), Holder(pair_of(private))
    return None
