import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombuds.deidentification.command import CaseFileUnreadable, answer, read_case_file, read_lines
from ombuds.deidentification.engine import KnownIdentifiers, Mode


class Command(BaseCommand):
    help = str(gettext_lazy("Finds and replaces what identifies people in a text; prints JSON."))

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the text to read, or - for standard input")
        parser.add_argument("--lang", default="auto", choices=["auto", "nl", "fr", "en", "de"])
        parser.add_argument("--mode", default="mark", choices=[mode.value for mode in Mode])
        parser.add_argument("--case-file", help="what the case knows, as JSON")
        parser.add_argument("--seed", type=int, default=0)
        parser.add_argument("--json", action="store_true", help="JSON out (it always is; kept for scripts)")
        parser.add_argument(
            "--jsonl", action="store_true", help="one document a line in, one answer a line out"
        )

    def handle(self, **options: Any) -> None:
        mode = Mode(options["mode"])
        try:
            known = (
                read_case_file(self._read(options["case_file"]))
                if options["case_file"]
                else KnownIdentifiers()
            )
            if options["jsonl"]:
                for line in read_lines(self._read(options["file"]), options["lang"], mode, options["seed"]):
                    self.stdout.write(line)
                return
            text = self._read(options["file"])
        except CaseFileUnreadable as refusal:
            raise CommandError(str(refusal), returncode=2) from refusal
        self.stdout.write(
            json.dumps(answer(text, options["lang"], known, mode, options["seed"]), ensure_ascii=False)
        )

    def _read(self, name: str) -> str:
        try:
            content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            raise CommandError(
                _("The file %(name)s cannot be read.") % {"name": name}, returncode=2
            ) from error
        return content.decode("utf-8-sig", errors="replace")
