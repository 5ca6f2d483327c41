"""What must not grow with the office: how often a page asks the database."""
