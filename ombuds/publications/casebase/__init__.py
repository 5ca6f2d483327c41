"""The whole case base as the intruder's index: what anyone who may see every file could compare a text with.

Doors: `current` (the index of an office, up to date), `rebuild`, `id_of`, `case_of`.
"""

from ombuds.publications.casebase.keeping import current, forget, rebuild
from ombuds.publications.casebase.reading import id_of

__all__ = ["current", "forget", "id_of", "rebuild"]
