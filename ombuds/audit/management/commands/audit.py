"""`ombuds audit verify`"""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ombuds.audit.models import Entry
from ombuds.audit.services import verify
from ombuds.lib.progress import track


class Command(BaseCommand):
    help = "Checks that the record of acts is whole, and names the first broken row."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("act", choices=["verify"], help="what to do with the chain")
        parser.add_argument("--json", action="store_true", help="answer as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        rows = Entry.objects.order_by("sequence")
        verdict = verify(iter(track(rows.iterator(chunk_size=2000), total=rows.count(), label="rows")))
        if options["json"]:
            self.stdout.write(
                json.dumps(
                    {
                        "rows": verdict.rows,
                        "head": verdict.head,
                        "broken": verdict.broken,
                    }
                )
            )
        elif verdict.broken is None:
            self.stdout.write(f"The chain holds: {verdict.rows} rows, head {verdict.head[:16]}.")
        else:
            self.stdout.write(
                f"The chain is broken at row {verdict.broken}: it is missing, changed or does not follow "
                f"row {verdict.rows}. The rows before it hold."
            )
        if verdict.broken is not None:
            sys.exit(1)
