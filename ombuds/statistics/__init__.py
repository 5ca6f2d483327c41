"""Figures of the office: counters with definitions, the tables drawn from them, sums that must hold.

Doors: models, services, terms, and the modules without tables of their own: tables, display, charting, counters, balances,
masking, disclosure (the last five import no Django models). Next room: annualreport.
"""
