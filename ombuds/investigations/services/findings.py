"""Grievance × norm: what was found, and what it makes of the grievance."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.services import record
from ombuds.cases.models import Case, Grievance
from ombuds.cases.terms import Assessment
from ombuds.investigations import rules
from ombuds.investigations.models import Evidence, Finding
from ombuds.investigations.services.permitting import insist_handles, insist_in_investigation
from ombuds.investigations.terms import Act, Verdict
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now
from ombuds.office.models import Norm
from ombuds.office.services import norm_set_on


def norms_for(case: Case) -> QuerySet[Norm]:
    """The norms in force on the day the case came in: a later set does not judge it."""
    norm_set = norm_set_on(case.office, case.received_on)
    return norm_set.norms.order_by("order", "code") if norm_set else Norm.objects.none()


def current_findings(case: Case) -> QuerySet[Finding]:
    """What stands now; replaced findings stay in the table."""
    return (
        Finding.objects.filter(grievance__case=case, replaced_at__isnull=True)
        .select_related("grievance", "norm", "by")
        .prefetch_related("evidence")
    )


def record_finding(
    grievance: Grievance,
    *,
    actor: User,
    norm: Norm,
    verdict: str,
    reasoning: str,
    evidence: Iterable[Evidence] = (),
) -> Finding:
    """Write a finding; an earlier one on the same norm is kept, marked as replaced."""
    case, listed = grievance.case, list(evidence)
    insist_handles(case, actor)
    insist_in_investigation(case)
    if not norms_for(case).filter(pk=norm.pk).exists():
        raise Refusal(_("This norm is not one of those in force on the day the case came in."))
    if not reasoning.strip():
        raise Refusal(_("A finding needs reasons."))
    if any(item.case_id != case.pk for item in listed):
        raise Refusal(_("This evidence belongs to another case."))
    with transaction.atomic():
        Finding.objects.filter(grievance=grievance, norm=norm, replaced_at__isnull=True).update(
            replaced_at=now()
        )
        finding = Finding.objects.create(
            grievance=grievance, norm=norm, verdict=verdict, reasoning=reasoning.strip(), by=actor
        )
        finding.evidence.set(listed)
        record(
            Act.FIND,
            actor=actor,
            subject=finding,
            case=case,
            data={"norm": norm.code, "verdict": str(verdict)},
        )
    return finding


def suggested_assessment(grievance: Grievance) -> tuple[str, str]:
    """What the findings on this grievance give; empty when there are none."""
    return rules.from_findings(
        list(grievance.findings.filter(replaced_at__isnull=True).values_list("verdict", flat=True))
    )


def assess_grievance(
    grievance: Grievance,
    *,
    actor: User,
    assessment: str,
    without_opinion: str = "",
    is_main: bool | None = None,
) -> Grievance:
    """Axis 1 for one grievance. It must agree with the findings: no breach, no founded complaint."""
    case = grievance.case
    insist_handles(case, actor)
    insist_in_investigation(case)
    verdicts = set(grievance.findings.filter(replaced_at__isnull=True).values_list("verdict", flat=True))
    _insist_it_fits(assessment, without_opinion, verdicts)
    grievance.assessment = assessment
    grievance.without_opinion = without_opinion if assessment == Assessment.WITHOUT_OPINION else ""
    if is_main is not None:
        grievance.is_main = is_main
    with transaction.atomic():
        grievance.save(update_fields=["assessment", "without_opinion", "is_main"])
        record(
            Act.ASSESS_GRIEVANCE, actor=actor, subject=grievance, case=case, data={"assessment": assessment}
        )
    return grievance


def _insist_it_fits(assessment: str, without_opinion: str, verdicts: set[str]) -> None:
    if assessment in (Assessment.FOUNDED, Assessment.PARTLY) and Verdict.BREACHED not in verdicts:
        raise Refusal(
            _("A grievance is founded when at least one norm was breached. Write that finding first.")
        )
    if assessment == Assessment.UNFOUNDED and Verdict.RESPECTED not in verdicts:
        raise Refusal(_("A grievance is unfounded when norms were respected. Write that finding first."))
    if assessment == Assessment.UNFOUNDED and Verdict.BREACHED in verdicts:
        raise Refusal(_("A norm was found breached: this grievance cannot be unfounded."))
    if assessment == Assessment.WITHOUT_OPINION and not without_opinion:
        raise Refusal(_("Say why no opinion is given."))
