"""Names: the known in every form, the unknown of every origin, in letters and in running text."""
