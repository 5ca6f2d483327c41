"""A small writer of SVG: every text is escaped here, in one place."""

import hashlib
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

INK = "#14262c"
MUTED = "#4a585e"
GRID = "#d5dce1"
# Dark to light, each 3:1 or more against white; the pattern tells them apart without colour.
COLOURS = ("#0b5a68", "#a9441a", "#3f7d5a", "#7a5195", "#5a6b78", "#a23b4b")
DASHES = ("", "7 4", "2 3", "9 3 2 3", "4 4", "1 3")
FONT = "'Source Sans 3 Variable', 'Source Sans 3', 'Noto Sans', system-ui, sans-serif"


def element(name: str, *children: str, **attributes: object) -> str:
    """Return one element; `font_size=3` becomes font-size="3", a None is left out."""
    shown = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_plain(value))}"
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(children)
    return f"<{name}{shown}>{inner}</{name}>" if inner else f"<{name}{shown}/>"


def text(content: str, x: float, y: float, *, size: float = 14, **attributes: object) -> str:
    """Return a text element at a base line."""
    defaults: dict[str, object] = {"fill": INK}
    return element("text", escape(_clean(content)), x=x, y=y, font_size=size, **{**defaults, **attributes})


def document(
    title: str, description: str, width: float, height: float, body: Iterable[str], *, font: str = FONT
) -> str:
    """Return a whole figure with its name and description for those who cannot see it."""
    parts = tuple(body)
    key = (
        "c" + hashlib.sha256("\x1f".join((title, description, str(width), *parts)).encode()).hexdigest()[:10]
    )
    body = "".join(parts)
    return element(
        "svg",
        element("title", escape(_clean(title)), id=f"{key}-t"),
        element("desc", escape(_clean(description)), id=f"{key}-d"),
        patterns(key, body),
        body.replace("url(#pattern-", f"url(#{key}-p"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_plain(width)} {_plain(height)}",
        width=width,
        height=height,
        role="img",
        aria_labelledby=f"{key}-t {key}-d",
        font_family=font,
    )


def patterns(key: str, body: str) -> str:
    """Return a fill for each series that the body has: stripes, dots and lattices in its colour; the first is full."""
    marks = (
        "",
        element("path", d="M-2 2L2 -2M0 8L8 0M6 10L10 6", stroke="#fff", stroke_width=2.2),
        element("circle", cx=4, cy=4, r=1.7, fill="#fff"),
        element("path", d="M0 4H8", stroke="#fff", stroke_width=2.2),
        element("path", d="M4 0V8", stroke="#fff", stroke_width=2.2),
        element("path", d="M0 0L8 8M8 0L0 8", stroke="#fff", stroke_width=1.3),
    )
    used = [index for index in range(len(COLOURS)) if f"url(#pattern-{index})" in body]
    if not used:
        return ""
    return element(
        "defs",
        *(
            element(
                "pattern",
                element("rect", width=8, height=8, fill=COLOURS[index]),
                marks[index],
                id=f"{key}-p{index}",
                width=8,
                height=8,
                patternUnits="userSpaceOnUse",
            )
            for index in used
        ),
    )


def fill(index: int) -> str:
    """Return the fill of the series with this number."""
    return COLOURS[0] if index == 0 else f"url(#pattern-{index % len(COLOURS)})"


def wrap(content: str, width: float, size: float) -> list[str]:
    """Return the text in lines of about this width, at most two, the rest cut with an ellipsis."""
    room = max(int(width / (size * 0.5)), 4)
    lines: list[str] = [""]
    for word in content.split():
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= room or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    kept = lines[:2]
    if len(lines) > 2:
        kept[1] += "…"
    return [line if len(line) <= room else line[: room - 1].rstrip(" ,.…") + "…" for line in kept]


def width_of(content: str, size: float) -> float:
    """Return about how wide a text is; exact enough to keep labels apart."""
    return sum(0.32 if letter in "iljtfI.,' 1:;|" else 0.62 for letter in content) * size


def _clean(content: str) -> str:
    # XML 1.0 has no way to write these, not even escaped.
    return "".join(
        c
        for c in content
        if c in "\t\n" or (ord(c) >= 32 and not 0xD800 <= ord(c) < 0xE000 and c not in "\ufffe\uffff")
    )


def _plain(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return _clean(str(value))
