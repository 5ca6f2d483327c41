"""`ombuds route "what the person wrote"`: works on a fresh clone, and on the database where there is one."""

import datetime as dt
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db.utils import OperationalError, ProgrammingError

from ombuds.authorities import reading
from ombuds.authorities.matching import Router
from ombuds.authorities.matching.decide import LANGUAGES, guess_language
from ombuds.lib.progress import track
from ombuds.lib.today import today

KINDS = ("complaint", "disclosure")


class BadLine(ValueError):
    """A line that cannot be read; the message says why."""


class Command(BaseCommand):
    help = "Says which body a text is about, whether the office is competent for it, and who else is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("text", nargs="?", help="what the person wrote: a name or a sentence")
        parser.add_argument("--office", default="", help="brussels, flanders … (default: the active office)")
        parser.add_argument("--kind", choices=KINDS, default="complaint")
        parser.add_argument("--on", metavar="DATE", help="judge on this day, as 2025-01-31 (default: today)")
        parser.add_argument("--lang", choices=LANGUAGES, help="language of the answer (default: of the text)")
        parser.add_argument("--json", action="store_true", help="answer as JSON")
        parser.add_argument(
            "--jsonl", metavar="FILE", help="many at once: JSON lines from a file, - for standard input"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        text, many = options["text"], options["jsonl"]
        if (text is None) == (many is None):
            _fail(
                'Give a text, or --jsonl FILE. For instance: ombuds route "boete van de MIVB" --office brussels',
                2,
            )
        try:
            on = dt.date.fromisoformat(options["on"]) if options["on"] else today()
        except ValueError:
            _fail(f"--on takes a day like 2025-01-31, not {options['on'][:40]!r}.", 2)
        try:
            router = _router(options["office"])
        except reading.UnknownOffice as unknown:
            known = ", ".join(sorted(path.parent.name for path in reading.PROFILES.glob("[!_]*/office.toml")))
            _fail(f"There is no office {str(unknown)[:60]!r}. There is: {known}.", 2)
        if many is not None:
            self._many(router, many, options, on)
        else:
            self._one(router, text, options, on)

    def _one(self, router: Router, text: str, options: dict[str, Any], on: dt.date) -> None:
        lang = options["lang"] or guess_language(text, _first_language(router))
        answer = router.route(text, lang, options["kind"], on)
        if options["json"]:
            self.stdout.write(json.dumps(answer.as_json(), ensure_ascii=False))
            return
        self.stdout.write(f"{answer.competence}: {answer.body or '?'}")
        if answer.refer_to:
            self.stdout.write(f"  → {answer.refer_to}")
        self.stdout.write(f"  {answer.reason}")
        if answer.competence == "unknown":
            for choice in answer.candidates:
                self.stdout.write(f"  ? {choice.body} ({choice.competence})")

    def _many(self, router: Router, source: str, options: dict[str, Any], on: dt.date) -> None:
        """One answer a line, in the same order; a line that cannot be read is answered with `error`."""
        if source == "-":
            self._answers(router, sys.stdin.buffer, options, on)
            return
        try:
            with Path(source).open("rb") as file:
                self._answers(router, file, options, on)
        except (OSError, ValueError) as problem:
            reason = getattr(problem, "strerror", None) or "the name is not a file name"
            _fail(f"The file {source[:80]!r} cannot be read: {reason}.", 1)

    def _answers(self, router: Router, lines: IO[bytes], options: dict[str, Any], on: dt.date) -> None:
        for line in track(_lines(lines), label="texts"):
            try:
                answer = _answer(router, line, options, on)
            except BadLine as bad:
                answer = {"error": str(bad)}
            self.stdout.write(json.dumps(answer, ensure_ascii=False))


def _fail(sentence: str, code: int) -> None:
    print(f"ombuds route: {sentence}", file=sys.stderr)
    sys.exit(code)


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """The lines of the file. An empty last line is none."""
    for i, line in enumerate(file):
        yield line.removeprefix(b"\xef\xbb\xbf") if i == 0 else line


def _answer(router: Router, line: bytes, options: dict[str, Any], on: dt.date) -> dict[str, Any]:
    case = _case(line)
    kind = case.get("kind") or options["kind"]
    if kind not in KINDS:
        raise BadLine('"kind" is "complaint" or "disclosure"')
    lang = case.get("lang") or options["lang"] or guess_language(case["text"], _first_language(router))
    if not isinstance(lang, str) or lang[:2] not in LANGUAGES:
        raise BadLine('"lang" is "nl", "fr" or "en"')
    return router.route(case["text"], lang[:2], kind, _day(case.get("date")) or on).as_json()


def _case(line: bytes) -> dict[str, Any]:
    try:
        case = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise BadLine("the line is not UTF-8") from None
    except (ValueError, RecursionError):
        raise BadLine("the line is not JSON") from None
    if not isinstance(case, dict):
        raise BadLine('the line is not an object like {"text": "…"}')
    if not isinstance(case.get("text"), str):
        raise BadLine('"text" is missing or not a text')
    return case


def _day(text: Any) -> dt.date | None:
    if text in (None, ""):
        return None
    try:
        return dt.date.fromisoformat(text)
    except (TypeError, ValueError):
        raise BadLine('"date" is not a day like 2025-01-31') from None


def _first_language(router: Router) -> str:
    return "fr" if router.register.home == "wallonia" else "nl"


def _router(code: str) -> Router:
    """From the database where the office is loaded, else from the profile's files."""
    from ombuds.authorities.services import router_for
    from ombuds.office.models import Office
    from ombuds.office.services import current_office_or_none

    name = str(settings.DATABASES["default"].get("NAME", ""))
    sqlite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    if not sqlite or ":memory:" in name or "mode=memory" in name or Path(name).exists():
        try:
            office = Office.objects.filter(code=code).first() if code else current_office_or_none()
            if office is not None:
                return router_for(office)
        except (OperationalError, ProgrammingError):
            pass  # no database yet: the files know it all
    return Router(reading.register(code or settings.OFFICE or "brussels"))
