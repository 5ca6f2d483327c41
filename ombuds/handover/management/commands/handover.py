"""`ombuds handover …`: the door's work at night."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ombuds.handover.services import overwriting


class Command(BaseCommand):
    help = "Overwrites what emptied cases left in the files of the database. Run it every night."

    def add_arguments(self, parser: ArgumentParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        acts.add_parser(
            "overwrite",
            help="Write every table anew that can hold something of a case, without what was deleted.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        held = overwriting.at_night()
        if held:
            raise CommandError(
                f"{len(held)} tables could not be written anew: {', '.join(held)}. Somebody is reading them, or they"
                " belong to another user of the database. Try again when it is quiet."
            )
        print("Done.")  # whether there was anything to overwrite is nobody's business
