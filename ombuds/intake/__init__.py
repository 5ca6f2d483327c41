"""Submissions by every channel, kept verbatim: web form, register of staff, imports, triage.

Doors: models, services, terms. Next room: admissibility.
"""
