"""Conditions that this room adds to the moves of a case: the second reader, and remedies that are settled."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ombuds.cases.guards import guard
from ombuds.cases.models import Case
from ombuds.investigations.models import Outcome, Remedy
from ombuds.lib.errors import Refusal


def needs_second_reader(case: Case, assessment: str) -> bool:
    """Whether the profile wants another pair of eyes on this kind of conclusion."""
    return assessment in case.office.setting("second_reader_for", [])


@guard("second_reader")
def _second_reader(case: Case, context: dict[str, Any]) -> None:
    if not needs_second_reader(case, case.assessment):
        return
    latest = Outcome.objects.filter(case=case).first()
    if latest is None or latest.state != Outcome.State.SET or latest.read_by_id is None:
        raise Refusal(_("A second reader must approve this outcome first."))


@guard("remedies_settled")
def _remedies_settled(case: Case, context: dict[str, Any]) -> None:
    if Remedy.objects.filter(case=case, checked="").exists():
        raise Refusal(
            _("A remedy was asked and not checked yet. Check it first: done, refused or impossible.")
        )
