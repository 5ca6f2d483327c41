"""`ombuds patterns similar | replay | rebuild | check | learn | watch`"""

import json
import os
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombuds.cases.models import Case
from ombuds.deidentification.engine.language import guess
from ombuds.lib.progress import track
from ombuds.lib.today import today
from ombuds.office.models import Office
from ombuds.office.services import current_office, current_office_or_none
from ombuds.patterns.replaying import BadLine, Replay
from ombuds.patterns.running import is_built, opened
from ombuds.patterns.services import catch_up, learn_strengths, rebuild, try_recall


class Command(BaseCommand):
    help = str(
        gettext_lazy("Finds complaints that are alike, the patterns they form, and series that stand out.")
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        similar = acts.add_parser("similar", help="cases of this office that a text is like")
        similar.add_argument("--text", required=True, help="the text, or - for standard input")
        similar.add_argument("--lang", default="", help="nl, fr, en or de; guessed when left out")
        similar.add_argument("--top", type=int, default=10)
        similar.add_argument("--json", action="store_true")
        replay = acts.add_parser(
            "replay", help="a file of complaints, one JSON object a line, in order of date"
        )
        replay.add_argument("file", help="the file, or - for standard input")
        replay.add_argument("--top", type=int, default=10)
        replay.add_argument("--budget", type=float, default=4.0, help="false alarms allowed a year")
        replay.add_argument("--json", action="store_true")
        rebuild = acts.add_parser(
            "rebuild", help="vectors, groups and signals of this office anew; goes on where it stopped"
        )
        rebuild.add_argument(
            "--from-start", action="store_true", help="forget what a stopped rebuild had done"
        )
        rebuild.add_argument("--json", action="store_true")

        check = acts.add_parser(
            "check", help="does the quick search find what an exact one finds? `ombuds tick` asks each night"
        )
        check.add_argument("--questions", type=int, default=50)
        check.add_argument("--json", action="store_true")
        learn = acts.add_parser(
            "learn",
            help="how likely pairs are one problem, from what people said of such pairs; monthly by itself",
        )
        learn.add_argument("--json", action="store_true")
        watch = acts.add_parser(
            "watch", help="compares new cases with the earlier ones, until it is stopped; builds first"
        )
        watch.add_argument("--once", action="store_true", help="take in what waits now, and end")
        watch.add_argument("--interval", type=float, default=5.0, help="seconds between two looks (5)")

    def handle(self, *args: Any, **options: Any) -> None:
        if options.get("top", 1) < 1 or options.get("top", 1) > 1000:
            raise CommandError(_("--top must lie between 1 and 1000."), returncode=2)
        acts = {
            "similar": self._similar,
            "replay": self._replay,
            "rebuild": self._rebuild,
            "check": self._check,
            "learn": self._learn,
            "watch": self._watch,
        }
        acts[options["act"]](options)

    def _replay(self, options: dict[str, Any]) -> None:
        if not 0 < options["budget"] <= 1000:
            raise CommandError(_("--budget must lie between 0 and 1000."), returncode=2)
        with (
            _opened(options["file"]) as lines,
            Replay(top=options["top"], budget=options["budget"]) as replay,
        ):
            try:
                for answer in replay.answers(_bar(lines)):
                    self._tell(answer, as_json=options["json"])
            except (BadLine, UnicodeDecodeError) as problem:
                said = str(problem) if isinstance(problem, BadLine) else _("The file is not UTF-8.")
                raise CommandError(said, returncode=2) from problem
            summary = replay.summary()
        if options["json"]:
            self.stdout.write(json.dumps({"summary": summary}, ensure_ascii=False))
        else:
            self._tell_summary(summary)

    def _tell(self, answer: dict[str, Any], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
            return
        for signal in answer["signals"]:
            words = ", ".join(signal["terms"])
            self.stdout.write(
                f"{answer['id']}: {signal['kind']} {signal['pattern']} ({len(signal['cases'])}) {words}"
            )

    def _similar(self, options: dict[str, Any]) -> None:
        office = current_office()
        if not is_built(office):
            raise CommandError(_("There is no index yet: run `ombuds patterns rebuild` first."))
        text = sys.stdin.read() if options["text"] == "-" else options["text"]
        language = options["lang"] or guess(text)
        if language not in ("nl", "fr", "en", "de"):
            raise CommandError(_("--lang must be nl, fr, en or de."), returncode=2)
        with opened(office) as running:
            found = running.chain.look(text[:200_000], language, top=options["top"])
        cases = Case.objects.in_bulk([near.id for near in found])
        told = [
            {
                "id": near.id,
                "reference": cases[near.id].reference,
                "score": near.score,
                "strength": near.strength,
            }
            for near in found
            if near.id in cases
        ]
        if options["json"]:
            self.stdout.write(json.dumps({"similar": told}, ensure_ascii=False))
            return
        for one in told:
            self.stdout.write(f"{one['reference']}  {one['score']:.2f}  {one['strength']:.0%}")
        if not told:
            self.stdout.write(_("Nothing is like it."))

    def _rebuild(self, options: dict[str, Any]) -> None:
        told = rebuild(current_office(), from_start=options["from_start"])
        if options["json"]:
            self.stdout.write(json.dumps(told))
        else:
            self.stdout.write(
                _("%(cases)s cases, %(taken_in)s of them new, in %(patterns)s patterns (%(model)s).") % told
            )

    def _check(self, options: dict[str, Any]) -> None:
        office = current_office()
        if not 1 <= options["questions"] <= 10_000:
            raise CommandError(_("--questions must lie between 1 and 10,000."), returncode=2)
        trial = (
            try_recall(office, today(), questions=options["questions"], again=True)
            if is_built(office)
            else None
        )
        if trial is None:
            raise CommandError(_("There is no index yet: run `ombuds patterns rebuild` first."))
        told = {
            "on": trial.on.isoformat(),
            "held": trial.held,
            "questions": trial.questions,
            "recall": round(trial.recall, 4),
            "milliseconds": trial.milliseconds,
        }
        if options["json"]:
            self.stdout.write(json.dumps(told))
        else:
            self.stdout.write(
                _("%(recall)s of the ten nearest found, over %(questions)s of %(held)s complaints.") % told
            )
        if trial.is_low:
            raise CommandError(
                _("That is too few: run `ombuds patterns rebuild --from-start`."), returncode=1
            )

    def _learn(self, options: dict[str, Any]) -> None:
        learned = learn_strengths(current_office())
        if options["json"]:
            self.stdout.write(json.dumps(asdict(learned)))
        elif learned.steps:
            for score, chance in learned.steps:
                self.stdout.write(f"{score:.2f}  {chance:.0%}")
        else:
            self.stdout.write(
                _(
                    "%(same)s pairs were said to be the same problem and %(other)s another: too few to learn from."
                )
                % {"same": learned.same, "other": learned.other}
            )

    def _watch(self, options: dict[str, Any]) -> None:
        if not 0.1 <= options["interval"] <= 3600:
            raise CommandError(_("--interval must lie between 0.1 and 3600."), returncode=2)
        os.nice(10)  # the office works beside it
        newest = -1
        while True:
            office = current_office_or_none()  # an installation without a profile waits for one
            if office is not None:
                newest = _look(office, newest)
            if options["once"]:
                return
            time.sleep(options["interval"])

    def _tell_summary(self, summary: dict[str, Any]) -> None:
        self.stdout.write(f"{summary['complaints']} · {len(summary['patterns'])} · {summary['signals']}")
        for pattern in summary["patterns"]:
            self.stdout.write(f"{pattern['id']} {pattern['size']} {', '.join(pattern['terms'])}")


def _look(office: Office, newest: int) -> int:
    """Take in cases above this number; builds first when there is nothing. Returns the highest number there is."""
    if not is_built(office):
        rebuild(office)
    last = Case.objects.filter(office=office).aggregate(last=Max("pk"))["last"] or 0
    if last > newest:
        catch_up(office, after=newest)
    return last


def _bar(lines: Any) -> Iterable[str]:
    return track(lines, label="replay")


@contextmanager
def _opened(name: str) -> Iterator[Iterable[str]]:
    """The lines of a file, or of standard input for `-`."""
    if name == "-":
        yield sys.stdin
        return
    try:
        with Path(name).open(encoding="utf-8") as lines:
            yield lines
    except OSError as problem:
        raise CommandError(
            _("This file cannot be read: %(file)s") % {"file": name}, returncode=2
        ) from problem
