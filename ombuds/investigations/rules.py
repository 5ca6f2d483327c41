"""How findings become an assessment (domain.md 3.3). Pure: values in, values out."""

from collections.abc import Sequence
from dataclasses import dataclass

from ombuds.cases.terms import Assessment, Result, WithoutOpinion
from ombuds.investigations.terms import RemedyChecked, Verdict


@dataclass(frozen=True)
class GrievanceOutcome:
    assessment: str
    without_opinion: str = ""
    is_main: bool = False


def from_findings(verdicts: Sequence[str]) -> tuple[str, str]:
    """What the findings on one grievance give: one breached norm is enough."""
    if not verdicts:
        return "", ""
    if Verdict.BREACHED in verdicts:
        return Assessment.FOUNDED, ""
    if Verdict.RESPECTED in verdicts:
        return Assessment.UNFOUNDED, ""
    return Assessment.WITHOUT_OPINION, WithoutOpinion.NOT_ESTABLISHED


def from_grievances(grievances: Sequence[GrievanceOutcome]) -> tuple[str, str]:
    """The assessment of a case. One main grievance decides; several equal ones that differ make it partly founded.

    Grievances without opinion do not weigh against those with one.
    """
    assessed = [g for g in grievances if g.assessment]
    if not assessed:
        return "", ""
    mains = [g for g in assessed if g.is_main]
    if len(mains) == 1:
        return mains[0].assessment, mains[0].without_opinion
    opinions = {g.assessment for g in assessed} - {Assessment.WITHOUT_OPINION}
    if not opinions:
        return Assessment.WITHOUT_OPINION, assessed[0].without_opinion
    return (opinions.pop() if len(opinions) == 1 else Assessment.PARTLY), ""


def from_remedies(checked: Sequence[str]) -> str:
    """What checked remedies say of the result; empty while one is open."""
    if not checked or "" in checked:
        return ""
    if all(c == RemedyChecked.DONE for c in checked):
        return Result.SOLVED
    if any(c in (RemedyChecked.DONE, RemedyChecked.PARTLY) for c in checked):
        return Result.PARTLY
    return Result.UNSOLVED
