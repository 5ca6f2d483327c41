"""Draws a chart."""

from ombuds.lib.charts import svg
from ombuds.lib.charts.lines import lines
from ombuds.lib.charts.spec import Chart, Kind
from ombuds.lib.numbers import written

SIZE = 14.0
ROW = 42.0
BAR = 16.0


def draw(chart: Chart, *, language: str, width: float = 520, font: str = svg.FONT) -> str:
    """Return the chart as one SVG element; values are written the way `language` writes them."""
    body, height = {Kind.BARS: _bars, Kind.STACK: _stack, Kind.LINES: lines}[chart.kind](
        chart, language, width
    )
    return svg.document(chart.title, chart.description, width, height, body, font=font)


def _bars(chart: Chart, language: str, width: float) -> tuple[list[str], float]:
    """One bar a label, its name above it: long names of services stay readable on a narrow screen."""
    values = chart.series[0].values if chart.series else ()
    shown = [
        written(value, language, decimals=chart.decimals) if value is not None else "–" for value in values
    ]
    room = max((svg.width_of(text, SIZE) for text in shown), default=0) + 14
    longest = max((value or 0 for value in values), default=0) or 1
    parts: list[str] = []
    top = 0.0
    for label, value, text in zip(chart.labels, values, shown, strict=True):
        for line in svg.wrap(label, width, SIZE):
            parts.append(svg.text(line, 0, top + 14, size=SIZE))
            top += 18
        length = max((value or 0) / longest * (width - room), 1.5 if value else 0)
        parts += [
            svg.element("rect", x=0, y=top + 2, width=width - room, height=BAR, fill="#eef2f4"),
            svg.element("rect", x=0, y=top + 2, width=length, height=BAR, fill=svg.fill(0)),
            svg.text(text, width, top + 15, size=SIZE, font_weight=600, text_anchor="end"),
        ]
        top += BAR + 9
    return parts, max(top, 10)


def _stack(chart: Chart, language: str, width: float) -> tuple[list[str], float]:
    """Bars cut in parts; each part that has room carries its value, and the legend repeats its pattern."""
    parts, top = _legend(chart, width)
    totals = [sum(series.values[index] or 0 for series in chart.series) for index in range(len(chart.labels))]
    room = max((svg.width_of(written(total, language), SIZE) for total in totals), default=0) + 14
    longest = max(totals, default=0) or 1
    for index, (label, total) in enumerate(zip(chart.labels, totals, strict=True)):
        y = top + index * (ROW + 4)
        parts.append(svg.text(svg.wrap(label, width, SIZE)[0], 0, y + 14, size=SIZE))
        x = 0.0
        for number, series in enumerate(chart.series):
            value = series.values[index] or 0
            length = value / longest * (width - room)
            if value:
                parts += _part(written(value, language, decimals=chart.decimals), number, x, y + 20, length)
            x += length
        total_text = written(total, language, decimals=chart.decimals)
        parts.append(svg.text(total_text, width, y + 35, size=SIZE, font_weight=600, text_anchor="end"))
    return parts, top + max(len(chart.labels) * (ROW + 4), 10)


def _part(value: str, number: int, x: float, y: float, length: float) -> list[str]:
    box = svg.element(
        "rect",
        x=x,
        y=y,
        width=max(length, 1),
        height=BAR + 4,
        fill=svg.fill(number),
        stroke="#fff",
        stroke_width=1.0,
    )
    wide = svg.width_of(value, 12) + 6
    if length < wide + 4:
        return [box]
    middle = x + length / 2
    return [
        box,
        svg.element("rect", x=middle - wide / 2, y=y + 3, width=wide, height=14, rx=2, fill="#fff"),
        svg.text(value, middle, y + 14.5, size=12, text_anchor="middle"),
    ]


def _legend(chart: Chart, width: float) -> tuple[list[str], float]:
    parts: list[str] = []
    x, y = 0.0, 0.0
    for number, series in enumerate(chart.series):
        wide = 24 + svg.width_of(series.name, SIZE) + 18
        if x and x + wide > width:
            x, y = 0.0, y + 22
        parts += [
            svg.element("rect", x=x, y=y + 2, width=16, height=14, fill=svg.fill(number)),
            svg.text(series.name, x + 22, y + 14, size=SIZE),
        ]
        x += wide
    return parts, y + 30
