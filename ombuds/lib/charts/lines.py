"""Lines over time: each with its own dash and marker, its name at its end, its last value written."""

from ombuds.lib.charts import scale, svg
from ombuds.lib.charts.spec import Chart, Series
from ombuds.lib.numbers import written

SIZE = 13.0
PLOT = 190.0
TOP = 12.0

Point = tuple[float, float, float]


def lines(chart: Chart, language: str, width: float) -> tuple[list[str], float]:
    """Return the shapes and the height."""
    legend, top = _legend(chart.series, width) if len(chart.series) > 1 else ([], TOP)
    marks = scale.ticks(max((value or 0 for series in chart.series for value in series.values), default=0))
    left = max(svg.width_of(written(mark, language), SIZE) for mark in marks) + 8
    right = width - 14
    parts = legend
    for mark in marks:
        y = top + PLOT - mark / marks[-1] * PLOT
        parts += [
            svg.element(
                "line", x1=left, y1=y, x2=right, y2=y, stroke=svg.GRID if mark else svg.MUTED, stroke_width=1
            ),
            svg.text(written(mark, language), left - 6, y + 4, size=SIZE, fill=svg.MUTED, text_anchor="end"),
        ]
    step = (right - left - 24) / max(len(chart.labels) - 1, 1)
    xs = [left + 12 + index * step for index in range(len(chart.labels))]
    parts += _axis(chart.labels, xs, step, top + PLOT + 18)
    for number, series in enumerate(chart.series):
        points = [
            None if value is None else (x, top + PLOT - value / marks[-1] * PLOT, value)
            for x, value in zip(xs, series.values, strict=True)
        ]
        parts += _line(
            points, number, language, chart.decimals, names=number == 0, every=len(chart.series) == 1
        )
    return parts, top + PLOT + 30


def _axis(labels: tuple[str, ...], xs: list[float], step: float, y: float) -> list[str]:
    widest = max((svg.width_of(label, SIZE) for label in labels), default=0)
    every = 1 if widest + 6 <= step or len(labels) < 2 else int(widest // max(step, 1)) + 1
    return [
        svg.text(label, x, y, size=SIZE, fill=svg.MUTED, text_anchor="middle")
        for index, (label, x) in enumerate(zip(labels, xs, strict=True))
        if index % every == 0
    ]


def _line(
    places: list[Point | None], number: int, language: str, decimals: int, *, names: bool, every: bool
) -> list[str]:
    colour = svg.COLOURS[number % len(svg.COLOURS)]
    points = [point for point in places if point is not None]
    # A line over a period without a figure would say one: it begins anew after it.
    path = " ".join(
        f"{'L' if before else 'M'}{point[0]:.1f} {point[1]:.1f}"
        for before, point in zip([None, *places], places, strict=False)
        if point is not None
    )
    parts = (
        [
            svg.element(
                "path", d=path, fill="none", stroke=colour, stroke_width=2.4, stroke_dasharray=_dash(number)
            )
        ]
        if len(points) > 1
        else []
    )
    parts += [_marker(x, y, number, colour) for x, y, _ in points]
    for x, y, value in points if every else points[-1:] if names else []:
        shown = written(value, language, decimals=decimals)
        parts.append(svg.text(shown, x, max(y - 9, 11), size=SIZE, font_weight=600, text_anchor="middle"))
    return parts


def _dash(number: int) -> str | None:
    return svg.DASHES[number % len(svg.DASHES)] or None


def _marker(x: float, y: float, number: int, colour: str) -> str:
    match number % 4:
        case 0:
            return svg.element("circle", cx=x, cy=y, r=3.6, fill=colour)
        case 1:
            return svg.element("rect", x=x - 3.4, y=y - 3.4, width=6.8, height=6.8, fill=colour)
        case 2:
            return svg.element("path", d=f"M{x:.1f} {y - 4.4:.1f}l4.4 7.6h-8.8z", fill=colour)
        case _:
            return svg.element("path", d=f"M{x:.1f} {y - 4.6:.1f}l4.6 4.6l-4.6 4.6l-4.6 -4.6z", fill=colour)


def _legend(series: tuple[Series, ...], width: float) -> tuple[list[str], float]:
    parts: list[str] = []
    x, y = 0.0, 8.0
    for number, one in enumerate(series):
        wide = 38 + svg.width_of(one.name, SIZE) + 16
        if x and x + wide > width:
            x, y = 0.0, y + 20
        colour = svg.COLOURS[number % len(svg.COLOURS)]
        parts += [
            svg.element(
                "line",
                x1=x,
                y1=y,
                x2=x + 28,
                y2=y,
                stroke=colour,
                stroke_width=2.4,
                stroke_dasharray=_dash(number),
            ),
            _marker(x + 14, y, number, colour),
            svg.text(one.name, x + 34, y + 4.5, size=SIZE),
        ]
        x += wide
    return parts, y + 26
