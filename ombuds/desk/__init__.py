"""The staff front door: work list, search, the case page that gathers from all rooms. Nobody imports it."""
