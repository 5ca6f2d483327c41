"""The look is fetched once and copied whole."""

import re
from pathlib import Path

import pytest

from ombuds.config import look

CSS = look.ROOT / "ombuds" / "static" / "ombuds"
_COLOUR = re.compile(r"(--ds-color-([a-z]+)-([a-z-]+)): (#[0-9a-f]{6});")


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _palettes() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for _name, palette, tone, colour in _COLOUR.findall((CSS / "theme.css").read_text()):
        found.setdefault(palette, {})[tone] = colour
    return {name: tones for name, tones in found.items() if len(tones) == 16}


@pytest.mark.parametrize("palette", ["accent", "warm", "neutral", "info", "success", "warning", "danger"])
def test_text_and_borders_of_each_palette_can_be_told_from_their_ground(palette: str) -> None:
    tones = _palettes()[palette]
    for ground in (
        "background-default",
        "background-tinted",
        "surface-tinted",
        "surface-hover",
        "surface-active",
    ):
        assert _contrast(tones["text-default"], tones[ground]) >= 7
        assert _contrast(tones["text-subtle"], tones[ground]) >= 4.5
    for ground in ("base-default", "base-hover", "base-active"):
        assert _contrast(tones["base-contrast-default"], tones[ground]) >= 4.5
    assert _contrast(tones["border-default"], tones["background-tinted"]) >= 3


def test_pages_load_nothing_from_elsewhere() -> None:
    for file in CSS.glob("*.css"):
        assert "//" not in re.sub(r"/\*.*?\*/", "", file.read_text(), flags=re.DOTALL)


def test_a_second_time_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(look, "VENDOR", tmp_path)
    monkeypatch.setattr(look, "STAMP", tmp_path / ".stamp")
    monkeypatch.setattr(look, "_fetch", lambda *, dev: None)
    copied: list[Path] = []
    monkeypatch.setattr(look, "_copy", lambda: copied.append(tmp_path))
    assert look.build()
    assert not look.build()
    assert copied == [tmp_path]


def test_without_network_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(look, "STAMP", tmp_path / ".stamp")
    monkeypatch.setattr(look, "_npm", lambda: ["false"])
    with pytest.raises(look.NoLook, match="could not be fetched"):
        look.build()
