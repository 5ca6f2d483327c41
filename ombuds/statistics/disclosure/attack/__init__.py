"""The reader who wants to know: works out from everything published what each hidden figure can be.

Shares no code with the protection but the words for cells and rules: it reads the tables anew, writes down the
equations that hold between their figures, and asks a solver (HiGHS) for the least and the most of each hidden one.
"""

from ombuds.statistics.disclosure.attack.auditing import Audit, Interval, Watch, audit

__all__ = ["Audit", "Interval", "Watch", "audit"]
