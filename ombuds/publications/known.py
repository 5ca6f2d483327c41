"""What the linked cases know of their people: the list that no published text may hold."""

import re
from collections.abc import Iterable

from ombuds.cases.models import Case, Party
from ombuds.deidentification.engine import Address, KnownIdentifiers, Person
from ombuds.deidentification.engine.known import merged

HOUSE_NUMBER = re.compile(
    r"^(?P<street>.*?[^\W\d_]\S*)[\s,]+(?P<number>\d+\s?\S*(?:\s*(?:bus|bte|boîte|b)\.?\s*\S+)?)\s*$",
    re.IGNORECASE,
)


def known_identifiers(cases: Iterable[Case]) -> KnownIdentifiers:
    """Everything that names the people of these cases; the services stay readable."""
    return merged(identifiers_of(case) for case in cases)


def identifiers_of(case: Case) -> KnownIdentifiers:
    parties = list(case.parties.all())
    days = [case.facts_on, case.decision_on, case.notified_on, case.contacted_service_on, case.received_on]
    days += [party.born_on for party in parties]
    return KnownIdentifiers(
        people=(
            *(Person(p.first_name, p.last_name, p.role) for p in parties if p.first_name or p.last_name),
            *_staff(case),
        ),
        addresses=tuple(_address(p) for p in parties if p.street or p.postcode or p.town),
        emails=_filled(p.email for p in parties),
        phones=_filled(p.phone for p in parties),
        national_numbers=_filled(p.national_number for p in parties),
        references=(case.reference,),
        organisations=_filled(p.organisation for p in parties),
        dates=tuple(dict.fromkeys(day for day in days if day)),
        bodies=tuple(_names_of_bodies(case)),
    )


def _filled(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.strip() for value in values if value.strip()))


def _staff(case: Case) -> list[Person]:
    """The handler is not named either (domain.md 6.1)."""
    if case.handler is None:
        return []
    first, _space, last = case.handler.name.partition(" ")
    return [Person(first, last, "staff")]


def _address(party: Party) -> Address:
    found = HOUSE_NUMBER.match(party.street)
    street = found["street"] if found else party.street
    return Address(street.strip(" ,"), found["number"] if found else "", party.postcode, party.town)


def _names_of_bodies(case: Case) -> list[str]:
    """Every name of the services complained about. Fetch `grievances__body__aliases` with many cases."""
    bodies = [grievance.body for grievance in case.grievances.all() if grievance.body is not None]
    names = [name for body in bodies for name in body.names.values()]
    return list(dict.fromkeys(n for n in [*names, *(a.text for b in bodies for a in b.aliases.all())] if n))
