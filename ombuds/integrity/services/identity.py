"""Who the reporter is: shown to a handler only after another person, a custodian, agreed to a written reason."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ombuds.integrity import chests, record, team
from ombuds.integrity.chests import Holder
from ombuds.integrity.database import atomic
from ombuds.integrity.models import Chest, Entry, Handler, IdentityRequest, Report, Wrap
from ombuds.integrity.terms import Act, Compartment
from ombuds.integrity.vault import keys
from ombuds.integrity.vault.sealing import Place
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today


class NotYours(Refusal):
    """Asked of somebody else, decided already, or one's own."""

    template = _("Another person has to decide about this, once.")


class ReasonNeeded(Refusal):
    """Nobody looks without a reason."""

    template = _("Write down why you have to know who the reporter is.")


def _place(request: IdentityRequest) -> Place:
    return Place(request.report_id.bytes, Compartment.IDENTITY, "reason", 0)


def ask(report: Report, holder: Holder, custodian: Handler, reason: str) -> IdentityRequest:
    """Ask a custodian; only that person can read the reason."""
    if not reason.strip():
        raise ReasonNeeded()
    if not custodian.custodian or custodian.public is None or not team.is_vouched(custodian):
        raise NotYours()
    if custodian == holder.handler:
        raise NotYours()
    with atomic():
        request = IdentityRequest(
            report=report, asked_by=holder.handler, asked_of=custodian, asked_on=today()
        )
        request.reason = keys.seal_letter(bytes(custodian.public), _place(request), reason[:4000].encode())
        request.save()
        record.note(Act.IDENTITY_ASKED, report=report, handler=holder.handler)
    return request


def reason_of(request: IdentityRequest, holder: Holder) -> str:
    """For the custodian it was asked of."""
    return keys.open_letter(holder.pair, _place(request), bytes(request.reason)).decode()


def decide(request: IdentityRequest, holder: Holder, *, granted: bool) -> None:
    """The custodian agrees or not. Agreed: the key of the identity is sealed to the handler who asked."""
    if request.asked_of != holder.handler or request.decided_on or request.asked_by == holder.handler:
        raise NotYours()
    with atomic():
        done = IdentityRequest.objects.filter(pk=request.pk, decided_on=None).update(
            decided_on=today(), granted=granted
        )
        if not done:
            raise NotYours()
        if granted:
            chests.open_chest(request.report, Compartment.IDENTITY, holder).share(request.asked_by)
        act = Act.IDENTITY_REVEALED if granted else Act.IDENTITY_REFUSED
        record.note(act, report=request.report, handler=holder.handler)


def revealed(report: Report, holder: Holder) -> dict[str, Any] | None:
    """Name and contact, when this handler was allowed to see them (`{}`: the reporter gave none)."""
    assert holder.handler is not None
    if not report.identity_requests.filter(asked_by=holder.handler, granted=True).exists():
        return None
    found: dict[str, Any] = chests.open_chest(report, Compartment.IDENTITY, holder).read("identity")
    return found


def open_requests(holder: Holder) -> list[IdentityRequest]:
    """What this custodian still has to decide."""
    return list(
        IdentityRequest.objects.filter(asked_of=holder.handler, decided_on=None).select_related(
            "asked_by", "report"
        )
    )


def to_pass_on(holder: Holder, to: Handler) -> list[Chest]:
    """Identities that this custodian holds and a newer one lacks. Not those of reports that came after the other joined (there it
    was the reporter who kept them away), and not where the other lost sight of the report."""
    if not to.works_here or not to.custodian or to == holder.handler:
        return []
    mine = Wrap.objects.filter(handler=holder.handler, chest__compartment=Compartment.IDENTITY)
    lost = Entry.objects.filter(handler=to.pk, act=Act.ADMISSION_ENDED).values_list("report", flat=True)
    chests_ = Chest.objects.filter(
        pk__in=mine.values("chest"), report__received_on__lt=to.joined_on, report__destroyed_on=None
    )
    return list(chests_.exclude(wraps__handler=to).exclude(report__in=list(lost)).select_related("report"))


def pass_on(holder: Holder, to: Handler) -> int:
    """A new custodian gets the identities of before, from one who holds them. How many."""
    found = to_pass_on(holder, to)
    with atomic():
        for chest in found:
            chests.open_chest(chest.report, Compartment.IDENTITY, holder).share(to)
            record.note(Act.IDENTITY_PASSED, report=chest.report, handler=to)
    return len(found)
