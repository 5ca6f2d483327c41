"""The motivated intruder who holds the whole case base, as code. Pure: values in, values out, no Django.

Doors: `Base`, `BaseCase`, `examine`, `mend`, `Verdict`, `Told`, `ReleasedTable`, `Thresholds`.
"""

from ombuds.deidentification.intruder.attackers import (
    DEFAULT,
    Attacker,
    ReleasedTable,
    Thresholds,
    Told,
)
from ombuds.deidentification.intruder.base import Base
from ombuds.deidentification.intruder.case import BaseCase
from ombuds.deidentification.intruder.examining import VERSION, examine
from ombuds.deidentification.intruder.mending import MendedText, mend
from ombuds.deidentification.intruder.verdict import Proposal, Verdict

__all__ = [
    "DEFAULT",
    "VERSION",
    "Attacker",
    "Base",
    "BaseCase",
    "MendedText",
    "Proposal",
    "ReleasedTable",
    "Thresholds",
    "Told",
    "Verdict",
    "examine",
    "mend",
]
