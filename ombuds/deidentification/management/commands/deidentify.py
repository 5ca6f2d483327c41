from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombuds.deidentification.engine import cli

# For the translators: the sentences of the engine, which itself speaks English only.
SENTENCES = (
    gettext_lazy("%(where)s is not valid JSON."),
    gettext_lazy("%(where)s must be a JSON object."),
    gettext_lazy("%(where)s: “%(key)s” has a value of the wrong kind."),
    gettext_lazy("The file %(where)s cannot be read."),
)


class Command(BaseCommand):
    """The same as the engine's own command, which `ombuds deidentify` runs without loading the house."""

    help = str(gettext_lazy("Finds and replaces what identifies people in a text; prints JSON."))
    requires_system_checks: list[str] = []  # it reads no database

    def add_arguments(self, parser: ArgumentParser) -> None:
        cli.add_arguments(parser)

    def handle(self, **options: Any) -> None:
        asked = {
            key: options[key]
            for key in ("file", "lang", "mode", "case_file", "seed", "jsonl", "office_holders", "workers")
        }
        try:
            cli.run(**asked, out=self.stdout)
        except cli.Unreadable as problem:
            raise CommandError(_(problem.sentence) % problem.values, returncode=2) from problem
