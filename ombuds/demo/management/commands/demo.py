"""`ombuds demo`."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError


class Command(BaseCommand):
    help = "Open an invented office with three years of cases, and say who you can log in as."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--cases", type=int, default=3000, metavar="N", help="how many cases (default 3000)"
        )
        parser.add_argument(
            "--seed", type=int, default=1, metavar="N", help="the same number gives the same office"
        )
        parser.add_argument("--who", action="store_true", help="only say who you can log in as")

    def handle(self, *args: Any, **options: Any) -> None:
        if not 1 <= options["cases"] <= 200_000:
            raise CommandError("--cases takes a number from 1 to 200000.")
        try:
            self._open(options)
        except DatabaseError as error:
            raise CommandError("The database is not ready. Run: ombuds migrate") from error

    def _open(self, options: dict[str, Any]) -> None:
        # The loaders know every room; `ombuds --help` should not have to.
        from ombuds.cases.models import Case
        from ombuds.demo.load_channel import open_channel
        from ombuds.demo.opening import open_office
        from ombuds.demo.staff import is_there
        from ombuds.demo.table import who_is_who

        if is_there():
            if not options["who"]:
                self.stdout.write(
                    f"The demo office is here already: {Case.objects.count()} cases. Nothing was changed.\n"
                )
        elif options["who"]:
            raise CommandError("The demo office is not here yet. Run: ombuds demo")
        elif Case.objects.exists():
            raise CommandError("This database holds cases of its own. The demo needs an empty one.")
        else:
            started = time.monotonic()
            open_office(options["cases"], options["seed"], self._say)
            self.stdout.write(f"Opened the demo office in {time.monotonic() - started:.0f} seconds.\n")
        open_channel()
        self.stdout.write(who_is_who())

    def _say(self, what: str) -> None:
        if self.stderr.isatty():
            self.stderr.write(f"… {what}")
