"""Pages for staff: the figures of a year, the cube, what counters mean, what was frozen."""
