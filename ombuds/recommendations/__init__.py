"""Recommendation, answer, follow-up, chains over the years. Doors: models, services, workflow, terms. Next: publications."""
