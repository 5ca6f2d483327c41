"""`ombuds tick`"""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils.module_loading import import_string

from ombuds.lib.today import today
from ombuds.office.services import current_office


class Command(BaseCommand):
    help = "Moves what is due: clocks, reminders, terms. Run it by a timer; twice in a row changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="answer as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        office, day = current_office(), today()
        done = {path: import_string(path)(office, day) for path in settings.OMBUDS_TICK}
        if options["json"]:
            self.stdout.write(json.dumps({"day": day.isoformat(), "changed": done}))
        else:
            total = sum(done.values())
            self.stdout.write(f"{total} things moved." if total else "Nothing was due.")
