"""Pages under /staff/patterns/."""
