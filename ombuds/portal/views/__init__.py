"""Pages of this room. Private."""
