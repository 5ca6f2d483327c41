"""The motivated intruder who holds the whole case base, as code. Pure: values in, values out, no Django.

Doors: `Base`, `BaseCase`, `Holding`, `examine`, `mend`, `Verdict`, `Told`, `ReleasedTable`, `Thresholds`.
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
from ombuds.deidentification.intruder.examining import examine
from ombuds.deidentification.intruder.holding import Holding
from ombuds.deidentification.intruder.mending import MendedText, mend
from ombuds.deidentification.intruder.spelling_out import from_json, said, why_proposed
from ombuds.deidentification.intruder.verdict import Proposal, Reason, Verdict
from ombuds.deidentification.intruder.version import VERSION, full_version

__all__ = [
    "DEFAULT",
    "VERSION",
    "Attacker",
    "Base",
    "BaseCase",
    "Holding",
    "MendedText",
    "Proposal",
    "Reason",
    "ReleasedTable",
    "Thresholds",
    "Told",
    "Verdict",
    "examine",
    "from_json",
    "full_version",
    "mend",
    "said",
    "why_proposed",
]
