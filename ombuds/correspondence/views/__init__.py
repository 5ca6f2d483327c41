"""Pages of correspondence for staff. Private to this room."""
