"""Invented people and places: of the right language and gender, far from every true name of the case.

Doors: `Inventor`, `Alias`, `Guard`, `is_close`, `likely_gender`, `Towns`.
"""

from ombuds.deidentification.engine.inventing.closeness import Guard, is_close, sound
from ombuds.deidentification.engine.inventing.origins import likely_gender, origin_of
from ombuds.deidentification.engine.inventing.people import Alias, Inventor
from ombuds.deidentification.engine.inventing.towns import Town, TownInventor

__all__ = [
    "Alias",
    "Guard",
    "Inventor",
    "Town",
    "TownInventor",
    "is_close",
    "likely_gender",
    "origin_of",
    "sound",
]
