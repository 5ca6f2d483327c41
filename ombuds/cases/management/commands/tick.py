"""`ombuds tick`"""

import json
import logging
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.module_loading import import_string

from ombuds.lib.today import today
from ombuds.office.services import current_office

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Moves what is due: clocks, reminders, terms. Run it by a timer; twice in a row changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="answer as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        office, day = current_office(), today()
        done, failed = {}, []
        for path in settings.OMBUDS_TICK:
            try:
                done[path] = import_string(path)(office, day)
            except Exception:  # what goes wrong in one room must not stop the clocks of another
                logger.exception("tick: %s", path)
                failed.append(path)
        if options["json"]:
            self.stdout.write(json.dumps({"day": day.isoformat(), "changed": done, "failed": failed}))
        else:
            total = sum(done.values())
            self.stdout.write(_sentence(total))
        if failed:
            raise CommandError(
                f"{len(failed)} of {len(settings.OMBUDS_TICK)} parts failed; the log says why."
            )


def _sentence(total: int) -> str:
    if not total:
        return "Nothing was due."
    return "1 thing moved." if total == 1 else f"{total} things moved."
