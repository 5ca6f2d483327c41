"""What people told the public site is kept as short as it serves them."""

import datetime as dt

from ombuds.lib.today import now
from ombuds.office.models import Office
from ombuds.publicsite.models import Appointment
from ombuds.publicsite.searching.indexing import refresh

AFTER_DONE, LONGEST = 30, 180  # days


def tick(office: Office, _day: dt.date) -> int:
    """Forget wishes for appointments that are over; bring the search index up to date."""
    moment = now()
    done = Appointment.objects.filter(done_at__lt=moment - dt.timedelta(days=AFTER_DONE)).delete()[0]
    old = Appointment.objects.filter(asked_at__lt=moment - dt.timedelta(days=LONGEST)).delete()[0]
    return int(done) + int(old) + refresh(office)
