"""The engine on whole letters that people wrote in one go: `python -m benchmarks.judging.natural [--hands s,t,w,x,y] [--misses FILE]`.

The folder `natural` holds 536 invented letters, mails, chats, minutes and decisions by forty hands, with marks in the text (`second_look/letters.py`
says which). No template, no slots: a name stands in a file's name, a chat has its own names, a line is broken where a scanner broke it.
Nothing was trained on them; s, t, w and x have been read. Y has not: leave its misses alone as long as it is to judge.
"""

import argparse
from pathlib import Path

from benchmarks.judging.misses import misses
from benchmarks.judging.scoring import Score
from benchmarks.letters import LANGUAGES
from benchmarks.second_look.letters import letters
from ombuds.deidentification.engine import KnownIdentifiers, find
from ombuds.deidentification.engine.known import from_case_file

FOLDER = Path(__file__).parent / "natural"
COLUMNS = ("direct", "known", "quasi", "precision", "leak", "keep_touched")


def scored(hand: str, language: str, *, case_file: bool, lines: list[str]) -> Score:
    score = Score()
    for document in letters(FOLDER / f"{hand}_{language}.txt"):
        known = from_case_file(document.casefile) if case_file else KnownIdentifiers()
        masks = [(s.start, s.end, str(s.kind)) for s in find(document.text, document.lang, known)]
        score.add(document, masks)
        if case_file:
            lines += [f"{what:22} {line}" for what, line in misses(document, masks)]
    return score


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--hands", default="s,t,w,x,y")
    parser.add_argument(
        "--misses",
        type=Path,
        help="every span that was missed or masked too much, with what stands around it",
    )
    options = parser.parse_args()
    lines: list[str] = []
    print("hand  lang  case file  letters ", *(f"{name:>12}" for name in COLUMNS))
    for hand in options.hands.split(","):
        for language in LANGUAGES:
            for case_file in (True, False):
                score = scored(hand, language, case_file=case_file, lines=lines)
                figures = (getattr(score, name) for name in COLUMNS)
                told = ("with" if case_file else "without").ljust(9)
                print(
                    f"{hand:5} {language:5} {told} {score.documents:8} ",
                    *(f"{figure:12.2f}" for figure in figures),
                )
    if options.misses:
        options.misses.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
