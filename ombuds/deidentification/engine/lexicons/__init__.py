"""Names and words of the languages of the office, and what the office itself taught: the dictionaries of the engine.

Doors: `Vocabulary`.
"""

from ombuds.deidentification.engine.lexicons.vocabulary import Vocabulary

__all__ = ["Vocabulary"]
