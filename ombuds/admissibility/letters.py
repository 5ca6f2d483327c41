"""What decisions give to letters: grounds with explanation and basis, reasons, who can help, why a file stands still.

Called by name (settings.OMBUDS_LETTER_VALUES), in the language of the letter.
"""

from typing import Any

from django.utils.translation import gettext as _

from ombuds.admissibility.models import (
    AdmissibilityDecision,
    CompetenceDecision,
    GroundUse,
)
from ombuds.admissibility.terms import GroundVerdict
from ombuds.authorities.models import Body, Contact
from ombuds.cases.models import Case
from ombuds.lib.i18n import pick
from ombuds.lib.pdf.letters import written_date


def values(case: Case, code: str, language: str) -> dict[str, str]:
    """Fields → text."""
    competence = list(CompetenceDecision.objects.current().filter(case=case).select_related("refer_to"))
    admissibility = list(AdmissibilityDecision.objects.current().filter(case=case))
    uses = GroundUse.objects.filter(verdict=GroundVerdict.USED).select_related("ground")
    used = [*uses.filter(competence__in=competence), *uses.filter(admissibility__in=admissibility)]
    review = case.reviews.exclude(outcome="").order_by("-decided_at").first()
    reasons = [d.reasons for d in (*competence, *admissibility) if d.reasons]
    found: dict[str, str] = {
        "grounds": _grounds(used, language),
        "decision_reasons": review.reasons if review and code == "L27" else "\n\n".join(reasons),
        **_referral(competence, used, language),
    }
    if code in ("L8", "L9"):
        found |= _first_line(case, language)
    stop = case.suspensions.order_by("-since", "-pk").first()
    if stop is not None:
        found["suspension_reason"] = stop.reason
    return {name: text for name, text in found.items() if text}


def _grounds(used: list[GroundUse], language: str) -> str:
    seen: dict[int, str] = {}
    for use in used:
        ground = use.ground
        basis = pick(ground.legal_bases, language)
        text = f"**{pick(ground.labels, language)}.** {pick(ground.explanation, language)}"
        seen[ground.pk] = f"- {text} ({basis})" if basis else f"- {text}"
    return "\n".join(seen.values())


def _referral(competence: list[CompetenceDecision], used: list[GroundUse], language: str) -> dict[str, str]:
    bodies = list(dict.fromkeys(d.refer_to for d in competence if d.refer_to))
    if bodies:
        return {
            "referral_name": ", ".join(pick(b.names, language) for b in bodies),
            "referral_contact": "\n\n".join(contact_lines(b, language) for b in bodies),
        }
    elsewhere = dict.fromkeys(pick(use.ground.elsewhere, language) for use in used)
    advice = "\n\n".join(text for text in elsewhere if text)
    return {"referral_name": _("What you can do"), "referral_contact": f"\n{advice}"} if advice else {}


def _first_line(case: Case, language: str) -> dict[str, str]:
    """The complaint desk of the service, and the day until which it can answer."""
    bodies = list(dict.fromkeys(g.body for g in case.grievances.select_related("body") if g.body))
    clock = case.clocks.filter(rule="first_line_answer").order_by("-pk").first()
    found = {"due_on": written_date(clock.due_on, language) if clock and clock.due_on else ""}
    if bodies:
        found["referral_name"] = ", ".join(pick(b.names, language) for b in bodies)
        found["referral_contact"] = "\n\n".join(contact_lines(b, language) for b in bodies)
    return found


def contact_lines(body: Body, language: str) -> str:
    """Address, telephone, mail and web of a body, one per line."""
    rows = body.contacts.filter(purpose__in=[Contact.Purpose.GENERAL, Contact.Purpose.FIRST_LINE])
    contact = rows.order_by("purpose", "pk").first()  # the complaint desk before the front desk
    lines: list[Any] = []
    if contact is not None:
        lines += [*contact.address.splitlines(), contact.phone, contact.email, contact.url]
    if body.website and body.website not in lines:
        lines.append(body.website)
    return "  \n".join(line for line in lines if line)
