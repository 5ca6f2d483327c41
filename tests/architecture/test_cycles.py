"""No module needs itself to be loaded: whichever is asked for first, all can be.

Django looks through template tags and commands in the order the disk gives them, so a circle that loads on one
machine stops the next. A package's `__init__` counts as a need of whoever comes from outside that package.
"""

import ast
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).resolve().parent.parent.parent

HOUSE = "ombuds"


def _modules() -> dict[str, ast.Module]:
    found = {}
    for path in sorted((ROOT / HOUSE).rglob("*.py")):
        if not {"migrations", "tests"} & set(path.parts):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def _packages(name: str) -> set[str]:
    parts = name.split(".")
    return {".".join(parts[:depth]) for depth in range(1, len(parts) + 1)}


def _at_loading(body: Iterable[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    """Imports that run when the module is loaded: not those within functions, nor those for types alone."""
    for statement in body:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            yield statement
        elif isinstance(statement, ast.If):
            if "TYPE_CHECKING" not in ast.unparse(statement.test):
                yield from _at_loading(statement.body)
            yield from _at_loading(statement.orelse)
        elif isinstance(statement, ast.Try | ast.ClassDef):
            yield from _at_loading(statement.body)


def _named(statement: ast.Import | ast.ImportFrom, known: Iterable[str]) -> list[str]:
    if isinstance(statement, ast.Import):
        return [alias.name for alias in statement.names]
    whole = [f"{statement.module}.{alias.name}" for alias in statement.names]
    return [name if name in known else str(statement.module) for name in whole]


def _needs(modules: dict[str, ast.Module]) -> dict[str, set[str]]:
    return {
        name: {
            needed
            for statement in _at_loading(tree.body)
            for target in _named(statement, modules)
            for needed in _packages(target) - _packages(name)
            if needed in modules
        }
        for name, tree in modules.items()
    }


def test_no_module_needs_itself() -> None:
    TopologicalSorter(_needs(_modules())).prepare()


def test_a_circle_through_a_package_is_seen() -> None:
    sources = {
        "ombuds": "",
        "ombuds.verbs": "from ombuds.verbs.freezing import freeze",
        "ombuds.verbs.freezing": "from ombuds.reading import read",
        "ombuds.verbs.writing": "",
        "ombuds.reading": "from ombuds.verbs.writing import write",
    }
    with pytest.raises(CycleError):
        TopologicalSorter(_needs({name: ast.parse(source) for name, source in sources.items()})).prepare()
