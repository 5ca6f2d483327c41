"""At the end of retention the words go; verdicts and grounds stay for the figures."""

from ombuds.admissibility.models import (
    AdmissibilityDecision,
    CompetenceDecision,
    GroundUse,
)
from ombuds.cases.models import Case


def destroy_content(case: Case) -> None:
    """For settings.OMBUDS_ON_DESTROY."""
    for model in (CompetenceDecision, AdmissibilityDecision):
        model.objects.filter(case=case).update(reasons="", sent_back_because="")
    GroundUse.objects.filter(competence__case=case).update(reason="—")
    GroundUse.objects.filter(admissibility__case=case).update(reason="—")
    case.suspensions.update(before="", reason="—", asked_how="")
    case.first_line_returns.update(note="")
    case.reviews.update(why="—", reasons="—")
