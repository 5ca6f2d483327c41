"""`ombuds office`: load, list and check profiles."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from ombuds.office import checking, folder
from ombuds.office.loading import load_folder
from ombuds.office.models import Office


class Command(BaseCommand):
    help = "Loads, lists and checks the profiles of offices."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parts = parser.add_subparsers(dest="part", required=True)
        load = parts.add_parser("load", help="Loads a profile, or loads it again; says what changed.")
        load.add_argument("profile", help="brussels, flanders, or the path of a folder")
        load.add_argument(
            "--activate", action="store_true", help="makes it the office that this installation serves"
        )
        parts.add_parser(
            "list", help="Lists the profiles that come with the program and the offices that are loaded."
        )
        check = parts.add_parser("check", help="Checks a folder and says what is wrong in it.")
        check.add_argument("profile", help="brussels, flanders, or the path of a folder")

    def handle(self, *args: Any, **options: Any) -> None:
        getattr(self, f"_{options['part']}")(options)

    def _load(self, options: dict[str, Any]) -> None:
        path = folder.find(options["profile"])
        first = not Office.objects.filter(is_active=True).exists()
        changes = load_folder(path, activate=options["activate"] or first)
        for sentence in changes.made:
            self.stdout.write(sentence)
        for sentence in changes.kept:
            self.stdout.write(sentence)
        if not changes.made:
            self.stdout.write(_("Nothing changed."))

    def _list(self, options: dict[str, Any]) -> None:
        loaded = {office.code: office for office in Office.objects.all()}
        for code in sorted({*folder.known(), *loaded}):
            office = loaded.get(code)
            state = (_("active") if office.is_active else _("loaded")) if office else _("not loaded")
            self.stdout.write(f"{code:<16} {state:<12} {office or ''}".rstrip())

    def _check(self, options: dict[str, Any]) -> None:
        found = checking.mistakes(folder.read(folder.find(options["profile"])))
        for mistake in found:
            self.stdout.write(mistake)
        if found:
            raise SystemExit(1)
        self.stdout.write(_("No mistakes found."))
