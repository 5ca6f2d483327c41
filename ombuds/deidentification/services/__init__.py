"""Teaching the office's lexicon, and showing a text with what was found in it."""

from ombuds.deidentification.services.lexicon import confirm, learn, remove, standing, vocabulary_of
from ombuds.deidentification.services.showing import Mark, Segment, marks_of, segments

__all__ = [
    "Mark",
    "Segment",
    "confirm",
    "learn",
    "marks_of",
    "remove",
    "segments",
    "standing",
    "vocabulary_of",
]
