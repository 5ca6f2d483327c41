"""Frozen, de-identified texts, their review and approval. Doors: models, services. Next rooms: annualreport, publicsite."""
