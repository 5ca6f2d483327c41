"""Steps, evidence, findings against norms, outcome, remedies, inquiries. Doors: models, services. Next: recommendations."""
