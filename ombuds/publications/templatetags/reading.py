"""{% reading_status publication %}: whether the draft was read for names, with the way there."""

from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _

from ombuds.publications.models import Publication
from ombuds.publications.reviewing.status import Status, status_of

register = template.Library()
SAID = {
    Status.UNREAD: _("Nobody has read this text for names yet."),
    Status.BEING_READ: _("Someone is reading this text for names."),
    Status.OUTDATED: _("This text has changed since it was read for names."),
    Status.READ: _("This text was read for names as it is now."),
    Status.READ_TWICE: _("This text was read for names as it is now, by two readers."),
}


@register.inclusion_tag("publications/reading_status.html")
def reading_status(publication: Publication) -> dict[str, Any]:
    return {"publication": publication, "said": SAID[status_of(publication)]}
