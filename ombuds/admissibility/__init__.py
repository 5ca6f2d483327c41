"""Competence and admissibility decisions with grounds and reasons, referral. Doors: models, services. Next: correspondence."""
