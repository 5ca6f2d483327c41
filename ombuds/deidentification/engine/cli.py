"""The command of the engine: text in, JSON out, offsets in code points of the input. Needs no Django, so it starts at once."""

import argparse
import hashlib
import io
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from ombuds.deidentification.engine.known import (
    FIELDS,
    CaseFileWrong,
    KnownIdentifiers,
    from_case_file,
    undated,
    unread,
)
from ombuds.deidentification.engine.language import guess
from ombuds.deidentification.engine.replacing import Deidentified, deidentify
from ombuds.deidentification.engine.side_by_side import MOST, in_order, processors
from ombuds.deidentification.engine.spans import Mode, Span
from ombuds.lib.progress import track

LANGUAGES = ("nl", "fr", "en", "de")
NOT_JSON = "%(where)s is not valid JSON."
NO_OBJECT = "%(where)s must be a JSON object."
WRONG_KIND = "%(where)s: “%(key)s” has a value of the wrong kind."
TOO_LONG = "%(where)s: “%(key)s” has a value that is too long to be one."
NOT_READ = "ombuds: %(where)s: nothing reads “%(keys)s”. A case file has these fields: %(fields)s."
NO_DATE = "ombuds: %(where)s: “%(text)s” is not read as a date. Write 1979-05-03."
LONGEST = 120
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
    parser.add_argument(
        "--workers",
        type=int,
        help="processors for --jsonl; without it all for a file, and one for standard input, so that each line is answered at once",
    )


def run(
    file: str,
    lang: str,
    mode: str,
    case_file: str | None,
    seed: int,
    jsonl: bool,
    out: Out,
    office_holders: str | None = None,
    workers: int | None = None,
) -> None:
    """Print one answer, or with `jsonl` one a line as soon as it is ready. Raises Unreadable."""
    known = read_case_file(_read(case_file), case_file) if case_file else KnownIdentifiers()
    keep = office_holders == "keep" if office_holders else None
    if not jsonl:
        _write(answer(_read(file), lang, known, Mode(mode), seed, keep), out)
        return
    helpers = workers or (1 if file == "-" else processors())
    lines = track(_lines(file), label="deidentify")
    for line in read_lines(lines, lang, Mode(mode), seed, known, keep, min(helpers, MOST)):
        out.write(line + "\n")
        out.flush()


def answer(
    text: str, language: str, known: KnownIdentifiers, mode: Mode, seed: int, keep: bool | None = None
) -> Deidentified:
    """`keep`: whether names of office holders stay, as `find` has it."""
    spoken = guess(text) if language == "auto" else language
    return deidentify(text, language=spoken, known=known, mode=mode, seed=seed, keep_office_holders=keep)


def _write(done: Deidentified, out: Out) -> None:
    """The same as one JSON object, span by span: the hundred thousands of a long text never stand in memory as data."""
    out.write('{"text": ' + json.dumps(done.text, ensure_ascii=False) + ', "spans": [')
    for number, span in enumerate(done.spans):
        out.write((", " if number else "") + json.dumps(_as_data(span), ensure_ascii=False))
    out.write("]}\n")


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


@dataclass(frozen=True, slots=True)
class Job:
    """One document of a list, and what is to be done with it."""

    id: Any
    text: str
    language: str
    known: KnownIdentifiers
    mode: Mode
    seed: int
    keep: bool | None


def read_lines(
    lines: Iterable[str],
    language: str,
    mode: Mode,
    seed: int,
    known: KnownIdentifiers | None = None,
    keep: bool | None = None,
    workers: int = 1,
) -> Iterator[str]:
    """One answer a line, in the order of the input; a line's own case file goes before `known`.

    Raises Unreadable naming the first line that cannot be read.
    """
    jobs = _jobs(lines, language, mode, seed, known or KnownIdentifiers(), keep)
    yield from in_order(_line_of, jobs, workers)


def _jobs(
    lines: Iterable[str], language: str, mode: Mode, seed: int, known: KnownIdentifiers, keep: bool | None
) -> Iterator[Job]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            where = f"#{number}"
            document = _object(line, where)
            own = document.get("casefile")
            case_file = _known(own, where) if own is not None else known
            chosen = document.get("lang") if document.get("lang") in LANGUAGES else language
            text = document.get("text")
            if not isinstance(text, str):
                raise Unreadable(WRONG_KIND, where=where, key="text")
            story = _story_seed(seed, text if case_file == KnownIdentifiers() else repr(case_file))
            yield Job(document.get("id"), text, str(chosen), case_file, mode, story, keep)


def _story_seed(seed: int, story: str) -> int:
    """Documents of one case share their invented names; those of different cases, and those of none, do not."""
    key = f"{seed}|{story}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.sha256(key).digest()[:6])


def _line_of(job: Job) -> str:
    done = answer(job.text, job.language, job.known, job.mode, job.seed, job.keep)
    spans = [_as_data(span) for span in done.spans]
    return json.dumps({"id": job.id, "text": done.text, "spans": spans}, ensure_ascii=False)


def _known(case_file: Any, where: str) -> KnownIdentifiers:
    if keys := ", ".join(unread(case_file)):
        sys.stderr.write(
            NOT_READ % {"where": where, "keys": keys[:LONGEST], "fields": ", ".join(sorted(FIELDS))} + "\n"
        )
    try:
        for text in undated(case_file):
            sys.stderr.write(NO_DATE % {"where": where, "text": text[:LONGEST]} + "\n")
        return from_case_file(case_file)
    except CaseFileWrong as wrong:
        sentence = TOO_LONG if wrong.too_long else WRONG_KIND
        raise Unreadable(sentence, where=where, key=wrong.key) from wrong


def _object(text: str, where: str) -> dict[str, Any]:
    try:
        value = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Unreadable(NOT_JSON, where=where) from error
    if not isinstance(value, dict):
        raise Unreadable(NO_OBJECT, where=where)
    return value


def _no_constant(name: str) -> None:
    """NaN and Infinity are words of Python's, not of JSON's: what is let in would come out again."""
    raise ValueError(name)


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
            chosen.workers,
        )
    except Unreadable as problem:
        sys.exit(_complain(problem))
    except BrokenPipeError:
        sys.exit(0)


def _complain(problem: Unreadable) -> int:
    sys.stderr.write(f"ombuds: {problem}\n")
    return 2
