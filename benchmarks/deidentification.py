"""How much the de-identification engine finds, damages and leaks, beside every tool that can be had.

    ./run bench deidentification [--per-style N] [--lang nl,fr] [--styles ABC] [--peers presidio,deduce | --peers all]
        [--peers-python PATH] [--corpus FILE …] [--misses FILE] [--json FILE] [--seed N]
        [--blind N] [--own N]

Invented Belgian letters, forms, mails, decisions, messages, stories, minutes and scans (benchmarks/letters) go through our engine
with and without the case file, and through the peers, in one run. Ends with code 1 when a « must » of issue 3 is not met.
benchmarks/README.md says how the peers are installed.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOUSE))

from benchmarks.judging import aims, corpora, misses, report, tools  # noqa: E402 - the path first
from benchmarks.judging.scoring import Score, persons_precision  # noqa: E402
from benchmarks.letters import BLIND, LANGUAGES, STYLES, Document, generate  # noqa: E402

CASE = " + case file"
NEWS = HOUSE / "benchmarks" / "letters" / "news"


def main() -> int:
    options = arguments()
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]  # it takes minutes; let it be followed
    found: dict[str, Any] = {
        "machine": machine(),
        "seed": options.seed,
        "per_style": options.per_style,
        "languages": {},
    }
    verdicts: list[aims.Verdict] = []
    wrong: list[tuple[str, str]] = []
    for language in options.lang.split(","):
        found["languages"][language] = one_language(language, options, verdicts, wrong)
    if not options.no_news:
        found["news"] = running_text(options, wrong)
    print(report.judged(verdicts))
    if options.misses:
        lines = [*misses.summary(wrong), "", *(f"{what:24} {line}" for what, line in sorted(wrong))]
        options.misses.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if options.json:
        found["verdicts"] = [vars(one) for one in verdicts]
        options.json.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if any(one.word == "FAILED" for one in verdicts) else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--per-style", type=int, default=50, metavar="N", help="documents of each style and language"
    )
    parser.add_argument("--lang", default=",".join(LANGUAGES))
    parser.add_argument("--styles", default=STYLES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peers", default="", help="names with commas, or all")
    parser.add_argument(
        "--peers-python", default=sys.executable, metavar="PATH", help="the Python that has the peers"
    )
    parser.add_argument(
        "--corpus",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="CoNLL or .jsonl; a name like nl_x.conll tells the language",
    )
    parser.add_argument(
        "--blind",
        type=int,
        default=50,
        metavar="N",
        help="documents of style Z, of another hand; 0 leaves it out",
    )
    parser.add_argument(
        "--own", type=int, default=0, metavar="N", help="documents of style X, from the folder OMBUDS_LETTERS"
    )
    parser.add_argument("--no-news", action="store_true", help="leave out the running texts")
    parser.add_argument("--misses", type=Path, metavar="FILE")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    unknown = set(options.lang.split(",")) - set(LANGUAGES) or set(options.styles) - set(STYLES)
    if unknown:
        parser.error(f"unknown language or style: {', '.join(sorted(unknown))}")
    return options


def peers(options: argparse.Namespace, language: str) -> list[tuple[str, bool]]:
    """(tool, with the case file) of every peer asked for that is made for this language."""
    wanted = (
        list(tools.PEERS) if options.peers == "all" else [name for name in options.peers.split(",") if name]
    )
    chosen = []
    for name in wanted:
        languages, cases = tools.PEERS[name]
        if language in languages.split():
            chosen += [(name, False), (name, True)] if cases else [(name, False)]
    return chosen


def one_language(
    language: str, options: argparse.Namespace, verdicts: list[aims.Verdict], wrong: list[tuple[str, str]]
) -> dict[str, Any]:
    documents = [
        document
        for style in options.styles
        for document in generate(language, options.per_style, options.seed, style)
    ]
    scores, speeds = measured(language, f"styles {options.styles}", documents, options, wrong)
    verdicts += verdicts_of(language, scores)
    if "presidio" in speeds and tools.OURS + CASE in speeds:
        verdicts.append(aims.faster(language, speeds[tools.OURS + CASE], speeds["presidio"]))
    print(report.by_group("recall by style", "style", scores))
    print(report.by_group("documents without leak", "whole", scores))
    print(report.by_group("persons by origin", "origin", scores))
    ours = {name: score for name, score in scores.items() if name.startswith(tools.OURS)}
    print(report.by_group("persons by form", "form", ours))
    found = {name: report.as_data(score, speeds[name]) for name, score in scores.items()}
    for style, count, key in ((BLIND, options.blind, "blind"), ("X", options.own, "own")):
        if count:
            others = list(generate(language, count, options.seed, style))
            # Their misses are written nowhere, or somebody would mend the engine by them.
            scores, speeds = measured(language, f"style {style}, of another hand", others, options, [])
            if style == "X":  # for who brings documents of their own; it does not change how this run ends
                print(report.judged(verdicts_of(language, scores)))
            found[key] = {name: report.as_data(score, speeds[name]) for name, score in scores.items()}
    return found


def verdicts_of(language: str, scores: dict[str, Score]) -> list[aims.Verdict]:
    return [
        verdict
        for case in (False, True)
        if (score := scores.get(tools.OURS + (CASE if case else "")))
        for verdict in aims.verdicts(language, score, case)
    ]


def measured(
    language: str,
    what: str,
    documents: list[Document],
    options: argparse.Namespace,
    wrong: list[tuple[str, str]],
) -> tuple[dict[str, Score], dict[str, float]]:
    """Scores and speeds by the title of a tool; prints the two tables that all tools share."""
    others = [] if documents and documents[0].style in (BLIND, "X") else peers(options, language)
    characters = sum(len(document.text) for document in documents)
    spans = sum(len(document.spans) for document in documents)
    print(
        f"\n== {language}, {what}: {len(documents)} documents, {characters:,} characters, {spans:,} gold spans, seed {options.seed}"
    )
    scores: dict[str, Score] = {}
    speeds: dict[str, float] = {}
    for name, case in [(tools.OURS, False), (tools.OURS, True), *others]:
        title = name + (CASE if case else "")
        answer = tools.run(name, language, documents, case=case, python=python_of(name, options))
        if answer.problem:
            refuse_without(name, language, answer)
            print(f"{title}: not installed or not able: {answer.problem}")
            continue
        scores[title], speeds[title] = judge(documents, answer), answer.speed
        if name == tools.OURS:
            wrong += noted(documents, answer, case)
    slow = speeds.get("presidio")
    print(
        report.table(
            [
                (name, score, speeds[name], speeds[name] / slow if slow else None)
                for name, score in scores.items()
            ]
        )
    )
    print(report.by_kind(scores))
    return scores, speeds


def refuse_without(name: str, language: str, answer: tools.Run) -> None:
    """A peer may be missing; a run without our own engine would end as if every must were met. Raises SystemExit."""
    if name == tools.OURS:
        sys.exit(f"The engine gave no answer for {language}: {answer.problem}")


def judge(documents: list[Document], answer: tools.Run) -> Score:
    score = Score()
    for document in documents:
        score.add(document, answer.masks[document.id])
    return score


def noted(documents: list[Document], answer: tools.Run, case: bool) -> list[tuple[str, str]]:
    mark = "case " if case else ""
    return [
        (mark + what, line)
        for document in documents
        for what, line in misses.misses(document, answer.masks[document.id])
    ]


def running_text(options: argparse.Namespace, wrong: list[tuple[str, str]]) -> dict[str, Any]:
    """Persons in news and government prose that is not written like letters, and in the corpora named."""
    found: dict[str, Any] = {}
    for path in [*sorted(NEWS.glob("*.jsonl")), *options.corpus]:
        language = path.stem[:2] if path.stem[:2] in LANGUAGES else options.lang.split(",")[0]
        if language in options.lang.split(","):
            found[path.stem] = one_corpus(path, language, options, wrong)
    return found


def one_corpus(
    path: Path, language: str, options: argparse.Namespace, wrong: list[tuple[str, str]]
) -> dict[str, Any]:
    documents = corpora.read(path, language)
    persons = sum(len(one.spans) for one in documents)
    print(
        f"== {path.stem}: {len(documents)} texts, {persons} persons: covered %, precision of letters masked as person %"
    )
    found = {}
    for name in [tools.OURS, *[peer for peer, case in peers(options, language) if not case]]:
        answer = tools.run(name, language, documents, case=False, python=python_of(name, options))
        if answer.problem:
            refuse_without(name, language, answer)
            continue
        covered = judge(documents, answer).share(["person"])
        counts = [persons_precision(document, answer.masks[document.id]) for document in documents]
        masked = sum(letters for _, letters in counts)
        precision = 100 * sum(right for right, _ in counts) / masked if masked else None
        found[name] = {
            "person": covered,
            "person_precision": precision,
            "chars_per_cpu_second": round(answer.speed),
        }
        print(
            f"  {name:24}{report.shown(covered):>8}{report.shown(precision):>8}{answer.speed:>12,.0f} chars/s"
        )
        if name == tools.OURS:
            wrong += [
                (f"news {what}", line) for what, line in noted(documents, answer, False) if "person" in what
            ]
    return found


def python_of(name: str, options: argparse.Namespace) -> str:
    return str(sys.executable if name == tools.OURS else options.peers_python)


def machine() -> str:
    cpus = [
        line.split(":", 1)[1].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    ]
    return f"{time.strftime('%Y-%m-%d')}, {cpus[0] if cpus else 'unknown'} x{len(cpus)}, Python {sys.version.split()[0]}"


if __name__ == "__main__":
    sys.exit(main())
