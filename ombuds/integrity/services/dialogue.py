"""The conversation of reporter and handlers, and what only the reporter may do: consent, ask for protection, withdraw."""

import json
from hashlib import blake2b
from typing import Any

from django.utils.translation import gettext_lazy as _

from ombuds.integrity import chests, record
from ombuds.integrity.chests import Holder, OpenChest
from ombuds.integrity.database import atomic
from ombuds.integrity.models import Report
from ombuds.integrity.services import counting
from ombuds.integrity.terms import ENDED, Act, Compartment, State
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today

LONGEST = 20_000
REPORTER, HANDLER = "reporter", "handler"


class NothingWritten(Refusal):
    """An empty message."""

    template = _("Write something first.")


class Over(Refusal):
    """The report has ended."""

    template = _("This report is closed. You can make a new one.")


def say(report: Report, holder: Holder, text: str, *, question: bool = False) -> None:
    """A message to the other side."""
    if not text.strip():
        raise NothingWritten()
    if report.state == State.DESTROYED:
        raise Over()
    opened = chests.open_chest(report, Compartment.CONTENT, holder)
    by = HANDLER if holder.handler else REPORTER
    entry = {"by": by, "day": today().isoformat(), "text": text[:LONGEST], "question": question}
    opened.add("message", entry)


def conversation(report: Report, holder: Holder) -> list[dict[str, Any]]:
    """All messages, the first first."""
    found = chests.open_chest(report, Compartment.CONTENT, holder).read_all("message:")
    return [{**entry, "field": field} for field, entry in found.items()]


def is_waiting_for_answer(messages: list[dict[str, Any]]) -> bool:
    """Did the handlers ask something that the reporter has not answered yet?"""
    asked = [place for place, entry in enumerate(messages) if entry["question"]]
    return bool(asked) and not any(entry["by"] == REPORTER for entry in messages[asked[-1] :])


def consent(report: Report, holder: Holder, *, given: bool, to: str) -> None:
    """The reporter says whether, and with whom, what they wrote may be shared. Every answer is kept."""
    opened = chests.open_chest(report, Compartment.CONTENT, holder)
    opened.add("consent", {"given": given, "to": to[:500], "day": today().isoformat()})


def consents(report: Report, holder: Holder) -> list[dict[str, Any]]:
    """All answers about sharing, the last one last."""
    return list(chests.open_chest(report, Compartment.CONTENT, holder).read_all("consent:").values())


def sign(report: Report, holder: Holder) -> None:
    """The reporter has read the minutes of what was told, and they are right: these minutes, word for word."""
    opened = chests.open_chest(report, Compartment.CONTENT, holder)
    opened.add("signature", {"day": today().isoformat(), "of": _minutes(opened)})


def _minutes(opened: OpenChest) -> str:
    """What is signed: a digest of everything that was written down."""
    return blake2b(json.dumps(opened.read("answers"), sort_keys=True).encode(), digest_size=32).hexdigest()


def signed_on(report: Report, holder: Holder) -> str:
    """The day of the last signature under the minutes as they stand, or nothing."""
    opened = chests.open_chest(report, Compartment.CONTENT, holder)
    found = [each for each in opened.read_all("signature:").values() if each["of"] == _minutes(opened)]
    return str(found[-1]["day"]) if found else ""


def withdraw(report: Report, holder: Holder, why: str) -> None:
    """The reporter takes the report back. What is known of a danger may have to be followed up all the same: staff decide."""
    if report.state in ENDED:
        raise Over()
    with atomic():
        opened = chests.open_chest(report, Compartment.CONTENT, holder)
        opened.add(
            "message",
            {
                "by": REPORTER,
                "day": today().isoformat(),
                "text": why[:LONGEST],
                "question": False,
                "withdrawn": True,
            },
        )
        Report.objects.filter(pk=report.pk).update(state=State.WITHDRAWN, ended_on=today())
        record.note(Act.MOVED, report=report)
        counting.count(today().year, "ended", State.WITHDRAWN)
