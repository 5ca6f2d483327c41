"""People of the office, their roles over time, teams and absences."""

import datetime as dt
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.models import (
    AbstractBaseUser,
    BaseUserManager,
    PermissionsMixin,
)
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.permissions import Permission, Role, granted
from ombuds.lib.today import today


class Team(models.Model):
    """A group that shares a work list."""

    name = models.CharField(_("name"), max_length=80, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    """Creates people who log in with their e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Without a password the person cannot log in until one is set."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def with_role(self, *roles: str) -> models.QuerySet["User"]:
        """Active people who hold one of the roles today."""
        return self.filter(
            RoleAssignment.valid_on(today(), "assignments__"),
            is_active=True,
            assignments__role__in=roles,
        ).distinct()

    def active_marked(self, *roles: str) -> models.QuerySet["User"]:
        """All active people; `holds` tells which of them hold one of the roles today."""
        held = RoleAssignment.objects.filter(
            RoleAssignment.valid_on(today()), user=models.OuterRef("pk"), role__in=roles
        )
        return self.filter(is_active=True).annotate(holds=models.Exists(held))


class User(AbstractBaseUser, PermissionsMixin):
    """A member of staff. Django's own permission rows are unused: see permissions.py."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(_("language"), max_length=2, default="nl")
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    team = models.ForeignKey(
        Team,
        verbose_name=_("team"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="members",
    )
    is_active = models.BooleanField(_("active"), default=True)
    is_staff = models.BooleanField(default=False)  # asked for by Django; gives no right here
    joined_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles held today."""
        held = self.assignments.filter(RoleAssignment.valid_on(today()))
        return frozenset(held.values_list("role", flat=True))

    @cached_property
    def permissions(self) -> frozenset[Permission]:
        """All that the person may do today."""
        return granted(set(self.roles)) if self.is_active else frozenset()

    @property
    def reads_cases(self) -> bool:
        """For templates, which cannot name a permission."""
        return self.may(Permission.CASES_CASE_READ)

    def may(self, permission: Permission) -> bool:
        """May this person do it, as far as roles go? Walls around single cases come on top."""
        return permission in self.permissions


class RoleAssignment(models.Model):
    """A person holds a role from a day until a day. Ended, never deleted."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="assignments")
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    valid_from = models.DateField(_("from"), default=today)
    valid_to = models.DateField(_("until and including"), null=True, blank=True)

    class Meta:
        ordering = ["role", "valid_from"]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role}"

    @staticmethod
    def valid_on(day: dt.date, prefix: str = "") -> Q:
        """The condition that an assignment holds on this day."""
        return Q(**{f"{prefix}valid_from__lte": day}) & (
            Q(**{f"{prefix}valid_to__isnull": True}) | Q(**{f"{prefix}valid_to__gte": day})
        )


class Absence(models.Model):
    """While someone is away, the cover sees their work list."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="absences")
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    cover = models.ForeignKey(
        User,
        verbose_name=_("covered by"),
        on_delete=models.CASCADE,
        related_name="covering",
    )

    class Meta:
        ordering = ["first_day"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=models.F("first_day")),
                name="absence_ends_after_start",
            ),
            models.CheckConstraint(condition=~Q(user=models.F("cover")), name="absence_covered_by_another"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.first_day}–{self.last_day}"
