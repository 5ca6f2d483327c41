"""Statistical disclosure control: what a set of linked tables may show without telling on anybody. Imports no Django.

`protect(tables, rules)` finds the cells that may not be shown, hides others so that nobody can work them out, and proves
it by attacking the result; `audit(tables, rules)` attacks any set of released tables. The attack (`attack/`) shares
no code with the protection, so that one checks the other. Figures are counts (or amounts) that are never negative.
"""

from ombuds.statistics.disclosure.attack import Audit, Interval, audit
from ombuds.statistics.disclosure.cells import TOTAL, Cell, Fact, LinkedTables, NotConsistent, Table
from ombuds.statistics.disclosure.lines import THRESHOLD, Hidden
from ombuds.statistics.disclosure.protecting import Protected, ProtectedCell, protect
from ombuds.statistics.disclosure.rules import BadRules, Rules

__all__ = [
    "THRESHOLD",
    "TOTAL",
    "Audit",
    "BadRules",
    "Cell",
    "Fact",
    "Hidden",
    "Interval",
    "LinkedTables",
    "NotConsistent",
    "Protected",
    "ProtectedCell",
    "Rules",
    "Table",
    "audit",
    "protect",
]
