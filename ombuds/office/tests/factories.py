"""A third office, made as an office would make one: by copying a folder and changing what differs."""

import shutil
from pathlib import Path

from ombuds.office.folder import PROFILES


def copied_profile(target: Path, code: str = "antwerpen") -> Path:
    """The folder of Brussels under another name, with names and a reference format of its own."""
    path = target / code
    shutil.copytree(PROFILES / "brussels", path)
    replace(path / "office.toml", 'code = "brussels"', f'code = "{code}"')
    replace(path / "office.toml", '"Ombuds Brussel"', '"Ombudsvrouw Stad Antwerpen"')
    replace(path / "office.toml", "OM.{year}.{seq:03}", "ANT-{year}-{seq:06}")
    return path


def replace(file: Path, old: str, new: str) -> None:
    """Change a text that must be there."""
    text = file.read_text("utf-8")
    assert old in text, f"{old!r} is not in {file.name}"
    file.write_text(text.replace(old, new, 1), "utf-8")
