"""Finds people that no case file names: by what stands around them, by lexicons, by the form of the word."""

from ombuds.deidentification.engine.persons.finding import find_persons

__all__ = ["find_persons"]
