"""What day it is in Brussels: the only clock that rules about days may look at."""

import datetime as dt

from django.utils import timezone


def today() -> dt.date:
    """The calendar day, local to the office."""
    return timezone.localdate()


def now() -> dt.datetime:
    """This moment, with time zone."""
    return timezone.now()
