import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from ombuds.deidentification.engine.language import guess
from ombuds.deidentification.intruder import Holding, MendedText, Verdict, examine, mend
from ombuds.deidentification.outside import Unreadable, case_base, earlier, publication, tables

LANGUAGES = ("nl", "fr", "en", "de")


class Command(BaseCommand):
    help = str(
        gettext_lazy(
            "Tries to find the case behind a publication as a motivated intruder would; or mends it."
        )
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("act", choices=["attack", "mend", "base"])
        parser.add_argument(
            "publication", nargs="?", help="text, Markdown, HTML, JSON or PDF, or - for standard input"
        )
        parser.add_argument("--base", help="the case base: one JSON object a line")
        parser.add_argument("--case", action="append", default=[], help="the case it rests on, when known")
        parser.add_argument("--lang", default="auto", choices=["auto", *LANGUAGES])
        parser.add_argument("--earlier", nargs="*", default=[], help="publications that are public already")
        parser.add_argument("--tables", nargs="*", default=[], help="tables that were released, as JSON")
        parser.add_argument("--say", default=None, choices=LANGUAGES, help="the language of the reasons")
        parser.add_argument("--seed", type=int, default=0)
        parser.add_argument("--index", help="where to keep the index of the base")
        parser.add_argument("--json", action="store_true")

    def handle(self, **options: Any) -> None:
        if options["act"] == "base":  # the office's own index: kept by the room that knows the cases
            call_command("casebase", as_json=options["json"], stdout=self.stdout)
            return
        if not options["publication"] or not options["base"]:
            raise CommandError(_("Name the publication, and the case base with --base."), returncode=2)
        try:
            paper = publication(
                options["publication"],
                sys.stdin.buffer.read() if options["publication"] == "-" else None,
            )
            told, released = earlier(options["earlier"]), tables(options["tables"])
            base = case_base(options["base"], options["index"])
        except Unreadable as refusal:
            raise CommandError(str(refusal), returncode=2) from refusal
        language = options["lang"] if options["lang"] != "auto" else paper.language
        if language not in LANGUAGES:
            language = guess(" ".join(text for _where, text in paper.parts))
        truth = frozenset(options["case"]) or paper.truth
        unknown = sorted(id_ for id_ in truth if base.number(id_) is None)
        if unknown and options["case"]:
            raise CommandError(
                _("The case %(id)s is not in the base.") % {"id": ", ".join(unknown)}, returncode=2
            )
        say = options["say"] or (get_language() or "en")[:2]
        held = Holding(base, truth, tuple(told), tuple(released), seed=options["seed"])
        if options["act"] == "attack":
            verdict = examine(paper.parts, language, held)
            self._write(verdict.as_json(say) if options["json"] else None, self._said(verdict, say))
        else:
            mended = mend(paper.parts, language, held)
            verdict = mended.verdict
            self._write(_mended(mended, say) if options["json"] else None, self._mended(mended, say))
        if not verdict.passed:
            raise SystemExit(1)

    def _write(self, held: dict[str, Any] | None, said: list[str]) -> None:
        if held is not None:
            self.stdout.write(json.dumps(held, ensure_ascii=False))
        else:
            self.stdout.write("\n".join(said))

    def _said(self, verdict: Verdict, say: str) -> list[str]:
        words = {
            "rank": verdict.rank,
            "size": verdict.base_size,
            "chance": f"{verdict.probability:.1%}",
        }
        lines = [_("Passed.") if verdict.passed else _("Not passed.")]
        lines.append(_("The case stands at place %(rank)d of %(size)d (chance %(chance)s).") % words)
        for attack in verdict.facts.attacks:
            numbers = {"name": attack.name, "k": attack.k, "needed": attack.needed}
            lines.append(_("Attacker %(name)s: %(k)d cases fit (needed: %(needed)d).") % numbers)
        lines += [] if verdict.passed else verdict.reasons_in(say)
        lines += [f"- {value.where}: {value.text} ({value.kind})" for value in verdict.true_values]
        lines += [f"- {match.where}: {match.sentence} ({match.kind})" for match in verdict.wording.sentences]
        for p in verdict.proposals:
            lines.append(f"  {p.where} {p.start}-{p.end} {p.kind}: {p.replacement}")
        return lines

    def _mended(self, mended: MendedText, say: str) -> list[str]:
        lines = [line for where, text in mended.parts for line in (f"[{where}]", text, "")]
        kept = _("%(share)s of the sentences survive in sense.") % {"share": f"{mended.kept:.0%}"}
        return [*lines, *self._said(mended.verdict, say)[:2], kept, *filter(None, [mended.why_not(say)])]


def _mended(mended: MendedText, say: str) -> dict[str, Any]:
    return {
        "parts": [{"where": where, "text": text} for where, text in mended.parts],
        "text": "\n\n".join(text for _where, text in mended.parts),
        "kept": round(mended.kept, 4),
        "why_not": mended.why_not(say),
        "applied": len(mended.applied),
        "verdict": mended.verdict.as_json(say),
    }
