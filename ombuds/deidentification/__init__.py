"""Finds and replaces what identifies a person. Doors: engine (pure), files, services. Next room: publications."""
