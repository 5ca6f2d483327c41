"""Taking in a file of another system, once or many times; and the rows that it could not take."""

import hashlib
import json
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ombuds.accounts.models import User
from ombuds.audit.models import Actor
from ombuds.audit.services import record
from ombuds.intake.importing import reading
from ombuds.intake.importing.mapping import Mapping, Reasons, checked
from ombuds.intake.importing.reading import Row
from ombuds.intake.importing.reasons import sentence
from ombuds.intake.importing.taking import Taken, Taker
from ombuds.intake.models import ImportRun, RefusedRow, Submission
from ombuds.intake.terms import Act
from ombuds.lib.errors import Refusal
from ombuds.lib.today import now
from ombuds.office.models import Office

BATCH = 500


class ImportRefused(Refusal):
    """The file as a whole cannot be taken in."""


class RowStillWrong(Refusal):
    """A corrected row is refused again. `reasons` says why."""

    def __init__(self, reasons: list[tuple[str, dict[str, Any]]]) -> None:
        self.reasons = reasons
        super().__init__(" ".join(sentence(code, values) for code, values in reasons))


@dataclass
class Report:
    """What became of every row. taken + already_there + refused = lines, always."""

    lines: int = 0
    taken: int = 0
    already_there: int = 0
    refused: int = 0
    run: ImportRun | None = None
    columns: list[str] = field(default_factory=list)
    rows: list[tuple[Row, str, str]] = field(default_factory=list)  # refused: row, sentences, key
    by_year: dict[int, int] = field(default_factory=dict)  # of what was taken, by year of receipt


def import_file(
    path: Path,
    mapping: Mapping,
    *,
    office: Office,
    actor: User | Actor,
    channel: str = "",
    dry_run: bool = False,
    track: Any = None,
) -> Report:
    """Take in every row that can be, and account for every row that cannot.

    A row whose number was taken in before is left alone, so the same file can be given again. Batches are
    transactions of their own: what was reported as taken is stored, also when the machine stops halfway.
    """
    run = ImportRun(office=office, file_name=path.name[:255], source=mapping.source, channel=channel)
    run.mapping = mapping.raw
    run.started_by = actor if isinstance(actor, User) else None
    if not dry_run:
        run.save()
    taker, report, seen = Taker(run, mapping, actor), Report(), set[str]()
    rows: Iterable[Row] = reading.read(
        path,
        layout=mapping.layout,
        delimiter=str(mapping.raw.get("delimiter", "")),
        encoding=str(mapping.raw.get("encoding", "")),
    )
    for batch in _batches(_first_checked(rows, mapping, report), BATCH):
        _take_batch(track(batch) if track else batch, taker, report, seen, dry_run)
    if not dry_run:
        _finish(run, report, actor)
    report.run = None if dry_run else run
    return report


def _first_checked(rows: Iterable[Row], mapping: Mapping, report: Report) -> Iterator[Row]:
    """Refuses the file when the first row lacks a column that the mapping names: then every row would be refused."""
    for row in rows:
        if not report.columns and not row.reason:
            report.columns = list(row.values)
            lacking = mapping.columns() - set(row.values) if mapping.layout == "csv" else set()
            if lacking:
                raise ImportRefused(
                    _("The file has no column %(names)s. Is this the right mapping?"),
                    names=", ".join(f"“{name}”" for name in sorted(lacking)),
                )
        yield row


def _batches(rows: Iterator[Row], size: int) -> Iterator[list[Row]]:
    while batch := list(islice(rows, size)):
        yield batch


def _take_batch(rows: Iterable[Row], taker: Taker, report: Report, seen: set[str], dry_run: bool) -> None:
    ready: list[Taken] = []
    refused: list[tuple[Row, Reasons]] = []
    for row in rows:
        report.lines += 1
        try:
            ready.append(taker.prepare(row))
        except Reasons as found:
            refused.append((row, found))
    known = taker.known_ids(one.found["id"] for one in ready) | seen
    fresh: dict[str, Taken] = {}
    for one in ready:
        if one.found["id"] not in known and one.found["id"] not in fresh:
            fresh[one.found["id"]] = one
    seen |= set(fresh)
    report.already_there += len(ready) - len(fresh)
    with transaction.atomic():
        submissions = [] if dry_run else taker.take(list(fresh.values()))
        _settle(taker.run, list(fresh.values()), submissions)
        for row, reasons in refused:
            key = "" if dry_run else _refuse(taker.run, row, reasons)
            why = " ".join(sentence(code, values) for code, values in reasons.found)
            report.rows.append((row, why, key))
    report.taken += len(fresh)
    report.refused += len(refused)
    for one in fresh.values():
        year = timezone.localtime(one.found["received_at"]).year
        report.by_year[year] = report.by_year.get(year, 0) + 1


def _refuse(run: ImportRun, row: Row, reasons: Reasons) -> str:
    """Keep the row for correction. The same row refused again of the same source is one row to correct, not two."""
    values = {name: text for name, text in row.values.items() if name not in reading.REFUSED_COLUMNS}
    digest = hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
    waiting = RefusedRow.objects.filter(
        run__office=run.office, run__source=run.source, raw_digest=digest, corrected_at__isnull=True
    ).first()
    found = waiting or RefusedRow(run=run, line=row.line, raw=values, raw_digest=digest)
    found.reasons = [[code, values] for code, values in reasons.found]
    found.save()
    return str(found.key)


def _settle(run: ImportRun, taken: list[Taken], submissions: list[Submission]) -> None:
    """Rows that came back corrected in a file are no longer waiting."""
    for one, submission in zip(taken, submissions, strict=False):
        key = one.row.values.get("refused_row", "")
        if not key:
            continue
        try:
            number = uuid.UUID(key)
        except ValueError:
            continue
        RefusedRow.objects.filter(key=number, run__office=run.office, corrected_at__isnull=True).update(
            corrected_at=now(), submission=submission
        )


def _finish(run: ImportRun, report: Report, actor: User | Actor) -> None:
    with transaction.atomic():
        run.columns = [name for name in report.columns if name not in reading.REFUSED_COLUMNS]
        run.lines, run.taken = report.lines, report.taken
        run.already_there, run.refused = report.already_there, report.refused
        run.ended_at = now()
        run.save()
        numbers = {"lines": run.lines, "taken": run.taken, "refused": run.refused}
        record(Act.IMPORT, actor=actor, subject=run, data=numbers)


def correct_row(refused: RefusedRow, values: dict[str, str], *, actor: User) -> Submission:
    """Take in a refused row with the values as corrected. Raises RowStillWrong; then nothing changed."""
    run = refused.run
    taker = Taker(run, checked(run.mapping), actor)
    try:
        ready = taker.prepare(Row(refused.line, {name: reading.tidy(text) for name, text in values.items()}))
    except Reasons as reasons:
        raise RowStillWrong(reasons.found) from reasons
    with transaction.atomic():
        current = RefusedRow.objects.select_for_update().get(pk=refused.pk)
        if current.corrected_at:
            raise ImportRefused(_("This row was taken in already."))
        if taker.known_ids([ready.found["id"]]):
            raise ImportRefused(
                _(
                    "A row with the number %(number)s was taken in before. Correct the number, or leave this row."
                ),
                number=ready.found["id"],
            )
        [submission] = taker.take([ready])
        current.corrected_at, current.submission = now(), submission
        current.save(update_fields=["corrected_at", "submission"])
        record(Act.CORRECT_ROW, actor=actor, subject=current, case=submission.case)
    return submission
