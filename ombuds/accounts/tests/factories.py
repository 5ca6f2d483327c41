"""The invented staff of an office, for tests of every room."""

from types import SimpleNamespace

from ombuds.accounts.models import RoleAssignment, Team, User
from ombuds.accounts.permissions import Role

PASSWORD = "a-long-test-password"  # of invented people in a throw-away database


def staff() -> SimpleNamespace:
    """One person per role; `handler` and `handler2` are in teams of their own, `outsider` has no role."""
    north, south = Team.objects.create(name="North"), Team.objects.create(name="South")
    found = {}
    for name, role, team in [
        *((role.value, role.value, north) for role in Role),
        ("handler2", Role.HANDLER.value, south),
        ("second_reader2", Role.SECOND_READER.value, south),
        ("outsider", "", None),
    ]:
        user = User.objects.create_user(
            f"{name}@office.example",
            PASSWORD,
            name=f"{name.replace('_', ' ').title()} Testperson",
            language="en",
            team=team,
        )
        if role:
            RoleAssignment.objects.create(user=user, role=role, valid_from="2020-01-01")
        found[name] = user
    return SimpleNamespace(**found)
