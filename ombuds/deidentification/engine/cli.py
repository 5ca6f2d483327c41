"""The command of the engine: text in, JSON out, offsets in code points of the input. Needs no Django, so it starts at once."""

import argparse
import io
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

from ombuds.deidentification.engine.known import CaseFileWrong, KnownIdentifiers, from_case_file
from ombuds.deidentification.engine.language import guess
from ombuds.deidentification.engine.replacing import deidentify
from ombuds.deidentification.engine.spans import Mode, Span
from ombuds.lib.progress import track

LANGUAGES = ("nl", "fr", "en", "de")
NOT_JSON = "%(where)s is not valid JSON."
NO_OBJECT = "%(where)s must be a JSON object."
WRONG_KIND = "%(where)s: “%(key)s” has a value of the wrong kind."
NO_FILE = "The file %(where)s cannot be read."


class Out(Protocol):
    def write(self, text: str, /) -> object: ...

    def flush(self) -> None: ...


class Unreadable(Exception):
    """The input is not what is expected: `sentence` with `values` says what and where, in English."""

    def __init__(self, sentence: str, **values: str) -> None:
        super().__init__(sentence % values)
        self.sentence = sentence
        self.values = values


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="the text to read, or - for standard input")
    parser.add_argument("--lang", default="auto", choices=["auto", *LANGUAGES])
    parser.add_argument("--mode", default="mark", choices=[mode.value for mode in Mode])
    parser.add_argument("--case-file", help="what the case knows, as JSON")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--office-holders",
        choices=["keep", "mask"],
        help="names of ministers, mayors and the like; without it they stay where a case file names the body, else not",
    )
    parser.add_argument("--json", action="store_true", help="JSON out (it always is; kept for scripts)")
    parser.add_argument("--jsonl", action="store_true", help="one document a line in, one answer a line out")


def run(
    file: str,
    lang: str,
    mode: str,
    case_file: str | None,
    seed: int,
    jsonl: bool,
    out: Out,
    office_holders: str | None = None,
) -> None:
    """Print one answer, or with `jsonl` one a line as soon as it is ready. Raises Unreadable."""
    known = read_case_file(_read(case_file), case_file) if case_file else KnownIdentifiers()
    keep = office_holders == "keep" if office_holders else None
    if not jsonl:
        said = answer(_read(file), lang, known, Mode(mode), seed, keep)
        out.write(json.dumps(said, ensure_ascii=False) + "\n")
        return
    for line in read_lines(track(_lines(file), label="deidentify"), lang, Mode(mode), seed, known, keep):
        out.write(line + "\n")
        out.flush()


def answer(
    text: str, language: str, known: KnownIdentifiers, mode: Mode, seed: int, keep: bool | None = None
) -> dict[str, Any]:
    """`keep`: whether names of office holders stay, as `find` has it."""
    spoken = guess(text) if language == "auto" else language
    done = deidentify(text, language=spoken, known=known, mode=mode, seed=seed, keep_office_holders=keep)
    return {"text": done.text, "spans": [_as_data(span) for span in done.spans]}


def _as_data(span: Span) -> dict[str, Any]:
    return {
        "start": span.start,
        "end": span.end,
        "kind": span.kind.value,
        "source": span.source,
        "confidence": round(span.confidence, 3),
        "replacement": span.replacement,
        "entity": span.entity,
        "reason": span.reason,
    }


def read_case_file(text: str, where: str) -> KnownIdentifiers:
    return _known(_object(text, where), where)


def read_lines(
    lines: Iterable[str],
    language: str,
    mode: Mode,
    seed: int,
    known: KnownIdentifiers | None = None,
    keep: bool | None = None,
) -> Iterator[str]:
    """One answer a line, in the order of the input; a line's own case file goes before `known`.

    Raises Unreadable naming the first line that cannot be read.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            where = f"#{number}"
            document = _object(line, where)
            own = document.get("casefile")
            case_file = _known(own, where) if own is not None else known or KnownIdentifiers()
            chosen = document.get("lang") if document.get("lang") in LANGUAGES else language
            text = document.get("text")
            if not isinstance(text, str):
                raise Unreadable(WRONG_KIND, where=where, key="text")
            said = answer(text, str(chosen), case_file, mode, seed, keep)
            yield json.dumps({"id": document.get("id"), **said}, ensure_ascii=False)


def _known(case_file: Any, where: str) -> KnownIdentifiers:
    try:
        return from_case_file(case_file)
    except CaseFileWrong as wrong:
        raise Unreadable(WRONG_KIND, where=where, key=wrong.key) from wrong


def _object(text: str, where: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(NOT_JSON, where=where) from error
    if not isinstance(value, dict):
        raise Unreadable(NO_OBJECT, where=where)
    return value


def _read(name: str) -> str:
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise Unreadable(NO_FILE, where=name) from error
    return content.decode("utf-8-sig", errors="replace")


def _lines(name: str) -> Iterator[str]:
    """Line by line, so that a long file needs no more room than its longest document."""
    if name == "-":
        yield from (line.decode("utf-8-sig", errors="replace") for line in sys.stdin.buffer)
        return
    try:
        with Path(name).open(encoding="utf-8-sig", errors="replace") as lines:
            yield from lines
    except OSError as error:
        raise Unreadable(NO_FILE, where=name) from error


def main(arguments: list[str]) -> None:
    """Exit codes: 0 done, 2 input that cannot be read or wrong usage."""
    parser = argparse.ArgumentParser("ombuds deidentify")
    add_arguments(parser)
    chosen = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A lone surrogate is written as its JSON escape.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        run(
            chosen.file,
            chosen.lang,
            chosen.mode,
            chosen.case_file,
            chosen.seed,
            chosen.jsonl,
            sys.stdout,
            chosen.office_holders,
        )
    except Unreadable as problem:
        sys.exit(_complain(problem))
    except BrokenPipeError:
        sys.exit(0)


def _complain(problem: Unreadable) -> int:
    sys.stderr.write(f"ombuds: {problem}\n")
    return 2
