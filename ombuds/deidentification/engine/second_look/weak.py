"""Which spans the finders only guess, so that the network is asked about them too."""

from ombuds.deidentification.engine.spans import LEXICON, MODEL, Kind, Span

GUESSED = frozenset(
    {Kind.PERSON, Kind.ORGANISATION, Kind.ADDRESS, Kind.PLACE, Kind.PROFESSION, Kind.FAMILY, Kind.HEALTH}
)


def is_weak(span: Span) -> bool:
    """By a list, the model of names or a capital alone; what a title, a form or the case file says is no guess."""
    return span.source in {LEXICON, MODEL} and span.kind in GUESSED
