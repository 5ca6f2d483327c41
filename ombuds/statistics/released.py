"""The tables of the cube that are public."""

from django.db.models import QuerySet

from ombuds.office.models import Office
from ombuds.statistics.models import Release


def released_cubes(office: Office) -> QuerySet[Release]:
    """Return the tables of the cube that anyone may read, newest first."""
    return Release.objects.filter(office=office).exclude(query={}).order_by("-released_at", "-pk")
