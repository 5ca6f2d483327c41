"""The acts of the door."""
