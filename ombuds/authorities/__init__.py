"""The public services, who is competent for them and the ombuds network. Doors: models, services, matching. Next: cases."""
