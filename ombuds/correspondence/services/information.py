"""What we still need from the complainant: asked (L2), reminded once (L3), and closed without a reply (L4)."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.cases import search
from ombuds.cases.models import Case, CaseDocument
from ombuds.cases.services import meet_clock, move, start_clock
from ombuds.cases.workflow import CaseAct, State
from ombuds.correspondence.addressees import NOBODY, possible
from ombuds.correspondence.models import InformationRequest
from ombuds.correspondence.services.answers import keep_files
from ombuds.correspondence.services.sending import send_letter
from ombuds.correspondence.terms import Act, Audience
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean
from ombuds.lib.today import now, today

ASKED = "complainant_answer"
REMINDED = "complainant_reminder"


class NoWayToReach(Refusal):
    template = _("We have neither an e-mail address nor a postal address of the complainant.")


def ask_complainant(
    case: Case, *, actor: User, text: str, due_on: dt.date | None = None
) -> InformationRequest:
    """T3: ask for what is missing; the clock starts. Raises a Refusal."""
    text = clean(text).strip()
    if not text:
        raise Refusal(_("Write what you need from the complainant."))
    if due_on is not None and due_on <= today():
        raise Refusal(_("Give the complainant a day in the future."))
    with transaction.atomic():
        asked = InformationRequest.objects.create(case=case, text=text, asked_at=now(), asked_by=actor)
        clock = start_clock(case, ASKED, about=asked.about, due_on=due_on)
        asked.due_on = clock.due_on if clock else due_on
        asked.save(update_fields=["due_on"])
        move(case, CaseAct.ASK_COMPLAINANT, actor=actor)
        record(Act.INFORMATION_ASKED, actor=actor, subject=asked, case=case)
        _letter(asked, "L2", actor)
    return asked


def _letter(asked: InformationRequest, code: str, actor: User | Actor) -> None:
    clock = asked.case.clocks.filter(about=asked.about, met_on__isnull=True).order_by("-pk").first()
    addressee = next(iter(possible(asked.case, Audience.COMPLAINANT)), NOBODY)
    if not addressee.email and not addressee.lines:
        raise NoWayToReach()
    extra = {"questions": asked.text, "due_on": clock.due_on if clock else asked.due_on}
    send_letter(asked.case, code, actor=actor, addressee=addressee, extra=extra, about=asked.about)


def remind_complainant(asked: InformationRequest, *, actor: User | Actor) -> bool:
    """L3, once; a last term starts. False when it had been sent already."""
    if not asked.is_open:
        raise Refusal(_("This question is not open any more."))
    with transaction.atomic():
        rows = InformationRequest.objects.filter(pk=asked.pk, reminded_at__isnull=True)
        if not rows.update(reminded_at=now()):
            return False
        meet_clock(asked.case, ASKED, about=asked.about)
        start_clock(asked.case, REMINDED, about=asked.about)
        asked.refresh_from_db()
        record(Act.REMIND, actor=actor, subject=asked, case=asked.case)
        _letter(asked, "L3", actor)
    return True


def answer_information_request(
    asked: InformationRequest, *, actor: User | Actor, text: str, files: Sequence[Any] = ()
) -> None:
    """The complainant answers: the case goes back to triage. Raises a Refusal."""
    text = clean(text).strip()
    if not text and not files:
        raise Refusal(_("Write an answer or add a file."))
    with transaction.atomic():
        rows = InformationRequest.objects.filter(
            pk=asked.pk, answered_at__isnull=True, closed_at__isnull=True
        )
        if not rows.update(answered_at=now(), answer=text):
            raise Refusal(
                _("This question has been answered already. Send your papers with the file itself.")
            )
        asked.refresh_from_db()
        asked.files.set(keep_files(asked.case, files, actor, CaseDocument.Source.COMPLAINANT))
        search.index_text(asked.case, f"correspondence.informationrequest:{asked.pk}", text)
        meet_clock(asked.case, about=asked.about)
        record(Act.INFORMATION_ANSWERED, actor=actor, subject=asked, case=asked.case)
        others = asked.case.information_requests.filter(answered_at__isnull=True, closed_at__isnull=True)
        if asked.case.state == State.AWAITING_COMPLAINANT and not others.exists():
            move(asked.case, CaseAct.COMPLAINANT_ANSWERED, actor=actor)


def close_without_reply(case: Case, *, actor: User, reason: str = "") -> None:
    """T4: no answer after the reminder: closed "without opinion", with L4; it can be reopened. Raises a Refusal."""
    with transaction.atomic():
        move(case, CaseAct.CLOSE_NO_REPLY, actor=actor, reason=reason)
        case.information_requests.filter(answered_at__isnull=True, closed_at__isnull=True).update(
            closed_at=now()
        )
        addressee = next(iter(possible(case, Audience.COMPLAINANT)), NOBODY)
        if addressee.email or addressee.lines:
            send_letter(case, "L4", actor=actor, addressee=addressee)
