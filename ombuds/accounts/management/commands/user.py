"""`ombuds user add|password|list`: for the first administrator, and for who works without a browser."""

import getpass
import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ombuds.accounts import services
from ombuds.accounts.models import User
from ombuds.accounts.permissions import Role
from ombuds.lib.errors import Refusal
from ombuds.lib.today import today


class NoSuchPerson(Refusal):
    """The address is not in the directory."""


class Command(BaseCommand):
    help = "Adds people, sets passwords, lists who may log in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parts = parser.add_subparsers(dest="part", required=True)
        add = parts.add_parser("add", help="Adds a person.")
        add.add_argument("email")
        add.add_argument("--name", required=True)
        add.add_argument(
            "--role", action="append", default=[], choices=Role.values, help="may be said more than once"
        )
        add.add_argument("--language", default="nl", choices=[code for code, _name in settings.LANGUAGES])
        password = parts.add_parser(
            "password", help="Sets a password, typed on the terminal or read from standard input."
        )
        password.add_argument("email")
        listed = parts.add_parser("list", help="Lists the people with their roles of today.")
        listed.add_argument("--json", action="store_true", help="answer as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        getattr(self, f"_{options['part']}")(options)

    def _add(self, options: dict[str, Any]) -> None:
        email, name = options["email"].strip(), options["name"].strip()
        try:
            validate_email(email)
        except ValidationError as problem:
            raise Refusal(_("This is not an e-mail address.")) from problem
        if not name or len(name) > 120 or "\x00" in name:
            raise Refusal(_("A name has 1 to 120 characters."))
        with transaction.atomic():
            user = services.add_person(actor=None, email=email, name=name, language=options["language"])
            for role in dict.fromkeys(options["role"]):
                services.give_role(actor=None, user=user, role=role, valid_from=today())
        self.stdout.write(
            _("Added. To choose a password: ombuds user password %(email)s") % {"email": user.email}
        )

    def _password(self, options: dict[str, Any]) -> None:
        user = User.objects.filter(email__iexact=options["email"].strip(), is_active=True).first()
        if user is None:
            raise NoSuchPerson(_("Nobody who may log in has this e-mail address."))
        password = self._read_password()
        try:
            validate_password(password, user)
        except ValidationError as problem:
            raise Refusal(" ".join(problem.messages)) from problem
        services.set_password(actor=None, user=user, password=password)
        self.stdout.write(_("The password is set."))

    def _read_password(self) -> str:
        if not sys.stdin.isatty():
            return sys.stdin.readline().rstrip("\r\n")
        first = getpass.getpass(_("New password: "))
        if first != getpass.getpass(_("Once more: ")):
            raise Refusal(_("The two are not the same. Nothing was changed."))
        return first

    def _list(self, options: dict[str, Any]) -> None:
        people: list[dict[str, Any]] = [
            {"email": user.email, "name": user.name, "roles": sorted(user.roles), "active": user.is_active}
            for user in User.objects.all()
        ]
        if options["json"]:
            self.stdout.write(json.dumps(people, ensure_ascii=False))
            return
        for one in people:
            state = ", ".join(one["roles"]) or _("no role")
            self.stdout.write(
                f"{one['email']:<40} {one['name']:<30} {state if one['active'] else pgettext('account', 'closed')}"
            )
