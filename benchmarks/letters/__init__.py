"""Invented Belgian administrative texts with gold spans: the measuring stick of the de-identification engine.

Written without a look at the engine, so that the two do not share an author's habits. Doors: `generate`, `Document`, `STYLES`.
The names, streets, organisations and sentences in `data/` and `templates/` are this project's own; the persons do not exist.
"""

from benchmarks.letters.generating import BLIND, LANGUAGES, STYLES, generate
from benchmarks.letters.piece import Document

__all__ = ["BLIND", "LANGUAGES", "STYLES", "Document", "generate"]
