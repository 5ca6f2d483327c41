"""A whole yearly report over very many cases on PostgreSQL: seconds of the processor, and the memory.

    ./run bench figures    or    python benchmarks/figures.py [--cases 200000] [--json FILE]

Invents rows in the database (cases, grievances, norms breached, refusals), six years of them. Then `ombuds report build`: every
table, protected for the public, as pages, PDF, EPUB, Word and data in each required language; the data set is frozen, and the
report built again from it must have the same bytes. The aim for 1,000,000 cases: 3 minutes and 2 GB; for 3,000: 30 s. With
fewer than a million the last line says what a million would take if all of it grew with the number of cases: too much.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOUSE))

YEAR, YEARS = 2025, 6
MILLION, SECONDS, GIGABYTES = 1_000_000, 180, 2  # the aim; 30 s for 3,000 cases
CHANNELS = ("web", "mail", "letter", "phone", "visit")
BODIES = 120


def main() -> int:
    """Start a server of our own, measure in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--cases", type=int, default=200_000)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        sys.stdout.write(json.dumps(measure(options.cases)))
        return 0
    from tests.suite.machine import postgresql_programs
    from tests.suite.postgres import cluster

    if postgresql_programs() is None:
        say("PostgreSQL is not installed here: nothing is measured.")
        return 0
    with cluster() as address:
        found = in_own_process(address, options.cases)
    if options.json:
        options.json.write_text(json.dumps(found, indent=1))
    for name, value in found.items():
        sys.stdout.write(f"{name}: {value}\n")
    return 0 if found["within the aim"] else 1


def in_own_process(address: str, cases: int) -> dict[str, Any]:
    """Settings name one database; the memory measured is that of the report's process alone."""
    with tempfile.TemporaryDirectory(prefix="ombuds-bench-var-") as var:
        environment = {
            **os.environ, "OMBUDS_DATABASE": address, "OMBUDS_VAR": var, "OMBUDS_DEMO": "true",
            "DJANGO_SETTINGS_MODULE": "ombuds.config.settings",
        }  # fmt: skip
        command = [sys.executable, __file__, "--inside", "--cases", str(cases)]
        done = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, text=True, cwd=HOUSE, check=False
        )
    if done.returncode:
        raise SystemExit("The measurement failed; its words stand above.")
    found: dict[str, Any] = json.loads(done.stdout[done.stdout.index("{") :])
    return found


def measure(cases: int) -> dict[str, Any]:
    """Invent, draw, protect, freeze."""
    import django

    django.setup()
    from django.core.management import call_command

    with open(os.devnull, "w") as silence:
        call_command("migrate", verbosity=0, stdout=silence)
    office = an_office()
    took: dict[str, float] = {}
    timed(took, "inventing rows", lambda: invent(office, cases))
    from ombuds.statistics import services, snapshots

    codes = services.known_tables(office)
    with tempfile.TemporaryDirectory(prefix="ombuds-bench-report-") as folder:
        first, second = Path(folder) / "first", Path(folder) / "second"
        timed(took, "the report, both languages, all formats", lambda: build(first))
        peak = most_memory()
        timed(took, "exact tables alone", lambda: services.tables(office, YEAR))
        timed(took, "public tables alone", lambda: services.public_tables(office, YEAR, codes))
        row = timed(took, "freezing", lambda: snapshots.take(office=office, year=YEAR, actor=None))
        timed(took, "the report from the frozen data set", lambda: build(second))
        same, files = contents(first) == contents(second), len(contents(first))
    report = took["the report, both languages, all formats"]
    limit = 30 if cases <= 3000 else SECONDS
    return {
        "cases": cases,
        "tables": len(codes),
        "rows frozen": row.cases,
        "bytes frozen": len(row.rows),
        **{f"seconds, {name}": round(seconds, 1) for name, seconds in took.items()},
        "files": files,
        "the same bytes from the frozen data set": same,
        "gigabytes at most": round(peak, 2),
        "estimate for a million, seconds": round(report * max(1.0, MILLION / cases), 1),
        "within the aim": same and report <= limit and peak <= GIGABYTES,
    }


def build(folder: Path) -> None:
    """As its user would."""
    from django.core.management import call_command

    with open(os.devnull, "w") as silence:
        call_command("report", "build", "--year", str(YEAR), "--out", str(folder), stdout=silence)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file by its name."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def most_memory() -> float:
    """Gigabytes that this process, or one that it started, held at most."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(one).ru_maxrss for one in whose) / 1024**2


def timed(took: dict[str, float], name: str, act: Callable[[], Any]) -> Any:
    """Do it, and note the seconds."""
    start, busy = time.perf_counter(), processor()
    found = act()
    took[name] = processor() - busy
    say(f"{name}: {time.perf_counter() - start:.1f} s, {took[name]:.1f} s of the processor")
    return found


def processor() -> float:
    """Seconds that this process, those it started and its half of the database server have worked: a busy neighbour does not count."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        server = int(cursor.fetchone()[0])
    fields = Path(f"/proc/{server}/stat").read_text().rpartition(")")[2].split()
    started = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (
        time.process_time()
        + started.ru_utime
        + started.ru_stime
        + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    )


def an_office() -> Any:
    """A profile of the house, and services to complain about."""
    from ombuds.authorities.models import Body
    from ombuds.office.loading import load
    from ombuds.office.models import Office

    load("brussels", activate=True)
    have = Body.objects.count()
    Body.objects.bulk_create(
        Body(code=f"bench{n}", names={"nl": f"Dienst {n}", "fr": f"Service {n}", "en": f"Service {n}"}, kind="agency",
             level=("region", "local", "federal")[n % 3], policy_domain="mobility")
        for n in range(max(0, BODIES - have))
    )  # fmt: skip
    return Office.objects.get(code="brussels")


def invent(office: Any, cases: int) -> None:
    """Rows by SQL: what a report counts, and nothing else."""
    from django.db import connection

    from ombuds.admissibility.models import AdmissibilityDecision, GroundUse
    from ombuds.authorities.models import Body
    from ombuds.cases.models import Case, Grievance
    from ombuds.investigations.models import Finding
    from ombuds.office.models import Ground, Norm

    themes = list(office.terms.filter(vocabulary="theme").values_list("code", flat=True)) or ["other"]
    bodies = list(Body.objects.order_by("pk").values_list("pk", flat=True)[:BODIES])
    norms = list(Norm.objects.filter(office=office).values_list("pk", flat=True)[:15])
    grounds = list(Ground.objects.filter(office=office).values_list("pk", flat=True)[:10])
    received = f"timestamptz '{YEAR - YEARS + 1}-01-02 10:00+01' + (n * 7919 % {365 * YEARS - 40}) * interval '1 day'"
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(
            "SET max_parallel_workers_per_gather = 0"
        )  # so that the server's work is that of one process
        fill(cursor, Case, cases, {
            "id": "n", "key": "gen_random_uuid()", "office_id": str(office.pk), "reference": "'B.' || n", "kind": f"{one_of(('complaint',) * 5 + ('information_request',))}",
            "first_kind": "'complaint'", "state": "CASE WHEN n % 11 = 0 THEN 'open' ELSE 'closed' END", "channel": one_of(CHANNELS, 13), "language": one_of(("nl", "fr", "fr", "fr", "en"), 17),
            "theme": one_of(themes, 19), "received_at": received, "closed_at": f"CASE WHEN n % 11 = 0 THEN NULL ELSE {received} + (n % 170) * interval '1 day' END",
            "assessment": one_of(("founded", "partly", "unfounded", "", "unfounded"), 23), "result": one_of(("solved", "reconciled", "partly", "unsolved", ""), 29), "subject": "'x'",
        })  # fmt: skip
        fill(cursor, Grievance, cases * 6 // 5, {
            "id": "n", "case_id": f"CASE WHEN n > {cases} THEN (n - {cases}) * 5 ELSE n END", "body_id": pick(bodies, 31), "summary": "'x'", "theme": one_of(themes, 19), "is_main": "true",
        })  # fmt: skip
        fill(cursor, Finding, cases // 3, {"id": "n", "grievance_id": "n * 3", "norm_id": pick(norms, 7), "verdict": "'breached'", "reasoning": "'x'"})  # fmt: skip
        fill(cursor, AdmissibilityDecision, cases // 4, {"id": "n", "case_id": "n * 4", "verdict": "'refused'", "status": "'final'"})  # fmt: skip
        fill(cursor, GroundUse, cases // 4, {"id": "n", "admissibility_id": "n", "ground_id": pick(grounds, 5), "verdict": "'used'"})  # fmt: skip
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("ANALYZE")


def one_of(values: Any, step: int = 1) -> str:
    """SQL for one of these words, by chance that is the same each time."""
    words = ", ".join(f"'{value}'" for value in values)
    return f"(ARRAY[{words}])[1 + (n * {step} / 3 % {len(values)})::int]"


def pick(numbers: Any, step: int) -> str:
    """SQL for one of these numbers, a few far more often than the others."""
    return f"(ARRAY[{', '.join(map(str, numbers))}])[1 + ((n * {step} % 97) * (n * {step} % 89) / 72 % {len(numbers)})::int]"


def fill(cursor: Any, model: Any, count: int, given: dict[str, str]) -> None:
    """INSERT … SELECT from a series; columns that are not given take what the model says, or nothing."""
    columns, values = [], []
    for field in model._meta.concrete_fields:
        if field.column in given:
            value = given[field.column]
        elif field.null:
            continue
        else:
            value = plain(field)
        columns.append(f'"{field.column}"')
        values.append(value)
    cursor.execute(
        f"INSERT INTO {model._meta.db_table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM generate_series(1::bigint, {count}::bigint) n"  # noqa: S608  # names of our own tables
    )


def plain(field: Any) -> str:
    """SQL for the value of a column that does not matter here."""
    kind = field.get_internal_type()
    default = field.get_default() if field.has_default() else None
    if field.is_relation:
        return "1"  # nobody looks: keys are not checked while rows are invented
    if kind == "BooleanField":
        return "true" if default else "false"
    if kind in ("DateTimeField", "DateField"):
        return "now()"
    if kind == "JSONField":
        return f"'{json.dumps(default if default is not None else {})}'"
    if "Integer" in kind:
        return str(default or 0)
    return f"'{default or ''}'"


def say(what: str) -> None:
    """Tell how far we are."""
    sys.stderr.write(f"{what}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
