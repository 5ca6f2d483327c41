"""`ombuds report build`: the yearly report as files."""

import json
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ombuds.annualreport import content, html, paper
from ombuds.annualreport.services import content_of_year
from ombuds.office.services import current_office
from ombuds.statistics.periods import FIRST_YEAR, LAST_YEAR
from ombuds.statistics.tables import to_csv


class Command(BaseCommand):
    """Writes report.html, report.pdf, report.json and tables/*.csv."""

    help = "Builds the yearly report as HTML, PDF, CSV and JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        build = acts.add_parser("build", help="Builds the report of one year in one language.")
        build.add_argument("--year", type=_year, required=True, help="the year that is reported on")
        build.add_argument(
            "--lang", choices=["nl", "fr", "en"], required=True, help="the language of the report"
        )
        build.add_argument(
            "--out", type=Path, required=True, help="the folder to write into; made when missing"
        )
        build.add_argument("--dated", type=_day, help="the day that the PDF carries (YYYY-MM-DD)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the files and say which."""
        tree, dated = content_of_year(current_office(), options["year"])
        language, out = options["lang"], options["out"]
        files = {
            "report.html": html.page(tree, language).encode(),
            "report.pdf": paper.document(tree, language, dated=options["dated"] or dated),
            "report.json": (json.dumps(tree, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode(),
        }
        for table in content.tables_of(tree):
            files[f"tables/{table.key}.csv"] = b"\xef\xbb\xbf" + to_csv(table, language).encode()
        for name, data in files.items():
            _write(out / name, data)
        self.stdout.write(
            f"{len(files)} files written to {out}: report.html, report.pdf, report.json and the tables."
        )


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}.") from error


def _year(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise ArgumentTypeError(f"a year between {FIRST_YEAR} and {LAST_YEAR} is needed")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError("a day is written like 2026-03-31") from None
