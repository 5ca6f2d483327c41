"""Pages of decisions. Private to this room."""
