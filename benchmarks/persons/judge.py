"""Persons found by origin of the name, when names are made up or a share of the lists is forgotten.

python -m benchmarks.persons.judge [--drop 0.3] [--made-up] [--case] [--styles AYZ] [--per-style N] [--rules-only]
"""

import argparse
import random
from collections import defaultdict

from benchmarks.letters import LANGUAGES, generate, world
from benchmarks.persons.names import somebody
from ombuds.deidentification.engine import find
from ombuds.deidentification.engine.known import from_case_file
from ombuds.deidentification.engine.lexicons import loading
from ombuds.deidentification.engine.persons import finding

LEAST = 25  # spans an origin needs to count for the gap


def forget(share: float) -> None:
    """Takes a share of all given and family names out of the lists, the same whenever it is asked."""
    for names in (loading.given_names(), loading.family_names()):
        kept = random.Random(7)
        for name in sorted(names):
            if kept.random() < share:
                del names[name]
    loading.all_names.cache_clear()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--drop", type=float, default=0.0)
    parser.add_argument("--made-up", action="store_true")
    parser.add_argument("--case", action="store_true")
    parser.add_argument("--rules-only", action="store_true")
    parser.add_argument("--styles", default="AYZ")
    parser.add_argument("--per-style", type=int, default=12)
    parser.add_argument("--lang", default=",".join(LANGUAGES))
    options = parser.parse_args()
    forget(options.drop)
    if options.made_up:
        world.somebody = somebody  # type: ignore[attr-defined]  # the same letters with people of ours
    if options.rules_only:
        finding.chances = lambda text, free: {}  # type: ignore[attr-defined]  # the rules without the model
    everywhere: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for language in options.lang.split(","):
        counts = counted(language, options)
        print(language, shown(counts))
        for origin, (found, all_) in counts.items():
            everywhere[origin][0] += found
            everywhere[origin][1] += all_
    print("all", shown(everywhere))
    for origin, (found, all_) in sorted(everywhere.items(), key=lambda item: item[1][0] / item[1][1]):
        print(f"  {origin:18}{100 * found / all_:7.1f}  of {all_}")


def counted(language: str, options: argparse.Namespace) -> dict[str, list[int]]:
    """Origin → [persons wholly covered, persons]."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for style in options.styles:
        for document in generate(language, options.per_style, 3030, style):
            known = from_case_file(document.casefile) if options.case else None
            covered = bytearray(len(document.text) + 1)
            for span in find(document.text, language, known):
                covered[span.start : span.end] = b"\1" * span.length
            for gold in document.spans:
                if gold["kind"] == "person":
                    letters = (i for i in range(gold["start"], gold["end"]) if document.text[i].isalnum())
                    counts[gold["origin"]][0] += all(covered[i] for i in letters)
                    counts[gold["origin"]][1] += 1
    return counts


def shown(counts: dict[str, list[int]]) -> str:
    found, all_ = (sum(one[at] for one in counts.values()) for at in (0, 1))
    shares = [100 * one[0] / one[1] for one in counts.values() if one[1] >= LEAST]
    gap = max(shares) - min(shares) if shares else 0.0
    return f"{100 * found / all_:.2f} % of {all_}, gap between origins {gap:.1f} points"


if __name__ == "__main__":
    main()
