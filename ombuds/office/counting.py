"""Numbers given out in a year, none of them twice."""

from typing import Self

from django.db import models
from django.db.models import F

from ombuds.office.models import Office


class YearCounter(models.Model):
    """The last number given out in a year. Each room that numbers things has a table of its own."""

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.office_id} {self.year} {self.last}"

    @classmethod
    def take(cls: type[Self], office: Office, year: int, count: int = 1) -> int:
        """Reserve so many numbers and return the last of them. Call inside a transaction: it holds the row until then."""
        rows = cls._default_manager.filter(office=office, year=year)
        cls._default_manager.get_or_create(office=office, year=year)
        rows.update(last=F("last") + count)
        return int(rows.values_list("last", flat=True).get())
