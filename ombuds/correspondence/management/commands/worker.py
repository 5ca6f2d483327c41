"""`ombuds worker`"""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    help = "Sends queued mails, until it is stopped; `./run serve` and `./run demo` start one when there is a mail server."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="send what waits now, and end")
        parser.add_argument("--interval", type=float, default=2.0, help="seconds between two looks (2)")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.MAIL_URL:
            raise CommandError("There is no mail server: set OMBUDS_MAIL_HOST (docs/running.md).")
        if not 0.1 <= options["interval"] <= 3600:
            raise CommandError("--interval must be between 0.1 and 3600 seconds.")
        call_command(
            "db_worker",
            queue_name="*",
            interval=options["interval"],
            batch=options["once"],
            startup_delay=not options["once"],
            reload=False,
            verbosity=0,
        )
