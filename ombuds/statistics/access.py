"""Who sees figures, and who enters those of the first line."""

from ombuds.accounts.models import User
from ombuds.accounts.permissions import Permission


def can_see_cases(user: User) -> bool:
    """Whether a figure leads this person on to its cases."""
    return user.may(Permission.CASES_CASE_READ)


def can_enter(user: User) -> bool:
    """Whether this person enters what services reported."""
    return user.may(Permission.REPORT_WRITE)
