"""What can be done with people, roles, teams and absences. Each act is recorded; none deletes history."""

import datetime as dt
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import Absence, RoleAssignment, Team, User
from ombuds.accounts.permissions import Role
from ombuds.accounts.terms import Act
from ombuds.audit.services import record
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today


class AddressTaken(Refusal):
    template = _("Somebody else has this e-mail address already.")


class NotForYourself(Refusal):
    template = _("You cannot do this for yourself. Ask another administrator.")


class LastAdministrator(Refusal):
    template = _("This is the last administrator. Make somebody else administrator first.")


class RoleHeldAlready(Refusal):
    template = _("This person has this role already in that period.")


class WrongPeriod(Refusal):
    template = _("The last day lies before the first day.")


class EndedAlready(Refusal):
    template = _("This has ended already.")


class CoverNotPossible(Refusal):
    template = _("Choose somebody else as cover: this person is away then too, or no longer works here.")


class AwayAlready(Refusal):
    template = _("There is an absence in these days already.")


class TeamInUse(Refusal):
    template = _("This team still has members. Give them another team first.")


class NameTaken(Refusal):
    template = _("There is a team with this name already.")


def _other_administrators(user: User) -> bool:
    return User.objects.with_role(Role.ADMINISTRATOR).exclude(pk=user.pk).exists()


def _is_last_administrator(user: User) -> bool:
    return user.is_active and Role.ADMINISTRATOR in user.roles and not _other_administrators(user)


@transaction.atomic
def add_person(
    *, actor: User | None, email: str, name: str, password: str | None = None, **fields: Any
) -> User:
    """Raises AddressTaken. `actor` None: from the command line."""
    if User.objects.filter(email__iexact=email).exists():
        raise AddressTaken
    user = User.objects.create_user(email, password, name=name, **fields)
    record(Act.PERSON_ADDED, actor=actor, subject=user)
    return user


@transaction.atomic
def change_person(*, actor: User, user: User, **fields: Any) -> None:
    """New name, address, language, telephone or team. Raises AddressTaken."""
    email = str(fields.get("email", user.email)).lower()
    if User.objects.filter(email__iexact=email).exclude(pk=user.pk).exists():
        raise AddressTaken
    changed = [name for name, value in (fields | {"email": email}).items() if getattr(user, name) != value]
    for name, value in (fields | {"email": email}).items():
        setattr(user, name, value)
    user.save()
    if changed:
        record(Act.PERSON_CHANGED, actor=actor, subject=user, data={"fields": sorted(changed)})


@transaction.atomic
def give_role(
    *, actor: User | None, user: User, role: str, valid_from: dt.date, valid_to: dt.date | None = None
) -> RoleAssignment:
    """Raises NotForYourself, WrongPeriod, RoleHeldAlready."""
    if actor and actor.pk == user.pk:
        raise NotForYourself
    if valid_to and valid_to < valid_from:
        raise WrongPeriod
    for held in RoleAssignment.objects.filter(user=user, role=role):
        if (held.valid_to or dt.date.max) >= valid_from and held.valid_from <= (valid_to or dt.date.max):
            raise RoleHeldAlready
    given = RoleAssignment.objects.create(user=user, role=role, valid_from=valid_from, valid_to=valid_to)
    record(Act.ROLE_GIVEN, actor=actor, subject=user, data={"role": str(role), "from": str(valid_from)})
    return given


@transaction.atomic
def end_role(*, actor: User, assignment: RoleAssignment) -> None:
    """Ends it now: yesterday was its last day. Raises EndedAlready, LastAdministrator."""
    if assignment.valid_to and assignment.valid_to < today():
        raise EndedAlready
    if assignment.role == Role.ADMINISTRATOR and _is_last_administrator(assignment.user):
        raise LastAdministrator
    # A role given today must not keep working for the rest of the day: its period becomes empty.
    assignment.valid_to = today() - dt.timedelta(days=1)
    assignment.save(update_fields=["valid_to"])
    record(Act.ROLE_ENDED, actor=actor, subject=assignment.user, data={"role": assignment.role})


@transaction.atomic
def close_account(*, actor: User, user: User) -> None:
    """The person can no longer log in; what they did stays theirs. Raises NotForYourself, LastAdministrator."""
    if actor.pk == user.pk:
        raise NotForYourself
    if _is_last_administrator(user):
        raise LastAdministrator
    if User.objects.filter(pk=user.pk, is_active=True).update(is_active=False):
        record(Act.PERSON_CLOSED, actor=actor, subject=user)


@transaction.atomic
def reopen_account(*, actor: User, user: User) -> None:
    """The person can log in again, with the roles that are still valid."""
    if User.objects.filter(pk=user.pk, is_active=False).update(is_active=True):
        record(Act.PERSON_REOPENED, actor=actor, subject=user)


@transaction.atomic
def password_link(*, actor: User, user: User) -> str:
    """The path of a page where the person chooses a password. Works once, for three days."""
    record(Act.PASSWORD_LINK_MADE, actor=actor, subject=user)
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    return reverse("choose_password", args=[uid, default_token_generator.make_token(user)])


@transaction.atomic
def set_password(*, actor: User | None, user: User, password: str) -> None:
    """For the command line: the password has been checked by then."""
    user.set_password(password)
    user.save(update_fields=["password"])
    record(Act.PASSWORD_SET, actor=actor, subject=user)


@transaction.atomic
def remove_second_factor(*, actor: User, user: User) -> None:
    """For who lost phone and key: at the next log-in a new one is asked. Raises NotForYourself."""
    if actor.pk == user.pk:
        raise NotForYourself
    removed, _by_model = Authenticator.objects.filter(user=user).delete()
    if removed:
        record(Act.SECOND_FACTOR_REMOVED, actor=actor, subject=user)


def second_factors(user: User) -> list[Authenticator]:
    """Authenticator app and keys; recovery codes alone are no second factor."""
    return list(Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES))


def covered_by(user: User) -> list[User]:
    """The people who are away today and whose work this person covers."""
    day = today()
    return list(
        User.objects.filter(
            absences__cover=user, absences__first_day__lte=day, absences__last_day__gte=day
        ).distinct()
    )


@transaction.atomic
def add_team(*, actor: User, name: str) -> Team:
    """Raises NameTaken."""
    if Team.objects.filter(name__iexact=name).exists():
        raise NameTaken
    team = Team.objects.create(name=name)
    record(Act.TEAM_ADDED, actor=actor, subject=team)
    return team


@transaction.atomic
def rename_team(*, actor: User, team: Team, name: str) -> None:
    """Raises NameTaken."""
    if Team.objects.filter(name__iexact=name).exclude(pk=team.pk).exists():
        raise NameTaken
    team.name = name
    team.save(update_fields=["name"])
    record(Act.TEAM_RENAMED, actor=actor, subject=team)


@transaction.atomic
def remove_team(*, actor: User, team: Team) -> None:
    """Raises TeamInUse."""
    if team.members.exists():
        raise TeamInUse
    record(Act.TEAM_REMOVED, actor=actor, subject=team)
    team.delete()


@transaction.atomic
def plan_absence(*, actor: User, user: User, first_day: dt.date, last_day: dt.date, cover: User) -> Absence:
    """Raises WrongPeriod, AwayAlready, CoverNotPossible."""
    if last_day < first_day:
        raise WrongPeriod
    overlapping = Absence.objects.filter(first_day__lte=last_day, last_day__gte=first_day)
    if overlapping.filter(user=user).exists():
        raise AwayAlready
    if cover.pk == user.pk or not cover.is_active or overlapping.filter(user=cover).exists():
        raise CoverNotPossible
    absence = Absence.objects.create(user=user, first_day=first_day, last_day=last_day, cover=cover)
    record(Act.ABSENCE_PLANNED, actor=actor, subject=user, data={"from": str(first_day), "to": str(last_day)})
    return absence


@transaction.atomic
def cancel_absence(*, actor: User, absence: Absence) -> None:
    """An absence to come disappears; one under way ends yesterday. Raises EndedAlready."""
    day = today()
    if absence.last_day < day:
        raise EndedAlready
    if absence.first_day >= day:
        absence.delete()
    else:
        absence.last_day = day - dt.timedelta(days=1)
        absence.save(update_fields=["last_day"])
    record(Act.ABSENCE_CANCELLED, actor=actor, subject=absence.user)
