"""`ombuds statistics table | snapshot | diff | verify | snapshots | import-findings`."""

import json
import sys
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand

from ombuds.lib.errors import Refusal
from ombuds.lib.progress import track

CHANGES_SHOWN = 40


class Command(BaseCommand):
    """Exit codes: 0 done, 1 not safe or differences found, 2 wrong usage or a refusal."""

    help = "Draws tables of figures, freezes figures, tells what changed since, and imports findings from elsewhere."

    def add_arguments(self, parser: ArgumentParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        self._table(acts.add_parser("table", help="Counts by one, two or three properties, with totals."))
        take = acts.add_parser("snapshot", help="Freezes all cases (without text) and the tables of a year.")
        take.add_argument("--year", type=int, required=True, help="the year whose report draws on it")
        take.add_argument("--name", default="", help="a name; without one, the year")
        take.add_argument("--json", action="store_true", help="answer as JSON")
        listed = acts.add_parser("snapshots", help="Lists the frozen data sets.")
        listed.add_argument("--json", action="store_true", help="answer as JSON")
        for act, sentence in (
            ("diff", "Lists what changed in the cases since a data set was frozen."),
            (
                "verify",
                "Proves that a frozen data set is what was frozen, and that its tables follow from its rows.",
            ),
        ):
            one = acts.add_parser(act, help=sentence)
            one.add_argument("name", help="name of the frozen data set")
            one.add_argument("--json", action="store_true", help="answer as JSON")
        self._findings(
            acts.add_parser(
                "import-findings", help="Imports, tables, protects and audits a file of findings."
            )
        )

    def _table(self, one: ArgumentParser) -> None:
        one.add_argument(
            "--rows", required=True, help="year, month, channel, language, kind, body, theme, norm, …"
        )
        one.add_argument("--columns", default="", help="another property, across")
        one.add_argument("--layers", default="", help="a third property: one table for each value of it")
        one.add_argument("--year", dest="years", default="", help="2024, 2022-2024 or 2020,2024")
        one.add_argument(
            "--unit", default="", help="what is counted: grievance (default), case or mention (of a norm)"
        )
        one.add_argument(
            "--date", default="", help="what places it in a year: received (default), closed, remedied"
        )
        one.add_argument("--scope", default="", help="complaints (default) or all")
        one.add_argument("--where", default="", help="only these: channel=web|mail;language=fr")
        one.add_argument("--snapshot", default="", help="draw on a frozen data set instead of the live cases")
        one.add_argument("--public", action="store_true", help="hide what must not be published")
        one.add_argument("--format", choices=["csv", "json", "html"], default="csv")
        one.add_argument("--long", action="store_true", help="CSV with one figure a line, by codes")
        one.add_argument("--lang", choices=["nl", "fr", "en"], default="en", help="language of the words")
        one.add_argument("--out", type=Path, help="file to write; without it, standard output")

    def _findings(self, one: ArgumentParser) -> None:
        one.add_argument("file", help="CSV, one finding a line")
        for side in ("organisation", "category", "finding"):
            one.add_argument(
                f"--{side}", default="", metavar="COLUMN", help=f"the column that names the {side}"
            )
        one.add_argument(
            "--count",
            default="",
            metavar="COLUMN",
            help="the column that says how many findings a line stands for",
        )
        one.add_argument(
            "--name", default="", help="name of the frozen data set; without one, that of the file"
        )
        one.add_argument(
            "--rules", type=Path, help="RULES.toml of disclosure control; without it, the rules of the office"
        )
        one.add_argument("--out", type=Path, help="folder for the tables as they may be published")
        one.add_argument("--json", action="store_true", help="answer as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        acts = {
            "table": self._draw, "snapshot": self._take, "snapshots": self._list, "diff": self._diff,
            "verify": self._verify, "import-findings": self._import,
        }  # fmt: skip
        try:
            good = acts[options["act"]](options)
        except Refusal as refusal:
            _fail(str(refusal.sentence))
        if not good:
            sys.exit(1)

    def _draw(self, options: dict[str, Any]) -> bool:
        from ombuds.office.services import current_office
        from ombuds.statistics import cubes, cubewriting, queries, releasing, snapshots

        office = current_office()
        facts = None
        if options["snapshot"]:
            facts = snapshots.facts_of(snapshots.find(office, options["snapshot"]))
        query = queries.from_params(options, known=cubes.axes_of(facts))
        if facts is None and not query.years:
            _fail("Say of which year or years, with --year.")
        answer = cubes.ask(query, office, facts=facts, frozen=options["snapshot"])
        hidden = releasing.hidden(answer, office) if options["public"] else frozenset()
        text = cubewriting.written(answer, options["format"], options["lang"], hidden, long=options["long"])
        if options["out"]:
            _write(options["out"], text)
            self.stdout.write(f"{options['out']} is written.")
        else:
            self.stdout.write(text, ending="")
        return True

    def _take(self, options: dict[str, Any]) -> bool:
        from ombuds.office.services import current_office
        from ombuds.statistics import snapshots

        row = snapshots.take(office=current_office(), year=options["year"], name=options["name"], actor=None)
        data = {"name": row.name, "year": row.year, "cases": row.cases, "sha256": row.digest}
        self._tell(options, data, f"{row.cases} cases are frozen as “{row.name}” (SHA-256 {row.digest}).")
        return True

    def _list(self, options: dict[str, Any]) -> bool:
        from ombuds.office.services import current_office
        from ombuds.statistics.models import Snapshot

        rows = Snapshot.objects.filter(office=current_office()).defer("rows", "tables")
        data: list[dict[str, Any]] = [
            {
                "name": r.name,
                "year": r.year,
                "cases": r.cases,
                "sha256": r.digest,
                "taken_at": r.taken_at.isoformat(),
            }
            for r in rows
        ]
        lines = [f"{r['name']}: {r['cases']} rows, {r['taken_at'][:10]}, {r['sha256'][:12]}…" for r in data]
        self._tell(options, data, "\n".join(lines) or "Nothing is frozen yet.")
        return True

    def _diff(self, options: dict[str, Any]) -> bool:
        from ombuds.office.services import current_office
        from ombuds.statistics import snapshots

        found = list(snapshots.differences(snapshots.find(current_office(), options["name"])))
        data: list[dict[str, Any]] = [
            {
                "case": d.reference or d.case,
                "what": d.what,
                "changes": {k: list(v) for k, v in d.changes.items()},
            }
            for d in found
        ]
        lines = [f"{len(found)} cases differ from what was frozen."]
        for each in data[:CHANGES_SHOWN]:
            changes = "; ".join(f"{name}: {old} → {new}" for name, (old, new) in each["changes"].items())
            lines.append(f"  {each['case']} {each['what']}{': ' + changes if changes else ''}")
        if len(data) > CHANGES_SHOWN:
            lines.append(f"  … and {len(data) - CHANGES_SHOWN} more: --json gives all.")
        self._tell(options, data, "\n".join(lines))
        return not found

    def _verify(self, options: dict[str, Any]) -> bool:
        from ombuds.office.services import current_office
        from ombuds.statistics import snapshots, verifying

        snapshot = snapshots.find(current_office(), options["name"])
        found = verifying.contradictions(snapshot)
        text = "\n".join(found) or f"“{snapshot.name}” is what was frozen; its tables follow from its rows."
        self._tell(options, {"name": snapshot.name, "sha256": snapshot.digest, "contradictions": found}, text)
        return not found

    def _import(self, options: dict[str, Any]) -> bool:
        from ombuds.office.services import current_office
        from ombuds.statistics import importing
        from ombuds.statistics.disclosure import BadRules, NotConsistent
        from ombuds.statistics.findings import SIDES, BadFindings, read

        start, path = time.monotonic(), Path(options["file"])
        try:
            findings = read(
                path.name,
                path.read_bytes(),
                columns={s: options[s] for s in SIDES if options[s]},
                count=options["count"],
            )
            done = importing.bring_in(
                findings, office=current_office(), name=options["name"] or path.stem, source=path.name,
                rules=_rules(options["rules"]) or importing.rules_of(current_office()), watch=_watch,
            )  # fmt: skip
            files = importing.write(done, options["out"]) if options["out"] else []
        except (BadFindings, BadRules, NotConsistent) as problem:
            _fail(str(problem))
        except OSError as problem:
            _fail(
                f"{str(problem.filename or path)[:80]} cannot be read or written: {problem.strerror or problem}."
            )
        seconds = round(time.monotonic() - start, 1)
        data = {
            **done.summary(),
            "columns": dict(findings.columns),
            "notes": list(findings.notes),
            "files": files,
            "seconds": seconds,
        }
        used = ", ".join(f"{side} = {column}" for side, column in findings.columns.items())
        verdict = "none can be worked out" if done.safe else f"{data['inferable']} CAN BE WORKED OUT"
        text = (
            f"{data['findings']} findings ({used}), {data['cells']} cells, {data['cells_under_five']} of them under five.\n"
            f"{data['published']} figures can be published, {data['primary']} are unsafe, {data['secondary']} are hidden "
            f"to protect them; of the hidden ones {verdict}. {seconds} s."
        )
        self._tell(options, data, "\n".join([*findings.notes, text]))
        return done.safe

    def _tell(self, options: dict[str, Any], data: object, text: str) -> None:
        self.stdout.write(json.dumps(data, ensure_ascii=False) if options["json"] else text)


def _rules(path: Path | None) -> Any:
    from ombuds.statistics.disclosure import BadRules
    from ombuds.statistics.disclosure.rules import from_toml

    if path is None:
        return None
    try:
        return from_toml(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise BadRules(f"{path.name} is not a text in UTF-8.") from None


def _watch(items: Sequence[int]) -> Any:
    return track(items, total=len(items), label="figures")


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as problem:
        _fail(f"{path} cannot be written: {problem.strerror}.")


def _fail(sentence: str) -> NoReturn:
    print(f"ombuds statistics: {sentence}", file=sys.stderr)
    sys.exit(2)
