"""`ombuds import submissions FILE --mapping MAP.toml`."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ombuds.audit.models import Actor
from ombuds.cases.terms import Channel
from ombuds.intake.importing import reading
from ombuds.intake.importing.mapping import Mapping, MappingWrong, load
from ombuds.intake.services.importing import Report, import_file
from ombuds.lib.progress import track
from ombuds.office.models import Office
from ombuds.office.services import current_office

SHOWN = 20  # refused rows that the screen lists; the file has all


class Command(BaseCommand):
    help = "Takes in complaints of another system from a CSV or JSON lines file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["submissions"])
        parser.add_argument("file", type=Path)
        parser.add_argument("--mapping", type=Path, required=True, help="TOML: which column is what")
        parser.add_argument(
            "--channel", choices=Channel.values, default="", help="for rows whose mapping says none"
        )
        parser.add_argument("--office", default="", help="code; otherwise the active office")
        parser.add_argument("--dry-run", action="store_true", help="read and check everything, store nothing")
        parser.add_argument(
            "--refused", type=Path, help="where refused rows go (default: FILE.refused.csv or .jsonl)"
        )
        parser.add_argument("--json", action="store_true", help="the report as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        mapping = self._mapping(options["mapping"])
        if not path.is_file():
            raise CommandError(f"There is no file {path}.", returncode=2)
        channel = options["channel"]
        if not channel and "channel" not in mapping.raw:
            raise CommandError("Say --channel, or let the mapping say it.", returncode=2)
        try:
            office = Office.objects.get(code=options["office"]) if options["office"] else current_office()
        except Office.DoesNotExist:
            raise CommandError(f"There is no office {options['office']!r}.", returncode=2) from None
        bar = _Bar(reading.count_lines(path))
        report = import_file(
            path,
            mapping,
            office=office,
            actor=Actor.SYSTEM,
            channel=channel,
            dry_run=options["dry_run"],
            track=bar.follow,
        )
        bar.close()
        self._tell(report, self._write_refused(report, mapping, options), options)
        if report.refused:
            sys.exit(1)

    def _mapping(self, path: Path) -> Mapping:
        try:
            return load(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            raise CommandError(f"The mapping {path} cannot be read.", returncode=2) from None
        except MappingWrong as problem:
            raise CommandError(f"The mapping {path.name}: {problem}", returncode=2) from problem

    def _write_refused(self, report: Report, mapping: Mapping, options: dict[str, Any]) -> Path | None:
        if not report.rows:
            return None
        source: Path = options["file"]
        suffix = ".jsonl" if mapping.layout == "jsonl" else ".csv"
        target: Path = options["refused"] or source.with_name(f"{source.name}.refused{suffix}")
        columns = report.columns or sorted({name for row, _why, _key in report.rows for name in row.values})
        try:
            reading.write_refused(target, mapping.layout, columns, report.rows)
        except OSError:
            self.stderr.write(
                f"The refused rows could not be written to {target}. Give another place with --refused."
            )
            return None
        return target

    def _tell(self, report: Report, refused: Path | None, options: dict[str, Any]) -> None:
        if options["json"]:
            self.stdout.write(
                json.dumps(self._as_data(report, refused, options["dry_run"]), ensure_ascii=False)
            )
            return
        would = "would be " if options["dry_run"] else ""
        self.stdout.write(
            f"{report.lines} rows read: {report.taken} {would}taken in, {report.already_there} already there, "
            f"{report.refused} refused."
        )
        for year, count in sorted(report.by_year.items()):
            self.stdout.write(f"  {year}: {count}")
        for row, why, _key in report.rows[:SHOWN]:
            self.stdout.write(f"line {row.line}: {why}")
        if len(report.rows) > SHOWN:
            self.stdout.write(f"… and {len(report.rows) - SHOWN} more.")
        if refused:
            self.stdout.write(
                f"Refused rows are in {refused}. Correct them there and give that file to the same command."
            )

    def _as_data(self, report: Report, refused: Path | None, dry_run: bool) -> dict[str, Any]:
        return {
            "lines": report.lines,
            "taken": report.taken,
            "already_there": report.already_there,
            "refused": report.refused,
            "dry_run": dry_run,
            "run": report.run.pk if report.run else None,
            "by_year": {str(year): count for year, count in sorted(report.by_year.items())},
            "refused_file": str(refused) if refused else None,
            "refused_rows": [{"line": row.line, "reason": why} for row, why, _key in report.rows],
        }


class _Bar:
    """One bar over all batches."""

    def __init__(self, total: int) -> None:
        self._done = 0
        self._ticks = track(range(total + 1), total=total, label="Rows")
        next(self._ticks, None)

    def follow(self, rows: list[Any]) -> Any:
        for row in rows:
            next(self._ticks, None)
            yield row

    def close(self) -> None:
        for _left in self._ticks:
            pass
