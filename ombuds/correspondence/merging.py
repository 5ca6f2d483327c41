"""From a case to the values of a letter's fields, in the language of its reader."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from ombuds.authorities.models import Body
from ombuds.cases.models import Case
from ombuds.cases.services import council_of_state_of
from ombuds.correspondence.addressees import Addressee
from ombuds.correspondence.terms import Audience
from ombuds.lib.i18n import pick
from ombuds.lib.pdf.letters import written_date
from ombuds.lib.today import today

# Letters to these never name a complainant who asked us not to.
OUTSIDE = frozenset({Audience.SERVICE, Audience.MINISTER, Audience.PARLIAMENT})


def values(
    case: Case,
    code: str,
    language: str,
    audience: str,
    addressee: Addressee,
    extra: Mapping[str, Any] | None = None,
) -> dict[str, str]:
    """All fields. Rooms above add theirs through settings.OMBUDS_LETTER_VALUES: (case, code, language) → fields."""
    with translation.override(language):
        found: dict[str, Any] = {
            **_of_office(case, language),
            **_of_case(case, code, language, audience, addressee),
            **_council_of_state(case, language),
        }
        for path in getattr(settings, "OMBUDS_LETTER_VALUES", []):
            found |= import_string(path)(case, code, language)
        for name, value in (extra or {}).items():
            found[name] = _in_words(value, language)
    return {name: _in_words(value, language) for name, value in found.items()}


def _in_words(value: Any, language: str) -> str:
    """Days as they are written in a letter, labels in its language, lists as a list."""
    if isinstance(value, dt.date):
        return written_date(value, language)
    if isinstance(value, Mapping):
        return pick(value, language)
    if isinstance(value, list | tuple):
        return "\n".join(f"- {item}" for item in value)
    return "" if value is None else str(value)


def _of_office(case: Case, language: str) -> dict[str, Any]:
    contact = case.office.setting("contact", {})
    return {
        "office_name": pick(case.office.names, language),
        "office_address": pick(contact.get("address"), language),
        "office_phone": contact.get("phone", ""),
        "office_email": contact.get("email", ""),
        "office_url": contact.get("url", ""),
    }


def _of_case(case: Case, code: str, language: str, audience: str, addressee: Addressee) -> dict[str, Any]:
    bodies = Body.objects.filter(grievances__case=case).distinct()
    names = [pick(body.names, language) for body in bodies]
    # The first letter has words of its own for a file that nobody handles yet.
    nobody = "" if code == "L1" else _("The team of the ombuds office")
    handler = case.handler.name if case.handler else nobody
    return {
        "reference": case.reference,
        "addressee_name": addressee.name or _("Sir or Madam"),
        "salutation": _salutation(audience, addressee),
        "received_on": case.received_on,
        "today": today(),
        "handler_name": handler,
        "body_name": _and(names) or case_body_as_written(case) or _("the service"),
        "subject": case.subject,
        "complainant_name": _complainant(case, audience),
        "appeal_warning": _appeal_warning(case),
        "status_url": _address("portal:login"),
        "status_code_hint": _(
            "You need your reference and the secret code that you got from us when you filed your complaint. "
            "Lost your code? Ask us for a new one."
        ),
        "survey_url": case.office.setting("survey_url", ""),
        "review_terms": _review_terms(case),
        "assessment_text": case.get_assessment_display() if case.assessment else "",
        "result_text": case.get_result_display() if case.result else "",
    }


def case_body_as_written(case: Case) -> str:
    """The service in the person's own words, while nobody knows which one it is."""
    return str(
        case.grievances.exclude(body_as_written="").values_list("body_as_written", flat=True).first() or ""
    )


def _and(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def _salutation(audience: str, addressee: Addressee) -> str:
    if audience == Audience.COMPLAINANT and addressee.name:
        return _("Dear %(name)s") % {"name": addressee.name}
    return _("Dear Sir or Madam")


def _complainant(case: Case, audience: str) -> str:
    if case.name_withheld and audience in OUTSIDE:
        return _("a person who asked us not to give their name")
    party = case.parties.filter(role="complainant").first()
    return (party.full_name if party else "") or _("a person whose name we do not know")


def _appeal_warning(case: Case) -> str:
    clock = council_of_state_of(case)
    general = _(
        "Your complaint to us does not stop the time limits of other appeals, for instance at a court. "
        "Look at the decision to see which time limits run, and ask a lawyer if you are not sure."
    )
    if clock is None or clock.expired_before_filing:
        return general
    council = _(
        "For an annulment appeal at the Council of State, your complaint to us suspends the time limit. "
        "It runs again when we tell you that we do not take your complaint or that it is not founded, "
        "and at the latest four months after you filed it with us. We can give you a proof of this."
    )
    return f"{council} {general}"


def _review_terms(case: Case) -> str:
    days = case.office.setting("review_days", 60)
    return _(
        "You do not agree, or you have new facts? Write to us within %(days)s days. "
        "Someone who did not decide on your file will look at it again."
    ) % {"days": days}


def _council_of_state(case: Case, language: str) -> dict[str, Any]:
    told = case.transitions.filter(to_state__in=["refused", "concluded", "transferred", "redirected"]).first()
    clock = council_of_state_of(case, told.at.date() if told else None)
    if clock is None:
        return {}
    return {
        "council_of_state_notified_on": clock.notified_on,
        "council_of_state_filed_on": clock.filed_on,
        "council_of_state_days_used": clock.days_used,
        "council_of_state_days_left": clock.days_left,
        "council_of_state_resumes_on": clock.resumes_on,
        "council_of_state_last_day": clock.last_day,
    }


def _address(page: str) -> str:
    """The full public address of a page of ours; empty in an installation without it."""
    try:
        return settings.PUBLIC_URL.rstrip("/") + reverse(page)
    except NoReverseMatch:
        return ""
