"""The outside parties' front door: the complainant's file page and the service's desk. Nobody imports it."""
