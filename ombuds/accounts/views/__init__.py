"""Pages about people: `people` for the administrator, `own` for each person, `entrance` at the door."""
