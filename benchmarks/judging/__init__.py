"""Judges de-identification tools on documents with gold spans: runs them, counts, and sets the figures beside the aims.

Doors: `tools.run`, `scoring.Score`, `report`, `corpora`. Tools run as processes of their own, with JSON lines in and out, so
that the dependencies of the others (presidio, spaCy, deduce, …) never touch ours.
"""
