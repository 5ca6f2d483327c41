"""The cube: case-level rows without text, counted by any one to three properties. Imports no Django.

`Facts` holds the rows (columns of codes, a number per case, grievance and norm mention), as bytes too: the same rows are
the same bytes. `cross` counts different cases, grievances or mentions for every combination and every margin.
"""

from ombuds.statistics.cube.axes import AXES, UNITS, is_many, resolved
from ombuds.statistics.cube.counting import TOTAL, Cross, cross
from ombuds.statistics.cube.facts import BLANK, Column, Facts, NotFacts

__all__ = [
    "AXES",
    "BLANK",
    "TOTAL",
    "UNITS",
    "Column",
    "Cross",
    "Facts",
    "NotFacts",
    "cross",
    "is_many",
    "resolved",
]
