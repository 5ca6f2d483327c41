"""A publication may draw on a report only by a text that two handlers signed, after the reporter agreed to sharing. The
signed text alone leaves, through the handover room, and goes the way of every publication: review, gate, approval."""

import re
from typing import Any

from django.utils.translation import gettext_lazy as _

from ombuds.integrity import record
from ombuds.integrity.chests import Holder
from ombuds.integrity.database import atomic
from ombuds.integrity.models import Report
from ombuds.integrity.services.admitting import opened_for
from ombuds.integrity.services.deciding import ConsentNeeded
from ombuds.integrity.services.dialogue import LONGEST, NothingWritten
from ombuds.integrity.terms import Act, Compartment, State
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today

FIELD = re.compile(r"release:\d{4}")


class SecondPerson(Refusal):
    """One's own text, one that was signed twice, or one that is not there."""

    template = _("A second person has to sign this text, once.")


def _insist_consent(report: Report, holder: Holder) -> None:
    given = list(opened_for(report, holder, Compartment.CONTENT).read_all("consent:").values())
    if not given or not given[-1]["given"] or report.state == State.DESTROYED:
        raise ConsentNeeded()


def propose(report: Report, holder: Holder, *, title: str, text: str, language: str, why: str) -> str:
    """The first signature, with the text as it would leave and the reason. Gives its field."""
    if not all(each.strip() for each in (title, text, why)):
        raise NothingWritten()
    _insist_consent(report, holder)
    assert holder.handler is not None
    with atomic():
        field = opened_for(report, holder, Compartment.INNER).add(
            "release",
            {
                "title": title[:160],
                "text": text[:LONGEST],
                "language": language,
                "why": why[:LONGEST],
                "day": today().isoformat(),
                "first": {"id": str(holder.handler.pk), "name": holder.handler.name},
                "second": None,
            },
        )
        record.note(Act.TEXT_PROPOSED, report=report, handler=holder.handler)
    return field


def texts(report: Report, holder: Holder) -> dict[str, dict[str, Any]]:
    """Field → text with its signatures."""
    return opened_for(report, holder, Compartment.INNER).read_all("release:")


def sign(report: Report, holder: Holder, field: str) -> dict[str, Any]:
    """The second signature, by another person, who is admitted too. Gives the text that may leave now."""
    _insist_consent(report, holder)
    assert holder.handler is not None
    with atomic():
        inner = opened_for(report, holder, Compartment.INNER)
        found = inner.read(field) if FIELD.fullmatch(field) else None
        if found is None or found["second"] or found["first"]["id"] == str(holder.handler.pk):
            raise SecondPerson()
        signed = {**found, "second": {"id": str(holder.handler.pk), "name": holder.handler.name}}
        inner.write(field, {**signed, "signed_on": today().isoformat()})
        record.note(Act.TEXT_SIGNED, report=report, handler=holder.handler)
    return signed
