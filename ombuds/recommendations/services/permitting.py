"""Who may write a recommendation, and who may issue one."""

from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission
from ombuds.lib.errors import Refusal


class MayNot(Refusal):
    """The actor lacks the right."""

    template = _("You may not do this with a recommendation.")


def insist(actor: User, permission: Permission = Permission.RECOMMENDATIONS_WRITE) -> None:
    """Raises MayNot."""
    if not actor.may(permission):
        raise MayNot()
