"""What a report or a request for protection says, as questions and answers in the reader's language."""

from typing import Any

from ombuds.integrity.forms import ProtectionForm
from ombuds.integrity.models import Report
from ombuds.integrity.services import asking
from ombuds.integrity.terms import Kind
from ombuds.integrity.witness_forms import WitnessForm


def said(report: Report, told: dict[str, Any]) -> list[tuple[str, str]]:
    """(question, answer), in the order in which they were asked."""
    if report.kind != Kind.PROTECTION:
        return asking.readable(asking.definition_of(told["version"]), told["answers"])
    fields = {**WitnessForm().fields, **ProtectionForm().fields}
    words = {code: str(label) for code, label in WitnessForm.WHO}
    return [
        (str(fields[name].label), words.get(value, value))
        for name, value in told["answers"].items()
        if value and name in fields
    ]
