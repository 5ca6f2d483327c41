"""Whether a text was read for names as often as the office wants it before it is frozen."""

from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.lib.errors import Refusal
from ombuds.publications.models import Publication
from ombuds.publications.reviewing.applying import outcome_of
from ombuds.publications.reviewing.desk import open_desk
from ombuds.publications.reviewing.models import DRAFT
from ombuds.publications.reviewing.status import Status, status_of

SETTING = "readings_before_publication"  # 0: none is required; 1: by one reader; 2: by a second one too, who does not know the case
ENOUGH = {1: (Status.READ, Status.READ_TWICE), 2: (Status.READ_TWICE,)}


class NotRead(Refusal):
    """Nobody has read the text for names to the end as it is now."""

    template = _(
        "This office publishes only what was read for names. Read the text as it is now to the end first."
    )


class NotReadTwice(Refusal):
    """The second reading is missing."""

    template = _(
        "This office publishes only what two people read for names, one of whom does not know the case. The second reading of the text as it is now is missing."
    )


class StillToReplace(Refusal):
    """Readers decided to replace what still stands there."""

    template = _(
        "Readers decided to replace %(count)d places that still stand in the text. Put the result of the reading in the draft first."
    )


def readings_required(publication: Publication) -> int:
    wanted = publication.office.setting(SETTING, 0)
    return wanted if wanted in ENOUGH else 0


def insist_read(publication: Publication, *, actor: User) -> None:
    """Raises NotRead, NotReadTwice or StillToReplace; passes where the office asks for no reading."""
    wanted = readings_required(publication)
    if not wanted:
        return
    status = status_of(publication)
    if status not in ENOUGH[wanted]:
        raise NotReadTwice() if status is Status.READ else NotRead()
    left = outcome_of(open_desk(publication, DRAFT, actor))
    if left:
        raise StillToReplace(count=len(left))
