"""Taking in complaints of another system: reading, mapping, taking. Private to this room."""
