"""The conditions of moves that decisions fulfil. Registered with cases at start-up (apps.py)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ombuds.admissibility.models import AdmissibilityDecision, CompetenceDecision
from ombuds.admissibility.services.executing import away, refused
from ombuds.admissibility.terms import CompetenceVerdict, Verdict
from ombuds.cases.guards import guard
from ombuds.cases.models import Case
from ombuds.cases.terms import Kind
from ombuds.cases.workflow import CaseAct
from ombuds.lib.errors import Refusal

# Opened by the office or by an assembly: there is no complainant whose complaint could be inadmissible.
WITHOUT_ADMISSION = frozenset({Kind.SYSTEMIC_INQUIRY.value, Kind.PARLIAMENT_REQUEST.value})


@guard("competence_decided")
def competence_decided(case: Case, context: dict[str, Any]) -> None:
    """Every body of the case is somebody else's."""
    wanted = CompetenceVerdict.TRANSFER if context["act"] == CaseAct.TRANSFER else None
    decisions = away(case)
    if not decisions or (wanted and not any(d.verdict == wanted for d in decisions)):
        raise Refusal(_("Decide first that we are not competent, for each service of the case, and who is."))


@guard("refusal_decided")
def refusal_decided(case: Case, context: dict[str, Any]) -> None:
    """A final decision refuses the whole case."""
    if refused(case) or any(d.verdict == CompetenceVerdict.REFUSE for d in away(case)):
        return
    raise Refusal(
        _("A case is refused by a decision that names its ground, read by a second reader where needed.")
    )


@guard("admitted")
def admitted(case: Case, context: dict[str, Any]) -> None:
    """We are competent for a body, and the complaint is admissible."""
    if case.kind in WITHOUT_ADMISSION:
        return
    ours = CompetenceDecision.objects.current().filter(case=case, verdict=CompetenceVerdict.OURS)
    taken = AdmissibilityDecision.objects.current().filter(case=case, verdict=Verdict.ADMITTED)
    if not (ours.exists() and taken.exists()):
        raise Refusal(_("Decide first that we are competent and that the complaint is admissible."))
