"""The figures of a run as Markdown, for docs/deidentification.md.

python -m benchmarks.judging.paper figures.json > tables.md
"""

import json
import sys
from pathlib import Path
from typing import Any

FIGURES = (
    ("recall", "all"), ("direct", "direct"), ("known", "known"), ("quasi", "quasi"), ("other", "other"), ("precision", "precision"),
    ("leak", "leaking"), ("keep_touched", "kept touched"), ("gap", "origin gap"),
)  # fmt: skip


def cell(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}" if value < 99.5 or value == 100 else f"{value:.2f}"


def line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"


def tools_table(found: dict[str, Any]) -> str:
    """A row for every tool and language: styles A to H, then Z for ours."""
    out = line(["language", "tool", *(title for _, title in FIGURES), "characters/s", "× presidio"])
    out += line(["---"] * (len(FIGURES) + 4))
    for language, tools in found["languages"].items():
        presidio = (tools.get("presidio") or {}).get("chars_per_cpu_second")
        rows = [(name, data) for name, data in tools.items() if name not in ("blind", "own")]
        for key, title in (("blind", "style Z"), ("own", "unseen style X")):
            rows += [
                (f"{name}, {title}", data)
                for name, data in (tools.get(key) or {}).items()
                if name.startswith("ombuds")
            ]
        for name, data in rows:
            speed = data["chars_per_cpu_second"]
            times = f"{speed / presidio:.1f}" if presidio and "style" not in name else "–"
            out += line([language, name, *(cell(data[key]) for key, _ in FIGURES), f"{speed:,}", times])
    return out


def kinds_table(found: dict[str, Any]) -> str:
    """Recall by kind, ours, without / with the case file."""
    languages = list(found["languages"])
    kinds = found["languages"][languages[0]]["ombuds"]["kinds"]
    out = line(["kind", *languages]) + line(["---"] * (len(languages) + 1))
    for kind in kinds:
        cells = []
        for language in languages:
            tools = found["languages"][language]
            cells.append(
                f"{cell(tools['ombuds']['kinds'][kind])} / {cell(tools['ombuds + case file']['kinds'][kind])}"
            )
        out += line([kind.replace("_", " "), *cells])
    return out


def groups_table(found: dict[str, Any], group: str) -> str:
    """Recall of all languages together by style or by origin of names: ours without and with the case file, and number of spans."""
    titles = ["ombuds", "ombuds + case file"]
    out = line(
        [{"whole": "style"}.get(group, group), "documents" if group == "whole" else "spans", *titles]
    ) + line(["---"] * 4)
    names = sorted({name for tools in found["languages"].values() for name in tools["ombuds"][group]})
    for name in names:
        cells = []
        for title in titles:
            parts = [
                tools[title][group][name]
                for tools in found["languages"].values()
                if name in tools[title][group]
            ]
            count = sum(part["spans"] for part in parts)
            cells.append(cell(sum(part["recall"] * part["spans"] for part in parts) / count))
        out += line([name.replace("_", " "), str(count), *cells])
    return out


def news_table(found: dict[str, Any]) -> str:
    tools = sorted({tool for run in found["news"].values() for tool in run})
    out = line(["texts", *tools]) + line(["---"] * (len(tools) + 1))
    for name, run in found["news"].items():
        pairs = [
            f"{cell(run[tool]['person'])} ({cell(run[tool]['person_precision'])})" if tool in run else "–"
            for tool in tools
        ]
        out += line([name, *pairs])
    return out


def main() -> int:
    found = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    for title, table in (
        ("All tools", tools_table(found)), ("By kind: without / with the case file", kinds_table(found)),
        ("By style", groups_table(found, "style")), ("Persons by origin of the name", groups_table(found, "origin")),
        ("Persons in news and government prose: covered (precision)", news_table(found)),
    ):  # fmt: skip
        print(f"### {title}\n\n{table}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
