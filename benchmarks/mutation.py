"""Every check of the vault, broken on purpose: a mutation tool (mutmut) changes `ombuds/integrity/vault` in hundreds of ways, one at a
time, and the tests of the vault have to notice each. What they cannot notice stands in mutation.toml with the reason; anything
else that survives makes this fail.

    pip install mutmut
    ./run bench mutation [--only sealing …] [--json FILE]

Works on a copy in a temporary folder: no Django, no database, only the vault and its tests.
"""

import argparse
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAULT, TESTS = Path("ombuds/integrity/vault"), Path("ombuds/integrity/tests/vault")
EXCUSED = Path(__file__).with_name("mutation.toml")
SETTINGS = """
[tool.mutmut]
source_paths = ["{vault}"]
also_copy = ["ombuds"]
pytest_add_cli_args = ["-q", "-p", "no:django", "-p", "no:cacheprovider", "-p", "no:randomly"]
pytest_add_cli_args_test_selection = ["{tests}"]
only_mutate = {only}

[tool.pytest.ini_options]
testpaths = ["{tests}"]
"""
ALIVE = ("survived", "no tests", "suspicious", "not checked")


def prepared(folder: Path, only: list[str]) -> None:
    """The vault and its tests alone, as packages."""
    for part in (VAULT, TESTS):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for package in ("ombuds", "ombuds/integrity", "ombuds/integrity/tests"):
        (folder / package / "__init__.py").write_text("")
    patterns = [f"{VAULT}/{name}.py" for name in only] or [f"{VAULT}/*.py"]
    text = SETTINGS.format(vault="ombuds", tests=TESTS, only=json.dumps(patterns))
    (folder / "pyproject.toml").write_text(text)


def mutmut(folder: Path, *words: str) -> str:
    """What it prints; its progress is not shown."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "HYPOTHESIS_STORAGE_DIRECTORY": str(folder / "h")}
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", *words],
        cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    return done.stdout


def results(folder: Path) -> dict[str, str]:
    """Name of the mutant → what became of it."""
    found = re.findall(r"^\s*(\S+__mutmut_\d+): (.+)$", mutmut(folder, "results", "--all", "true"), re.M)
    return dict(found)


def change(folder: Path, name: str) -> list[str]:
    """The lines that a mutant takes away and puts in."""
    lines = mutmut(folder, "show", name).splitlines()
    return [line for line in lines if re.match(r"[-+](?![-+])", line)]


def excused() -> dict[tuple[str, str], str]:
    """(function, the line that is put in) → why nobody can notice it."""
    rows = tomllib.loads(EXCUSED.read_text(encoding="utf-8"))["mutant"]
    return {(row["function"], row["line"]): row["why"] for row in rows}


def function_of(name: str) -> str:
    """`ombuds.integrity.vault.keys.x_wrap__mutmut_3` → `keys.wrap`."""
    module, _dot, rest = name.removeprefix("ombuds.integrity.vault.").partition(".")
    plain = re.sub(r"__mutmut_\d+$", "", rest)
    plain = re.sub(r"^xǁ(\w+)ǁ(\w+)$", r"\1.\2", plain)
    return f"{module}.{plain.removeprefix('x_')}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", default=[], help="modules of the vault, without .py")
    parser.add_argument("--keep", type=Path, help="work in this folder, and go on where it stopped")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    if importlib.util.find_spec("mutmut") is None:
        print("mutmut is not installed: pip install mutmut")
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        if not (folder / "pyproject.toml").exists():
            folder.mkdir(parents=True, exist_ok=True)
            prepared(folder, options.only)
        said = mutmut(folder, "run")
        told = report(folder)
    if not told["mutants"]:
        print(said[-3000:])
        return 1
    for name, value in told.items():
        print(f"{name}: {json.dumps(value, indent=1, ensure_ascii=False)}")
    if options.json:
        options.json.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n")
    return 1 if told["unexcused"] else 0


def report(folder: Path) -> dict[str, object]:
    """Counts, and whatever survived without a reason that is written down."""
    became = results(folder)
    known = excused()
    unexcused, reasons = [], Counter[str]()
    for name, state in sorted(became.items()):
        if state not in ALIVE:
            continue
        lines = change(folder, name)
        new = " ".join(line[1:].strip() for line in lines if line.startswith("+"))
        why = known.get((function_of(name), new))
        if why:
            reasons[why] += 1
        else:
            unexcused.append({"function": function_of(name), "state": state, "lines": lines})
    return {
        "mutants": len(became),
        "noticed": sum(state not in ALIVE for state in became.values()),
        "states": dict(Counter(became.values())),
        "survived, and why nobody can notice": dict(reasons),
        "unexcused": unexcused,
    }


if __name__ == "__main__":
    sys.exit(main())
