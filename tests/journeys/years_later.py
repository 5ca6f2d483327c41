"""What happens in two springs to come, told to the office of a journey: run with its environment, beside the server.

A report goes out when its year is over, and no browser can wait for that. Here the clock is moved; the acts are the
verbs of the room, done by the ombudsman.
"""

import datetime as dt
import sys
import uuid
from zoneinfo import ZoneInfo

import django
import time_machine

BRUSSELS = ZoneInfo("Europe/Brussels")
FOREWORD = {"nl": "Elke klacht telt.", "fr": "Chaque plainte compte."}
IN_SPITE = "Een ontwerp van een paar woorden over niemand. – Quelques mots sur personne."


def go_on(year: int) -> None:
    """Somebody complains in that year too: a report tells of a year in which something happened."""
    from ombuds.cases.models import Case
    from ombuds.cases.terms import Kind

    if Case.objects.filter(received_at__year=year).exists():
        return
    case = Case.objects.filter(kind=Kind.COMPLAINT, closed_at=None).latest("received_at")
    case.pk, case.key, case.code_digest = None, uuid.uuid4(), ""
    case.reference = f"LATER.{year}"
    case.received_at = dt.datetime(year, 6, 1, 10, tzinfo=BRUSSELS)
    case.save(force_insert=True)


def release(year: int) -> None:
    """The report of the year, on the first of March after it."""
    from ombuds.accounts.models import User
    from ombuds.annualreport import services
    from ombuds.annualreport.models import Edition
    from ombuds.office.services import current_office

    ombudsman = User.objects.get(email="marianne@ombuds.example")
    with time_machine.travel(dt.datetime(year + 1, 3, 1, 10, tzinfo=BRUSSELS), tick=True):
        edition = Edition.objects.filter(office=current_office(), year=year).first()
        edition = edition or services.create_edition(office=current_office(), year=year, actor=ombudsman)
        for language, text in FOREWORD.items():
            if not edition.texts.filter(slot="foreword", language=language).exists():
                services.write_text(
                    edition=edition, slot="foreword", language=language, text=text, actor=ombudsman
                )
        services.release(edition=edition, actor=ombudsman, in_spite=IN_SPITE)


if __name__ == "__main__":
    django.setup()
    for each in sys.argv[1:]:
        go_on(int(each))
        release(int(each))
