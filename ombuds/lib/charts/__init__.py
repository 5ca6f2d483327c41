"""Accessible charts as plain SVG: bars, stacked bars, lines, and counts beside what was expected.

A chart says in `title` and `description` what it shows, writes its values next to its shapes, and tells series apart by
pattern, dash and marker before it does so by colour. It holds no script, style or address, so any page may show it and
any PDF may embed it. Beside each chart stands its table: that is the page's duty.

Doors: `draw(Chart(…), language=…, width=…)` and `draw_expected(Expected(…), language=…)`.
"""

from ombuds.lib.charts.draw import draw
from ombuds.lib.charts.expected import Expected, draw_expected
from ombuds.lib.charts.spec import Chart, Kind, Series
from ombuds.lib.charts.svg import FONT

__all__ = ["FONT", "Chart", "Expected", "Kind", "Series", "draw", "draw_expected"]
