"""What must stay readable: the bodies complained about, laws and their articles, courts, office holders."""

from collections.abc import Iterator

from ombuds.deidentification.engine.known import KnownIdentifiers
from ombuds.deidentification.engine.known_values import words_pattern
from ombuds.deidentification.engine.reading import Reading
from ombuds.deidentification.engine.spans import Keep

OF_THE_CASE = "The service that the case is about stays named"


def keep_spans(
    reading: Reading, known: KnownIdentifiers, *, keep_office_holders: bool = True
) -> Iterator[Keep]:
    """Stretches of the original that must stay, not in order; they may overlap."""
    for body in known.bodies:
        pattern = words_pattern(body)
        if pattern is not None:
            for match in pattern.finditer(reading.plain):
                yield Keep(*reading.folded.original(*match.span()), OF_THE_CASE, of_case=True)
