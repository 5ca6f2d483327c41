"""What someone typed in a text of the report and has not kept: the page sends it while they write."""

import datetime as dt

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.annualreport.models import Edition, EditionSketch, EditionText
from ombuds.annualreport.services import LONGEST_TEXT, AlreadyReleased, NotAllowed, TooLong
from ombuds.lib.text import clean
from ombuds.lib.today import now
from ombuds.office.models import Office

DAYS = 30


def keep_sketch(
    *, edition: Edition, slot: str, language: str, text: str, actor: User, seen_version: int
) -> EditionSketch:
    """Set it aside. Raises NotAllowed, AlreadyReleased, TooLong. No record of acts: nothing has been done yet."""
    if not actor.may(Permission.REPORT_WRITE):
        raise NotAllowed()
    if edition.is_released:
        raise AlreadyReleased()
    if len(text) > LONGEST_TEXT:
        raise TooLong(most=LONGEST_TEXT)
    sketch, _made = EditionSketch.objects.update_or_create(
        edition=edition,
        slot=slot,
        language=language,
        user=actor,
        defaults={"text": clean(text), "version": seen_version, "at": now()},
    )
    return sketch


def sketch_of(edition: Edition, slot: str, language: str, user: User) -> EditionSketch | None:
    """Return what this person typed here and did not keep; None when it is what is kept by now."""
    sketch = EditionSketch.objects.filter(edition=edition, slot=slot, language=language, user=user).first()
    kept = EditionText.objects.filter(edition=edition, slot=slot, language=language).first()
    return sketch if sketch and sketch.text != (kept.text if kept else "") else None


def others_at_work(edition: Edition, slot: str, language: str, user: User) -> list[EditionSketch]:
    """Return what colleagues are typing in the same text."""
    rows = EditionSketch.objects.filter(edition=edition, slot=slot, language=language).exclude(user=user)
    return list(rows.select_related("user"))


def drop_sketch(*, edition: Edition, slot: str, language: str, actor: User) -> None:
    """Throw it away."""
    EditionSketch.objects.filter(edition=edition, slot=slot, language=language, user=actor).delete()


def forget_sketches(office: Office, day: dt.date) -> int:
    """For settings.OMBUDS_TICK: what is a month old goes, and all that was typed on what is released by now."""
    rows = EditionSketch.objects.filter(edition__office=office)
    old = rows.filter(at__lt=now() - dt.timedelta(days=DAYS))
    over = rows.filter(edition__state=Edition.State.RELEASED)
    return int(old.delete()[0]) + int(over.delete()[0])
