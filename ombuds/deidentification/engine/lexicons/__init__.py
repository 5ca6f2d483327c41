"""Names and words of the languages of the office, and what the office itself taught: the dictionaries of the engine.

Doors: `Vocabulary`, `gender_of`.
"""

from ombuds.deidentification.engine.lexicons.loading import gender_of
from ombuds.deidentification.engine.lexicons.vocabulary import EMPTY, Vocabulary

__all__ = ["EMPTY", "Vocabulary", "gender_of"]
