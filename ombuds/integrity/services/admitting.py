"""Who may open a report: declaration, stepping back, admitting a colleague, and losing sight of it."""

import uuid
from typing import Any

from django.utils.translation import gettext_lazy as _

from ombuds.integrity import chests, record, team
from ombuds.integrity.chests import Holder, OpenChest
from ombuds.integrity.database import atomic
from ombuds.integrity.models import Admission, Chest, Handler, Report, Wrap
from ombuds.integrity.services.filing import first_readers
from ombuds.integrity.terms import Act, Compartment
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today

SHARED = (Compartment.CONTENT, Compartment.INNER)


class NotAdmissible(Refusal):
    """Somebody whom the report names, or who is admitted already."""

    template = _("This person cannot be admitted.")


class NotDeclared(Refusal):
    """First the declaration, then the report."""

    template = _("Declare first that nothing ties you to this report.")


def admission(report: Report, handler: Handler) -> Admission | None:
    """This handler's admission, while it lasts."""
    return report.admissions.filter(handler=handler, ended_on=None).first()


def concerned(report: Report, holder: Holder) -> dict[str, Any]:
    """What a handler must see before they can declare that nothing ties them to it: the service and the persons named."""
    told = chests.open_chest(report, Compartment.CONTENT, holder).read("answers")["answers"]
    return {name: told.get(name, "") for name in ("body", "persons")}


def declare(report: Report, holder: Holder, text: str) -> None:
    """Nothing ties me to it. The declaration is sealed with the report."""
    assert holder.handler is not None
    with atomic():
        opened = chests.open_chest(report, Compartment.INNER, holder)
        opened.add(
            "declaration",
            {
                "handler": str(holder.handler.pk),
                "name": holder.handler.name,
                "day": today().isoformat(),
                "text": text,
            },
        )
        report.admissions.filter(handler=holder.handler).update(declared_on=today())
        record.note(Act.DECLARED, report=report, handler=holder.handler)


def admit(report: Report, holder: Holder, colleague: Handler) -> None:
    """A colleague gets the keys of the report and of the work on it. They declare before they read."""
    inner = chests.open_chest(report, Compartment.INNER, holder)
    if (
        str(colleague.pk) in (inner.read("excluded") or [])
        or not colleague.works_here
        or admission(report, colleague)
    ):
        raise NotAdmissible()
    with atomic():
        inner.share(colleague)
        chests.open_chest(report, Compartment.CONTENT, holder).share(colleague)
        Admission.objects.update_or_create(
            report=report,
            handler=colleague,
            defaults={"given_on": today(), "declared_on": None, "ended_on": None},
        )
        record.note(Act.ADMITTED, report=report, handler=colleague)


def can_be_admitted(report: Report, holder: Holder) -> list[Handler]:
    """Colleagues whom the report does not name and who are not admitted yet."""
    barred = chests.open_chest(report, Compartment.INNER, holder).read("excluded") or []
    here = Handler.objects.filter(left_on=None).exclude(joined_on=None).exclude(pk__in=barred)
    return team.vouched(here.exclude(admissions__in=report.admissions.filter(ended_on=None)))


def lose_sight(report: Report, holder: Holder, named: Handler) -> None:
    """The report names this handler: from now on it does not exist for them. They are not told.

    The keys are made anew, because whoever held the old ones could have kept them."""
    assert holder.handler is not None
    inner = chests.open_chest(report, Compartment.INNER, holder)
    barred = set(inner.read("excluded") or []) | {str(named.pk)}
    with atomic():
        inner.write("excluded", sorted(barred))
        stays = [
            each.handler
            for each in report.admissions.filter(ended_on=None)
            .exclude(handler=named)
            .select_related("handler")
        ]
        if not stays:
            stays = first_readers(frozenset(map(uuid.UUID, barred)))
            _admit_all(report, stays)
        _end(report, named, Act.ADMISSION_ENDED)
        _rekey(report, holder, stays)
        _without_identity(report, named)


def step_back(report: Report, holder: Holder) -> None:
    """The handler is tied to it after all: their key is taken away, the keys are made anew, somebody else takes over."""
    assert holder.handler is not None
    lose_sight(report, holder, holder.handler)
    record.note(Act.STEPPED_BACK, report=report, handler=holder.handler)


def _admit_all(report: Report, handlers: list[Handler]) -> None:
    for handler in handlers:
        Admission.objects.update_or_create(
            report=report,
            handler=handler,
            defaults={"given_on": today(), "declared_on": None, "ended_on": None},
        )


def _end(report: Report, handler: Handler, act: Act) -> None:
    report.admissions.filter(handler=handler).update(ended_on=today())
    record.note(act, report=report, handler=handler)


def _rekey(report: Report, holder: Holder, handlers: list[Handler]) -> None:
    for compartment in SHARED:
        chests.rekey(chests.open_chest(report, compartment, holder), handlers)


def _without_identity(report: Report, handler: Handler) -> None:
    """The identity is taken from them too. Its key can be made anew by a custodian only; until then the wrap is gone."""
    Wrap.objects.filter(
        chest__report=report, chest__compartment=Compartment.IDENTITY, handler=handler
    ).delete()


def leave(*, actor: Holder, who: Handler) -> int:
    """A handler leaves the team: their keys go at once, and their reports are re-keyed, by `actor` where that is admitted,
    elsewhere by the next handler who opens them. Returns how many reports were re-keyed now."""
    count = 0
    with atomic():
        for one in list(who.admissions.filter(ended_on=None).select_related("report")):
            stays = [
                each.handler
                for each in one.report.admissions.filter(ended_on=None)
                .exclude(handler=who)
                .select_related("handler")
            ]
            _end(one.report, who, Act.ADMISSION_ENDED)
            if actor.handler in stays:
                _rekey(one.report, actor, stays)
                count += 1
            else:
                Report.objects.filter(pk=one.report.pk).update(rekey_due=True)
        Wrap.objects.filter(handler=who).delete()
        Handler.objects.filter(pk=who.pk).update(
            left_on=today(), locked=None, invitation=None, second=None, known=None
        )
        who.refresh_from_db()
        team.vouch(who)
        record.note(Act.HANDLER_LEFT, handler=who)
    return count


def holders_of(chest: Chest) -> set[str]:
    """Names of the handlers who hold its key: shown on the page of the report."""
    return {
        wrap.handler.name
        for wrap in chest.wraps.exclude(handler=None).select_related("handler")
        if wrap.handler
    }


def opened_for(report: Report, holder: Holder, compartment: Compartment) -> OpenChest:
    """The compartment, for a handler who has declared. Raises NotDeclared."""
    assert holder.handler is not None
    found = admission(report, holder.handler)
    if found is None or found.declared_on is None:
        raise NotDeclared()
    _rekey_if_due(report, holder)
    return chests.open_chest(report, compartment, holder)


def _rekey_if_due(report: Report, holder: Holder) -> None:
    """What `leave` could not do for want of the keys. Of two who come at once, one does it."""
    if not report.rekey_due:
        return
    with atomic():
        if Report.objects.filter(pk=report.pk, rekey_due=True).update(rekey_due=False):
            admitted = report.admissions.filter(ended_on=None).select_related("handler")
            _rekey(report, holder, [each.handler for each in admitted])
    report.rekey_due = False
