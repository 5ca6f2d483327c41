"""From what a person wrote to the body it is about, and who is competent. Pure: values in, values out."""

from ombuds.authorities.matching.decide import Answer, Router
from ombuds.authorities.matching.entries import Entry, Member, Place, Register, Rule, Subject

__all__ = ["Answer", "Entry", "Member", "Place", "Register", "Router", "Rule", "Subject"]
