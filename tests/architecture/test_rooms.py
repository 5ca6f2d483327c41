"""Every room says what it is, is entered by its doors only, and stays small."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "ombuds"
ROOMS = sorted(folder.name for folder in PACKAGE.iterdir() if (folder / "__init__.py").exists())
# What another room may import of a room. `lib` is all door.
DOORS = {"models", "services", "workflow", "terms", "access", "permissions", "loading", "matching", "engine",
         "disclosure", "balances", "clockwork", "search", "guards", "files", "gate", "tables"}  # fmt: skip
# Further modules that a room offers, mostly pure: values in, values out.
OFFERED = {
    "annualreport": {"committees", "html", "making", "shelf"},  # released editions, for the public site
    "authorities": {"reading"},
    "deidentification": {"fields", "intruder", "pictures"},
    "publications": {"authoring", "casebase"},
    "cases": {"forms", "publicity"},  # fields that all forms about a case share
    "integrity": {"door"},  # for the handover room, and for nobody else: see the contracts in pyproject
    "portal": {"filekey"},  # who has opened which file: for the handover room's page
    "correspondence": {"entrance", "links", "withheld"},
    "office": {"correcting", "letters", "counting"},
    "recommendations": {"effect", "effect_words"},
    "statistics": {"asking", "charting", "counters", "labels", "mapping", "masking", "periods", "display", "proving",
                   "releasing", "snapshots", "telling"},
}  # fmt: skip
# Pages of the two front doors are put together from the rooms below; config puts all rooms together.
FRONT = {"config", "demo"}
SOURCES = [
    path
    for path in sorted(PACKAGE.rglob("*.py"))
    if "migrations" not in path.parts and "__pycache__" not in path.parts
]


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                yield f"{node.module}.{name.name}"
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


@pytest.mark.parametrize("room", ROOMS)
def test_the_room_says_what_it_is_for(room: str) -> None:
    docstring = ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_text()))
    assert docstring, f"ombuds/{room}/__init__.py: purpose, doors, next room"


def test_rooms_are_entered_by_their_doors() -> None:
    wrong = []
    for path in SOURCES:
        room = path.relative_to(PACKAGE).parts[0]
        if room in FRONT or "tests" in path.parts:
            continue
        for name in _imports(path):
            parts = name.split(".")
            if parts[0] != "ombuds" or len(parts) < 3 or parts[1] in (room, "lib"):
                continue
            if parts[2] not in DOORS | OFFERED.get(parts[1], set()):
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_no_file_is_too_long() -> None:
    long = [f"{path.relative_to(ROOT)}" for path in SOURCES if len(path.read_text().splitlines()) > 600]
    assert not long


def test_no_function_is_too_long() -> None:
    long = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno > 80:
                long.append(f"{path.relative_to(ROOT)}:{node.name}")
    assert not long


def test_the_state_of_a_case_is_changed_in_one_place() -> None:
    """`update(state=…)` on cases bypasses guards, clocks and record: only moving.py may."""
    pattern = re.compile(r"Case\.objects[^\n]*\.update\([^)]*state=")
    allowed = {PACKAGE / "cases" / "services" / "moving.py"}
    wrong = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        if path not in allowed
        and "tests" not in path.parts
        and "demo" not in path.parts
        and pattern.search(path.read_text())
    ]
    assert not wrong


def test_no_drawers_for_everything() -> None:
    drawers = {"utils", "helpers", "common", "misc", "managers", "signals"}
    assert not [str(path) for path in SOURCES if path.stem in drawers]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs"])
def test_the_papers_name_no_file_that_is_gone(name: str) -> None:
    start = ROOT / name
    papers = start.rglob("*.md") if start.is_dir() else [start]
    gone = []
    for paper in papers:
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", paper.read_text()):
            if not (paper.parent / target).exists():
                gone.append(f"{paper.relative_to(ROOT)} → {target}")
    assert not gone, "\n".join(gone)


def test_no_path_of_a_machine_and_no_registry_is_committed() -> None:
    """Only the files that installing writes: a host there would tie everybody to one registry."""
    for name in ("requirements.txt", "requirements-dev.txt", "package-lock.json"):
        text = (ROOT / name).read_text()
        assert not re.search(r"https?://[^ \"]*(simple/|/packages/|registry)", text), name
