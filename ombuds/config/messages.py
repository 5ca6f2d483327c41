"""Compiles the translations: every .po below ombuds/ to the .mo beside it, when the .po is newer.

Run by `./run` at set-up, and by hand after translating: `python -m ombuds.config.messages`.
"""

import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

HOUSE = Path(__file__).resolve().parent.parent


def catalogues() -> list[Path]:
    """All translation files of the house."""
    return sorted(HOUSE.glob("**/locale/*/LC_MESSAGES/django.po"))


def compile_one(source: Path) -> bool:
    """Write the .mo of one .po if it is missing or older. Raises PoFileError for a file that is not in order."""
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return False
    with source.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    if catalogue.locale is None:  # makemessages leaves the header empty; the plural rule hangs on it
        catalogue.locale = source.parent.parent.name
    part = target.with_suffix(".mo.part")
    with part.open("wb") as out:
        write_mo(out, catalogue)
    part.replace(
        target
    )  # a server that starts meanwhile reads the old file or the new one, never half of one
    return True


def main() -> None:
    for source in catalogues():
        try:
            compile_one(source)
        except (PoFileError, UnicodeDecodeError) as problem:
            sys.exit(f"{source.relative_to(HOUSE.parent)}: {problem}")


if __name__ == "__main__":
    main()
