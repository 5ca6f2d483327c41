"""Working days, calendar days and months. Pure: days in, days out."""

import calendar
import datetime as dt
from dataclasses import dataclass

DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """The days on which an office is closed, beside Saturdays and Sundays."""

    closed: frozenset[dt.date] = frozenset()

    def is_working_day(self, day: dt.date) -> bool:
        """Neither weekend nor closing day."""
        return day.weekday() < 5 and day not in self.closed

    def next_working_day(self, day: dt.date) -> dt.date:
        """The day itself when it is one, else the first after it."""
        while not self.is_working_day(day):
            day += DAY
        return day

    def add_working_days(self, start: dt.date, number: int) -> dt.date:
        """The last of `number` working days after `start`; the start itself does not count."""
        day = start
        while number > 0:
            day += DAY
            number -= self.is_working_day(day)
        return day

    def working_days_between(self, start: dt.date, end: dt.date) -> int:
        """Working days after `start` up to and including `end`; negative when end lies before start."""
        if end < start:
            return -self.working_days_between(end, start)
        span = (start + DAY * n for n in range(1, (end - start).days + 1))
        return sum(map(self.is_working_day, span))


def add_months(day: dt.date, number: int) -> dt.date:
    """The same day of a later month, or that month's last day (31 January + 1 month = 28 or 29 February)."""
    months = day.year * 12 + day.month - 1 + number
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
