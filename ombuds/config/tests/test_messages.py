"""Compiling the translations."""

import gettext
import os
from pathlib import Path

import pytest
from babel.messages.pofile import PoFileError

from ombuds.config import messages

SOURCE = """msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "%(count)d day"
msgid_plural "%(count)d days"
msgstr[0] "%(count)d jour"
msgstr[1] "%(count)d jours"

#, fuzzy
msgid "not sure"
msgstr "pas sûr"
"""


def test_a_translation_is_compiled_once_and_again_when_it_changes(tmp_path: Path) -> None:
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source = folder / "django.po"
    source.write_text(SOURCE, encoding="utf-8")
    assert messages.compile_one(source)
    assert not messages.compile_one(source)
    with (folder / "django.mo").open("rb") as compiled:
        found = gettext.GNUTranslations(compiled)
    assert found.ngettext("%(count)d day", "%(count)d days", 0) == "%(count)d jour"
    assert found.gettext("not sure") == "not sure", "what is fuzzy is not shown"
    os.utime(folder / "django.mo", (0, 0))
    assert messages.compile_one(source)


def test_a_file_that_is_not_in_order_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "django.po"
    source.write_text('msgid "x"\nthis is no translation', encoding="utf-8")
    with pytest.raises(PoFileError):
        messages.compile_one(source)
    assert not (tmp_path / "django.mo").exists()


def test_all_our_translations_compile() -> None:
    assert messages.catalogues()
    for source in messages.catalogues():
        messages.compile_one(source)
