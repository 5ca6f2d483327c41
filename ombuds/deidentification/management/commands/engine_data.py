from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombuds.deidentification import engine
from ombuds.deidentification.exporting import contents


class Command(BaseCommand):
    help = str(gettext_lazy("Writes the names of services and places that the de-identification must know."))

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="only say whether the files are up to date")

    def handle(self, **options: Any) -> None:
        folder = Path(engine.__file__).parent / "data"
        for name, content in contents(
            Path(settings.BASE_DIR) / "ombuds" / "authorities" / "register"
        ).items():
            path = folder / name
            old = path.read_text(encoding="utf-8") if path.exists() else ""
            if old != content and options["check"]:
                raise CommandError(_("%(name)s is older than the register.") % {"name": name})
            path.write_text(content, encoding="utf-8")
        self.stdout.write(_("The data files of the engine are up to date."))
