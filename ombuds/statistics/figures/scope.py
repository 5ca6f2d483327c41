"""Which cases a counter is about."""

from django.db.models import Q, QuerySet

from ombuds.cases.models import Case
from ombuds.cases.terms import Kind
from ombuds.office.models import Office

# What a person brings to us about a service. Questions, inquiries of our own and requests for protection are counted apart.
COMPLAINTS = (Kind.COMPLAINT, Kind.LOCAL_SECOND_LINE, Kind.PETITION_FORWARDED)
DATE_FIELDS = {"received": "received_at", "closed": "closed_at"}


def cases(office: Office, scope: str) -> QuerySet[Case]:
    """Return the cases that a counter with this scope looks at."""
    found = Case.objects.filter(office=office).order_by()
    return found.filter(Q(kind__in=COMPLAINTS)) if scope == "complaints" else found
