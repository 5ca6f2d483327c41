"""Editions of the yearly report, built from tables, publications and recommendations. Doors: models, services. Next: publicsite."""
