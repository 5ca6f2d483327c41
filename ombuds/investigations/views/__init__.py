"""Pages of an investigation: findings, outcome, remedies, inquiries."""
