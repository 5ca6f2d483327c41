"""Pages: of everybody (doors, filing), of the reporter (mine), of the handlers (desk, report)."""
