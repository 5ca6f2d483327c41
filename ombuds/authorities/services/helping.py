"""« Can we help you? »: three answers of a visitor become one advice. Nothing of it is kept."""

from dataclasses import dataclass, field
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _

from ombuds.authorities.models import Body, Contact
from ombuds.authorities.services.judging import judge
from ombuds.authorities.services.routing import Match, route, suggest
from ombuds.lib.i18n import pick
from ombuds.lib.today import today
from ombuds.office.models import Office


class Contacted(models.TextChoices):
    """Whether the service itself had its chance."""

    UNSATISFIED = "unsatisfied", _("Yes, and I am not satisfied with the answer")
    NO_ANSWER = "no_answer", _("Yes, but I got no answer")
    NOT_YET = "not_yet", _("No, not yet")


class When(models.TextChoices):
    """How long ago; the office's own limit decides what that means."""

    RECENT = "0", _("Less than a year ago, or it still goes on")
    OLDER = "1", _("Between one and three years ago")
    OLD = "3", _("More than three years ago")
    UNKNOWN = "", _("I do not know")


class Door(StrEnum):
    """Where the visitor goes next."""

    FORM = "form"  # our complaint form
    REPORT = "report"  # our integrity channel
    SERVICE_FIRST = "service_first"  # ours, but the service has not been asked yet
    FIRST_LINE = "first_line"  # not ours: the service's own complaint desk
    ELSEWHERE = "elsewhere"  # another ombudsman or authority
    NOBODY = "nobody"  # no ombudsman at all
    UNSURE = "unsure"  # send it to us, a person looks


@dataclass(frozen=True)
class Advice:
    """The answer page. `too_old`: beyond the office's limit; a person still looks at it."""

    door: Door
    body: Body | None = None
    reason: str = ""
    refer_to: Body | None = None
    contacts: list[Contact] = field(default_factory=list)
    too_old: bool = False
    maybe: list[Match] = field(default_factory=list)


def advise(
    office: Office,
    text: str,
    *,
    contacted: str,
    when: str,
    works_there: bool = False,
    chosen: str = "",
) -> Advice:
    """The right door. `chosen`: the code of a body that the visitor picked from our suggestions."""
    kind = "disclosure" if works_there else "complaint"
    body = Body.objects.filter(code=chosen).first() if chosen else None
    if body is None:
        answer = route(text, office, kind=kind)
        body = Body.objects.filter(code=answer.code).first() if answer.competence != "unknown" else None
    if body is None:
        return Advice(Door.UNSURE, maybe=suggest(text, office, kind=kind), too_old=_is_old(office, when))
    judgement = judge(office, body, kind, today())
    found = Advice(
        _door(judgement.verdict, judgement.refer_to, contacted, works_there),
        body,
        judgement.reason or pick(judgement.row.reason if judgement.row else {}),
        judgement.refer_to,
        too_old=not works_there and judgement.verdict == "competent" and _is_old(office, when),
    )
    return _with_contacts(found)


def _door(verdict: str, refer_to: Body | None, contacted: str, works_there: bool) -> Door:
    if verdict == "competent":
        if works_there:
            return Door.REPORT
        return Door.SERVICE_FIRST if contacted == Contacted.NOT_YET else Door.FORM
    if verdict == "first_line":
        return Door.FIRST_LINE
    if verdict == "refer":
        return Door.ELSEWHERE if refer_to and refer_to.code != "niemand" else Door.NOBODY
    return Door.UNSURE


def _is_old(office: Office, when: str) -> bool:
    limit = int(office.setting("max_age_years") or 0)
    return bool(limit and when and int(when) >= limit)


def _with_contacts(found: Advice) -> Advice:
    """The other office's public data; for the first line the complaint desk of the service."""
    at = found.refer_to if found.door in (Door.ELSEWHERE, Door.NOBODY) else found.body
    if at is None:
        return found
    purposes = [Contact.Purpose.GENERAL, Contact.Purpose.FIRST_LINE]
    rows = list(at.contacts.filter(purpose__in=purposes).order_by("-purpose"))
    return Advice(found.door, found.body, found.reason, found.refer_to, rows, found.too_old, found.maybe)
