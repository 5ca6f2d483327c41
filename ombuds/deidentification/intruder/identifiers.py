"""Keys under which the identifiers of a case are found again, whatever the spelling."""

from collections.abc import Iterator

from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.intruder.plain import key, words


def identifier_keys(names: KnownIdentifiers | None) -> Iterator[int]:
    if names is None:
        return
    for person in names.people:
        for first in words(person.first)[:1]:
            for last in words(person.last)[-1:]:
                yield key(f"name {first} {last}")
