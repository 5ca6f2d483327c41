"""Submissions by every channel, kept verbatim, receipts, triage into a case. Doors: models, services. Next room: admissibility."""
