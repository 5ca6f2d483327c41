import io
import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombuds.deidentification.command import CaseFileUnreadable, answer, read_case_file, read_lines
from ombuds.deidentification.engine import KnownIdentifiers, Mode
from ombuds.lib.progress import track


class Command(BaseCommand):
    help = str(gettext_lazy("Finds and replaces what identifies people in a text; prints JSON."))
    requires_system_checks: list[str] = []  # it reads no database, and should start at once

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
            known = KnownIdentifiers()
            if options["case_file"]:
                known = read_case_file(self._read(options["case_file"]))
            if options["jsonl"]:
                lines = track(self._lines(options["file"]), label=_("Documents"))
                for line in read_lines(lines, options["lang"], mode, options["seed"]):
                    self.stdout.write(line)
                    self.stdout.flush()
                return
            text = self._read(options["file"])
        except CaseFileUnreadable as refusal:
            raise CommandError(str(refusal), returncode=2) from refusal
        said = answer(text, options["lang"], known, mode, options["seed"])
        self.stdout.write(json.dumps(said, ensure_ascii=False))

    def _read(self, name: str) -> str:
        try:
            content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            raise self._unreadable(name) from error
        return content.decode("utf-8-sig", errors="replace")

    def _lines(self, name: str) -> Iterator[str]:
        """Line by line, so that a long file needs no more room than its longest document."""
        if name == "-":
            yield from io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors="replace")
            return
        try:
            with Path(name).open(encoding="utf-8-sig", errors="replace") as lines:
                yield from lines
        except OSError as error:
            raise self._unreadable(name) from error

    def _unreadable(self, name: str) -> CommandError:
        return CommandError(_("The file %(name)s cannot be read.") % {"name": name}, returncode=2)
