"""Every sentence of this room stands in Dutch and French."""

from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

import ombuds.office

LOCALE = Path(ombuds.office.__file__).parent / "locale"


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_nothing_is_left_untranslated(language: str) -> None:
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        catalog = read_po(file, locale=language)
    open_ones = [m.id for m in catalog if m.id and (m.fuzzy or not all(_texts(m.string)))]
    assert open_ones == []


def _texts(string: Any) -> list[str]:
    return [string] if isinstance(string, str) else list(string)
