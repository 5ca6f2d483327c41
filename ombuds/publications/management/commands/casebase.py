"""`ombuds casebase`; `ombuds privacy base` runs it too."""

import json
import os
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from ombuds.lib.progress import track
from ombuds.office.models import Office
from ombuds.office.services import NoOffice, current_office
from ombuds.publications import casebase
from ombuds.publications.casebase import exporting


class Command(BaseCommand):
    help = "Build the index of all cases anew that the publication gate attacks with; run it every night."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", dest="as_json", action="store_true", help="say it as JSON")
        parser.add_argument(
            "--forget", action="store_true", help="only remove the index: it comes back by itself"
        )

        parser.add_argument(
            "--export", type=Path, metavar="FILE",
            help="write the cases for `ombuds privacy attack --base FILE`; the file holds personal data",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            office = current_office()
            if options["forget"]:
                casebase.forget(office)
                self.stdout.write("The index is removed.")
                return
            if options["export"]:
                self._export(office, options["export"])
                return
            self._build(office, as_json=options["as_json"])
        except (DatabaseError, NoOffice) as error:
            raise CommandError("The database is not ready. Run: ombuds migrate") from error

    def _export(self, office: Office, file: Path) -> None:
        """Readable by its owner only, from the first byte on."""
        number = 0
        try:
            with os.fdopen(
                os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
            ) as out:
                for line in track(exporting.lines(office), label="cases"):
                    out.write(line + "\n")
                    number += 1
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.") from error
        self.stdout.write(
            f"{number} cases of {office.code} written to {file}. Delete it when the check is done."
        )

    def _build(self, office: Office, *, as_json: bool) -> None:
        started = time.monotonic()
        base = casebase.rebuild(office)
        seconds = round(time.monotonic() - started, 1)
        said = {"office": office.code, "cases": len(base), "digest": base.digest, "seconds": seconds}
        if as_json:
            self.stdout.write(json.dumps(said))
        else:
            self.stdout.write(
                f"{said['cases']} cases of {said['office']} in {seconds} seconds ({said['digest']})."
            )
