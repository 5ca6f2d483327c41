"""Stored files: bytes, hash, type, text; knows no case. Doors: models, services, access. Next room: cases."""
