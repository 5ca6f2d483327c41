"""On the server of the seized disk: a complaint with something in every drawer moves into the channel. Run as a program of its own,
so that everything is committed as it is in an office: `python -m tests.leaks.moved before` fills the drawers, `… after` moves it."""

import json
import os
import sys

import django


def before() -> dict[str, object]:
    """The case, and every text that lies in it."""
    from ombuds.accounts.tests.factories import staff
    from ombuds.cases.tests.factories import case_in_state
    from ombuds.handover.tests import drawers
    from ombuds.office.models import Office

    office, people = Office.objects.get(code="brussels"), staff()
    full = drawers.filled(case_in_state(office, "triage", handler=people.handler), people.handler, office)
    return {"case": full.case.pk, "planted": full.planted}


def after(pk: int) -> dict[str, object]:
    """The complainant agreed."""
    from ombuds.accounts.models import User
    from ombuds.cases.models import Case
    from ombuds.handover.services import moving_in

    case, handler = Case.objects.get(pk=pk), User.objects.order_by("pk")[0]
    moving_in.invite_silently(case, actor=handler)
    agreement = moving_in.Agreement("anonymous")
    return {"code": moving_in.move(case, agreement, actor=handler, ticket="t" * 43)}


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ombuds.config.settings")
    django.setup()
    print(json.dumps(before() if sys.argv[1] == "before" else after(int(sys.argv[2]))))
