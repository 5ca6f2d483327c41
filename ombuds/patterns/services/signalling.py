"""From a signal to what is done about it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.audit.services import record
from ombuds.authorities.models import Body
from ombuds.cases.access import can_read
from ombuds.cases.models import Case
from ombuds.investigations import services as investigations
from ombuds.investigations.models import Inquiry
from ombuds.lib.errors import Refusal
from ombuds.lib.text import clean
from ombuds.lib.today import today
from ombuds.patterns.models import Signal, SignalCase
from ombuds.patterns.services.deciding import MayNot
from ombuds.patterns.terms import Act, SignalKind, SignalState
from ombuds.recommendations import services as recommendations
from ombuds.recommendations.models import Recommendation


def raise_serious(case: Case, *, actor: User, words: str) -> Signal:
    """A person says that this one complaint is a signal by itself, and why."""
    if not actor.may(Permission.CASES_CASE_TRIAGE) or not can_read(actor, case):
        raise MayNot()
    if not words.strip():
        raise Refusal(_("Say why this complaint is a signal by itself."))
    with transaction.atomic():
        signal = Signal.objects.create(
            office=case.office,
            kind=SignalKind.SERIOUS,
            raised_on=today(),
            raised_by=actor,
            words=clean(words),
            least=1,
        )
        SignalCase.objects.create(signal=signal, case=case)
        record(Act.RAISE, actor=actor, subject=signal, case=case)
    return signal


def settle(signal: Signal, *, actor: User, state: str, reason: str = "") -> Signal:
    """Watch it, set it aside with a reason, or take it up again."""
    _insist(actor)
    if state not in (SignalState.NEW, SignalState.WATCHED, SignalState.DISMISSED):
        raise Refusal(_("Choose what to do with the signal."))
    if state == SignalState.DISMISSED and not reason.strip():
        raise Refusal(_("Say why this signal is set aside."))
    with transaction.atomic():
        _settled(signal, actor, state, reason=clean(reason))
    return signal


def open_inquiry(signal: Signal, *, actor: User, title: str, question: str) -> Inquiry:
    """An inquiry that collects the cases the actor may see and names all their services."""
    _insist(actor)
    if signal.inquiry_id:
        raise Refusal(_("There is an inquiry on this signal already."))
    cases = seen_cases(signal, actor)
    bodies = Body.objects.filter(grievances__case__in=cases).distinct()
    theme = signal.theme or _commonest(cases)
    with transaction.atomic():
        inquiry = investigations.open_inquiry(
            office=signal.office, actor=actor, title=title, question=question, bodies=bodies, theme=theme
        )
        for case in cases:
            investigations.join_inquiry(inquiry, case, actor=actor, reason=str(signal.get_kind_display()))
        _settled(signal, actor, SignalState.INQUIRY, inquiry=inquiry)
    return inquiry


def draft_recommendation(
    signal: Signal, *, actor: User, title: str, text: str, language: str, **fields: Any
) -> Recommendation:
    """A draft that rests on the cases of the signal."""
    _insist(actor)
    if signal.recommendation_id:
        raise Refusal(_("There is a recommendation on this signal already."))
    with transaction.atomic():
        made = recommendations.create(
            office=signal.office, actor=actor, title=title, text=text, language=language, **fields
        )
        for case in seen_cases(signal, actor)[:50]:
            recommendations.add_source(made, actor=actor, case=case)
        if signal.pattern is not None:
            recommendations.add_source(made, actor=actor, pattern=signal.pattern.key)
        _settled(signal, actor, SignalState.RECOMMENDATION, recommendation=made)
    return made


def seen_cases(signal: Signal, user: User) -> list[Case]:
    """The cases of a signal that a person may see, newest first."""
    rows = Case.objects.visible_to(user).filter(signal_links__signal=signal)
    return list(rows.select_related("handler").prefetch_related("grievances__body", "submissions"))


def _commonest(cases: list[Case]) -> str:
    themes = [case.theme for case in cases if case.theme]
    return max(sorted(set(themes)), key=themes.count) if themes else ""


def _settled(signal: Signal, actor: User, state: str, **fields: Any) -> None:
    Signal.objects.filter(pk=signal.pk).update(state=state, settled_by=actor, settled_on=today(), **fields)
    signal.refresh_from_db()
    record(Act.SETTLE_SIGNAL, actor=actor, subject=signal, data={"state": str(state)})


def _insist(actor: User) -> None:
    if not actor.may(Permission.CASES_CASE_HANDLE):
        raise MayNot()
