"""`ombuds integrity …`: opening the sealed channel, its first handlers, its record, the sheets in the safe."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ombuds.integrity import record, sessions, store
from ombuds.integrity.models import Handler
from ombuds.integrity.services import setting_up
from ombuds.integrity.vault import Refused, codes
from ombuds.lib.errors import Refusal


class Command(BaseCommand):
    help = "Opens the sealed integrity channel, invites its first handlers, checks its record, uses its printed recovery key."

    def add_arguments(self, parser: ArgumentParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        opened = acts.add_parser("set-up", help="Open the channel and print the recovery sheets, once.")
        opened.add_argument(
            "--needed", type=int, default=2, help="sheets that together bring the key back (2)"
        )
        opened.add_argument("--sheets", type=int, default=3, help="sheets to print (3)")
        invited = acts.add_parser(
            "invite", help="Invite one of the first handlers; later ones are invited on the team page."
        )
        invited.add_argument("name")
        invited.add_argument("login")
        invited.add_argument("--language", default="nl", choices=["nl", "fr", "en"])
        invited.add_argument(
            "--first-reader", action="store_true", help="new reports are sealed to this person"
        )
        invited.add_argument(
            "--custodian", action="store_true", help="agrees or not when a colleague asks who a reporter is"
        )
        acts.add_parser("verify", help="Check that nothing was taken out of the record of acts.")
        acts.add_parser(
            "sweep", help="Throw away ended visits and files that no report took up. Run it every night."
        )
        back = acts.add_parser(
            "recover", help="Give a handler the reports that nobody can open; sheets come on standard input."
        )
        back.add_argument("login")
        back.add_argument(
            "--identities",
            action="store_true",
            help="only who the reporters are, for a custodian, where no custodian is left",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            getattr(self, options["act"].replace("-", "_"))(options)
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from None

    def set_up(self, options: dict[str, Any]) -> None:
        try:
            rows = setting_up.set_up(needed=options["needed"], sheets=options["sheets"])
        except Refused:
            raise CommandError("Choose between 2 and 16 sheets, of which at least 2 are needed.") from None
        print("The channel is open. These sheets are shown once: print each, and give it to another person.")
        print(f"Any {options['needed']} of them together open every report, so nobody may hold two.")
        for number, words in enumerate(rows, 1):
            print(f"\nSheet {number} of {len(rows)}\n{words}")

    def invite(self, options: dict[str, Any]) -> None:
        code = setting_up.invite(
            actor=None,
            **{name: options[name] for name in ("name", "login", "language", "first_reader", "custodian")},
        )
        print(
            f"{codes.shown(code)}\nGive this code to {options['name']}, who joins at /integrity/desk/join/."
        )

    def verify(self, options: dict[str, Any]) -> None:
        broken = record.first_broken()
        if broken is not None:
            raise CommandError(f"The record does not fit from entry {broken} on.")
        print("The record of acts is whole.")

    def sweep(self, options: dict[str, Any]) -> None:
        sessions.sweep()
        store.sweep()
        print("Done.")  # numbers would tell how much the channel is used

    def recover(self, options: dict[str, Any]) -> None:
        handler = (
            Handler.objects.filter(login=options["login"].lower(), left_on=None).exclude(public=None).first()
        )
        if handler is None:
            raise CommandError("There is no handler with this login who has joined.")
        sheets = [line for line in sys.stdin.read().splitlines() if line.strip()]
        try:
            if options["identities"]:
                setting_up.recover_identities(sheets=sheets, to=handler)
            else:
                setting_up.recover(sheets=sheets, to=handler)
        except Refused:
            raise CommandError(
                "These sheets do not bring the key back: wrong words, too few, or of another set. "
                "Identities are given to a custodian only."
            ) from None
        if options["identities"]:
            print("Done. The identities that no custodian could open are with this one.")
            return
        print(
            "Done. The reports that nobody could open are admitted to this handler, who declares before reading."
        )
