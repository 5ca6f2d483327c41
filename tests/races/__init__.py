"""Two people at once, each on a connection of their own. Only where connections truly run side by side: PostgreSQL."""
