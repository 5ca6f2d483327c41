"""What came beside what was expected: bars of counts, a line with its band, and a mark where something changed."""

from dataclasses import dataclass

from ombuds.lib.charts import scale, svg
from ombuds.lib.numbers import written

SIZE = 13.0
PLOT = 200.0
OBSERVED, EXPECTED, SINCE = svg.COLOURS[0], svg.COLOURS[1], svg.MUTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Counts a period with the expectation for each; every text in the reader's language.

    `lower` and `upper` bound the expectation. `change` is the index of the first period after the change, if there was one.
    """

    title: str
    description: str
    labels: tuple[str, ...]
    observed: tuple[float, ...]
    expected: tuple[float, ...] = ()
    lower: tuple[float, ...] = ()
    upper: tuple[float, ...] = ()
    change: int | None = None
    observed_name: str = ""
    expected_name: str = ""
    change_name: str = ""

    def __post_init__(self) -> None:
        for row in (self.observed, self.expected, self.lower, self.upper):
            if row and len(row) != len(self.labels):
                raise ValueError(f"{len(row)} values for {len(self.labels)} labels")


def draw_expected(chart: Expected, *, language: str, width: float = 720, font: str = svg.FONT) -> str:
    """Return the chart as one SVG element."""
    top = 44.0
    highest = max((*chart.observed, *chart.upper, *chart.expected), default=0)
    marks = scale.ticks(highest)
    left = max(svg.width_of(written(mark, language), SIZE) for mark in marks) + 8
    step = (width - left - 10) / max(1, len(chart.labels))
    frame = _Frame(left, top, step, marks[-1])
    parts = _legend(chart)
    for mark in marks:
        y = frame.y(mark)
        parts += [
            svg.element("line", x1=left, y1=y, x2=width - 10, y2=y, stroke=svg.GRID if mark else svg.MUTED),
            svg.text(written(mark, language), left - 6, y + 4, size=SIZE, fill=svg.MUTED, text_anchor="end"),
        ]
    parts += _band(chart, frame)
    parts += [
        svg.element(
            "rect", x=frame.x(index) - step * 0.34, y=frame.y(value), width=step * 0.68,
            height=max(0.0, top + PLOT - frame.y(value)), fill=OBSERVED, fill_opacity=0.8,
        )
        for index, value in enumerate(chart.observed)
        if value
    ]  # fmt: skip
    parts += _line(chart, frame) + _change(chart, frame) + _axis(chart.labels, frame)
    return svg.document(chart.title, chart.description, width, top + PLOT + 28, parts, font=font)


@dataclass(frozen=True, slots=True)
class _Frame:
    left: float
    top: float
    step: float
    highest: float

    def x(self, index: float) -> float:
        return self.left + (index + 0.5) * self.step

    def y(self, value: float) -> float:
        return self.top + PLOT - min(value, self.highest) / (self.highest or 1) * PLOT


def _band(chart: Expected, frame: _Frame) -> list[str]:
    if not (chart.lower and chart.upper):
        return []
    forth = [f"{frame.x(index):.1f} {frame.y(value):.1f}" for index, value in enumerate(chart.upper)]
    back = [f"{frame.x(index):.1f} {frame.y(value):.1f}" for index, value in enumerate(chart.lower)][::-1]
    return [svg.element("path", d="M" + "L".join([*forth, *back]) + "Z", fill=EXPECTED, fill_opacity=0.2)]


def _line(chart: Expected, frame: _Frame) -> list[str]:
    if len(chart.expected) < 2:
        return []
    points = [f"{frame.x(index):.1f} {frame.y(value):.1f}" for index, value in enumerate(chart.expected)]
    return [
        svg.element(
            "path",
            d="M" + "L".join(points),
            fill="none",
            stroke=EXPECTED,
            stroke_width=2.2,
            stroke_dasharray="6 4",
        )
    ]


def _change(chart: Expected, frame: _Frame) -> list[str]:
    if chart.change is None or not 0 <= chart.change < len(chart.labels):
        return []
    x = frame.x(chart.change - 0.5)
    anchor = "end" if chart.change > len(chart.labels) / 2 else "start"
    return [
        svg.element(
            "line", x1=x, y1=frame.top - 14, x2=x, y2=frame.top + PLOT, stroke=SINCE, stroke_width=1.6
        ),
        svg.text(
            chart.change_name,
            x + (-6 if anchor == "end" else 6),
            frame.top - 5,
            size=SIZE,
            text_anchor=anchor,
        ),
    ]


def _legend(chart: Expected) -> list[str]:
    after = 22 + svg.width_of(chart.observed_name, SIZE) + 20
    parts = [
        svg.element("rect", x=0, y=2, width=14, height=12, fill=OBSERVED, fill_opacity=0.8),
        svg.text(chart.observed_name, 20, 13, size=SIZE),
    ]
    if chart.expected:
        parts += [
            svg.element("rect", x=after, y=2, width=28, height=12, fill=EXPECTED, fill_opacity=0.2),
            svg.element(
                "line",
                x1=after,
                y1=8,
                x2=after + 28,
                y2=8,
                stroke=EXPECTED,
                stroke_width=2.2,
                stroke_dasharray="6 4",
            ),
            svg.text(chart.expected_name, after + 34, 13, size=SIZE),
        ]
    return parts


def _axis(labels: tuple[str, ...], frame: _Frame) -> list[str]:
    """As many labels as fit beside each other, from the first one on."""
    widest = max((svg.width_of(label, SIZE) for label in labels), default=0) + 10
    every = max(1, int(widest // max(frame.step, 0.1)) + 1)
    return [
        svg.text(
            label, frame.x(index), frame.top + PLOT + 18, size=SIZE, fill=svg.MUTED, text_anchor="middle"
        )
        for index, label in enumerate(labels)
        if index % every == 0 and frame.x(index) + widest / 2 < frame.left + frame.step * len(labels) + 24
    ]
