"""Pages of the desk of the yearly report."""
