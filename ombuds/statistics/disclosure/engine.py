"""The tau-ARGUS engine (`pytauargus`): the cheapest pattern that protects every unsafe figure, for any system of sums.

The engine reads a file that names each figure and each sum, so hierarchies and linked tables are one problem. It runs
in a process of its own: native code that fails or runs too long must not take a server with it.
"""

import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from ombuds.statistics.disclosure.primary import Unsafe
from ombuds.statistics.disclosure.rules import Rules
from ombuds.statistics.disclosure.system import System

WORKER = Path(__file__).with_name("engine_worker.py")
PATIENCE = 1.5
HEAVIEST = 1_000_000_000  # costs are whole numbers for the engine


def cheapest(
    system: System,
    unsafe: Mapping[int, Unsafe],
    costs: Sequence[float],
    fixed: set[int],
    rules: Rules,
    *,
    near: bool = False,
) -> tuple[set[int], bool] | None:
    """Return the figures to hide besides the unsafe ones, and whether nothing is cheaper: where time ran out it is the
    best that was found. None when the engine has no answer. `fixed` figures stay visible. `near`: as if readers knew that
    no figure is above the largest, which is asked faster, and can cost more.
    """
    with tempfile.TemporaryDirectory() as folder:
        problem, answer = Path(folder) / "problem.jj", Path(folder) / "answer.txt"
        problem.write_text(_problem(system, unsafe, costs, fixed, near=near), encoding="ascii")
        minutes = str(max(1, int(rules.seconds // 60)))
        proven = _run([str(problem), str(answer), "suppress", minutes], rules.seconds, problem.parent)
        if not answer.exists():
            return None
        lines = answer.read_text(encoding="ascii", errors="replace").splitlines()
    hidden = {int(line.split()[0]) for line in lines if line.strip()}
    return (hidden - set(unsafe), proven) if hidden else None


def _run(arguments: list[str], seconds: float, folder: Path) -> bool:
    """The engine leaves logs wherever it runs: it runs in a folder that goes away, since they hold the figures."""
    try:
        done = subprocess.run(
            [sys.executable, str(WORKER), *arguments],
            capture_output=True,
            # Its own clock stops at whole minutes, and a busy machine runs slower than that clock.
            timeout=PATIENCE * seconds if seconds >= 60 else seconds + 5,
            check=False,
            cwd=folder,
        )
    except (subprocess.TimeoutExpired, OSError):
        return False
    return done.returncode == 0


def _problem(
    system: System,
    unsafe: Mapping[int, Unsafe],
    costs: Sequence[float],
    fixed: set[int],
    *,
    near: bool = False,
) -> str:
    """Return the file: number, value, cost, status (u unsafe, s may be hidden, z fixed), limits, protection; then the sums."""
    # Readers know no upper limit; one far above every figure leaves a hidden total room to be more than it is.
    most = max((system.value(i) for i in range(len(system.cells))), default=0.0)
    highest = 2 * most + 100 * max((each.above for each in unsafe.values()), default=1.0)
    if near:
        highest = max([most, *(system.value(i) + each.above for i, each in unsafe.items())])
    lines = ["0", str(len(system.cells))]
    for i in range(len(system.cells)):
        each = unsafe.get(i)
        status = "u" if each else "z" if i in fixed else "s"
        cost = min(HEAVIEST, max(1, round(costs[i])))
        below, above = (each.below, each.above) if each else (0.0, 0.0)
        low = system.least[i]
        lines.append(
            f"{i} {system.value(i):.12g} {cost} {status} {low:g} {highest:.12g} {below:.6f} {above:.6f} 0"
        )
    lines.append(str(len(system.sums)))
    for whole, parts in system.sums:
        terms = " ".join(f"{part} (1)" for part in parts)
        lines.append(f"0 {len(parts) + 1} : {whole} (-1) {terms}")
    return "\n".join(lines) + "\n"
