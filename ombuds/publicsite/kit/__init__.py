"""What a public service needs to tell people about us: a sentence, a piece of a web page, a leaflet and a poster.

Made for one body from its competence record; the words are the vocabulary `kit` of the office. Next: `words.py`.
"""

from ombuds.publicsite.kit.files import files
from ombuds.publicsite.kit.words import LANGUAGES, Kit, Matter, kit_of

__all__ = ["LANGUAGES", "Kit", "Matter", "files", "kit_of"]
