"""`ombuds report build`: the yearly report as files."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from ombuds.annualreport import committees
from ombuds.annualreport.making import bundle
from ombuds.annualreport.services import content_of_year, required_languages
from ombuds.lib.progress import track
from ombuds.office.services import current_office
from ombuds.statistics.periods import FIRST_YEAR, LAST_YEAR


class Command(BaseCommand):
    """Writes report.html, .pdf, .epub, .docx and .json, figures.csv and .parquet, tables/*.csv, dataset.jsonld and .ttl."""

    help = "Builds the yearly report as HTML, PDF, EPUB, Word, CSV, Parquet and JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        build = acts.add_parser("build", help="Builds the report of one year in one language.")
        build.add_argument("--year", type=_year, required=True, help="the year that is reported on")
        build.add_argument(
            "--lang",
            choices=["nl", "fr", "en"],
            help="the language of the report; without it, each required language in a folder of its own",
        )
        build.add_argument("--committee", help="the code of a committee of parliament: only what concerns it")
        build.add_argument(
            "--out", type=Path, required=True, help="the folder to write into; made when missing"
        )
        build.add_argument("--dated", type=_day, help="the day that the PDF carries (YYYY-MM-DD)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the files and say which."""
        tree, dated = content_of_year(current_office(), options["year"])
        if options["committee"] and (tree := committees.cut(tree, options["committee"]) or {}) == {}:
            raise CommandError(f"The report knows no committee {options['committee']}.")
        chosen = [options["lang"]] if options["lang"] else required_languages(current_office())
        dated, out, base = options["dated"] or dated, options["out"], f"/reports/{options['year']}/"
        base = settings.PUBLIC_URL.rstrip("/") + base
        count = 0
        for language in track(chosen, label="Languages", total=len(chosen)):
            place = out if options["lang"] else out / language
            made = bundle.files(tree, language, dated=dated, base=base, languages=chosen)
            for name, data in made.items():
                _write(place / name, data)
            count += len(made)
        self.stdout.write(
            f"{count} files written to {out}: the report as HTML, PDF, EPUB and DOCX, its figures as CSV, Parquet "
            "and JSON, and their description as DCAT-AP."
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
