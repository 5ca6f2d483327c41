"""The figures as plain tables and as data."""

from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.judging.aims import Verdict
from benchmarks.judging.scoring import DIRECT, OTHER, QUASI, Score

COLUMNS = (
    ("recall", "all"), ("direct", "direct"), ("known", "known"), ("quasi", "quasi"), ("other", "other"), ("precision", "prec"),
    ("hard_precision", "hard"), ("leak", "leak%"), ("keep_touched", "keep%"), ("gap", "gap"), ("letters_recall", "letters"),
)  # fmt: skip


def shown(value: float | None, digits: int = 2) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def table(rows: Sequence[tuple[str, Score, float, float | None]]) -> str:
    """One line a tool: name, score, characters a CPU second, times presidio."""
    head = f"{'':26}" + "".join(f"{name:>8}" for _, name in COLUMNS) + f"{'chars/s':>10}{'x presidio':>11}\n"
    lines = [
        f"{name:26}"
        + "".join(f"{shown(getattr(score, key)):>8}" for key, _ in COLUMNS)
        + f"{speed:>10,.0f}{shown(times, 1):>11}\n"
        for name, score, speed, times in rows
    ]
    return head + "".join(lines)


def by_kind(scores: dict[str, Score]) -> str:
    names = list(scores)
    out = f"{'recall by kind':24}" + "".join(f"{name[:15]:>16}" for name in names) + "\n"
    for kind in [*sorted(DIRECT), *sorted(QUASI), *sorted(OTHER)]:
        if any(score.gold[kind] for score in scores.values()):
            count = max(score.gold[kind] for score in scores.values())
            out += (
                f"  {kind:16}{count:>6}"
                + "".join(f"{shown(score.share([kind])):>16}" for score in scores.values())
                + "\n"
            )
    return out


def by_group(title: str, prefix: str, scores: dict[str, Score]) -> str:
    names = list(scores)
    out = f"{title:24}" + "".join(f"{name[:15]:>16}" for name in names) + "\n"
    for group in sorted({group for score in scores.values() for group in score.by(prefix)}):
        found = {name: score.by(prefix).get(group) for name, score in scores.items()}
        count = max((pair[1] for pair in found.values() if pair), default=0)
        out += (
            f"  {group:16}{count:>6}"
            + "".join(f"{shown(pair[0] if pair else None):>16}" for pair in found.values())
            + "\n"
        )
    return out


def judged(verdicts: Iterable[Verdict]) -> str:
    out = f"{'verdict':8}{'measure':18}{'case file':>10}{'figure':>10}{'must':>8}{'aim':>8}\n"
    for one in verdicts:
        out += f"  {one.language:6}{one.measure:18}{'with' if one.case else 'without':>10}{one.figure:>10.2f}{one.must:>8g}{one.aim:>8g}  {one.word}\n"
    return out


def as_data(score: Score, speed: float) -> dict[str, Any]:
    found: dict[str, Any] = {key: getattr(score, key) for key, _ in COLUMNS}
    found |= {
        "documents": score.documents,
        "spans": sum(score.gold[kind] for kind in DIRECT | QUASI | OTHER),
        "chars_per_cpu_second": round(speed),
    }
    found["kind_right"] = score.kind_right
    found["kinds"] = {kind: score.share([kind]) for kind in sorted(DIRECT | QUASI | OTHER)}
    for prefix in ("origin", "style", "form", "whole"):
        found[prefix] = {
            name: {"recall": recall, "spans": count} for name, (recall, count) in score.by(prefix).items()
        }
    return found
