"""Counters with definitions, tables, balances; `disclosure` is pure. Doors: models, services, terms, balances. Next: annualreport."""
