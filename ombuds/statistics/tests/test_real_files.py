"""The report's totals of real complaint files are a plain count of the file (the files lie beside the project)."""

import csv
import json
from contextlib import suppress
from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from ombuds.office.models import Office
from ombuds.statistics import services

FOLDER: Path = settings.BASE_DIR.parent / "shared" / "data" / "complaints"
MAPPINGS: Path = settings.BASE_DIR / "docs" / "examples" / "mappings"
FILES = [
    ("nyc311_rodent_complaints_half.csv", "nyc311.toml", "Created Date", "%m/%d/%Y %I:%M:%S %p"),
    ("cfpb_complaints_sample_half.csv", "cfpb_complaints.toml", "Date received", ""),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "mapping", "column", "form"), FILES)
def test_the_totals_of_each_year_are_the_plain_count(
    office: Office, tmp_path: Path, name: str, mapping: str, column: str, form: str
) -> None:
    file = FOLDER / name
    if not file.exists():
        pytest.skip(f"{name} is not beside the project")
    output, refused = StringIO(), tmp_path / "refused.csv"
    arguments = ["--mapping", str(MAPPINGS / mapping), "--refused", str(refused), "--json"]
    with suppress(SystemExit):  # the command ends with 1 when it refused rows
        call_command("import", "submissions", str(file), *arguments, stdout=output)
    report = json.loads(output.getvalue())
    left_out = _rows(refused) if refused.exists() else []
    assert len(left_out) == report["refused"]

    expected: dict[int, int] = {}
    for row in _rows(file):
        year = _year(row[column], form)
        expected[year] = expected.get(year, 0) + 1
    for row in left_out:
        expected[_year(row[column], form)] -= 1
    assert sum(expected.values()) == report["taken"]
    for year, number in expected.items():
        assert services.received(office, year) == number
        assert services.table("received_by_month", office, year).total(str(year)) == number
        assert services.table("received_by_channel", office, year).total(str(year)) == number
        assert services.broken_balances(office, year) == []


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _year(text: str, form: str) -> int:
    return (datetime.strptime(text, form) if form else datetime.fromisoformat(text)).year  # noqa: DTZ007  # only its year counts
