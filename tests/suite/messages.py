"""Translations: `python -m tests.suite.messages [ROOM…]` brings the .po files up to the code; the gate uses `faults`.

A room's texts stand in its own locale folder; those of the base templates and of config in ombuds/locale.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

HOUSE = Path(__file__).resolve().parent.parent.parent / "ombuds"
LANGUAGES = ("nl", "fr")
BASE = "the base templates"
_PLACEHOLDER = re.compile(r"%\([a-z_0-9]+\)[sd]|%[sd]|\{[a-z_0-9]*\}", re.IGNORECASE)
_SKIP = shutil.ignore_patterns(
    "tests", "migrations", "vendor", "__pycache__", "*.csv", "*.sqlite3", "corpus", "profiles"
)


@dataclass(frozen=True)
class Scope:
    """What shares one locale folder."""

    name: str
    sources: tuple[Path, ...]
    home: Path  # holds the locale folder


def scopes(chosen: list[str] | None = None) -> list[Scope]:
    """Every room, and the base templates together with config."""
    rooms = [
        path for path in sorted(HOUSE.iterdir()) if (path / "__init__.py").exists() and path.name != "config"
    ]
    found = [Scope(room.name, (room,), room) for room in rooms]
    found.append(Scope(BASE, (HOUSE / "templates", HOUSE / "config"), HOUSE))
    return [
        scope
        for scope in found
        if not chosen or scope.name in chosen or (scope.name == BASE and "base" in chosen)
    ]


@contextmanager
def _extracted(scope: Scope) -> Iterator[Path]:
    """A copy of the scope, with its .po files brought up to the code. The original is not touched."""
    with tempfile.TemporaryDirectory(prefix="ombuds-po-") as name:
        folder = Path(name)
        for source in scope.sources:
            shutil.copytree(source, folder / source.name, ignore=_SKIP)
        shutil.rmtree(folder / scope.home.name / "locale", ignore_errors=True)
        if (scope.home / "locale").exists():
            shutil.copytree(scope.home / "locale", folder / "locale")
        (folder / "locale").mkdir(exist_ok=True)
        command = [sys.executable, "-m", "django", "makemessages", "--no-location", "--no-obsolete"]
        command += ["-v", "0", *[word for language in LANGUAGES for word in ("-l", language)]]
        env = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{scope.name}: {done.stderr.strip()}")
        yield folder / "locale"


def _read(locale: Path, language: str) -> Catalog:
    file = locale / language / "LC_MESSAGES" / "django.po"
    if not file.exists():
        return Catalog()
    with file.open("rb") as stream:
        return read_po(stream, locale=language)


def _texts(value: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def _fault_of(message: Message) -> str | None:
    translations = _texts(message.string)
    if message.fuzzy:
        return "fuzzy"
    if not all(text.strip() for text in translations) or not translations:
        return "not translated"
    wanted = set(_PLACEHOLDER.findall(_texts(message.id)[-1]))
    if "python-format" in message.flags and any(
        set(_PLACEHOLDER.findall(text)) - wanted for text in translations
    ):
        return "has a placeholder that the English text has not"
    return None


def faults(scope: Scope) -> list[str]:
    """Every text that is missing, unfinished or doubtful, in words."""
    found = []
    with _extracted(scope) as locale:
        for language in LANGUAGES:
            committed = _keys(scope.home / "locale", language)
            for message in _read(locale, language):
                if not message.id:
                    continue
                text = _texts(message.id)[0]
                fault = _fault_of(message)
                if (message.context, text) not in committed:
                    fault = "not in the .po file"
                if fault:
                    found.append(f"{scope.name} ({language}): {fault}: {text[:80]!r}")
    return found


def _keys(locale: Path, language: str) -> set[tuple[str | None, str]]:
    return {(m.context, _texts(m.id)[0]) for m in _read(locale, language) if m.id}


def update(scope: Scope) -> None:
    """Write the brought-up .po files back. New texts stand there untranslated; nothing new, nothing written."""
    with _extracted(scope) as locale:
        for language in LANGUAGES:
            if _keys(locale, language) != _keys(scope.home / "locale", language):
                target = scope.home / "locale" / language / "LC_MESSAGES" / "django.po"
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(locale / language / "LC_MESSAGES" / "django.po", target)


def main() -> None:
    for scope in scopes(sys.argv[1:]):
        update(scope)
        for fault in faults(scope):
            print(fault)


if __name__ == "__main__":
    main()
