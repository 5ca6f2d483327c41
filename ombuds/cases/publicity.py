"""The one place that says which files may never reach the public: not as a text, not as a count, not in a search.

Personnel matters and whistleblowers' files are marked `never_public`; some kinds of file are never public whatever the
mark. Whoever publishes anything that rests on cases asks here; a test sees to it that nobody asks elsewhere.
"""

from django.db.models import Q, QuerySet

from ombuds.cases.models import Case
from ombuds.cases.terms import Kind

NEVER_KINDS = (Kind.PROTECTION_REQUEST, Kind.MP_CODE_REPORT)
NEVER = Q(never_public=True) | Q(kind__in=NEVER_KINDS)


def may_be_public(case: Case) -> bool:
    """Whether anything may be published that rests on this file."""
    return not (case.never_public or case.kind in NEVER_KINDS)


def publishable(cases: "QuerySet[Case]") -> "QuerySet[Case]":
    """Those on which something public may rest."""
    return cases.exclude(NEVER)
