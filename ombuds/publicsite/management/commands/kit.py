"""`ombuds kit build`: what services need to tell people about us, as files."""

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ombuds.authorities.models import Body
from ombuds.authorities.services import body_named
from ombuds.lib.errors import Refusal
from ombuds.lib.progress import track
from ombuds.lib.today import today
from ombuds.office.models import Office
from ombuds.office.services import current_office
from ombuds.publicsite.kit import Kit, files, kit_of


class Command(BaseCommand):
    """One folder a body; bodies that are not ours get none, and the command says so."""

    help = "Makes the sentence, web snippet, leaflet and poster with which services tell people about us."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        build = acts.add_parser("build", help="Writes the files of one body, or of all of them.")
        which = build.add_mutually_exclusive_group(required=True)
        which.add_argument("--body", help="its code or its name")
        which.add_argument("--all", action="store_true", help="every body that has something to tell")
        build.add_argument(
            "--out", type=Path, required=True, help="the folder to write into; made when missing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Write, and say how much."""
        office = current_office()
        kits = list(_all(office)) if options["all"] else [_one(office, options["body"])]
        written = 0
        for kit in track(kits, label="Kits"):
            for name, content in files(kit, dated=today()):
                _write(options["out"] / kit.body.code / name, content)
                written += 1
        self.stdout.write(f"{written} files for {len(kits)} services written to {options['out']}.")


def _all(office: Office) -> list[Kit]:
    bodies = Body.objects.valid_on(today()).exclude(kind=Body.Kind.OMBUDS).select_related("parent")
    return [kit for body in bodies if (kit := kit_of(office, body))]


def _one(office: Office, name: str) -> Kit:
    try:
        body = Body.objects.filter(code=name).first() or body_named(office, name)
    except Refusal as refusal:
        raise CommandError(str(refusal.sentence)) from refusal
    kit = kit_of(office, body)
    if kit is None:
        raise CommandError(
            f"{body} is not within our competence: there is nothing to tell people about us there."
        )
    return kit


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
