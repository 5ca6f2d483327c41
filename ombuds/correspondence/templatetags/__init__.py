"""Tags of correspondence pages."""
