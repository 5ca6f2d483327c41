"""What identifies anyone, seen by its form, by its check digits where it has them, and by the words before it.

Door: `by_pattern`.
"""

from collections.abc import Iterator

from ombuds.deidentification.engine.patterns.accounts import accounts, amounts
from ombuds.deidentification.engine.patterns.cells import by_place
from ombuds.deidentification.engine.patterns.chats import chats
from ombuds.deidentification.engine.patterns.contact import contacts
from ombuds.deidentification.engine.patterns.identity import identity_numbers
from ombuds.deidentification.engine.patterns.loose_references import loose_references
from ombuds.deidentification.engine.patterns.online import online
from ombuds.deidentification.engine.patterns.phones import phones
from ombuds.deidentification.engine.patterns.plates import plates
from ombuds.deidentification.engine.patterns.references import references
from ombuds.deidentification.engine.patterns.underscored import underscored
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.spans import Span

__all__ = ["by_pattern"]


def by_pattern(reading: Reading) -> Iterator[Span]:
    """Numbers, addresses on the network and references; every finder is linear in the text."""
    yield from contacts(reading)
    yield from online(reading)
    yield from underscored(reading)
    yield from chats(reading)
    if any(c.isdigit() for c in reading.plain):
        yield from identity_numbers(reading)
        yield from accounts(reading)
        yield from phones(reading)
        yield from plates(reading)
        yield from references(reading)
        yield from loose_references(reading)
        yield from by_place(reading)
        yield from amounts(reading)
