"""A case comes into being: reference, secret code, first clocks, receipt."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.cases import search
from ombuds.cases.models import Case, Grievance, Party, ReferenceCounter, Transition
from ombuds.cases.services.clocks import start_clock
from ombuds.cases.services.content import match_key
from ombuds.cases.terms import Act, Kind
from ombuds.cases.workflow import State
from ombuds.lib import tokens
from ombuds.lib.text import clean
from ombuds.lib.today import now
from ombuds.office.models import Office

CODE_PURPOSE = "case-file"


def next_reference(office: Office, year: int) -> str:
    """The next number of the year, in the office's format, like OM.2026.042. Call inside a transaction."""
    pattern: str = office.setting("reference_format", "{year}.{seq:05}")
    return pattern.format(year=year, seq=ReferenceCounter.take(office, year))


def new_code(case: Case) -> str:
    """A fresh secret code for the complainant's page. Shown once; only its digest is kept."""
    code = tokens.new_code()
    case.code_digest = tokens.digest(code, CODE_PURPOSE)
    Case.objects.filter(pk=case.pk).update(code_digest=case.code_digest)
    return code


def create_case(
    *,
    office: Office,
    channel: str,
    actor: User | Actor,
    subject: str,
    received_at: datetime | None = None,
    parties: Sequence[dict[str, Any]] = (),
    grievances: Sequence[dict[str, Any]] = (),
    texts: dict[str, str] | None = None,
    notify: bool = True,
    start_clocks: bool = True,
    **fields: Any,
) -> Case:
    """Register a case (T1). `fields` are those of Case; `texts` (source → text) are made searchable.

    Starts the clock of acknowledgement and of triage, and after commit calls everyone listed in
    settings.OMBUDS_ON_RECEIPT (the acknowledgement letter), unless `notify` is false.
    """
    moment = received_at or now()
    fields.setdefault("first_kind", fields.get("kind", Kind.COMPLAINT))
    with transaction.atomic():
        case = Case.objects.create(
            office=office,
            channel=channel,
            reference=next_reference(office, timezone.localtime(moment).year),
            subject=clean(subject)[:160] or "—",
            received_at=moment,
            **fields,
        )
        for party in parties:
            row = Party(case=case, **party)
            row.match_key = match_key(row)
            row.save()
        for number, grievance in enumerate(grievances):
            Grievance.objects.create(case=case, **{"is_main": number == 0, **grievance})
        user = actor if isinstance(actor, User) else None
        Transition.objects.create(
            case=case,
            act=Act.CREATE,
            to_state=State.REGISTERED,
            at=moment,
            actor=user,
            actor_kind="staff" if user else str(actor),
        )
        record(
            Act.CREATE,
            actor=actor,
            subject=case,
            case=case,
            data={"channel": str(channel)},
        )
        if start_clocks:
            start_clock(case, "ack", on=case.received_on)
            start_clock(case, "triage", on=case.received_on)
        search.index_case(case)
        for source, text in (texts or {}).items():
            search.index_text(case, source, text)
        if notify:
            transaction.on_commit(lambda: _announce(case))
    return case


def _announce(case: Case) -> None:
    """Subscribers by name, in order: the letter room must not be known down here."""
    for path in getattr(settings, "OMBUDS_ON_RECEIPT", []):
        import_string(path)(case)
