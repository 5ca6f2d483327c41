"""Every address × every role: the answer stands in table.txt. An address that is missing there fails the test.

`UPDATE_ACCESS_TABLE=1 ./run test tests/access` writes the table anew; read the difference before you commit it.
"""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.access.conftest import ROLES, World

pytestmark = pytest.mark.django_db(databases=["default", "integrity"])
TABLE = Path(__file__).with_name("table.txt")
HEAD = "# Who gets which answer. 404: as if it did not exist; 403: visible, but not this act; login: log in first.\n"
DOORS = ("staff", "service")  # first part of the path; everything else is public
CASEWORK = ("admissibility", "cases", "correspondence", "desk")
WITHOUT_A_CASE = {
    "cases:audit", "cases:destroy", "cases:retention", "cases:take_over_dates", "desk:home", "desk:search",
    "desk:worklist",
}  # fmt: skip


def _word(answer: Any) -> str:
    to_login = answer.status_code == 302 and "/staff/login/" in answer["Location"]
    return "login" if to_login else str(answer.status_code)


def _observed(world: World) -> dict[str, str]:
    """Address → method and answers in the order of ROLES."""
    found = {}
    for name, path in world.paths.items():
        # A page that takes no GET is tried with an empty POST: who may not, is told so all the same.
        method = "post" if _word(world.ask("ombudsman", lambda b: b.get(path))) == "405" else "get"  # noqa: B023  # asked at once
        answers = [_word(world.ask(role, lambda b: getattr(b, method)(path))) for role in ROLES]  # noqa: B023
        door = path.split("/")[1]
        found[name] = f"{door if door in DOORS else 'public':<7} {method:<4} " + " ".join(
            f"{answer:>5}" for answer in answers
        )
    return found


def _written() -> dict[str, list[str]]:
    rows = [line.split() for line in TABLE.read_text().splitlines() if line and not line.startswith("#")]
    return {row[0]: row[1:] for row in rows}


def test_every_address_answers_every_role_as_the_table_says(world: World) -> None:
    found = _observed(world)
    if os.environ.get("UPDATE_ACCESS_TABLE"):
        width = max(map(len, found))
        names = f"# {'address':<{width - 2}} door    with {' '.join(f'{role[:5]:>5}' for role in ROLES)}\n"
        lines = "".join(f"{name:<{width}} {line}\n" for name, line in sorted(found.items()))
        TABLE.write_text(HEAD + names + lines)
    written = _written()
    assert sorted(written) == sorted(found), (
        "addresses without a line in table.txt, or lines without an address"
    )
    wrong = [
        f"{n}\n  table: {' '.join(written[n])}\n  now:   {line}"
        for n, line in found.items()
        if line.split() != written[n]
    ]
    assert not wrong, "\n".join(wrong)


def test_nobody_outside_gets_into_the_staff_area() -> None:
    """Whatever the table says: a visitor, a complainant and a service are sent to the log-in."""
    for name, answers in _written().items():
        if answers[0] == "staff":
            assert answers[2:5] == ["login"] * 3, name


def test_the_administrator_the_editor_and_the_integrity_officer_get_no_case() -> None:
    for name, answers in _written().items():
        if answers[0] == "staff" and name.split(":")[0] in CASEWORK and name not in WITHOUT_A_CASE:
            by_role = dict(zip(ROLES, answers[2:], strict=True))
            for role in ("editor", "integrity", "records", "administrator"):
                assert by_role[role] in ("403", "404"), (name, role)


def test_no_address_crashes_for_anyone() -> None:
    assert not [
        name for name, answers in _written().items() if any(answer.startswith("5") for answer in answers[2:])
    ]
