"""Puts something else where a person was named: a mark, a placeholder, a letter or role, or fiction.

Doors: `deidentify`, `Deidentified`, `Ledger`, `apply`.
"""

from ombuds.deidentification.engine.replacing.ledger import Ledger
from ombuds.deidentification.engine.replacing.result import Deidentified, apply
from ombuds.deidentification.engine.replacing.writing import deidentify

__all__ = ["Deidentified", "Ledger", "apply", "deidentify"]
