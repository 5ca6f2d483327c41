"""Finds what identifies a person in a text and replaces it. Pure: values in, values out, no Django.

Doors: `find`, `deidentify`, `check`, `KnownIdentifiers`, `Span`, `Finding`.
"""

from ombuds.deidentification.engine.checking import Finding, check, findings_in
from ombuds.deidentification.engine.finding import find, find_all
from ombuds.deidentification.engine.known import (
    Address,
    KnownIdentifiers,
    Person,
    from_case_file,
)
from ombuds.deidentification.engine.replacing import Deidentified, deidentify
from ombuds.deidentification.engine.spans import DIRECT, Kind, Mode, Span

__all__ = [
    "DIRECT",
    "Address",
    "Deidentified",
    "Finding",
    "Kind",
    "KnownIdentifiers",
    "Mode",
    "Person",
    "Span",
    "check",
    "deidentify",
    "find",
    "find_all",
    "findings_in",
    "from_case_file",
]
